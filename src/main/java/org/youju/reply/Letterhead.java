package org.youju.reply;

import org.jspecify.annotations.Nullable;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Kind;

/** The first lines of a document's text as they say who issued it, under which number, and what it is. */
public final class Letterhead {

    private static final int MOST_LINES = 15;
    private static final int LONGEST_ADDRESS = 60;
    private static final int LONGEST_LINE = 200;
    private static final String FILE = "文件";

    private final @Nullable Reply reply;
    private final int end;
    private final String words;
    private final boolean marked;

    /** @param reply null where it is not recorded yet */
    public Letterhead(@Nullable Reply reply, Layout layout) {
        this.reply = reply;
        var head = new StringBuilder();
        int lines = 0;
        int last = 0;
        for (var block : layout.blocks()) {
            var visible = block.visible(layout.text());
            if (lines == MOST_LINES || visible.length() > LONGEST_LINE || visible.contains("。")
                    || visible.length() < LONGEST_ADDRESS && visible.matches(".*[：:]")) {
                break;
            }
            head.append(plain(visible));
            lines++;
            last = block.end();
        }
        end = last;
        words = head.toString();
        marked = layout.blocks().stream().anyMatch(b -> b.kind() == Kind.HEADING && b.level() == 1);
    }

    /** Whether the text says some words itself, so that nobody prints them above it. */
    public boolean says(String sought) {
        return marked || reply != null && reply.docNo() != null && has(reply.docNo()) || has(sought);
    }

    private boolean has(String sought) {
        return words.contains(plain(sought));
    }

    /** Whether a line of the text is the head that names who issues the document. */
    public boolean isIssuer(Block block, String visible) {
        return reply != null && block.end() <= end
                && (plain(visible).equals(plain(reply.issuer())) || plain(visible).equals(plain(reply.issuer()) + FILE));
    }

    /** Whether a line of the text is the document's title. */
    public boolean isTitle(Block block, String visible) {
        return reply != null && block.end() <= end && plain(visible).equals(plain(reply.title()));
    }

    /** Without blanks, and with one kind of brackets around the year. */
    private static String plain(String words) {
        return words.replaceAll("[\\s\u3000\u00a0]", "").replaceAll("[\\[【（(]", "〔").replaceAll("[\\]】）)]", "〕");
    }
}
