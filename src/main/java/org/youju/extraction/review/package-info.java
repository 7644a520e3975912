/** The figures read from a reply, and what people decide about each: the store behind the review desk. */
@NullMarked
package org.youju.extraction.review;

import org.jspecify.annotations.NullMarked;
