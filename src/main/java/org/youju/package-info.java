/** The start: reads the settings, checks what the product stands on, and says where it answers. */
@NullMarked
package org.youju;

import org.jspecify.annotations.NullMarked;
