/** The page on which the audit trail is searched and checked. */
@NullMarked
package org.youju.security.audit.ui;

import org.jspecify.annotations.NullMarked;
