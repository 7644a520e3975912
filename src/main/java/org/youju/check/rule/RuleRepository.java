package org.youju.check.rule;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CHECK_EXPLANATION;
import static org.youju.db.Tables.CHECK_RULE;
import static org.youju.db.Tables.CHECK_RULE_INDICATOR;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.figure.Numbers.plain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.check.rule.RuleFinding.Explained;

@Repository
class RuleRepository {

    private final DSLContext db;

    RuleRepository(DSLContext db) {
        this.db = db;
    }

    /** All rules, oldest first. */
    List<Rule> rules() {
        var indicators = db.select(CHECK_RULE_INDICATOR.RULE_ID, INDICATOR.CODE)
                .from(CHECK_RULE_INDICATOR)
                .join(INDICATOR).on(INDICATOR.ID.eq(CHECK_RULE_INDICATOR.INDICATOR_ID))
                .orderBy(CHECK_RULE_INDICATOR.RULE_ID, CHECK_RULE_INDICATOR.PLACE)
                .fetchGroups(CHECK_RULE_INDICATOR.RULE_ID, INDICATOR.CODE);
        return db.select(CHECK_RULE.fields())
                .select(REGION.CODE)
                .from(CHECK_RULE)
                .leftJoin(REGION).on(REGION.ID.eq(CHECK_RULE.REGION_ID))
                .orderBy(CHECK_RULE.ID)
                .fetch(r -> rule(r, indicators.get(r.get(CHECK_RULE.ID))));
    }

    private static Rule rule(Record r, List<String> codes) {
        return new Rule(r.get(CHECK_RULE.ID), condition(r, codes), r.get(REGION.CODE),
                Importance.valueOf(r.get(CHECK_RULE.IMPORTANCE)), Missing.valueOf(r.get(CHECK_RULE.MISSING)),
                plain(r.get(CHECK_RULE.TOLERANCE)), r.get(CHECK_RULE.INSTRUCTION), r.get(CHECK_RULE.ACTIVE),
                r.get(CHECK_RULE.VERSION));
    }

    private static Condition condition(Record r, List<String> codes) {
        var low = plain(r.get(CHECK_RULE.LOW));
        var high = plain(r.get(CHECK_RULE.HIGH));
        var first = codes.getFirst();
        return switch (Condition.Kind.valueOf(r.get(CHECK_RULE.KIND))) {
            case RANGE -> new Condition.Range(first, low, high);
            case JUMP -> new Condition.Jump(first, high);
            case SHARE -> new Condition.Share(first);
            case SUM -> new Condition.Sum(first, codes.subList(1, codes.size()));
            case RATIO -> new Condition.Ratio(first, codes.get(1), low, high);
            case MONOTONE -> new Condition.Monotone(first);
            case UNIT_COST -> new Condition.UnitCost(first, codes.get(1), low, high);
            case PAIR -> new Condition.Pair(first, codes.get(1));
        };
    }

    /** @return its number */
    long insert(Rule rule) {
        long id = db.insertInto(CHECK_RULE)
                .set(columns(rule))
                .returningResult(CHECK_RULE.ID)
                .fetchSingle().value1();
        insertIndicators(id, rule.condition());
        return id;
    }

    /** @return whether the rule stood as whoever changes it saw it, and is changed */
    boolean update(Rule rule) {
        var changed = db.update(CHECK_RULE)
                .set(columns(rule))
                .set(CHECK_RULE.VERSION, rule.version() + 1)
                .where(CHECK_RULE.ID.eq(rule.id()))
                .and(CHECK_RULE.VERSION.eq(rule.version()))
                .execute() == 1;
        if (changed) {
            db.deleteFrom(CHECK_RULE_INDICATOR).where(CHECK_RULE_INDICATOR.RULE_ID.eq(rule.id())).execute();
            insertIndicators(rule.id(), rule.condition());
        }
        return changed;
    }

    /** What its row says of a rule; its indicators have rows of their own. */
    private static Map<Field<?>, Object> columns(Rule rule) {
        var bounds = bounds(rule.condition());
        var columns = new HashMap<Field<?>, Object>();
        columns.put(CHECK_RULE.KIND, rule.condition().kind().name());
        columns.put(CHECK_RULE.REGION_ID, region(rule.region()));
        columns.put(CHECK_RULE.LOW, bounds.low());
        columns.put(CHECK_RULE.HIGH, bounds.high());
        columns.put(CHECK_RULE.IMPORTANCE, rule.importance().name());
        columns.put(CHECK_RULE.MISSING, rule.missing().name());
        columns.put(CHECK_RULE.TOLERANCE, rule.tolerance());
        columns.put(CHECK_RULE.INSTRUCTION, rule.instruction());
        columns.put(CHECK_RULE.ACTIVE, rule.active());
        return columns;
    }

    private void insertIndicators(long rule, Condition condition) {
        var place = 0;
        for (var code : condition.indicators()) {
            db.insertInto(CHECK_RULE_INDICATOR)
                    .set(CHECK_RULE_INDICATOR.RULE_ID, rule)
                    .set(CHECK_RULE_INDICATOR.PLACE, place++)
                    .set(CHECK_RULE_INDICATOR.INDICATOR_ID,
                            select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(code)))
                    .execute();
        }
    }

    private record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    }

    private static Bounds bounds(Condition condition) {
        return switch (condition) {
            case Condition.Range range -> new Bounds(range.low(), range.high());
            case Condition.Jump jump -> new Bounds(null, jump.percent());
            case Condition.Ratio ratio -> new Bounds(ratio.low(), ratio.high());
            case Condition.UnitCost cost -> new Bounds(cost.low(), cost.high());
            case Condition.Share share -> new Bounds(null, null);
            case Condition.Sum sum -> new Bounds(null, null);
            case Condition.Monotone monotone -> new Bounds(null, null);
            case Condition.Pair pair -> new Bounds(null, null);
        };
    }

    private static Field<Long> region(@Nullable String code) {
        return select(REGION.ID).from(REGION).where(REGION.CODE.eq(code)).asField();
    }

    /** What an explanation is of: figures that break a rule. */
    record Explains(long rule, String stated) {
    }

    /** The newest explanation of each breach of some rules in a region. */
    Map<Explains, Explained> explanations(Collection<Long> rules, String region) {
        var newest = new HashMap<Explains, Explained>();
        if (!rules.isEmpty()) {
            db.select(CHECK_EXPLANATION.RULE_ID, CHECK_EXPLANATION.STATED, CHECK_EXPLANATION.BODY,
                            CHECK_EXPLANATION.EXPLAINED_BY, CHECK_EXPLANATION.EXPLAINED_AT)
                    .from(CHECK_EXPLANATION)
                    .where(CHECK_EXPLANATION.RULE_ID.in(rules))
                    .and(CHECK_EXPLANATION.REGION_ID.eq(region(region)))
                    .orderBy(CHECK_EXPLANATION.ID)
                    .fetch(mapping((rule, stated, body, by, at) ->
                            newest.put(new Explains(rule, stated), new Explained(body, by, at))));
        }
        return newest;
    }

    void explain(Explains of, String region, String body, String by, Instant at) {
        db.insertInto(CHECK_EXPLANATION)
                .set(CHECK_EXPLANATION.RULE_ID, of.rule())
                .set(CHECK_EXPLANATION.REGION_ID, region(region))
                .set(CHECK_EXPLANATION.STATED, of.stated())
                .set(CHECK_EXPLANATION.BODY, body)
                .set(CHECK_EXPLANATION.EXPLAINED_BY, by)
                .set(CHECK_EXPLANATION.EXPLAINED_AT, at)
                .execute();
    }
}
