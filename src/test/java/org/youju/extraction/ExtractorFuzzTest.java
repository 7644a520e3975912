package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What {@link ExtractorProperties} tries for seconds, tried for as many minutes as the long profile says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = ExtractorFuzzTest.MINUTES, matches = "[0-9]+")
class ExtractorFuzzTest {

    static final String MINUTES = "youju.fuzz.minutes";
    private static final int MOST_PIECES = 200;
    private static final int ANY_CHARACTER = 10;

    @Test
    void no_text_makes_it_fail_or_hang() {
        var end = System.nanoTime() + Duration.ofMinutes(Long.getLong(MINUTES)).toNanos();
        var seed = System.nanoTime();
        var texts = 0L;
        while (System.nanoTime() < end) {
            var text = text(new Random(seed + texts++));
            try {
                ExtractorProperties.holds(text);
            } catch (Throwable failure) {
                throw new AssertionError("The text of the seed " + (seed + texts - 1) + ": " + text, failure);
            }
        }
        assertThat(texts).isPositive();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(MOST_PIECES); i >= 0; i--) {
            if (random.nextInt(ANY_CHARACTER) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(ExtractorProperties.PIECES.get(random.nextInt(ExtractorProperties.PIECES.size())));
            }
        }
        return text.toString();
    }
}
