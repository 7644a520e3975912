/** The leaders' pages: the dashboard, the list of indicators and the page of one. */
@NullMarked
package org.youju.dashboard.ui;

import org.jspecify.annotations.NullMarked;
