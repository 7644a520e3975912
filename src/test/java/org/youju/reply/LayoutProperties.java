package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LayoutProperties {

    private static final String MARKUP = "*#-_ \t\u3000\u00a0\n";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("数", "3", "*", "**", "#", "# ", "---", "\n", "\n\n", " ", "\u3000", "。", "_", "\u00a0", "、", "一")
                .list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property
    void runs_follow_each_other_inside_the_text_and_hide_only_markup(@ForAll("texts") String text) {
        int at = 0;
        for (var block : Layout.of(text).blocks()) {
            for (var run : block.runs()) {
                assertThat(run.start()).isGreaterThanOrEqualTo(at).isGreaterThanOrEqualTo(block.start());
                assertThat(run.end()).isGreaterThan(run.start()).isLessThanOrEqualTo(block.end());
                assertMarkup(text.substring(at, run.start()));
                at = run.end();
            }
        }
        assertMarkup(text.substring(at));
    }

    @Property
    void every_position_of_any_text_has_a_place_or_none(@ForAll("texts") String text) {
        var layout = Layout.of(text);
        for (int at = -1; at <= text.length(); at++) {
            layout.placeOf(at).ifPresent(place -> assertThat(place.paragraph()).isPositive());
        }
    }

    @Property(tries = 200)
    void any_text_at_all_is_laid_out(@ForAll String text) {
        var layout = Layout.of(text);
        assertThat(layout.placeOf(text.length())).isEmpty();
        assertThat(layout.visible(0, text.length()).length()).isLessThanOrEqualTo(text.length());
    }

    private static void assertMarkup(String hidden) {
        assertThat(hidden.chars()).allMatch(c -> MARKUP.indexOf(c) >= 0);
    }
}
