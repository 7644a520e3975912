package org.youju.extraction.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.Citation;
import org.youju.reply.FigureReview;
import org.youju.reply.Grade;
import org.youju.reply.Proposal;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.SampleReply;
import org.youju.reply.file.Format;
import org.youju.reply.file.NormalisedText;
import org.youju.reply.file.Progress;
import org.youju.reply.file.ReadText;
import org.youju.security.Role;

class IntakeServiceTest extends BothEnginesTest {

    private static final String TEXT = SampleReply.text();

    private TestServices services;
    private IntakeService intake;
    private ReplyService replies;

    @BeforeEach
    void start() {
        services = new TestServices(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.commitment", "org.youju.extraction.review", "org.youju.extraction.intake");
        intake = services.get(IntakeService.class);
        replies = services.get(ReplyService.class);
        clerk(() -> {
            services.get(IndicatorService.class).addRegions(List.of(
                    new Region("310000", "上海市", "Shanghai", null),
                    new Region("310105", "上海市长宁区", "Changning District, Shanghai", "310000")));
            return null;
        });
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void a_reply_is_recorded_with_its_proposal_its_text_and_the_bytes_that_were_delivered() {
        var file = fresh(TEXT);
        var reply = clerk(() -> intake.take(file.proposed(), file.delivery()));
        assertThat(reply.docNo()).isEqualTo("长发改〔2024〕19号");
        assertThat(reply.textHeld()).isTrue();
        assertThat(replies.proposalOf(reply.id())).map(Proposal::number).contains("050");
        assertThat(replies.textOf(reply.id())).hasValueSatisfying(text ->
                assertThat(text.text()).isEqualTo(file.delivery().read().text()));
        assertThat(clerk(() -> replies.originalOf(reply.id()))).contains(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void of_a_text_without_figures_there_is_nothing_to_review() {
        var none = fresh(TEXT.replaceAll("(?s)\\n## 一、.*", "\n来信收悉，感谢您的建议。\n\n上海市长宁区发展和改革委员会\n2024年4月25日\n\n（此件主动公开）\n"));
        var reply = clerk(() -> intake.take(none.proposed(), none.delivery()));
        assertThat(progress(reply.id())).containsExactly(Map.entry(reply.id(), new FigureReview.Progress(0, 0)));
        var newer = fresh(TEXT);
        clerk(() -> intake.takeAsNewVersion(reply.id(), newer.delivery()));
        assertThat(progress(reply.id())).isEmpty();
    }

    private Map<Long, FigureReview.Progress> progress(long reply) {
        return clerk(() -> services.get(FigureReview.class).of(List.of(reply)));
    }

    @Test
    void the_same_file_again_is_known() {
        var file = fresh(TEXT);
        var reply = clerk(() -> intake.take(file.proposed(), file.delivery()));
        assertThat(read(TEXT)).isEqualTo(new Handed.Known(reply));
    }

    @Test
    void reading_stores_nothing() {
        fresh(TEXT);
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).isEmpty();
    }

    @Test
    void a_document_whose_text_cannot_be_frozen_is_not_recorded_either() {
        var file = fresh(TEXT);
        var blank = new Delivery("答复.md", new byte[] {' '}, new ReadText(NormalisedText.of(" "), Format.MARKDOWN, "0", 0, null),
                file.delivery().extraction());
        assertThatThrownBy(() -> clerk(() -> intake.take(file.proposed(), blank)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("reply.text.empty");
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).isEmpty();
    }

    @Test
    void a_document_number_that_is_recorded_is_refused() {
        var file = fresh(TEXT);
        clerk(() -> intake.take(file.proposed(), file.delivery()));
        var other = fresh(TEXT + "附件");
        assertThatThrownBy(() -> clerk(() -> intake.take(other.proposed(), other.delivery())))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("reply.docNo.taken");
    }

    @Test
    void a_document_number_is_known_with_its_issuer_only() {
        var file = fresh(TEXT);
        var reply = clerk(() -> intake.take(file.proposed(), file.delivery()));
        assertThat(intake.numbered("长发改〔2024〕19号", "上海市长宁区发展和改革委员会")).contains(reply);
        assertThat(intake.numbered("长发改〔2024〕19号", "长春市发展和改革委员会")).isEmpty();
        assertThat(intake.numbered("长发改〔2024〕1号", "上海市长宁区发展和改革委员会")).isEmpty();
    }

    @Test
    void a_new_version_says_how_many_citations_it_shows_and_how_many_it_does_not() {
        var first = fresh(TEXT);
        var reply = clerk(() -> intake.take(first.proposed(), first.delivery()));
        var frozen = replies.textOf(reply.id()).orElseThrow().text();
        var tax = cite(reply.id(), frozen, "约 310 亿元");
        var firms = cite(reply.id(), frozen, "6100 余家");

        var second = fresh(TEXT.replace("6100 余家", "6300余家") + "\n\n附件");
        var version = clerk(() -> intake.takeAsNewVersion(reply.id(), second.delivery()));
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.found()).isEqualTo(1);
        assertThat(version.orphans()).isEqualTo(1);
        assertThat(replies.citation(tax.id()).state()).isNotEqualTo(Citation.State.ORPHANED);

        var lost = replies.citation(firms.id());
        var likely = clerk(() -> replies.likelyPlaces(lost));
        assertThat(likely).first().satisfies(place -> assertThat(second.delivery().read().text()
                .substring(place.start(), place.end())).isEqualTo("6300余家"));
        clerk(() -> replies.anchor(lost.id(), likely.getFirst().start(), likely.getFirst().end()));
        assertThat(clerk(() -> replies.countOrphans())).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "STATISTICIAN", mode = EnumSource.Mode.EXCLUDE)
    void only_those_who_edit_drafts_hand_documents_in(Role role) {
        var file = fresh(TEXT);
        assertThatThrownBy(() -> TestServices.as("x", role, () -> intake.read(new byte[] {'a'}, "a.txt", Progress.NONE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.as("x", role, () -> intake.take(file.proposed(), file.delivery())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.as("x", role, () -> intake.takeAsNewVersion(1, file.delivery())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_account_for_some_regions_takes_in_their_replies_only() {
        var file = fresh(TEXT);
        assertThat(TestServices.within("310000", intake::regions)).extracting(Region::code).containsExactly("310000");
        assertThatThrownBy(() -> TestServices.within("310000", () -> intake.take(file.proposed(), file.delivery())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).isEmpty();
    }

    @Test
    void an_account_for_some_regions_takes_in_no_other_papers_of_others_and_no_newer_texts_of_their_replies() {
        var paper = fresh("上海市长宁区统计局\n\n2023年国民经济和社会发展统计公报\n\n全区税收约310亿元。\n");
        var header = new HeaderFields(ReplyKind.BULLETIN, null, "统计公报", null, null, null, null, null, null, List.of(),
                null, "上海市长宁区统计局", null, null, Publicity.PUBLIC, Grade.A, null, "BULLETIN");
        assertThatThrownBy(() -> TestServices.within("310000", () -> intake.take(header, paper.delivery())))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        var taken = TestServices.within("310105", () -> intake.take(header, paper.delivery()));
        var newer = fresh("上海市长宁区统计局\n\n统计公报\n\n全区税收约311亿元。\n");
        assertThatThrownBy(() -> TestServices.within("310000",
                () -> intake.takeAsNewVersion(taken.id(), newer.delivery())))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        assertThat(TestServices.within("310105", () -> intake.takeAsNewVersion(taken.id(), newer.delivery())).number())
                .isEqualTo(2);
    }

    private Citation cite(long reply, String text, String words) {
        int at = text.indexOf(words);
        return clerk(() -> replies.cite(reply, at, at + words.length()));
    }

    private Handed read(String text) {
        return clerk(() -> intake.read(text.getBytes(StandardCharsets.UTF_8), "答复.md", Progress.NONE));
    }

    private Handed.Fresh fresh(String text) {
        return (Handed.Fresh) read(text);
    }

    private static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }
}
