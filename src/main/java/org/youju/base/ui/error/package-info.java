/** What a person sees when an address is wrong, a page is closed to them, or the product has a bug. */
@NullMarked
package org.youju.base.ui.error;

import org.jspecify.annotations.NullMarked;
