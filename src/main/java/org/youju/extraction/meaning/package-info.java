/** What a figure says: its kind, its period, its subject, and how sure that is. */
@NullMarked
package org.youju.extraction.meaning;

import org.jspecify.annotations.NullMarked;
