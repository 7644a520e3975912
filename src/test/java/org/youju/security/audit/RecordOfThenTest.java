package org.youju.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordOfThenTest {

    private static String rule(String condition, String rest) {
        return "Rule[id=3, condition=" + condition + ", region=null, importance=HIGH, missing=SKIP, tolerance=0, "
                + "instruction=" + rest;
    }

    @Test
    void a_rule_is_told_as_later_entries_tell_it() {
        assertThat(RecordOfThen.words("Rule[id=3, condition=Range[indicator=PP_RESIDENT, low=null, high=10000], "
                + "region=310105, importance=MEDIUM, missing=BREACH, tolerance=1.5, instruction=请核对单位, active=true, "
                + "version=0]")).contains("{check.rule.active.true} · {check.rule.kind.RANGE} PP_RESIDENT · ≤ 10000 · 310105 · "
                        + "{check.rule.importance} {check.importance.MEDIUM} · {check.rule.missing.BREACH} · "
                        + "{check.rule.slack} 1.5 · 请核对单位");
    }

    @Test
    void the_reason_after_a_rule_that_was_switched_off_stays() {
        assertThat(RecordOfThen.words(rule("Share[indicator=TAX_SHARE]", ", active=false, version=1] (口径已改 (2024))")))
                .contains("{check.rule.active.false} · {check.rule.kind.SHARE} TAX_SHARE · {check.rule.region.all} · "
                        + "{check.rule.importance} {check.importance.HIGH} · {check.rule.missing.SKIP} · "
                        + "{check.rule.slack} 0 (口径已改 (2024))");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Jump[indicator=TAX, percent=5E+1]|JUMP} TAX · ±50% ·",
        "Sum[whole=TAX, parts=[TAX_A, TAX_B]]|SUM} TAX, TAX_A, TAX_B · {",
        "Roll[stock=S, added=A]|ROLL} S, A · {",
        "Ratio[top=A, bottom=B, low=0.5, high=null]|RATIO} A, B · ≥ 0.5 ·",
        "Monotone[indicator=TAX]|MONOTONE} TAX · {",
        "UnitCost[amount=A, count=C, low=1.00, high=2]|UNIT_COST} A, C · 1–2 ·",
        "UnitCost[amount=null, count=C, low=null, high=2, norm=N, months=null]|UNIT_COST} C, N · ≤ 2 ·",
        "Pair[indicator=A, other=B]|PAIR} A, B · {",
        "Range[indicator=A, low=-3, high=-1]|RANGE} A · -3–-1 ·",
    })
    void every_kind_of_condition_is_told(String condition, String words) {
        assertThat(RecordOfThen.words(rule(condition, ", active=true, version=0]")).orElseThrow()).contains(words);
    }

    @Test
    void an_instruction_says_what_it_likes() {
        assertThat(RecordOfThen.words(rule("Share[indicator=A]", "看 x[1], active=false, version=2]！\n再报, active=true, version=9]"))
                .orElseThrow()).startsWith("{check.rule.active.true}").endsWith("看 x[1], active=false, version=2]！\n再报");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Rule[id=3, condition=Share[indicator=A], region=null]",
        "Rule[id=3, condition=Jump[indicator=A, percent=viel], region=null, importance=HIGH, missing=SKIP, tolerance=0, "
                + "instruction=, active=true, version=0]",
        "Department[code=FGW, nameZh=区发展改革委, nameEn=Development and Reform]",
    })
    void what_can_not_be_told_is_known_as_a_record(String text) {
        assertThat(RecordOfThen.is(text)).isTrue();
        assertThat(RecordOfThen.words(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "约310亿元", "启用 · 范围 TAX", "请看 Rule[id=3]", "{check.rule.active.true} · A", "A [b=c]"})
    void what_people_or_later_entries_say_is_none(String text) {
        assertThat(RecordOfThen.is(text)).isFalse();
    }
}
