/** The page of one cell: its sources, its ruling, its history, what is said about it and what is asked for it. */
@NullMarked
package org.youju.workflow.cell.ui;

import org.jspecify.annotations.NullMarked;
