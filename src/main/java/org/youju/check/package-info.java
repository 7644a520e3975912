/** Rules over statements: how sources agree, what follows from what they state, and what needs a person's attention. */
@NullMarked
package org.youju.check;

import org.jspecify.annotations.NullMarked;
