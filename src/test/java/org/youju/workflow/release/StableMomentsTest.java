package org.youju.workflow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.OBSERVATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.youju.BothEnginesTest;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.Restorer;
import org.youju.observation.Ruling;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.observation.ruling.Rulings;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

/** Eight people do fifteen hundred things at random to a few cells, while the records are read as of moments that have passed. */
class StableMomentsTest extends BothEnginesTest {

    private static final int PEOPLE = 8;
    private static final int ACTS = 1500;
    private static final List<String> YEARS = List.of("2022", "2023");

    private final Map<Instant, List<String>> readings = new ConcurrentHashMap<>();
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<Long> moved = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final AtomicInteger figures = new AtomicInteger(100);
    private Ledger ledger;
    private Releases releases;
    private CellDrafts cells;
    private Restorer restorer;
    private Rulings rulings;
    private Withdrawals withdrawals;
    private List<Long> sources;

    @BeforeEach
    void two_documents_and_a_ledger_speak_of_two_years() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow", "org.youju.security.audit");
        releases = ledger.services.get(Releases.class);
        cells = ledger.services.get(CellDrafts.class);
        rulings = ledger.services.get(Rulings.class);
        withdrawals = ledger.services.get(Withdrawals.class);
        restorer = ledger.services.get(Restorer.class);
        sources = List.of(ledger.source("ONE", "2024-04-25"), ledger.source("OTHER", "2024-05-25"));
        ledger.services.runClock();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @Timeout(value = 110, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatever_many_do_at_once_moments_stay_as_they_were_read_and_nothing_is_lost() throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var work = new ArrayList<Callable<Void>>();
            for (int person = 0; person < PEOPLE; person++) {
                var random = new Random(person);
                work.add(() -> {
                    for (int act = 0; act < ACTS / PEOPLE; act++) {
                        act(random);
                    }
                    return null;
                });
            }
            for (var end : people.invokeAll(work, 100, TimeUnit.SECONDS)) {
                end.get();
            }
        }
        assertThat(done.keySet()).contains("draft", "write", "submit", "approve", "return", "give-up", "correct",
                "revoke", "restore", "release", "rule", "propose");
        readings.forEach((moment, read) -> assertThat(read(moment)).as("as of " + moment).isEqualTo(read));
        var kept = dsl.select(OBSERVATION.ID, OBSERVATION.PRINTED).from(OBSERVATION)
                .fetchMap(OBSERVATION.ID, OBSERVATION.PRINTED);
        assertThat(kept).containsAllEntriesOf(acknowledged).containsKeys(moved.toArray(Long[]::new));
        assertNoneOverlap();
    }

    private void act(Random random) {
        int what = random.nextInt(29);
        var person = "person" + random.nextInt(3);
        try {
            switch (what) {
                case 0, 1 -> {
                    var statement = statement(random);
                    entered("draft", statement, clerk(() -> ledger.observations.draft(List.of(statement))).getFirst());
                }
                case 2, 3, 4, 5 -> write(random);
                case 6, 7, 8 -> did("submit", clerk(() -> ledger.observations.submit(
                        some(random, State.DRAFT, State.RETURNED))));
                case 9, 10, 11 -> approve(random);
                case 12 -> did("return", approver(() -> ledger.observations.giveBack(
                        some(random, State.SUBMITTED).stream().limit(1).toList(), "核对")));
                case 13 -> {
                    var drafts = some(random, State.DRAFT, State.RETURNED);
                    clerk(() -> {
                        ledger.observations.giveUp(drafts);
                        return null;
                    });
                    count("give-up", drafts.size());
                }
                case 14, 15 -> approved(random).ifPresent(it -> {
                    var statement = statement(it.period(), it.reply().id());
                    entered("correct", statement,
                            clerk(() -> ledger.observations.correct(it.id(), statement, "更正")));
                });
                case 16 -> approved(random).ifPresent(it -> {
                    approver(() -> {
                        ledger.observations.revoke(it.id(), person, "误录");
                        return null;
                    });
                    count("revoke", 1);
                });
                case 17 -> {
                    var old = clerk(() -> cells.trail(cell(random)));
                    if (!old.isEmpty()) {
                        var again = old.get(random.nextInt(old.size())).id();
                        did("restore", List.of(clerk(() -> restorer.restore(again, "恢复"))));
                    }
                }
                case 18 -> release(random);
                case 19, 20 -> chosen(random).ifPresent(it -> {
                    approver(() -> {
                        rulings.rule(it.id(), "口径一致");
                        return null;
                    });
                    count("rule", 1);
                    remember(ledger.observations.statements(it.cell()).stream().map(Observation::ruling)
                            .filter(Objects::nonNull).findFirst().map(Ruling::from).orElse(it.recordedFrom()));
                });
                case 21 -> {
                    approver(() -> {
                        rulings.withdraw(cell(random), "来函更正");
                        return null;
                    });
                    count("unrule", 1);
                }
                case 22, 23 -> approved(random).ifPresent(it -> {
                    clerk(() -> {
                        withdrawals.propose(Withdrawal.Kind.STATEMENT, it.id(), "文件已废止");
                        return null;
                    });
                    count("propose", 1);
                });
                case 24, 25, 26, 27 -> decide(random);
                default -> readings.entrySet().stream().skip(readings.isEmpty() ? 0 : random.nextInt(readings.size()))
                        .limit(3).forEach(it -> assertThat(read(it.getKey())).isEqualTo(it.getValue()));
            }
        } catch (RuleViolation | NotFoundException refused) {
            count("refused", 1);
        }
    }

    /** Mostly withdraws what is proposed, sometimes keeps it. */
    private void decide(Random random) {
        var proposed = approver(withdrawals::open);
        if (!proposed.isEmpty()) {
            var proposal = proposed.firstEntry().getKey();
            boolean isKept = random.nextInt(6) == 0;
            approver(() -> {
                if (isKept) {
                    withdrawals.keep(proposal.id(), "文件仍有效");
                } else {
                    withdrawals.release(proposal.id());
                }
                return null;
            });
            count(isKept ? "keep" : "withdraw", 1);
        }
    }

    /** One of those that a cell has several of. */
    private Optional<Observation> chosen(Random random) {
        var statements = ledger.observations.statements(cell(random));
        return statements.size() < 2 ? Optional.empty() : Optional.of(statements.get(random.nextInt(statements.size())));
    }

    private void write(Random random) {
        var cell = cell(random);
        var seen = clerk(() -> CellDrafts.shown(cells.current(List.of(cell))));
        var printed = printed();
        var outcome = clerk(() -> cells.write("310105", List.of(new CellDrafts.Write(cell, Ledger.figure(printed),
                seen == null ? 0 : seen.id(), null, new CellDrafts.Grounds(null, "没有文件", null))))).getFirst();
        if (outcome instanceof CellDrafts.Outcome.Kept kept) {
            acknowledged.put(kept.id(), printed);
            count("write", 1);
        }
    }

    private void approve(Random random) {
        var ids = approver(() -> ledger.observations.approve(some(random, State.SUBMITTED)));
        did("approve", ids);
        if (!ids.isEmpty()) {
            remember(approver(() -> ledger.observations.observation(ids.getFirst())).recordedFrom());
        }
    }

    private void release(Random random) {
        var name = "R" + figures.incrementAndGet() + random.nextInt();
        approver(() -> {
            releases.make(name, "");
            return null;
        });
        count("release", 1);
        remember(approver(releases::all).stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow().at());
    }

    private void remember(Instant moment) {
        readings.putIfAbsent(moment, read(moment));
    }

    private List<String> read(Instant moment) {
        return ledger.observations.statements(new StatementQuery(Set.of("TAX"), Set.of("310105"), null, null, null,
                moment)).stream().map(it -> it.id() + " " + it.period().code() + " " + it.stated()
                        + (it.ruling() == null ? "" : " chosen by " + it.ruling().id())).toList();
    }

    /** Numbers of some current rows, in one order, as pages list them. */
    private List<Long> some(Random random, State... states) {
        var wanted = List.of(states);
        var all = clerk(() -> YEARS.stream().flatMap(year -> cells.current(List.of(cell(year))).stream())
                .filter(it -> wanted.contains(it.state())).map(Observation::id).sorted().toList());
        return all.subList(0, Math.min(all.size(), 1 + random.nextInt(4)));
    }

    private Optional<Observation> approved(Random random) {
        return ledger.observations.statements(cell(random)).stream().findFirst();
    }

    private static CellKey cell(Random random) {
        return cell(YEARS.get(random.nextInt(YEARS.size())));
    }

    private static CellKey cell(String year) {
        return new CellKey("TAX", "310105", Period.parse(year));
    }

    private String printed() {
        return figures.incrementAndGet() + "亿元";
    }

    private NewObservation statement(Random random) {
        return statement(cell(random).period(), sources.get(random.nextInt(sources.size())));
    }

    private NewObservation statement(Period period, long source) {
        var printed = printed();
        var citation = clerk(() -> ledger.replies.quote(source, printed));
        return new NewObservation("TAX", "310105", period, null, source, Ledger.figure(printed), ObsStatus.A, null, null,
                null, List.of(citation.id()));
    }

    private void entered(String what, NewObservation statement, long id) {
        acknowledged.put(id, statement.figure().printed());
        count(what, 1);
    }

    private void did(String what, List<Long> rows) {
        moved.addAll(rows);
        count(what, rows.size());
    }

    private void count(String what, int times) {
        if (times > 0) {
            done.computeIfAbsent(what, it -> new AtomicInteger()).addAndGet(times);
        }
    }

    private static <T> T clerk(Supplier<T> work) {
        return Ledger.clerk(work);
    }

    private static <T> T approver(Supplier<T> work) {
        return Ledger.approver(work);
    }

    private void assertNoneOverlap() {
        var rows = dsl.select(OBSERVATION.ID, OBSERVATION.PERIOD_CODE, OBSERVATION.REPLY_ID, OBSERVATION.APPROVED,
                        OBSERVATION.RECORDED_FROM, OBSERVATION.RECORDED_TO)
                .from(OBSERVATION)
                .orderBy(OBSERVATION.PERIOD_CODE, OBSERVATION.REPLY_ID, OBSERVATION.APPROVED, OBSERVATION.RECORDED_FROM)
                .fetch();
        for (int i = 1; i < rows.size(); i++) {
            var before = rows.get(i - 1);
            var row = rows.get(i);
            if (before.value2().equals(row.value2()) && before.value3().equals(row.value3())
                    && before.value4().equals(row.value4())) {
                assertThat(row.value5()).as("row " + row.value1() + " after " + before.value1())
                        .isAfterOrEqualTo(before.value6());
            }
        }
    }
}
