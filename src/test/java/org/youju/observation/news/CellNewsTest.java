package org.youju.observation.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.Restorer;
import org.youju.observation.ruling.Rulings;

class CellNewsTest extends BothEnginesTest {

    private static final CellKey CELL = new CellKey("TAX", "310105", Period.parse("2023"));

    private final List<CellsChanged> told = new ArrayList<>();
    private Ledger ledger;
    private TransactionTemplate transaction;

    @BeforeEach
    void listen() {
        ledger = new Ledger(database);
        transaction = new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class));
        ledger.services.get(ApplicationEventMulticaster.class).addApplicationListener(
                (ApplicationListener<ApplicationEvent>) event -> {
                    if (event instanceof PayloadApplicationEvent<?> it && it.getPayload() instanceof CellsChanged change) {
                        told.add(change);
                    }
                });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** What was told since the last time, which is one piece of news about the cell. */
    private CellsChanged news() {
        assertThat(told).hasSize(1);
        var one = told.removeFirst();
        assertThat(one.seenBy(cell -> true)).containsExactly(CELL);
        return one;
    }

    private void assertToldToWhoReadsDrafts(String by) {
        var news = news();
        assertThat(news.by()).isEqualTo(by);
        assertThat(news.seenBy(cell -> false)).as("nobody else hears of it").isEmpty();
    }

    private void assertToldToAll(String by) {
        var news = news();
        assertThat(news.by()).isEqualTo(by);
        assertThat(news.published()).containsExactly(CELL);
    }

    @Test
    void every_step_of_a_figure_is_told_once_and_its_drafts_only_to_those_who_read_them() {
        var source = ledger.source("S", "2024-05-01");
        var draft = ledger.draft(ledger.states(source, "326亿元"));
        assertToldToWhoReadsDrafts("clerk");
        var submitted = ledger.submit(draft);
        assertToldToWhoReadsDrafts("clerk");
        var recalled = Ledger.clerk(() -> ledger.observations.recall(List.of(submitted))).getFirst();
        assertToldToWhoReadsDrafts("clerk");
        var handed = ledger.submit(recalled);
        assertToldToWhoReadsDrafts("clerk");
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(handed), "请核对")).getFirst();
        assertToldToWhoReadsDrafts("approver");
        Ledger.clerk(() -> {
            ledger.observations.giveUp(List.of(returned));
            return null;
        });
        assertToldToWhoReadsDrafts("clerk");
        var approved = ledger.draft(ledger.states(source, "326亿元"));
        told.clear();
        var again = ledger.submit(approved);
        told.clear();
        var stands = ledger.approve(again);
        assertToldToAll("approver");
        Ledger.clerk(() -> ledger.observations.correct(stands, ledger.states(source, "327亿元"), "笔误"));
        assertToldToWhoReadsDrafts("clerk");
        Ledger.approver(() -> {
            ledger.observations.revoke(stands, "clerk", "来源有误");
            return null;
        });
        assertToldToAll("approver");
    }

    @Test
    void a_ruling_is_told_to_all_when_it_is_made_and_when_it_is_taken_back() {
        var one = ledger.approved(ledger.states(ledger.source("ONE", "2024-05-01"), "326亿元"));
        ledger.approved(ledger.states(ledger.source("TWO", "2024-06-01"), "330亿元"));
        told.clear();
        var rulings = ledger.services.get(Rulings.class);
        Ledger.approver(() -> {
            rulings.rule(one, "以决算为准");
            return null;
        });
        assertToldToAll("approver");
        Ledger.approver(() -> {
            rulings.withdraw(CELL, "新文件已出");
            return null;
        });
        assertToldToAll("approver");
    }

    @Test
    void what_is_typed_emptied_and_restored_in_a_sheet_is_told() {
        var drafts = ledger.services.get(CellDrafts.class);
        var kept = ledger.kept(Ledger.clerk(() -> drafts.write("310105",
                List.of(new Write(CELL, Ledger.figure("326亿元"), 0)))).getFirst());
        assertToldToWhoReadsDrafts("clerk");
        Ledger.clerk(() -> drafts.write("310105", List.of(new Write(CELL, null, kept.id()))));
        assertToldToWhoReadsDrafts("clerk");
        Ledger.clerk(() -> ledger.services.get(Restorer.class).restore(kept.id(), "误删"));
        assertToldToWhoReadsDrafts("clerk");
    }

    @Test
    void nothing_is_told_of_what_was_undone_and_not_before_it_is_committed() {
        var draft = ledger.draft(ledger.states(ledger.source("S", "2024-05-01"), "326亿元"));
        told.clear();
        assertThatThrownBy(() -> ledger.approve(draft)).isInstanceOf(RuleViolation.class);
        assertThat(told).isEmpty();
        Ledger.clerk(() -> transaction.execute(outer -> {
            var savepoint = outer.createSavepoint();
            ledger.observations.submit(List.of(draft));
            outer.rollbackToSavepoint(savepoint);
            return null;
        }));
        assertThat(told).isEmpty();
        Ledger.clerk(() -> transaction.execute(outer -> {
            ledger.observations.submit(List.of(draft));
            assertThat(told).as("others could not read it yet").isEmpty();
            return null;
        }));
        assertToldToWhoReadsDrafts("clerk");
    }
}
