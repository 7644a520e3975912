package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.youju.base.RuleViolation;
import org.youju.base.Word;
import org.youju.base.ui.Translations;
import org.youju.check.SampleStatements;
import org.youju.indicator.Catalogue;
import org.youju.security.Permission;

/** The rules of the steps, whatever kind of row takes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepTest {

    private static final Instant AT = Instant.parse("2025-03-01T00:00:00.000001Z");

    private record Row(State state, Instant recordedTo) implements Recorded {

        @Override
        public String recordedBy() {
            return "li";
        }

        @Override
        public long id() {
            return 1;
        }

        @Override
        public @Nullable String reason() {
            return null;
        }

        @Override
        public Instant recordedFrom() {
            return AT;
        }

        @Override
        public String indicator() {
            return "TAX";
        }

        @Override
        public String region() {
            return "310105";
        }

        @Override
        public @Nullable String department() {
            return null;
        }

        @Override
        public String stated() {
            return "310亿元";
        }

        @Override
        public List<Object> names() {
            return List.of("C001");
        }

        @Override
        public List<Object> called(Catalogue catalogue) {
            return names();
        }
    }

    private static Row current(State state) {
        return new Row(state, Observation.OPEN_END);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMIT,  DRAFT RETURNED, SUBMITTED",
        "RECALL,  SUBMITTED,      DRAFT",
        "APPROVE, SUBMITTED,      APPROVED",
        "RETURN,  SUBMITTED,      RETURNED",
        "CORRECT, APPROVED,       DRAFT",
        "GIVE_UP, DRAFT RETURNED,",
        "REVOKE,  APPROVED,",
    })
    void a_step_leads_from_its_states_to_one_and_from_no_other(Step step, String from, @Nullable State to) {
        for (var state : State.values()) {
            ThrowingCallable taken = () -> step.requireOpen("commitment.step.", current(state), SampleStatements.CATALOGUE);
            if (List.of(from.split(" ")).contains(state.name())) {
                assertThatCode(taken).doesNotThrowAnyException();
            } else {
                assertRefused(taken, "commitment.step.state", "C001", new Word("source.state." + state));
            }
        }
        assertThat(step.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"SUBMIT, EDIT_DRAFTS", "RECALL, EDIT_DRAFTS", "APPROVE, APPROVE", "RETURN, APPROVE", "CORRECT, EDIT_DRAFTS",
        "GIVE_UP, EDIT_DRAFTS", "REVOKE, APPROVE"})
    void a_step_asks_for_its_permission(Step step, Permission permission) {
        assertThat(step.permission()).isEqualTo(permission);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_row_that_was_closed_takes_no_step(Step step) {
        for (var state : State.values()) {
            assertRefused(() -> step.requireOpen("observation.step.", new Row(state, AT.plusSeconds(1)),
                            SampleStatements.CATALOGUE),
                    "observation.step.changed", "C001");
        }
    }

    @Test
    void whoever_made_a_row_does_not_approve_it() {
        var row = current(State.SUBMITTED);
        assertRefused(() -> Step.APPROVE.requireOther("commitment.step.", row, SampleStatements.CATALOGUE,
                        Set.of("li", "wu"), "wu"),
                "commitment.step.own", "C001");
        assertThatCode(() -> Step.APPROVE.requireOther("commitment.step.", row, SampleStatements.CATALOGUE,
                        Set.of("li", "wu"), "chen"))
                .doesNotThrowAnyException();
    }

    @Test
    void only_whoever_handed_a_row_over_recalls_it() {
        var row = current(State.SUBMITTED);
        assertRefused(() -> Step.RECALL.requireOwn("commitment.step.", row, SampleStatements.CATALOGUE, "wu"), "commitment.step.recall-other", "C001");
        assertThatCode(() -> Step.RECALL.requireOwn("commitment.step.", row, SampleStatements.CATALOGUE, "li")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"RETURN, observation.step.return-reason", "CORRECT, observation.step.correct-reason",
        "REVOKE, observation.step.revoke-reason"})
    void to_return_to_correct_or_to_revoke_takes_a_reason(Step step, String key) {
        assertRefused(() -> step.reason("observation.step.", " \n"), key);
        assertThat(step.reason("observation.step.", " 录入错误\n")).isEqualTo("录入错误");
    }

    private static void assertRefused(ThrowingCallable act, String key, Object... arguments) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refused -> {
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.arguments()).containsExactly(arguments);
        });
    }

    @ParameterizedTest
    @CsvSource({"observation", "commitment", "commitment.assumption"})
    void every_refusal_is_a_sentence_in_both_languages(String kind) {
        var translations = new Translations();
        for (var why : List.of("changed", "state", "own", "recall-other", "return-reason")) {
            for (var language : translations.getProvidedLocales()) {
                var key = kind + ".step." + why;
                assertThat(translations.getTranslation(key, language, "A", "B", "C")).isNotEqualTo(key);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"observation", "commitment"})
    void every_refusal_to_correct_is_a_sentence_in_both_languages(String kind) {
        var translations = new Translations();
        for (var language : translations.getProvidedLocales()) {
            var key = kind + ".step.correct-reason";
            assertThat(translations.getTranslation(key, language)).isNotEqualTo(key);
        }
    }

    @Test
    void every_refusal_to_withdraw_is_a_sentence_in_both_languages() {
        var translations = new Translations();
        for (var why : List.of("revoke-own", "revoke-reason")) {
            for (var language : translations.getProvidedLocales()) {
                var key = "observation.step." + why;
                assertThat(translations.getTranslation(key, language, "A", "B")).isNotEqualTo(key);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T00:00:00.000001Z,    2025-03-01T00:00:00.000002Z",
        "2025-02-28T00:00:00Z,           2025-03-01T00:00:00.000002Z",
        "2025-03-01T00:00:00.000001999Z, 2025-03-01T00:00:00.000002Z",
        "2025-03-01T00:00:00.000003999Z, 2025-03-01T00:00:00.000003Z",
    })
    void recorded_time_goes_on_even_where_the_clock_does_not(Instant now, Instant recorded) {
        assertThat(Step.moment(now, AT)).isEqualTo(recorded);
    }
}
