package org.youju.reply.file;

import java.util.regex.Pattern;

/** The lines that only number a page: — 3 —, - 3 -, 第3页, 第 3 页 共 12 页; at the edge of a page also 3 and 3/12. */
final class PageNumber {

    private static final String DASH = "[—–－\\-―─]{1,2}";
    private static final String GAP = "[ \\t\\u3000]*";
    private static final Pattern SURE = Pattern.compile(GAP + "(?:" + DASH + GAP + "\\d{1,3}" + GAP + DASH
            + "|第" + GAP + "\\d{1,3}" + GAP + "页" + GAP + "(?:[,，/]?" + GAP + "共" + GAP + "\\d{1,3}" + GAP + "页)?)"
            + GAP);
    private static final Pattern BARE = Pattern.compile(GAP + "(\\d{1,3})(?:" + GAP + "/" + GAP + "\\d{1,3})?" + GAP);
    /** How many pages without a number, such as a cover, may come before. */
    private static final int COVERS = 3;

    private PageNumber() {
    }

    /**
     * Whether a line is the number of its page.
     *
     * @param edge whether it is the first or the last of its page
     * @param page counts the pages from 1
     */
    static boolean matches(String line, boolean edge, int page) {
        if (SURE.matcher(line).matches()) {
            return true;
        }
        var bare = BARE.matcher(line);
        return edge && bare.matches() && Math.abs(Integer.parseInt(bare.group(1)) - page) <= COVERS;
    }
}
