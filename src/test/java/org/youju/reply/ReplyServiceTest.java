package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.file.FileReading;
import org.youju.reply.file.Format;
import org.youju.reply.file.Progress;
import org.youju.reply.file.ReadText;
import org.youju.security.Role;

class ReplyServiceTest extends BothEnginesTest {

    private static final String TEXT = "甲方有企业6100余家，税收约310亿元。\n\n联系人：张三";

    private TestServices services;
    private ReplyService replies;

    @BeforeEach
    void start() {
        services = new TestServices(database, "org.youju.indicator", "org.youju.reply");
        replies = services.get(ReplyService.class);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void a_text_is_frozen_with_the_fingerprint_of_its_original() {
        var reply = record("A");
        assertThat(reply.textHeld()).isFalse();
        var frozen = freeze(reply, TEXT);
        assertThat(frozen.text()).isEqualTo(TEXT);
        assertThat(frozen.number()).isEqualTo(1);
        assertThat(frozen.sha256()).isEqualTo("b73bcac7a78c99b9f9d56de2d53df7bf979741156b20a6301b38aa5aeecdea12");
        assertThat(replies.reply(reply.id()).textHeld()).isTrue();
    }

    @Test
    void the_same_original_again_changes_nothing_and_another_is_a_new_version() {
        var reply = record("A");
        var first = freeze(reply, TEXT);
        assertThat(freeze(reply, TEXT)).isEqualTo(first);
        var second = freeze(reply, TEXT + "附件");
        assertThat(second.number()).isEqualTo(2);
        assertThat(replies.textOf(reply.id())).contains(second);
    }

    @Test
    void the_original_is_kept_as_it_was_delivered_whatever_its_size() {
        var reply = record("A");
        var original = new byte[1_300_000];
        new Random(1).nextBytes(original);
        clerk(() -> replies.freeze(reply.id(), original, "application/pdf", TEXT));
        assertThat(clerk(() -> replies.originalOf(reply.id()))).hasValueSatisfying(
                kept -> assertThat(kept).isEqualTo(original));
        assertThatThrownBy(() -> TestServices.as("v", Role.VIEWER, () -> replies.originalOf(reply.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_file_is_recognised_by_its_fingerprint() {
        var reply = record("A");
        record("B");
        var read = FileReading.read(TEXT.getBytes(StandardCharsets.UTF_8), "答复.txt", Progress.NONE);
        assertThat(replies.withOriginal(read.sha256())).isEmpty();
        var frozen = clerk(() -> replies.freeze(reply.id(), TEXT.getBytes(StandardCharsets.UTF_8), read));
        assertThat(frozen.sha256()).isEqualTo(read.sha256());
        assertThat(frozen.mediaType()).isEqualTo("text/plain");
        assertThat(replies.withOriginal(read.sha256())).extracting(Reply::sourceKey).containsExactly("A");
    }

    @Test
    void an_older_original_is_not_frozen_as_the_newest() {
        var reply = record("A");
        freeze(reply, TEXT);
        var second = freeze(reply, TEXT + "附件");
        assertThatThrownBy(() -> freeze(reply, TEXT)).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("reply.original.older [1, 2]");
        assertThat(replies.textOf(reply.id())).contains(second);
    }

    @Test
    void a_new_version_keeps_its_citations() {
        var reply = record("A");
        freeze(reply, TEXT);
        var tax = cite(reply, TEXT, "约310亿元");
        var firms = cite(reply, TEXT, "6100余家");
        var newer = "区发改委文件\n" + TEXT.replace("310亿", "310 亿").replace("6100余家", "6300余家");
        freeze(reply, newer);

        var moved = replies.citation(tax.id());
        assertThat(moved.state()).isEqualTo(Citation.State.REANCHORED);
        assertThat(newer.substring(moved.start(), moved.end())).isEqualTo(moved.exact()).isEqualTo("约310 亿元");
        var lost = replies.citation(firms.id());
        assertThat(lost.state()).isEqualTo(Citation.State.ORPHANED);
        assertThat(lost.start()).isNull();
        assertThat(lost.exact()).isEqualTo("6100余家");
        assertThat(clerk(() -> replies.orphans(0, 10))).containsExactly(lost);
    }

    @Test
    void a_citation_says_its_page_also_in_a_newer_version() {
        var reply = record("A");
        freeze(reply, TEXT, List.of(TEXT.indexOf("约310亿元")));
        var tax = cite(reply, TEXT, "约310亿元");
        var firms = cite(reply, TEXT, "6100余家");
        assertThat(tax.page()).isEqualTo(2);
        assertThat(replies.citation(tax.id())).isEqualTo(tax);
        var page = firms.page();
        var newer = "区发改委文件\n" + TEXT.replace("6100余家", "许多家");
        freeze(reply, newer, List.of(3, 5, newer.indexOf("约310亿元") + 2));
        assertThat(replies.citation(tax.id()).page()).as("where it begins").isEqualTo(3);
        assertThat(page).isNotNull();
        assertThat(replies.citation(firms.id()).page()).as("nowhere").isNull();
        assertThat(clerk(() -> replies.anchor(firms.id(), 4, 6)).page()).isEqualTo(2);
        freeze(reply, TEXT + "（重新印发）");
        assertThat(replies.citation(tax.id()).page()).as("a text without pages").isNull();
    }

    private void freeze(Reply reply, String text, List<Integer> pageStarts) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var read = FileReading.read(bytes, "答复.txt", Progress.NONE);
        clerk(() -> replies.freeze(reply.id(), bytes,
                new ReadText(read.content(), Format.PDF, read.sha256(), pageStarts.size() + 1, pageStarts)));
    }

    @Test
    void an_orphan_is_placed_by_a_person_or_by_a_version_that_has_it_again() {
        var reply = record("A");
        freeze(reply, TEXT);
        var tax = cite(reply, TEXT, "约310亿元");
        var firms = cite(reply, TEXT, "6100余家");
        freeze(reply, "本文件已经撤回，另行答复。");
        assertThat(clerk(() -> replies.orphans(0, 10))).hasSize(2);

        var placed = clerk(() -> replies.anchor(tax.id(), 0, 3));
        assertThat(placed.state()).isEqualTo(Citation.State.ANCHORED);
        assertThat(placed.exact()).isEqualTo("本文件");
        freeze(reply, TEXT + "（重新印发）");
        assertThat(replies.citation(firms.id()).exact()).isEqualTo("6100余家");
        assertThat(replies.citation(firms.id()).state()).isEqualTo(Citation.State.REANCHORED);
        assertThat(clerk(() -> replies.orphans(0, 10))).extracting(Citation::id).containsExactly(tax.id());
    }

    @Test
    void a_citation_cuts_exactly_its_span_and_keeps_its_surroundings() {
        var reply = record("A");
        freeze(reply, TEXT);
        int start = TEXT.indexOf("约310亿元");
        var citation = clerk(() -> replies.cite(reply.id(), start, start + 6));
        assertThat(citation.exact()).isEqualTo("约310亿元");
        assertThat(citation.prefix()).endsWith("税收");
        assertThat(citation.suffix()).startsWith("。");
        assertThat(citation.state()).isEqualTo(Citation.State.ANCHORED);
        assertThat(replies.citation(citation.id())).isEqualTo(citation);
    }

    @Test
    void nothing_outside_the_text_can_be_cited() {
        var reply = record("A");
        assertThatThrownBy(() -> clerk(() -> replies.cite(reply.id(), 0, 1)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("citation.noText");
        freeze(reply, TEXT);
        for (int[] span : new int[][] {{-1, 2}, {5, 5}, {6, 5}, {0, TEXT.length() + 1}}) {
            assertThatThrownBy(() -> clerk(() -> replies.cite(reply.id(), span[0], span[1])))
                    .isInstanceOf(RuleViolation.class).hasMessageContaining("citation.outside");
        }
        assertThat(replies.citationsOf(reply.id())).isEmpty();
    }

    @Test
    void a_span_is_cited_once() {
        var reply = record("A");
        freeze(reply, TEXT);
        var tax = cite(reply, TEXT, "约310亿元");
        assertThat(cite(reply, TEXT, "约310亿元")).isEqualTo(tax);
        var spans = List.of(new TextSpan(0, 2), new TextSpan(tax.start(), tax.end()), new TextSpan(0, 2));
        var cited = clerk(() -> replies.cite(reply.id(), spans));
        assertThat(cited).extracting(Citation::exact).containsExactly("甲方", "约310亿元", "甲方");
        assertThat(cited.get(1)).isEqualTo(tax);
        assertThat(cited.getFirst()).isEqualTo(cited.getLast()).isEqualTo(replies.citation(cited.getFirst().id()));
    }

    @Test
    void a_citation_is_as_long_as_can_be_kept_and_no_longer() {
        var reply = record("A");
        var text = "长".repeat(Citation.LONGEST + 1);
        freeze(reply, text);
        assertThat(clerk(() -> replies.cite(reply.id(), 1, text.length())).exact()).hasSize(Citation.LONGEST);
        for (ThrowingCallable tooLong : List.<ThrowingCallable>of(
                () -> clerk(() -> replies.cite(reply.id(), 0, text.length())),
                () -> clerk(() -> replies.quote(reply.id(), text)))) {
            assertThatThrownBy(tooLong).isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("citation.long [1001, 1000]");
        }
        var other = "另".repeat(Citation.LONGEST + 1);
        freeze(reply, other);
        var orphan = clerk(() -> replies.orphans(0, 10)).getFirst();
        assertThatThrownBy(() -> clerk(() -> replies.anchor(orphan.id(), 0, other.length())))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("citation.long");
    }

    @Test
    void what_has_a_place_is_not_placed_again() {
        var reply = record("A");
        freeze(reply, TEXT);
        var tax = cite(reply, TEXT, "约310亿元");
        assertThatThrownBy(() -> clerk(() -> replies.anchor(tax.id(), 0, 2))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("citation.placed [约310亿元]");
        assertThat(replies.citation(tax.id())).isEqualTo(tax);
    }

    @Test
    void drafts_of_a_document_belong_to_the_region_that_its_issuer_is_named_after() {
        regions();
        var here = record("A", "长宁区发展和改革委员会");
        var nowhere = record("B", "国家统计局");
        for (var reply : List.of(here, nowhere)) {
            freeze(reply, TEXT);
            cite(reply, TEXT, "约310亿元");
            cite(reply, TEXT, "6100余家");
            freeze(reply, TEXT.replace("6100余家", "6300余家"));
        }
        var ids = List.of(here.id(), nowhere.id());
        assertThat(replies.regionOf(here)).map(Region::code).contains("310105");
        assertThat(replies.regionOf(nowhere)).isEmpty();
        assertThat(clerk(() -> replies.countCitations(ids))).containsOnlyKeys(ids).containsValues(2);
        assertThat(TestServices.as("v", Role.VIEWER, () -> replies.countCitations(ids))).isEmpty();
        assertThat(TestServices.as("v", Role.VIEWER, () -> replies.citationsOf(here.id()))).isEmpty();
        assertThat(TestServices.as("p", Role.APPROVER, () -> replies.citationsOf(here.id()))).hasSize(2);
        assertThat(within("310105", () -> replies.countCitations(ids))).containsOnlyKeys(here.id());
        assertThat(within("310105", () -> replies.citationsOf(nowhere.id()))).isEmpty();
        assertThat(clerk(() -> replies.countOrphans())).isEqualTo(2);
        assertThat(within("310105", () -> replies.countOrphans())).isOne();
        assertThat(within("310105", () -> replies.orphans(0, 10))).extracting(Citation::replyId)
                .containsExactly(here.id());
        assertThat(clerk(() -> replies.orphans(1, 10))).extracting(Citation::replyId).containsExactly(nowhere.id());
    }

    @Test
    void nobody_records_freezes_cites_or_places_for_a_region_outside_their_scope() {
        regions();
        var reply = record("A", "长宁区发展和改革委员会");
        freeze(reply, TEXT);
        cite(reply, TEXT, "约310亿元");
        var lost = cite(reply, TEXT, "6100余家");
        freeze(reply, TEXT.replace("6100余家", "6300余家"));
        for (Supplier<?> act : List.<Supplier<?>>of(
                () -> replies.cite(reply.id(), 0, 2),
                () -> replies.quote(reply.id(), "370亿元"),
                () -> replies.anchor(lost.id(), 0, 2),
                () -> replies.freeze(reply.id(), new byte[] {1}, "text/plain", "另文"),
                () -> replies.record(document("B", "长宁区政府")))) {
            assertThatThrownBy(() -> within("310000", act)).isInstanceOf(AccessDeniedException.class)
                    .hasMessage("security.denied.scope");
        }
        assertThat(clerk(() -> replies.orphans(0, 10))).containsExactly(replies.citation(lost.id()));
        assertThat(within("310105", () -> replies.anchor(lost.id(), 0, 2)).exact()).isEqualTo("甲方");
    }

    @Test
    void what_is_cited_while_a_newer_text_is_frozen_stands_in_the_newer_text() throws Exception {
        var reply = record("A");
        freeze(reply, TEXT);
        var newer = "又" + TEXT;
        var frozen = new CountDownLatch(1);
        var transaction = new TransactionTemplate(services.get(PlatformTransactionManager.class));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var freezing = pool.submit(() -> transaction.execute(status -> {
                freeze(reply, newer);
                frozen.countDown();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                return null;
            }));
            frozen.await();
            var cited = pool.submit(() -> cite(reply, newer, "约310亿元")).get(30, TimeUnit.SECONDS);
            freezing.get(30, TimeUnit.SECONDS);
            assertThat(cited.exact()).isEqualTo("约310亿元");
        }
        assertThat(replies.textOf(reply.id()).orElseThrow().text()).isEqualTo(newer);
    }

    private void regions() {
        clerk(() -> {
            services.get(IndicatorService.class).addRegions(List.of(new Region("310000", "上海市", "Shanghai", null),
                    new Region("310105", "长宁区", "Changning", "310000")));
            return null;
        });
    }

    private Reply record(String key, String issuer) {
        return clerk(() -> replies.record(document(key, issuer)));
    }

    private static NewReply document(String key, String issuer) {
        return new NewReply(key, ReplyKind.OTHER, null, "文件", issuer, null, null, Publicity.PUBLIC, Grade.A, null, null);
    }

    private static <T> T within(String region, Supplier<T> work) {
        return TestServices.within(region, work);
    }

    @Test
    void a_document_without_its_text_is_quoted() {
        var reply = record("A");
        var quote = clerk(() -> replies.quote(reply.id(), "370亿元"));
        assertThat(quote.state()).isEqualTo(Citation.State.QUOTE_ONLY);
        assertThat(quote.start()).isNull();
        assertThat(replies.countCitations(List.of(reply.id()))).as("nothing approved rests on it").isEmpty();
    }

    @Test
    void a_document_is_recorded_once() {
        record("A");
        assertThatThrownBy(() -> record("A")).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("reply.sourceKey.taken");
        assertThatThrownBy(() -> clerk(() -> replies.record(reply("B", "A号", null))))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("reply.docNo.taken");
    }

    @Test
    void a_proposal_is_kept_with_its_reply() {
        clerk(() -> {
            services.get(IndicatorService.class).addRegions(
                    List.of(new Region("310105", "长宁区", "Changning", null)));
            return null;
        });
        var proposal = new Proposal(Proposal.Body.CPPCC, 15, 3, "050", "310105", "关于推进产业发展的建议",
                List.of("张一", "李二"), "解决或采纳", "上海市", null);
        var reply = clerk(() -> replies.record(reply("A", "A号", proposal)));
        assertThat(replies.proposalOf(reply.id())).contains(proposal);
    }

    @Test
    void documents_are_found_by_words_kind_and_grade_newest_first() {
        record("OLD", "2023", ReplyKind.REPLY, Grade.A);
        record("NEW", "2024-04-25", ReplyKind.REPLY, Grade.B);
        record("UNDATED", null, ReplyKind.PLAN, Grade.A);
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).extracting(Reply::sourceKey)
                .containsExactly("NEW", "OLD", "UNDATED");
        assertThat(replies.search(new ReplyQuery("new号", null, null, null, false), 0, 1000))
                .extracting(Reply::sourceKey).containsExactly("NEW");
        assertThat(replies.search(new ReplyQuery("", null, ReplyKind.REPLY, Grade.A, false), 0, 1000))
                .extracting(Reply::sourceKey).containsExactly("OLD");
        assertThat(replies.search(new ReplyQuery("%", null, null, null, false), 0, 1000)).isEmpty();
    }

    @Test
    void a_page_of_documents_begins_where_the_one_before_ended() {
        record("OLD", "2023", ReplyKind.REPLY, Grade.A);
        record("NEW", "2024-04-25", ReplyKind.REPLY, Grade.B);
        record("UNDATED", null, ReplyKind.PLAN, Grade.A);
        var all = new ReplyQuery(null, null, null, null, true);
        assertThat(replies.search(all, 0, 2)).extracting(Reply::sourceKey).containsExactly("NEW", "OLD");
        assertThat(replies.search(all, 2, 2)).extracting(Reply::sourceKey).containsExactly("UNDATED");
        assertThat(replies.search(all, 3, 2)).isEmpty();
    }

    @Test
    void the_newest_texts_of_several_documents_are_read_at_once() {
        var one = record("A");
        var other = record("B");
        freeze(one, "旧文");
        freeze(one, "新文");
        assertThat(replies.textsOf(List.of(one.id(), other.id())).values()).singleElement()
                .satisfies(text -> assertThat(text.text()).isEqualTo("新文"));
    }

    @Test
    void contact_persons_are_hidden_from_every_reader() {
        var reply = record("A");
        freeze(reply, TEXT);
        for (var role : Role.values()) {
            assertThat(TestServices.as("v", role, () -> replies.readableTextOf(reply.id())))
                    .contains(TEXT.replace("张三", "＊＊"));
        }
    }

    @Test
    void only_those_who_edit_drafts_record_and_cite() {
        assertThatThrownBy(() -> TestServices.as("v", Role.VIEWER, () -> replies.record(reply("A", null, null))))
                .isInstanceOf(AccessDeniedException.class);
        var reply = record("B");
        freeze(reply, TEXT);
        assertThatThrownBy(() -> TestServices.as("p", Role.APPROVER, () -> replies.cite(reply.id(), 0, 1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_is_not_there_is_said_so() {
        assertThatThrownBy(() -> replies.reply(99)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> replies.citation(99)).isInstanceOf(NotFoundException.class);
    }

    private Reply record(String key) {
        return clerk(() -> replies.record(reply(key, key + "号", null)));
    }

    private void record(String key, String date, ReplyKind kind, Grade grade) {
        clerk(() -> replies.record(new NewReply(key, kind, key + "号", "文件" + key, "区发改委", null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, grade, null, null)));
    }

    private static NewReply reply(String key, String docNo, Proposal proposal) {
        return new NewReply(key, ReplyKind.REPLY, docNo, "答复", "区发改委", null, new IssueDate("2024-04-25"),
                Publicity.PUBLIC, Grade.A, null, proposal);
    }

    private ReplyText freeze(Reply reply, String text) {
        return clerk(() -> replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text));
    }

    private Citation cite(Reply reply, String text, String words) {
        int start = text.indexOf(words);
        return clerk(() -> replies.cite(reply.id(), start, start + words.length()));
    }

    private static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }
}
