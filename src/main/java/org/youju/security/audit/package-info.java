/** The record of who did what, which nobody can change without its being seen. */
@NullMarked
package org.youju.security.audit;

import org.jspecify.annotations.NullMarked;
