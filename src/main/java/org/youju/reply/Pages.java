package org.youju.reply;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a frozen text as its file has them.
 *
 * @param starts where the second page and those after it begin, in UTF-16 units of the text, ascending
 */
public record Pages(List<Integer> starts) {

    private static final String GAP = " ";

    public Pages {
        starts = List.copyOf(starts);
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i) < starts.get(i - 1)) {
                throw new IllegalArgumentException("Pages out of order: " + starts);
            }
        }
    }

    /** The page on which a unit of the text stands, from 1. */
    public int of(int position) {
        return 1 + (int) starts.stream().filter(start -> start <= position).count();
    }

    /** As it is stored. */
    String code() {
        return starts.stream().map(String::valueOf).collect(Collectors.joining(GAP));
    }

    /** Null where the file knew no pages. */
    static @Nullable Pages parse(@Nullable String code) {
        return code == null ? null : new Pages(code.isEmpty() ? List.of()
                : Arrays.stream(code.split(GAP)).map(Integer::valueOf).toList());
    }
}
