package org.youju.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.AUDIT_EVENT;
import static org.youju.db.Tables.AUDIT_HEAD;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.security.Role;

class AuditTrailTest extends BothEnginesTest {

    private TestServices services;
    private AuditTrail trail;
    private ApplicationEventPublisher events;
    private TransactionTemplate transaction;

    @BeforeEach
    void openTrail() {
        services = new TestServices(database, "org.youju.security.audit");
        trail = services.get(AuditTrail.class);
        events = services.events();
        transaction = new TransactionTemplate(services.get(PlatformTransactionManager.class));
    }

    @AfterEach
    void closeTrail() {
        services.close();
    }

    private void tell(String actor, String name) {
        TestServices.as(actor, Role.STATISTICIAN, () -> {
            events.publishEvent(Audited.made("create", "account", name, "after " + name));
            return null;
        });
    }

    private List<AuditEvent> found(AuditQuery query) {
        return TestServices.as("approver", Role.APPROVER, () -> trail.find(query, 100));
    }

    private ChainCheck check() {
        return TestServices.as("admin", Role.ADMIN, () -> trail.check((done, all) -> { }));
    }

    @Test
    void what_was_done_is_told_with_who_and_when_newest_first() {
        tell("li", "one");
        tell("wang", "two");
        assertThat(found(AuditQuery.ALL)).extracting(e -> e.what().actor() + " " + e.what().name())
                .containsExactly("wang two", "li one");
        assertThat(found(AuditQuery.ALL)).allMatch(e -> e.at().equals(TestServices.START));
        assertThat(found(AuditQuery.ALL)).extracting(AuditEvent::seq).containsExactly(2L, 1L);
    }

    @Test
    void a_transaction_that_rolls_back_has_done_nothing() {
        transaction.executeWithoutResult(status -> {
            tell("li", "one");
            status.setRollbackOnly();
        });
        assertThat(found(AuditQuery.ALL)).isEmpty();
        assertThat(check()).isEqualTo(new ChainCheck.Intact(0, Chain.START));
    }

    @Test
    void what_one_transaction_does_stands_together() {
        transaction.executeWithoutResult(status -> {
            tell("li", "one");
            tell("li", "two");
        });
        tell("li", "three");
        assertThat(found(AuditQuery.ALL)).extracting(AuditEvent::requestId).satisfies(requests -> {
            assertThat(requests.get(1)).isEqualTo(requests.get(2));
            assertThat(requests.getFirst()).isNotEqualTo(requests.get(1));
        });
    }

    @Test
    void it_is_searched_by_who_by_what_by_name_and_by_time() {
        tell("li", "alpha");
        services.pass(Duration.ofDays(2));
        tell("wang", "alphabet");
        assertThat(found(new AuditQuery("li", null, null, null, null, null))).hasSize(1);
        assertThat(found(new AuditQuery(null, "token", null, null, null, null))).isEmpty();
        assertThat(found(new AuditQuery(null, "account", "alphab", null, null, null))).hasSize(1);
        assertThat(found(new AuditQuery(null, null, "alpha", null, null, null))).hasSize(2);
        assertThat(found(new AuditQuery(null, null, null, services.now(), null, null))).hasSize(1);
        assertThat(found(new AuditQuery(null, null, null, null, services.now(), null))).hasSize(1);
        assertThat(found(AuditQuery.ALL.below(2))).extracting(AuditEvent::seq).containsExactly(1L);
    }

    @Test
    void eight_who_write_at_once_leave_no_gap() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var writer = 0; writer < 8; writer++) {
                var name = "writer-" + writer;
                threads.submit(() -> IntStream.range(0, 25).forEach(i -> transaction.executeWithoutResult(
                        status -> tell(name, name + "/" + i))));
            }
        }
        assertThat(check()).isInstanceOfSatisfying(ChainCheck.Intact.class,
                intact -> assertThat(intact.events()).isEqualTo(200));
    }

    @Test
    void a_row_that_was_changed_is_found() {
        three();
        dsl.update(AUDIT_EVENT).set(AUDIT_EVENT.AFTER_TEXT, "something else").where(AUDIT_EVENT.SEQ.eq(2L)).execute();
        assertThat(check()).isEqualTo(new ChainCheck.Broken(2));
    }

    @Test
    void a_row_that_was_taken_out_is_found() {
        three();
        dsl.deleteFrom(AUDIT_EVENT).where(AUDIT_EVENT.SEQ.eq(2L)).execute();
        assertThat(check()).isEqualTo(new ChainCheck.Broken(2));
    }

    @Test
    void a_last_row_that_was_cut_off_is_found() {
        three();
        dsl.deleteFrom(AUDIT_EVENT).where(AUDIT_EVENT.SEQ.eq(3L)).execute();
        assertThat(check()).isEqualTo(new ChainCheck.Broken(3));
    }

    @Test
    void a_head_that_was_put_back_is_found() {
        three();
        dsl.update(AUDIT_HEAD).set(AUDIT_HEAD.SEQ, 2L).execute();
        assertThat(check()).isEqualTo(new ChainCheck.Broken(2));
    }

    private void three() {
        List.of("one", "two", "three").forEach(name -> tell("li", name));
        assertThat(check()).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void whoever_may_not_read_it_is_refused() {
        assertThatThrownBy(() -> TestServices.as("li", Role.STATISTICIAN, () -> trail.find(AuditQuery.ALL, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.as("li", Role.STATISTICIAN, () -> trail.check((done, all) -> { })))
                .isInstanceOf(AccessDeniedException.class);
    }
}
