/** Who somebody is and what they may do: accounts, roles, log-in and API tokens. */
@NullMarked
package org.youju.security;

import org.jspecify.annotations.NullMarked;
