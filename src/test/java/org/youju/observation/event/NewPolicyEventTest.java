package org.youju.observation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.base.RuleViolation;

class NewPolicyEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-05", "2023-05-08", " 2023 "})
    void an_event_happened_in_a_year_a_month_or_on_a_day(String happened) {
        assertThat(new NewPolicyEvent("310105", happened, "规划", "Plan").happened()).isEqualTo(happened.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20223", "2023-13", "2023-02-30", "23", "2023年", "1848"})
    void no_event_happened_at(String happened) {
        assertThatThrownBy(() -> new NewPolicyEvent("310105", happened, "规划", "Plan"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("event.happened.illegal");
                    assertThat(refusal.arguments()).containsExactly(happened);
                });
    }

    @Test
    void an_event_has_a_name_in_both_languages() {
        assertThatThrownBy(() -> new NewPolicyEvent("310105", "2023", " ", "Plan")).hasMessageContaining("event.name.zh");
        assertThatThrownBy(() -> new NewPolicyEvent("310105", "2023", "规划", "x".repeat(201)))
                .hasMessageContaining("event.name.en");
    }
}
