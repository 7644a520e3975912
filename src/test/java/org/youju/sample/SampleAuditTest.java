package org.youju.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.noCondition;
import static org.youju.db.Tables.ASSUMPTION;
import static org.youju.db.Tables.AUDIT_EVENT;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;
import static org.youju.db.Tables.UNIT;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.SampleUiTest;
import org.youju.TestServices;
import org.youju.security.Role;
import org.youju.security.audit.AuditTrail;
import org.youju.security.audit.ChainCheck;

/** What the sample's loading has written is in the audit trail, row by row. */
class SampleAuditTest extends SampleUiTest {

    @Autowired
    private DSLContext dsl;
    @Autowired
    private AuditTrail trail;

    private void assertTold(String entity, Table<?> table, String... actions) {
        var told = dsl.fetchCount(AUDIT_EVENT, AUDIT_EVENT.ENTITY.eq(entity)
                .and(actions.length == 0 ? noCondition() : AUDIT_EVENT.ACTION.in(actions)));
        assertThat(told).as(entity).isPositive().isEqualTo(dsl.fetchCount(table));
    }

    @Test
    void every_row_of_every_kind_was_told_once() {
        assertTold("observation", OBSERVATION);
        assertTold("commitment", COMMITMENT);
        assertTold("assumption", ASSUMPTION);
        assertTold("reply", REPLY, "record");
        assertTold("citation", CITATION, "cite");
        assertTold("indicator", INDICATOR, "create");
        assertTold("region", REGION, "create");
        assertTold("unit", UNIT, "create");
    }

    @Test
    void the_chain_of_all_of_it_is_whole() {
        assertThat(TestServices.as("admin", Role.ADMIN, () -> trail.check((done, all) -> { }))).isInstanceOf(ChainCheck.Intact.class);
    }
}
