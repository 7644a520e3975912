/** Takes documents in: what their letterheads say is proposed, checked by a person and recorded with their text. */
@NullMarked
package org.youju.extraction.intake;

import org.jspecify.annotations.NullMarked;
