package org.youju.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.REGION;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.DbTest;
import org.youju.TestServices;
import org.youju.security.Role;

class KeptCatalogueTest extends DbTest {

    private TestServices services;
    private IndicatorService indicators;

    @BeforeEach
    void open() {
        services = new TestServices(database, "org.youju.indicator");
        indicators = services.get(IndicatorService.class);
    }

    @AfterEach
    void close() {
        services.close();
    }

    private void add(String region) {
        TestServices.as("clerk", Role.STATISTICIAN, () -> {
            indicators.addRegions(List.of(new Region(region, region, region, null)));
            return null;
        });
    }

    private List<String> regions() {
        return indicators.catalogue().regions().stream().map(Region::code).toList();
    }

    /** What everybody else sees, in threads of their own. */
    private List<String> regionsElsewhere() {
        return CompletableFuture.supplyAsync(this::regions).join();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(services.get(PlatformTransactionManager.class));
    }

    @Test
    void nothing_is_read_again_while_nothing_changes() {
        var readings = new AtomicInteger();
        var catalogue = indicators.catalogue();
        var kept = new KeptCatalogue(() -> {
            readings.incrementAndGet();
            return catalogue;
        });
        kept.get();
        kept.get();
        assertThat(readings).hasValue(1);
        kept.changes();
        kept.get();
        assertThat(readings).hasValue(2);
    }

    @Test
    void a_change_through_the_service_is_seen_by_everybody() {
        assertThat(regions()).isEmpty();
        add("310105");
        assertThat(regions()).containsExactly("310105");
        assertThat(regionsElsewhere()).containsExactly("310105");
    }

    @Test
    void a_change_is_seen_at_once_by_its_own_transaction_and_by_others_once_it_has_ended() {
        assertThat(regions()).isEmpty();
        transaction().executeWithoutResult(status -> {
            add("310105");
            assertThat(regions()).containsExactly("310105");
            assertThat(regionsElsewhere()).isEmpty();
        });
        assertThat(regionsElsewhere()).containsExactly("310105");
    }

    @Test
    void a_change_that_is_rolled_back_was_never_there() {
        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
            add("310105");
            assertThat(regions()).hasSize(1);
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        assertThat(regions()).isEmpty();
    }

    @Test
    void what_was_read_while_somebody_changed_it_is_not_kept() {
        var before = indicators.catalogue();
        add("310105");
        var after = indicators.catalogue();
        var changing = new AtomicReference<KeptCatalogue>();
        var answers = new AtomicInteger();
        changing.set(new KeptCatalogue(() -> {
            if (answers.getAndIncrement() == 0) {
                changing.get().changes();
                return before;
            }
            return after;
        }));
        assertThat(changing.get().get()).isSameAs(before);
        assertThat(changing.get().get()).isSameAs(after);
    }

    @Test
    void a_second_process_on_the_same_database_is_not_promised_to_be_seen_before_the_next_change_here() {
        assertThat(regions()).isEmpty();
        dsl.insertInto(REGION).columns(REGION.CODE, REGION.NAME_ZH, REGION.NAME_EN)
                .values("310000", "上海市", "Shanghai").execute();
        assertThat(regions()).isEmpty();
        add("310105");
        assertThat(regions()).containsExactlyInAnyOrder("310000", "310105");
    }
}
