/** The doors of the product: log-in, API tokens, first set-up, and the headers of every response. */
@NullMarked
package org.youju.security.web;

import org.jspecify.annotations.NullMarked;
