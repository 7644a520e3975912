package org.youju.indicator;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.youju.db.Tables.DEFINITION;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.INDICATOR_ALIAS;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.THEME;
import static org.youju.db.Tables.UNIT;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.youju.figure.Nature;
import org.youju.figure.Unit;

@Repository
class IndicatorRepository {

    private static final String DRAFT = "DRAFT";
    private static final String APPROVED = "APPROVED";

    private final DSLContext db;

    IndicatorRepository(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    Catalogue catalogue() {
        return new Catalogue(indicators(), themes(), regions(), units(), definitions(), retired());
    }

    private List<Indicator> indicators() {
        var growthOf = INDICATOR.as("growth_of");
        var cumulativeOf = INDICATOR.as("cumulative_of");
        var shareOf = INDICATOR.as("share_of");
        var part = INDICATOR.as("part");
        return db.select(INDICATOR.CODE, INDICATOR.NAME_ZH, INDICATOR.NAME_EN, THEME.CODE, DEPARTMENT.CODE,
                        UNIT.CODE, UNIT.NAME_EN, UNIT.DIMENSION, UNIT.BASE_CODE, UNIT.FACTOR, UNIT.COUNTED,
                        UNIT.SDMX_CODE, UNIT.ALIASES,
                        INDICATOR.NATURE, INDICATOR.DIRECTION, INDICATOR.PRICE_BASIS, INDICATOR.HEADLINE_ORDER,
                        growthOf.CODE, cumulativeOf.CODE, shareOf.CODE, part.CODE, INDICATOR.IS_PUBLIC, INDICATOR.NOTE,
                        INDICATOR.STATE)
                .from(INDICATOR)
                .join(THEME).on(THEME.ID.eq(INDICATOR.THEME_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(INDICATOR.DEPARTMENT_ID))
                .leftJoin(growthOf).on(growthOf.ID.eq(INDICATOR.GROWTH_OF_ID))
                .leftJoin(cumulativeOf).on(cumulativeOf.ID.eq(INDICATOR.CUMULATIVE_OF_ID))
                .leftJoin(shareOf).on(shareOf.ID.eq(INDICATOR.SHARE_OF_ID))
                .leftJoin(part).on(part.ID.eq(INDICATOR.PART_ID))
                .orderBy(THEME.SORT_ORDER, INDICATOR.CODE)
                .fetch(r -> new Indicator(r.get(INDICATOR.CODE), r.get(INDICATOR.NAME_ZH), r.get(INDICATOR.NAME_EN),
                        r.get(THEME.CODE), r.get(DEPARTMENT.CODE),
                        unit(r.get(UNIT.CODE), r.get(UNIT.NAME_EN), r.get(UNIT.DIMENSION), r.get(UNIT.BASE_CODE),
                                r.get(UNIT.FACTOR), r.get(UNIT.COUNTED), r.get(UNIT.SDMX_CODE), r.get(UNIT.ALIASES)),
                        Nature.valueOf(r.get(INDICATOR.NATURE)), Direction.valueOf(r.get(INDICATOR.DIRECTION)),
                        PriceBasis.valueOf(r.get(INDICATOR.PRICE_BASIS)), r.get(INDICATOR.HEADLINE_ORDER),
                        r.get(growthOf.CODE), r.get(cumulativeOf.CODE), r.get(shareOf.CODE), r.get(part.CODE),
                        r.get(INDICATOR.IS_PUBLIC), r.get(INDICATOR.NOTE), r.get(INDICATOR.STATE).equals(DRAFT)));
    }

    private Set<String> retired() {
        return db.select(INDICATOR.CODE).from(INDICATOR).where(INDICATOR.RETIRED_ON.isNotNull())
                .fetchSet(INDICATOR.CODE);
    }

    private static Unit unit(String code, String nameEn, String dimension, String base, BigDecimal factor,
            boolean counted, String sdmx, String aliases) {
        return new Unit(code, nameEn, dimension, base, factor, counted, sdmx,
                aliases.isBlank() ? List.of() : List.of(aliases.split(" ")));
    }

    private List<Theme> themes() {
        return db.select(THEME.CODE, THEME.NAME_ZH, THEME.NAME_EN, THEME.SORT_ORDER)
                .from(THEME)
                .orderBy(THEME.SORT_ORDER)
                .fetch(mapping(Theme::new));
    }

    private List<Region> regions() {
        var parent = REGION.as("parent");
        return db.select(REGION.CODE, REGION.NAME_ZH, REGION.NAME_EN, parent.CODE)
                .from(REGION)
                .leftJoin(parent).on(parent.ID.eq(REGION.PARENT_ID))
                .orderBy(REGION.CODE)
                .fetch(mapping(Region::new));
    }

    List<Department> departments() {
        return db.select(DEPARTMENT.CODE, DEPARTMENT.NAME_ZH, DEPARTMENT.NAME_EN)
                .from(DEPARTMENT)
                .orderBy(DEPARTMENT.CODE)
                .fetch(mapping(Department::new));
    }

    private List<Unit> units() {
        return db.select(UNIT.CODE, UNIT.NAME_EN, UNIT.DIMENSION, UNIT.BASE_CODE, UNIT.FACTOR, UNIT.COUNTED,
                        UNIT.SDMX_CODE, UNIT.ALIASES)
                .from(UNIT)
                .orderBy(UNIT.CODE)
                .fetch(mapping(IndicatorRepository::unit));
    }

    private List<Definition> definitions() {
        return db.select(INDICATOR.CODE, REGION.CODE, DEFINITION.NUMBER, DEFINITION.VALID_FROM, DEFINITION.BODY,
                        DEFINITION.SCOPE, DEFINITION.METHOD, DEFINITION.PRICE_BASIS.convertFrom(PriceBasis::valueOf),
                        DEFINITION.COMPARABLE, DEFINITION.REASON)
                .from(DEFINITION)
                .join(INDICATOR).on(INDICATOR.ID.eq(DEFINITION.INDICATOR_ID))
                .leftJoin(REGION).on(REGION.ID.eq(DEFINITION.REGION_ID))
                .orderBy(INDICATOR.CODE, DEFINITION.NUMBER)
                .fetch(mapping(Definition::new));
    }

    Map<String, List<String>> aliases() {
        return db.select(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS)
                .from(INDICATOR_ALIAS)
                .join(INDICATOR).on(INDICATOR.ID.eq(INDICATOR_ALIAS.INDICATOR_ID))
                .where(INDICATOR.RETIRED_ON.isNull())
                .orderBy(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS)
                .fetchGroups(INDICATOR.CODE, INDICATOR_ALIAS.ALIAS);
    }

    void insertAliases(String indicator, Collection<String> aliases) {
        aliases.forEach(alias -> db.insertInto(INDICATOR_ALIAS)
                .set(INDICATOR_ALIAS.INDICATOR_ID, indicatorId(indicator))
                .set(INDICATOR_ALIAS.ALIAS, alias)
                .onConflictDoNothing()
                .execute());
    }

    void insertUnit(Unit unit) {
        db.insertInto(UNIT)
                .set(UNIT.CODE, unit.code())
                .set(UNIT.NAME_EN, unit.nameEn())
                .set(UNIT.DIMENSION, unit.dimension())
                .set(UNIT.BASE_CODE, unit.base())
                .set(UNIT.FACTOR, unit.factor())
                .set(UNIT.COUNTED, unit.counted())
                .set(UNIT.SDMX_CODE, unit.sdmx())
                .set(UNIT.ALIASES, String.join(" ", unit.aliases()))
                .execute();
    }

    void insertTheme(Theme theme) {
        db.insertInto(THEME)
                .set(THEME.CODE, theme.code())
                .set(THEME.NAME_ZH, theme.nameZh())
                .set(THEME.NAME_EN, theme.nameEn())
                .set(THEME.SORT_ORDER, theme.order())
                .execute();
    }

    void insertRegion(Region region) {
        db.insertInto(REGION)
                .set(REGION.CODE, region.code())
                .set(REGION.NAME_ZH, region.nameZh())
                .set(REGION.NAME_EN, region.nameEn())
                .set(REGION.PARENT_ID, regionId(region.parent()))
                .execute();
    }

    void insertDepartment(Department department) {
        db.insertInto(DEPARTMENT)
                .set(DEPARTMENT.CODE, department.code())
                .set(DEPARTMENT.NAME_ZH, department.nameZh())
                .set(DEPARTMENT.NAME_EN, department.nameEn())
                .execute();
    }

    void insertIndicator(Indicator indicator) {
        db.insertInto(INDICATOR)
                .set(INDICATOR.CODE, indicator.code())
                .set(INDICATOR.NAME_ZH, indicator.nameZh())
                .set(INDICATOR.NAME_EN, indicator.nameEn())
                .set(INDICATOR.THEME_ID, select(THEME.ID).from(THEME).where(THEME.CODE.eq(indicator.theme())))
                .set(INDICATOR.DEPARTMENT_ID,
                        select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq(indicator.department())))
                .set(INDICATOR.UNIT_ID, select(UNIT.ID).from(UNIT).where(UNIT.CODE.eq(indicator.unit().code())))
                .set(INDICATOR.NATURE, indicator.nature().name())
                .set(INDICATOR.DIRECTION, indicator.direction().name())
                .set(INDICATOR.PRICE_BASIS, indicator.priceBasis().name())
                .set(INDICATOR.HEADLINE_ORDER, indicator.headlineOrder())
                .set(INDICATOR.IS_PUBLIC, indicator.isPublic())
                .set(INDICATOR.NOTE, indicator.note())
                .set(INDICATOR.STATE, indicator.isDraft() ? DRAFT : APPROVED)
                .execute();
    }

    void approve(Collection<String> codes) {
        db.update(INDICATOR)
                .set(INDICATOR.STATE, APPROVED)
                .where(INDICATOR.CODE.in(codes))
                .execute();
    }

    /** Writes the indicators that the given one refers to; all of them must exist by then. */
    void relate(Indicator indicator) {
        db.update(INDICATOR)
                .set(INDICATOR.GROWTH_OF_ID, indicatorId(indicator.growthOf()))
                .set(INDICATOR.CUMULATIVE_OF_ID, indicatorId(indicator.cumulativeOf()))
                .set(INDICATOR.SHARE_OF_ID, indicatorId(indicator.shareOf()))
                .set(INDICATOR.PART_ID, indicatorId(indicator.part()))
                .where(INDICATOR.CODE.eq(indicator.code()))
                .execute();
    }

    void insertDefinition(Definition definition) {
        db.insertInto(DEFINITION)
                .set(DEFINITION.INDICATOR_ID, indicatorId(definition.indicator()))
                .set(DEFINITION.REGION_ID, regionId(definition.region()))
                .set(DEFINITION.NUMBER, definition.number())
                .set(DEFINITION.VALID_FROM, definition.validFrom())
                .set(DEFINITION.BODY, definition.body())
                .set(DEFINITION.SCOPE, definition.scope())
                .set(DEFINITION.METHOD, definition.method())
                .set(DEFINITION.PRICE_BASIS, definition.priceBasis().name())
                .set(DEFINITION.COMPARABLE, definition.comparable())
                .set(DEFINITION.REASON, definition.reason())
                .execute();
    }

    /**
     * The codes of the units of some indicators. Those that no figure is stated of are locked until the transaction
     * ends, so that the unit stays with the first of their figures.
     */
    Map<String, String> holdUnits(Collection<String> codes) {
        var unstated = db.select(INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.in(codes))
                .andNotExists(selectOne().from(OBSERVATION).where(OBSERVATION.INDICATOR_ID.eq(INDICATOR.ID)))
                .orderBy(INDICATOR.ID);
        (db.family() == SQLDialect.POSTGRES ? unstated.forNoKeyUpdate() : unstated.forUpdate()).fetch();
        return db.select(INDICATOR.CODE, UNIT.CODE)
                .from(INDICATOR)
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .where(INDICATOR.CODE.in(codes))
                .fetchMap(INDICATOR.CODE, UNIT.CODE);
    }

    private static Field<Long> indicatorId(@Nullable String code) {
        var other = INDICATOR.as("other");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }

    private static Field<Long> regionId(@Nullable String code) {
        var other = REGION.as("other");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }
}
