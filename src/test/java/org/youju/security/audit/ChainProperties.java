package org.youju.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** The hash of an event hangs on every sign of every field. */
class ChainProperties {

    private static final Instant AT = Instant.parse("2025-03-01T00:00:00Z");

    private static String hash(String... f) {
        return Chain.hash(Chain.START, new AuditEvent(1, AT, new Audited(f[0], f[1], f[2], f[3], f[4], f[5]), f[6], null));
    }

    @Property
    void signs_that_move_from_one_field_to_the_next_change_it(@ForAll @StringLength(max = 12) String text,
            @ForAll @IntRange(max = 5) int field, @ForAll @IntRange(max = 12) int cut) {
        var at = Math.min(cut, text.length());
        var fields = new String[] {"", "", "", "", "", "", ""};
        fields[field] = text;
        var moved = fields.clone();
        moved[field] = text.substring(0, at);
        moved[field + 1] = text.substring(at);
        assertThat(hash(moved).equals(hash(fields))).isEqualTo(at == text.length());
    }

    @Property
    void a_missing_text_is_no_empty_one(@ForAll @StringLength(max = 12) String text) {
        assertThat(hash("li", "create", "account", text, null, "", "1"))
                .isNotEqualTo(hash("li", "create", "account", text, "", "", "1"));
    }
}
