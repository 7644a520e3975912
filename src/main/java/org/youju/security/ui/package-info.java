/** The pages for logging in, setting up, changing a password and keeping accounts. */
@NullMarked
package org.youju.security.ui;

import org.jspecify.annotations.NullMarked;
