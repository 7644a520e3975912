package org.youju.base.grid;

import java.util.List;

/**
 * A pasted block, and where its figures would go. Comes from a browser: treat it as input.
 *
 * @param number by which it is saved or left
 * @param beyond how many of its figures lie outside of the sheet
 * @param unseen the columns that only have to be shown for some of these
 * @param named  whether its own headings say where it goes
 * @param unit   in which it says that all its figures are; empty where it doesn't
 */
public record GridBlock(int number, List<GridEdit> edits, int beyond, List<String> unseen, boolean named, String unit) {

    public GridBlock {
        edits = List.copyOf(edits);
        unseen = List.copyOf(unseen);
    }
}
