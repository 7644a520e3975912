/** Accounts, their passwords and their API tokens, and what slows down who guesses them. */
@NullMarked
package org.youju.security.account;

import org.jspecify.annotations.NullMarked;
