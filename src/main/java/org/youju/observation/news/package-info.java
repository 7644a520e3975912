/** Tells open pages what others write. */
@NullMarked
package org.youju.observation.news;

import org.jspecify.annotations.NullMarked;
