package org.youju.indicator.keep;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.THEME;
import static org.youju.db.Tables.UNIT;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.figure.Unit;
import org.youju.indicator.Department;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;

/** Themes, regions, departments and units with their versions. */
@Repository
class ListRepository {

    private final DSLContext db;

    ListRepository(DSLContext db) {
        this.db = db;
    }

    List<Kept<ThemeEntry>> themes() {
        var parent = THEME.as("parent");
        return db.select(THEME.CODE, THEME.NAME_ZH, THEME.NAME_EN, THEME.SORT_ORDER, parent.CODE, THEME.VERSION)
                .from(THEME)
                .leftJoin(parent).on(parent.ID.eq(THEME.PARENT_ID))
                .orderBy(THEME.SORT_ORDER, THEME.CODE)
                .fetch(r -> new Kept<>(new ThemeEntry(new Theme(r.value1(), r.value2(), r.value3(), r.value4()),
                        r.value5()), r.value6()));
    }

    /** Lets one at a time change whose parts themes are. */
    void lockThemes() {
        lockFirst(THEME, THEME.ID);
    }

    /** Lets one at a time change whose parts regions are. */
    void lockRegions() {
        lockFirst(REGION, REGION.ID);
    }

    /** The first row stands for the whole list; others may refer to it meanwhile. */
    private void lockFirst(Table<?> list, Field<Long> id) {
        var first = db.select(id).from(list).where(id.eq(select(min(id)).from(list)));
        (db.family() == SQLDialect.POSTGRES ? first.forNoKeyUpdate() : first.forUpdate()).fetch();
    }

    void insert(ThemeEntry entry) {
        db.insertInto(THEME)
                .set(THEME.CODE, entry.theme().code())
                .set(THEME.NAME_ZH, entry.theme().nameZh())
                .set(THEME.NAME_EN, entry.theme().nameEn())
                .set(THEME.SORT_ORDER, entry.theme().order())
                .set(THEME.PARENT_ID, themeId(entry.parent()))
                .execute();
    }

    boolean update(ThemeEntry entry, int version) {
        return db.update(THEME)
                .set(THEME.NAME_ZH, entry.theme().nameZh())
                .set(THEME.NAME_EN, entry.theme().nameEn())
                .set(THEME.SORT_ORDER, entry.theme().order())
                .set(THEME.PARENT_ID, themeId(entry.parent()))
                .set(THEME.VERSION, version + 1)
                .where(THEME.CODE.eq(entry.theme().code())).and(THEME.VERSION.eq(version))
                .execute() == 1;
    }

    boolean deleteTheme(String code, int version) {
        return db.deleteFrom(THEME).where(THEME.CODE.eq(code)).and(THEME.VERSION.eq(version)).execute() == 1;
    }

    private static Field<Long> themeId(@Nullable String code) {
        var other = THEME.as("other");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }

    List<Kept<Region>> regions() {
        var parent = REGION.as("parent");
        return db.select(REGION.CODE, REGION.NAME_ZH, REGION.NAME_EN, parent.CODE, REGION.VERSION)
                .from(REGION)
                .leftJoin(parent).on(parent.ID.eq(REGION.PARENT_ID))
                .orderBy(REGION.CODE)
                .fetch(r -> new Kept<>(new Region(r.value1(), r.value2(), r.value3(), r.value4()), r.value5()));
    }

    boolean update(Region region, int version) {
        return db.update(REGION)
                .set(REGION.NAME_ZH, region.nameZh())
                .set(REGION.NAME_EN, region.nameEn())
                .set(REGION.PARENT_ID, regionId(region.parent()))
                .set(REGION.VERSION, version + 1)
                .where(REGION.CODE.eq(region.code())).and(REGION.VERSION.eq(version))
                .execute() == 1;
    }

    boolean deleteRegion(String code, int version) {
        return db.deleteFrom(REGION).where(REGION.CODE.eq(code)).and(REGION.VERSION.eq(version)).execute() == 1;
    }

    private static Field<Long> regionId(@Nullable String code) {
        var other = REGION.as("other");
        return select(other.ID).from(other).where(other.CODE.eq(code)).asField();
    }

    List<Kept<Department>> departments() {
        return db.select(DEPARTMENT.CODE, DEPARTMENT.NAME_ZH, DEPARTMENT.NAME_EN, DEPARTMENT.VERSION)
                .from(DEPARTMENT)
                .orderBy(DEPARTMENT.CODE)
                .fetch(r -> new Kept<>(new Department(r.value1(), r.value2(), r.value3()), r.value4()));
    }

    boolean update(Department department, int version) {
        return db.update(DEPARTMENT)
                .set(DEPARTMENT.NAME_ZH, department.nameZh())
                .set(DEPARTMENT.NAME_EN, department.nameEn())
                .set(DEPARTMENT.VERSION, version + 1)
                .where(DEPARTMENT.CODE.eq(department.code())).and(DEPARTMENT.VERSION.eq(version))
                .execute() == 1;
    }

    boolean deleteDepartment(String code, int version) {
        return db.deleteFrom(DEPARTMENT).where(DEPARTMENT.CODE.eq(code)).and(DEPARTMENT.VERSION.eq(version))
                .execute() == 1;
    }

    List<Kept<Unit>> units() {
        return db.selectFrom(UNIT)
                .orderBy(UNIT.DIMENSION, UNIT.FACTOR, UNIT.CODE)
                .fetch(r -> new Kept<>(new Unit(r.getCode(), r.getNameEn(), r.getDimension(), r.getBaseCode(),
                        r.getFactor(), r.getCounted(), r.getSdmxCode(),
                        r.getAliases().isBlank() ? List.of() : List.of(r.getAliases().split(" "))), r.getVersion()));
    }

    /** Whether the figures of some indicator are in it. */
    boolean isUsed(Unit unit) {
        return db.fetchExists(select(INDICATOR.ID).from(INDICATOR).join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .where(UNIT.CODE.eq(unit.code())));
    }

    boolean update(Unit unit, int version) {
        return db.update(UNIT)
                .set(UNIT.NAME_EN, unit.nameEn())
                .set(UNIT.DIMENSION, unit.dimension())
                .set(UNIT.BASE_CODE, unit.base())
                .set(UNIT.FACTOR, unit.factor())
                .set(UNIT.COUNTED, unit.counted())
                .set(UNIT.SDMX_CODE, unit.sdmx())
                .set(UNIT.ALIASES, String.join(" ", unit.aliases()))
                .set(UNIT.VERSION, version + 1)
                .where(UNIT.CODE.eq(unit.code())).and(UNIT.VERSION.eq(version))
                .execute() == 1;
    }

    boolean deleteUnit(String code, int version) {
        return db.deleteFrom(UNIT).where(UNIT.CODE.eq(code)).and(UNIT.VERSION.eq(version)).execute() == 1;
    }
}
