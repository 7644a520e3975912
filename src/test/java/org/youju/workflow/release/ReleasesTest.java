package org.youju.workflow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.observation.Change;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.Observation;
import org.youju.observation.ruling.Rulings;
import org.youju.security.Role;

class ReleasesTest extends BothEnginesTest {

    private Ledger ledger;
    private Releases releases;
    private long source;
    private long first;

    @BeforeEach
    void a_first_release_holds_one_figure() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        releases = ledger.services.get(Releases.class);
        source = ledger.source("REPLY", "2024-04-25");
        first = ledger.approved(ledger.states(source, "约310亿元"));
        ledger.pass(1);
        make("第一版");
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void make(String name) {
        Ledger.approver(() -> {
            releases.make(name, "说明");
            return null;
        });
    }

    private List<Delta> changes(String name) {
        return Ledger.approver(() -> releases.changes(releases.all().stream()
                .filter(it -> it.name().equals(name)).findFirst().orElseThrow()));
    }

    private void correct(String printed) {
        ledger.approve(ledger.submit(Ledger.clerk(
                () -> ledger.observations.correct(first, ledger.states(source, printed), "笔误"))));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_release_lists_what_was_added_and_revised_since_the_one_before() {
        correct("312亿元");
        ledger.approved(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元"));
        ledger.pass(1);
        assertThat(Ledger.approver(releases::pending)).hasSize(2);
        make("第二版");
        ledger.pass(1);
        assertThat(Ledger.approver(releases::pending)).isEmpty();
        assertThat(changes("第二版")).extracting(delta -> delta.change().kind()).containsExactly(Change.Kind.ADDED, Change.Kind.REVISED);
        assertThat(changes("第二版").getLast()).satisfies(delta -> {
            assertThat(delta.change().before().stated()).isEqualTo("约310亿元");
            assertThat(delta.change().after().stated()).isEqualTo("312亿元");
        });
        assertThat(changes("第一版")).extracting(delta -> delta.change().kind()).containsExactly(Change.Kind.ADDED);
    }

    @Test
    void a_ruling_is_a_change_of_the_release_that_fixes_it_until_it_is_taken_back() {
        var other = ledger.approved(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元"));
        ledger.pass(1);
        make("第二版");
        ledger.pass(1);
        var rulings = ledger.services.get(Rulings.class);
        Ledger.approver(() -> {
            rulings.rule(other, "口径一致");
            return null;
        });
        ledger.pass(1);
        assertThat(Ledger.approver(releases::pending)).isEmpty();
        assertThat(Ledger.approver(releases::ruledSince)).singleElement().satisfies(it -> {
            assertThat(it.before()).isNull();
            assertThat(it.after().reason()).isEqualTo("口径一致");
            assertThat(it.reason()).isEqualTo("口径一致");
        });
        make("第三版");
        ledger.pass(1);
        assertThat(Ledger.approver(releases::ruledSince)).isEmpty();
        var third = Ledger.approver(releases::all).getFirst();
        assertThat(Ledger.approver(() -> releases.ruled(third))).hasSize(1);
        Ledger.approver(() -> {
            rulings.withdraw(ledger.known().getFirst().cell(), "看错了");
            return null;
        });
        ledger.pass(1);
        assertThat(Ledger.approver(releases::ruledSince)).singleElement().satisfies(it -> {
            assertThat(it.after()).isNull();
            assertThat(it.reason()).isEqualTo("看错了");
        });
        assertThat(Ledger.approver(() -> releases.ruled(third))).as("what a release lists stays").hasSize(1);
    }

    @Test
    void a_release_waits_for_an_approval_under_way_and_holds_it() throws Exception {
        var submitted = ledger.submit(ledger.draft(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元")));
        var release = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            ledger.approve(submitted);
            ledger.pass(1);
            release.completeAsync(() -> {
                make("第二版");
                return null;
            });
            assertThatThrownBy(() -> release.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        release.get(20, TimeUnit.SECONDS);
        assertThat(changes("第二版")).extracting(delta -> delta.change().after().stated()).containsExactly("326亿元");
    }

    @Test
    void a_batch_is_approved_at_one_moment_after_every_release_before() {
        var batch = Stream.of("一", "二", "三").map(key -> ledger.submit(ledger.draft(
                ledger.states(ledger.source(key, "2024-05-25"), "326亿元")))).toList();
        make("第二版");
        Ledger.approver(() -> ledger.observations.approve(batch));
        var release = Ledger.approver(releases::all).getFirst();
        assertThat(ledger.known()).filteredOn(row -> row.recordedFrom().isAfter(release.at())).hasSize(3)
                .extracting(Observation::recordedFrom).containsOnly(ledger.known().getLast().recordedFrom());
    }

    @Test
    void what_was_published_before_the_clock_was_set_back_is_not_pending_and_what_comes_then_is() {
        correct("312亿元");
        ledger.pass(1);
        make("第二版");
        ledger.pass(-48);
        assertThat(Ledger.approver(releases::pending)).isEmpty();
        assertThat(Ledger.approver(releases::countPending)).isEqualTo(new Change.Count(0, 0, 0));
        ledger.approved(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元"));
        assertThat(Ledger.approver(releases::pending)).extracting(delta -> delta.change().kind())
                .containsExactly(Change.Kind.ADDED);
        assertThat(Ledger.approver(releases::countPending)).isEqualTo(new Change.Count(1, 0, 0));
    }

    @Test
    void what_happens_later_does_not_change_what_a_release_lists() {
        correct("312亿元");
        ledger.pass(1);
        make("第二版");
        ledger.pass(1);
        var before = changes("第二版");
        ledger.approved(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元"));
        assertThat(changes("第二版")).isEqualTo(before);
    }

    @Test
    void what_says_the_same_is_not_told_and_what_is_quoted_otherwise_is() {
        correct("约310亿元");
        ledger.pass(1);
        assertThat(Ledger.approver(releases::pending)).isEmpty();
        var again = ledger.known().getFirst();
        var said = ledger.states(source, "约310亿元");
        var words = Ledger.clerk(() -> ledger.replies.quote(source, "税收约310亿元"));
        ledger.approve(ledger.submit(Ledger.clerk(() -> ledger.observations.correct(again.id(),
                new NewObservation(said.indicator(), said.region(), said.period(), null, source, said.figure(),
                        said.status(), null, null, null, List.of(words.id())), "引文"))));
        ledger.pass(1);
        assertThat(Ledger.approver(releases::pending)).extracting(delta -> delta.change().kind())
                .containsExactly(Change.Kind.REVISED);
        assertThat(Ledger.approver(releases::countPending)).isEqualTo(new Change.Count(0, 1, 0));
    }

    @Test
    void changes_are_paired_before_the_list_is_cut_off_and_all_are_counted() {
        var others = IntStream.range(0, 3).mapToObj(n -> ledger.source("S" + n, "2024-05-0" + (n + 1))).toList();
        others.forEach(other -> ledger.approved(ledger.states(other, "326亿元")));
        correct("312亿元");
        var last = ledger.known().stream().filter(row -> row.reply().id() == others.getLast()).findFirst().orElseThrow();
        ledger.pass(1);
        make("第二版");
        ledger.pass(1);
        var since = Ledger.approver(releases::all).getFirst().at();
        Ledger.approver(() -> {
            ledger.observations.revoke(last.id(), "clerk", "误录");
            return null;
        });
        ledger.known().stream().filter(row -> row.reply().id() != source).forEach(row -> ledger.approve(ledger.submit(
                Ledger.clerk(() -> ledger.observations.correct(row.id(), ledger.states(row.reply().id(), "327亿元"), "更正")))));
        ledger.pass(1);
        var now = ledger.services.now();
        assertThat(ledger.observations.countChanges(since, now)).isEqualTo(new Change.Count(0, 2, 1));
        assertThat(ledger.observations.changes(since, now, 1)).singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Change.Kind.REVISED));
        assertThat(ledger.observations.changes(since, now, 9)).extracting(Change::kind)
                .containsExactly(Change.Kind.REVISED, Change.Kind.REVISED, Change.Kind.WITHDRAWN);
        assertThat(Ledger.approver(() -> releases.count(releases.all().getFirst()))).isEqualTo(new Change.Count(3, 1, 0));
    }

    @Test
    void a_name_is_given_once_and_never_missing() {
        assertRefused("release.name.taken", () -> make(" 第一版 "));
        assertRefused("release.name.empty", () -> make(" "));
        assertRefused("release.name.long", () -> make("长".repeat(61)));
        assertRefused("release.name.markup", () -> make("<b>第二版</b>"));
        assertRefused("words.markup", () -> Ledger.approver(() -> {
            releases.make("第二版", "<script>alert(1)</script>");
            return null;
        }));
        assertThat(Ledger.approver(releases::all)).hasSize(1);
    }

    @Test
    void everybody_reads_them_and_only_approvers_make_one() {
        for (var role : Set.of(Role.VIEWER, Role.ANALYST, Role.STATISTICIAN, Role.ADMIN)) {
            assertThat(TestServices.as("li", role, releases::all)).hasSize(1);
            assertThatThrownBy(() -> TestServices.as("li", role, () -> {
                releases.make("自制", "");
                return null;
            })).isInstanceOf(AccessDeniedException.class);
        }
    }
}
