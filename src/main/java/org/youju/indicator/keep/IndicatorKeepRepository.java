package org.youju.indicator.keep;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.CHECK_RULE_INDICATOR;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.DEFINITION;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.INDICATOR_ALIAS;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.THEME;
import static org.youju.db.Tables.UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;

/** Indicators and their definitions with their versions. */
@Repository
class IndicatorKeepRepository {

    private final DSLContext db;

    IndicatorKeepRepository(DSLContext db) {
        this.db = db;
    }

    /** What an indicator's row says that {@link Indicator} does not. */
    record State(int version, @Nullable LocalDate retiredOn) {
    }

    Map<String, State> states() {
        return db.select(INDICATOR.CODE, INDICATOR.VERSION, INDICATOR.RETIRED_ON)
                .from(INDICATOR)
                .fetchMap(INDICATOR.CODE, r -> new State(r.value2(), r.value3()));
    }

    Map<String, List<String>> aliases() {
        return db.select(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS)
                .from(INDICATOR_ALIAS)
                .join(INDICATOR).on(INDICATOR.ID.eq(INDICATOR_ALIAS.INDICATOR_ID))
                .orderBy(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS)
                .fetchGroups(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS);
    }

    /** Whether a figure, a promise or a candidate of it is recorded, in whatever state, or a rule reads it. */
    boolean isStated(String code) {
        return db.fetchExists(select(OBSERVATION.ID).from(OBSERVATION).where(OBSERVATION.INDICATOR_ID.eq(id(code))))
                || db.fetchExists(select(COMMITMENT.ID).from(COMMITMENT).where(COMMITMENT.INDICATOR_ID.eq(id(code))))
                || db.fetchExists(select(CANDIDATE.ID).from(CANDIDATE).where(CANDIDATE.INDICATOR_ID.eq(id(code))))
                || db.fetchExists(select(CHECK_RULE_INDICATOR.RULE_ID).from(CHECK_RULE_INDICATOR)
                        .where(CHECK_RULE_INDICATOR.INDICATOR_ID.eq(id(code))));
    }

    /** @return whether it stood as it was seen, and is changed */
    boolean update(Indicator indicator, int version) {
        return db.update(INDICATOR)
                .set(INDICATOR.NAME_ZH, indicator.nameZh())
                .set(INDICATOR.NAME_EN, indicator.nameEn())
                .set(INDICATOR.THEME_ID, select(THEME.ID).from(THEME).where(THEME.CODE.eq(indicator.theme())))
                .set(INDICATOR.DEPARTMENT_ID,
                        select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq(indicator.department())))
                .set(INDICATOR.UNIT_ID, select(UNIT.ID).from(UNIT).where(UNIT.CODE.eq(indicator.unit().code())))
                .set(INDICATOR.NATURE, indicator.nature().name())
                .set(INDICATOR.DIRECTION, indicator.direction().name())
                .set(INDICATOR.PRICE_BASIS, indicator.priceBasis().name())
                .set(INDICATOR.GROWTH_OF_ID, id(indicator.growthOf()))
                .set(INDICATOR.CUMULATIVE_OF_ID, id(indicator.cumulativeOf()))
                .set(INDICATOR.SHARE_OF_ID, id(indicator.shareOf()))
                .set(INDICATOR.PART_ID, id(indicator.part()))
                .set(INDICATOR.IS_PUBLIC, indicator.isPublic())
                .set(INDICATOR.NOTE, indicator.note())
                .set(INDICATOR.VERSION, version + 1)
                .where(isSeen(indicator.code(), version))
                .execute() == 1;
    }

    private static Condition isSeen(String code, int version) {
        return INDICATOR.CODE.eq(code).and(INDICATOR.VERSION.eq(version));
    }

    void replaceAliases(String code, Collection<String> aliases) {
        db.deleteFrom(INDICATOR_ALIAS).where(INDICATOR_ALIAS.INDICATOR_ID.eq(id(code))).execute();
        aliases.stream().distinct().forEach(alias -> db.insertInto(INDICATOR_ALIAS)
                .set(INDICATOR_ALIAS.INDICATOR_ID, id(code))
                .set(INDICATOR_ALIAS.ALIAS, alias)
                .execute());
    }

    /** @return whether it stood as it was seen, and is retired, or no longer */
    boolean retire(String code, int version, @Nullable LocalDate on) {
        return db.update(INDICATOR)
                .set(INDICATOR.RETIRED_ON, on)
                .setNull(INDICATOR.HEADLINE_ORDER)
                .set(INDICATOR.VERSION, version + 1)
                .where(isSeen(code, version))
                .execute() == 1;
    }

    /** @return whether it stood as it was seen, and is gone with its aliases and definitions */
    boolean delete(String code, int version) {
        db.deleteFrom(INDICATOR_ALIAS).where(INDICATOR_ALIAS.INDICATOR_ID.eq(id(code))).execute();
        db.deleteFrom(DEFINITION).where(DEFINITION.INDICATOR_ID.eq(id(code))).execute();
        return db.deleteFrom(INDICATOR).where(isSeen(code, version)).execute() == 1;
    }

    /** Lets one at a time change what indicators are growths, shares, sums and parts of; the first row stands for them all. */
    void lockRelations() {
        var first = db.select(INDICATOR.ID).from(INDICATOR)
                .where(INDICATOR.ID.eq(select(min(INDICATOR.ID)).from(INDICATOR)));
        (db.family() == SQLDialect.POSTGRES ? first.forNoKeyUpdate() : first.forUpdate()).fetch();
    }

    /** Lets one at a time arrange the headlines. */
    void lockHeadlines() {
        db.select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.HEADLINE_ORDER.isNotNull()).orderBy(INDICATOR.ID)
                .forUpdate().fetch();
    }

    void arrange(List<String> codes) {
        db.update(INDICATOR).setNull(INDICATOR.HEADLINE_ORDER).where(INDICATOR.HEADLINE_ORDER.isNotNull()).execute();
        for (int i = 0; i < codes.size(); i++) {
            db.update(INDICATOR).set(INDICATOR.HEADLINE_ORDER, i + 1).where(INDICATOR.CODE.eq(codes.get(i))).execute();
        }
    }

    /** The definitions of an indicator in all regions, by region and number. */
    List<Kept<Definition>> definitions(String code) {
        return db.select(DEFINITION.fields()).select(REGION.CODE)
                .from(DEFINITION)
                .leftJoin(REGION).on(REGION.ID.eq(DEFINITION.REGION_ID))
                .where(DEFINITION.INDICATOR_ID.eq(id(code)))
                .orderBy(REGION.CODE.nullsFirst(), DEFINITION.NUMBER)
                .fetch(r -> new Kept<>(new Definition(code, r.get(REGION.CODE), r.get(DEFINITION.NUMBER),
                        r.get(DEFINITION.VALID_FROM), r.get(DEFINITION.BODY), r.get(DEFINITION.SCOPE),
                        r.get(DEFINITION.METHOD), PriceBasis.valueOf(r.get(DEFINITION.PRICE_BASIS)),
                        r.get(DEFINITION.COMPARABLE), r.get(DEFINITION.REASON)), r.get(DEFINITION.VERSION)));
    }

    /** Lets one at a time add to the definitions of an indicator, change them, or change its unit. */
    void lock(String code) {
        db.select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(code)).forUpdate().fetch();
    }

    /** @return whether it stood as it was seen, and is changed */
    boolean update(Definition definition, int version) {
        return db.update(DEFINITION)
                .set(DEFINITION.VALID_FROM, definition.validFrom())
                .set(DEFINITION.BODY, definition.body())
                .set(DEFINITION.SCOPE, definition.scope())
                .set(DEFINITION.METHOD, definition.method())
                .set(DEFINITION.PRICE_BASIS, definition.priceBasis().name())
                .set(DEFINITION.COMPARABLE, definition.comparable())
                .set(DEFINITION.REASON, definition.reason())
                .set(DEFINITION.VERSION, version + 1)
                .where(DEFINITION.INDICATOR_ID.eq(id(definition.indicator())))
                .and(definition.region() == null ? DEFINITION.REGION_ID.isNull()
                        : DEFINITION.REGION_ID.eq(regionId(definition.region())))
                .and(DEFINITION.NUMBER.eq(definition.number()))
                .and(DEFINITION.VERSION.eq(version))
                .execute() == 1;
    }

    private static Field<Long> id(@Nullable String code) {
        var other = INDICATOR.as("other");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }

    private static Field<Long> regionId(@Nullable String code) {
        var other = REGION.as("other_region");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }
}
