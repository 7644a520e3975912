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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.check.rule.Condition.Kind;
import org.youju.check.rule.RuleFinding.Explained;

@Repository
class RuleRepository {

    /** Room for what a unit cost reads. */
    private static final int PLACES_AT_LEAST = 4;

    private final DSLContext db;

    RuleRepository(DSLContext db) {
        this.db = db;
    }

    /** All rules, oldest first. */
    List<Rule> rules() {
        return rules(DSL.noCondition());
    }

    /** All rules of a kind, oldest first. */
    List<Rule> rules(Kind kind) {
        return rules(CHECK_RULE.KIND.eq(kind.name()));
    }

    private List<Rule> rules(org.jooq.Condition which) {
        return kept(CHECK_RULE.PROPOSED_FOR.isNull().and(which));
    }

    /** What rules are to say instead of what they say, by some numbers. */
    List<Rule> terms(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : kept(CHECK_RULE.PROPOSED_FOR.isNotNull().and(CHECK_RULE.ID.in(ids)));
    }

    /** Locks a rule until the transaction ends. */
    void lock(long id) {
        var rule = db.select(CHECK_RULE.ID)
                .from(CHECK_RULE)
                .where(CHECK_RULE.ID.eq(id));
        (db.family() == SQLDialect.POSTGRES ? rule.forNoKeyUpdate() : rule.forUpdate()).fetch();
    }

    private List<Rule> kept(org.jooq.Condition which) {
        var indicators = db.select(CHECK_RULE_INDICATOR.RULE_ID, CHECK_RULE_INDICATOR.PLACE, INDICATOR.CODE)
                .from(CHECK_RULE_INDICATOR)
                .join(INDICATOR).on(INDICATOR.ID.eq(CHECK_RULE_INDICATOR.INDICATOR_ID))
                .join(CHECK_RULE).on(CHECK_RULE.ID.eq(CHECK_RULE_INDICATOR.RULE_ID))
                .where(which)
                .orderBy(CHECK_RULE_INDICATOR.RULE_ID, CHECK_RULE_INDICATOR.PLACE)
                .fetchGroups(CHECK_RULE_INDICATOR.RULE_ID, r -> new Placed(r.value2(), r.value3()));
        return db.select(CHECK_RULE.fields())
                .select(REGION.CODE)
                .from(CHECK_RULE)
                .leftJoin(REGION).on(REGION.ID.eq(CHECK_RULE.REGION_ID))
                .where(which)
                .orderBy(CHECK_RULE.ID)
                .fetch(r -> rule(r, codes(indicators.get(r.get(CHECK_RULE.ID)))));
    }

    /** An indicator of a rule at its place in {@link Condition#places()}. */
    private record Placed(int place, String code) {
    }

    private static List<@Nullable String> codes(List<Placed> placed) {
        var codes = new @Nullable String[PLACES_AT_LEAST + placed.size()];
        placed.forEach(it -> codes[it.place()] = it.code());
        var last = placed.getLast().place();
        return Arrays.asList(codes).subList(0, Math.max(last + 1, PLACES_AT_LEAST));
    }

    private static Rule rule(Record r, List<@Nullable String> codes) {
        return new Rule(r.get(CHECK_RULE.ID), condition(r, codes), r.get(REGION.CODE),
                Importance.valueOf(r.get(CHECK_RULE.IMPORTANCE)), Missing.valueOf(r.get(CHECK_RULE.MISSING)),
                plain(r.get(CHECK_RULE.TOLERANCE)), r.get(CHECK_RULE.INSTRUCTION), r.get(CHECK_RULE.ACTIVE),
                r.get(CHECK_RULE.VERSION));
    }

    private static Condition condition(Record r, List<@Nullable String> codes) {
        var low = plain(r.get(CHECK_RULE.LOW));
        var high = plain(r.get(CHECK_RULE.HIGH));
        var first = codes.getFirst();
        return switch (Kind.valueOf(r.get(CHECK_RULE.KIND))) {
            case RANGE -> new Condition.Range(first, low, high);
            case JUMP -> new Condition.Jump(first, high);
            case SHARE -> new Condition.Share(first);
            case SUM -> new Condition.Sum(first, codes.stream().skip(1).filter(Objects::nonNull).toList());
            case ROLL -> new Condition.Roll(first, codes.get(1));
            case RATIO -> new Condition.Ratio(first, codes.get(1), low, high);
            case MONOTONE -> new Condition.Monotone(first);
            case UNIT_COST -> new Condition.UnitCost(first, codes.get(1), low, high, codes.get(2), codes.get(3));
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

    /**
     * Keeps what a rule is to say instead, with the version of the rule that whoever proposes it saw.
     *
     * @return its number
     */
    long insertTerms(Rule instead) {
        long id = db.insertInto(CHECK_RULE)
                .set(columns(instead))
                .set(CHECK_RULE.PROPOSED_FOR, instead.id())
                .set(CHECK_RULE.VERSION, instead.version())
                .returningResult(CHECK_RULE.ID)
                .fetchSingle().value1();
        insertIndicators(id, instead.condition());
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
        var places = condition.places();
        for (int place = 0; place < places.size(); place++) {
            var code = places.get(place);
            if (code == null) {
                continue;
            }
            db.insertInto(CHECK_RULE_INDICATOR)
                    .set(CHECK_RULE_INDICATOR.RULE_ID, rule)
                    .set(CHECK_RULE_INDICATOR.PLACE, place)
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
            case Condition.Roll roll -> new Bounds(null, null);
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

    /** What people say to breaches of some rules, by the code of the region; silent regions are left out. */
    Map<String, Map<Explains, Explained>> explanations(Collection<Long> rules, Collection<String> regions) {
        var newest = new HashMap<String, Map<Explains, Explained>>();
        if (!rules.isEmpty() && !regions.isEmpty()) {
            db.select(REGION.CODE, CHECK_EXPLANATION.RULE_ID, CHECK_EXPLANATION.STATED, CHECK_EXPLANATION.BODY,
                            CHECK_EXPLANATION.EXPLAINED_BY, CHECK_EXPLANATION.EXPLAINED_AT)
                    .from(CHECK_EXPLANATION)
                    .join(REGION).on(REGION.ID.eq(CHECK_EXPLANATION.REGION_ID))
                    .where(CHECK_EXPLANATION.RULE_ID.in(rules))
                    .and(REGION.CODE.in(regions))
                    .orderBy(CHECK_EXPLANATION.ID)
                    .forEach(row -> newest.computeIfAbsent(row.value1(), region -> new HashMap<>())
                            .put(new Explains(row.value2(), row.value3()),
                                    new Explained(row.value4(), row.value5(), row.value6())));
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
