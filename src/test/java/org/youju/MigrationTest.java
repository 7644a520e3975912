package org.youju;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stood in a database before a migration stands in it afterwards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationTest {

    private static void migrate(TestDatabase database, String target, boolean clean) {
        var flyway = Flyway.configure().dataSource(database.dataSource()).locations("classpath:db/migration")
                .cleanDisabled(false).target(target).load();
        if (clean) {
            flyway.clean();
        }
        flyway.migrate();
    }

    private static final String PROMISE = """
            insert into theme (code, name_zh, name_en, sort_order) values ('T', 't', 't', 1);
            insert into unit (code, name_en, dimension, base_code, factor, counted, sdmx_code, aliases)
                values ('u', 'u', 'area', 'u', 1, false, 'u', '');
            insert into region (code, name_zh, name_en) values ('310105', 'r', 'r');
            insert into indicator (code, name_zh, name_en, theme_id, unit_id, nature, direction, price_basis)
                select 'I', 'i', 'i', theme.id, unit.id, 'FLOW', 'UP', 'NONE' from theme, unit;
            insert into reply (source_key, kind, title, issuer, publicity, grade, recorded_by, recorded_at)
                values ('K', 'OTHER', 't', 'i', 'PUBLIC', 'A', 'li', timestamp with time zone '2026-01-01 00:00:00+00');
            insert into citation (reply_id, exact_text, prefix_text, suffix_text, state)
                select id, 'x', '', '', 'QUOTE_ONLY' from reply;
            insert into commitment (code, citation_id, indicator_id, region_id, kind, target_value, low_end, high_end,
                    qualifier, print_step, printed, window_from, window_to, state, approved, recorded_by, recorded_from,
                    recorded_to)
                select 'C001', citation.id, indicator.id, region.id, 'LEVEL_BY', 1, 'CLOSED', 'CLOSED', 'EXACT', 1, '1u',
                    2018, 2025, 'APPROVED', true, 'zhao', timestamp with time zone '2026-01-02 00:00:00+00',
                    timestamp with time zone '9999-12-31 00:00:00+00'
                from citation, indicator, region
            """;

    private static final String STATEMENT = """
            insert into observation (indicator_id, region_id, period_code, period_kind, reply_id, obs_value, low_end,
                    high_end, qualifier, print_step, printed, obs_status, comment_text, state, approved, recorded_by,
                    recorded_from, recorded_to)
                select indicator.id, region.id, '%s', 'YEAR', reply.id, 1, 'CLOSED', 'CLOSED', 'EXACT', 1, '1u', 'A',
                    '%s', 'DRAFT', false, 'li', timestamp with time zone '2026-01-02 00:00:00+00',
                    timestamp with time zone '9999-12-31 00:00:00+00'
                from indicator, region, reply
            """;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void why_a_figure_departs_from_its_words_is_parted_from_the_remark_on_it(Engine engine) {
        try (var database = engine.fresh()) {
            migrate(database, "49", true);
            insert(database.dsl(), PROMISE);
            insert(database.dsl(), STATEMENT.formatted("2021", "与引文不一致：原文笔误"));
            insert(database.dsl(), STATEMENT.formatted("2022", "两行\n备注\n与引文不一致：见附表\n第二行"));
            insert(database.dsl(), STATEMENT.formatted("2023", "说明与引文不一致：此处不是理由"));
            database.dsl().execute("""
                    insert into approval (entity, row_id, content_hash, approved_by, approved_at)
                        select 'observation', id, null, 'li', recorded_from from observation""");
            migrate(database, "latest", false);
            assertThat(database.dsl().fetch("""
                    select p.departure_joined from approval p join observation o on o.id = p.row_id
                    order by o.period_code""").map(it -> it.get(0, Boolean.class))).containsExactly(true, true, false);
            assertThat(database.dsl().fetch("select comment_text, departure_text from observation order by period_code")
                    .map(it -> it.intoList())).containsExactly(
                            Arrays.asList(null, "原文笔误"), Arrays.asList("两行\n备注", "见附表\n第二行"),
                            Arrays.asList("说明与引文不一致：此处不是理由", null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_indicator_is_a_draft_or_approved_and_nothing_else(Engine engine) {
        try (var database = engine.fresh()) {
            insert(database.dsl(), PROMISE);
            assertThat(database.dsl().execute("update indicator set state = 'DRAFT'")).isEqualTo(1);
            assertThatExceptionOfType(IntegrityConstraintViolationException.class)
                    .isThrownBy(() -> database.dsl().execute("update indicator set state = 'OTHER'"))
                    .withMessageContaining("indicator_state_ck");
        }
    }

    private static void insert(DSLContext dsl, String statements) {
        for (var statement : statements.split(";")) {
            dsl.execute(statement);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void proposals_to_withdraw_promises_and_the_assumptions_that_stood_are_carried_over(Engine engine) {
        try (var database = engine.fresh()) {
            migrate(database, "38", true);
            insert(database.dsl(), PROMISE);
            insert(database.dsl(), """
                    insert into commitment_withdrawal (commitment_id, reason, proposed_by, proposed_at, outcome, decided_at)
                        select id, '已并入', 'li', timestamp with time zone '2026-01-03 00:00:00+00', 'OPEN',
                            timestamp with time zone '9999-12-31 00:00:00+00' from commitment;
                    insert into assumption (commitment_code, indicator_id, period_code, upper_bound, reason, recorded_by,
                            recorded_from, recorded_to)
                        select 'C001', id, '2017', 100, '试点', 'zhao',
                            timestamp with time zone '2026-01-03 00:00:00+00',
                            timestamp with time zone '9999-12-31 00:00:00+00' from indicator
                    """);
            migrate(database, "latest", false);
            assertThat(database.dsl().fetchSingle("""
                    select w.reason, w.proposed_by, w.outcome, c.code
                    from withdrawal w join commitment c on c.id = w.commitment_id
                    where w.observation_id is null""").intoList()).containsExactly("已并入", "li", "OPEN", "C001");
            assertThat(database.dsl().fetchSingle("""
                    select a.grounds, a.state, a.approved, p.approved_by
                    from assumption a join approval p on p.row_id = a.id and p.entity = 'assumption'
                    where p.content_hash is null""").intoList())
                    .containsExactly("试点", "APPROVED", true, "zhao");
        }
    }
}
