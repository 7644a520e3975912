package org.youju.workflow.notice;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.youju.db.Tables.APP_ACCOUNT;
import static org.youju.db.Tables.APP_ACCOUNT_DEPARTMENT;
import static org.youju.db.Tables.APP_ACCOUNT_REGION;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.NOTICE;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.REGION;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.workflow.notice.Notice.PromiseKey;

@Repository
class NoticeRepository {

    private final DSLContext db;

    NoticeRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Collection<String> recipients, Notice.Kind kind, @Nullable CellKey cell,
            @Nullable PromiseKey promise, @Nullable Long rule, String words, String by, Instant at) {
        if (recipients.isEmpty()) {
            return;
        }
        var region = cell != null ? cell.region() : promise != null ? promise.region() : null;
        var indicatorId = field(select(INDICATOR.ID).from(INDICATOR)
                .where(INDICATOR.CODE.eq(cell == null ? null : cell.indicator())));
        var regionId = field(select(REGION.ID).from(REGION).where(REGION.CODE.eq(region)));
        var rows = recipients.stream().map(recipient -> row(val(recipient), val(kind.name()), indicatorId, regionId,
                val(cell == null ? null : cell.period().code(), NOTICE.PERIOD_CODE),
                val(promise == null ? null : promise.code(), NOTICE.COMMITMENT_CODE), val(rule, NOTICE.RULE_ID),
                val(words), val(by), val(at, NOTICE.MADE_AT))).toList();
        db.insertInto(NOTICE, NOTICE.RECIPIENT, NOTICE.KIND, NOTICE.INDICATOR_ID, NOTICE.REGION_ID, NOTICE.PERIOD_CODE,
                        NOTICE.COMMITMENT_CODE, NOTICE.RULE_ID, NOTICE.WORDS, NOTICE.CAUSED_BY, NOTICE.MADE_AT)
                .valuesOfRows(rows)
                .execute();
    }

    int unread(String recipient) {
        return db.fetchCount(NOTICE, NOTICE.RECIPIENT.eq(recipient).and(NOTICE.READ_AT.isNull()));
    }

    /** The newest of a person. */
    List<Notice> of(String recipient, boolean unreadOnly, int limit) {
        return db.select(NOTICE.ID, NOTICE.KIND, INDICATOR.CODE, REGION.CODE, NOTICE.PERIOD_CODE,
                        NOTICE.COMMITMENT_CODE, NOTICE.RULE_ID, NOTICE.WORDS, NOTICE.CAUSED_BY, NOTICE.MADE_AT,
                        NOTICE.READ_AT)
                .from(NOTICE)
                .leftJoin(INDICATOR).on(INDICATOR.ID.eq(NOTICE.INDICATOR_ID))
                .leftJoin(REGION).on(REGION.ID.eq(NOTICE.REGION_ID))
                .where(NOTICE.RECIPIENT.eq(recipient))
                .and(unreadOnly ? NOTICE.READ_AT.isNull() : noCondition())
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(r -> new Notice(r.get(NOTICE.ID), Notice.Kind.valueOf(r.get(NOTICE.KIND)),
                        r.get(INDICATOR.CODE) == null ? null : new CellKey(r.get(INDICATOR.CODE), r.get(REGION.CODE),
                                Period.parse(r.get(NOTICE.PERIOD_CODE))),
                        r.get(NOTICE.COMMITMENT_CODE) == null ? null
                                : new PromiseKey(r.get(REGION.CODE), r.get(NOTICE.COMMITMENT_CODE)),
                        r.get(NOTICE.RULE_ID), r.get(NOTICE.WORDS), r.get(NOTICE.CAUSED_BY), r.get(NOTICE.MADE_AT), r.get(NOTICE.READ_AT)));
    }

    /** @param at when they were read, null for unread again */
    void mark(String recipient, Collection<Long> ids, @Nullable Instant at) {
        db.update(NOTICE)
                .set(NOTICE.READ_AT, at)
                .where(NOTICE.RECIPIENT.eq(recipient))
                .and(NOTICE.ID.in(ids))
                .execute();
    }

    void markAll(String recipient, Instant at) {
        db.update(NOTICE)
                .set(NOTICE.READ_AT, at)
                .where(NOTICE.RECIPIENT.eq(recipient))
                .and(NOTICE.READ_AT.isNull())
                .execute();
    }

    /** The open accounts of some roles whose scope covers a region and a department, by user name. */
    List<Colleague> covering(Collection<Role> roles, @Nullable String region, @Nullable String department) {
        var regions = new HashMap<Long, Set<String>>();
        db.select(APP_ACCOUNT_REGION.ACCOUNT_ID, REGION.CODE)
                .from(APP_ACCOUNT_REGION)
                .join(REGION).on(REGION.ID.eq(APP_ACCOUNT_REGION.REGION_ID))
                .forEach(r -> regions.computeIfAbsent(r.value1(), id -> new HashSet<>()).add(r.value2()));
        Map<Long, Set<String>> departments = new HashMap<>();
        db.select(APP_ACCOUNT_DEPARTMENT.ACCOUNT_ID, DEPARTMENT.CODE)
                .from(APP_ACCOUNT_DEPARTMENT)
                .join(DEPARTMENT).on(DEPARTMENT.ID.eq(APP_ACCOUNT_DEPARTMENT.DEPARTMENT_ID))
                .forEach(r -> departments.computeIfAbsent(r.value1(), id -> new HashSet<>()).add(r.value2()));
        return db.select(APP_ACCOUNT.ID, APP_ACCOUNT.USERNAME, APP_ACCOUNT.DISPLAY_NAME,
                        APP_ACCOUNT.ROLE.convertFrom(Role::valueOf))
                .from(APP_ACCOUNT)
                .where(APP_ACCOUNT.ROLE.in(roles.stream().map(Role::name).toList()))
                .and(APP_ACCOUNT.ENABLED)
                .orderBy(APP_ACCOUNT.USERNAME)
                .fetch().stream()
                .filter(r -> new Scope(regions.getOrDefault(r.value1(), Set.of()),
                        departments.getOrDefault(r.value1(), Set.of())).covers(region, department))
                .map(r -> new Colleague(r.value2(), r.value3(), r.value4())).toList();
    }

    /** Who has entered or submitted figures of a cell. */
    Set<String> authors(CellKey cell) {
        return db.selectDistinct(OBSERVATION.RECORDED_BY)
                .from(OBSERVATION)
                .where(OBSERVATION.INDICATOR_ID.eq(
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(cell.indicator()))))
                .and(OBSERVATION.REGION_ID.eq(select(REGION.ID).from(REGION).where(REGION.CODE.eq(cell.region()))))
                .and(OBSERVATION.PERIOD_CODE.eq(cell.period().code()))
                .and(OBSERVATION.STATE.in("DRAFT", "SUBMITTED"))
                .fetchSet(OBSERVATION.RECORDED_BY);
    }
}
