package org.youju.reply.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalisedTextProperties {

    @Provide
    Arbitrary<Draft> drafts() {
        var text = Arbitraries.of("全区完成税收约310亿元，同比增长，企业累计服务", "企业12", "345户，", "1.", "86亿元；", "a", "。",
                        "\n", "\n\n", "\r\n", "\r", "\f", " ", "\u3000", "\u00a0", "\u0000", "\uFEFF", "\uD83D\uDE00",
                        "\uD83D", "— 2 —", "- 3 -", "3", "| 1 | 2 |", "# ", "一、", "\u2028")
                .list().ofMaxSize(40).map(parts -> String.join("", parts));
        return text.flatMap(it -> Arbitraries.of(Draft.Lines.values()).map(lines -> new Draft(it, lines, 0)));
    }

    @Property
    void every_unit_is_the_originals_or_a_blank_in_place_of_one(@ForAll("drafts") Draft draft) {
        var normal = NormalisedText.of(draft);
        int before = -1;
        for (int i = 0; i < normal.text().length(); i++) {
            int origin = normal.toOriginal(i);
            assertThat(origin).isGreaterThan(before);
            char is = normal.text().charAt(i);
            char was = draft.text().charAt(origin);
            assertThat(is == was || is == ' ' && isBlank(was) || is == '\n' && isBlank(was)).isTrue();
            assertThat(normal.fromOriginal(origin)).isEqualTo(i);
            before = origin;
        }
        assertThat(normal.toOriginal(normal.text().length())).isEqualTo(draft.text().length());
    }

    @Property
    void what_is_left_out_is_blank_unseen_or_the_number_of_a_page(@ForAll("drafts") Draft draft) {
        var normal = NormalisedText.of(draft);
        var left = new StringBuilder(draft.text());
        for (int i = normal.text().length() - 1; i >= 0; i--) {
            left.deleteCharAt(normal.toOriginal(i));
        }
        assertThat(left.toString()).matches("[\\s\\u3000\\u00a0\\u0000\\uFEFF\\uD83D\\u2028—\\d-]*");
    }

    @Property
    void nothing_is_left_that_a_database_cannot_store(@ForAll("drafts") Draft draft) {
        var text = NormalisedText.of(draft).text();
        assertThat(text.chars()).noneMatch(c -> c == 0 || c == '\r' || c == '\f' || c == '\uFEFF');
        assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u0085';
    }
}
