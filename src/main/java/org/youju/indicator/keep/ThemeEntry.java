package org.youju.indicator.keep;

import org.jspecify.annotations.Nullable;
import org.youju.indicator.Theme;

/**
 * A theme in the tree of themes.
 *
 * @param parent code of the theme that it is part of, or null
 */
public record ThemeEntry(Theme theme, @Nullable String parent) {
}
