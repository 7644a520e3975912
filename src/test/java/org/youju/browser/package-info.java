/** What a person does with the product, in a real Chromium. */
@NullMarked
package org.youju.browser;

import org.jspecify.annotations.NullMarked;
