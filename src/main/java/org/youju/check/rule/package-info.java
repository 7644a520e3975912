/** What figures have to keep to: rules that people write, what breaks them, and why that is right all the same. */
@NullMarked
package org.youju.check.rule;

import org.jspecify.annotations.NullMarked;
