package org.youju.sample;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Missing;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.sample.SampleFile.Row;

/** The rules that the figures of the sample keep. */
@Component
class RuleSample {

    private final RuleService rules;

    RuleSample(RuleService rules) {
        this.rules = rules;
    }

    /** Where there is none yet. */
    void load() {
        if (rules.rules().isEmpty()) {
            SampleFile.rows("rules.csv").forEach(row -> rules.add(rule(row)));
        }
    }

    static Rule rule(Row row) {
        return new Rule(0, condition(row), row.find("region"), Importance.valueOf(row.get("importance")),
                Missing.valueOf(row.get("missing")), new BigDecimal(row.get("tolerance")), row.get("instruction"), true,
                0);
    }

    private static Condition condition(Row row) {
        var first = row.find("indicator");
        var written = row.find("others");
        var others = written == null ? List.<String>of() : List.of(written.split(" "));
        var low = number(row.find("low"));
        var high = number(row.find("high"));
        return switch (Condition.Kind.valueOf(row.get("kind"))) {
            case RANGE -> new Condition.Range(first, low, high);
            case JUMP -> new Condition.Jump(first, high);
            case SHARE -> new Condition.Share(first);
            case SUM -> new Condition.Sum(first, others);
            case ROLL -> new Condition.Roll(first, others.getFirst());
            case RATIO -> new Condition.Ratio(first, others.getFirst(), low, high);
            case MONOTONE -> new Condition.Monotone(first);
            case UNIT_COST -> new Condition.UnitCost(first, others.getFirst(), low, high,
                    others.size() > 1 ? others.get(1) : null, others.size() > 2 ? others.get(2) : null);
            case PAIR -> new Condition.Pair(first, others.getFirst());
        };
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
