package org.youju.extraction.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.READING;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.check.Agreement;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.extraction.review.AsRead.Part;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.reply.FigureReview.Progress;
import org.youju.security.Role;
import org.youju.security.audit.Audited;
import org.youju.workflow.Departures;

class ReviewServiceTest extends BothEnginesTest {

    private static final String FIRMS = "6100余家";
    private static final String TAX = "约310亿元";
    private static final String GROWTH = "约18%";
    private static final String SHARE = "约55%";
    private static final String AREA = "每年不少于100万平方米";
    private static final String RANK = "第一";
    private static final String FUNDED = "2家";

    private Desk desk;
    private ReviewService reviews;
    private long reply;

    @BeforeEach
    void open() {
        desk = new Desk(database);
        reviews = desk.reviews;
        reply = desk.begun("A", Desk.TEXT);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ReviewCandidate candidate(String span) {
        return desk.candidate(reply, span);
    }

    @Test
    void a_reply_is_read_once_and_its_candidates_wait_with_what_was_read() {
        var first = Desk.clerk(() -> reviews.review(reply)).orElseThrow();
        assertThat(first.candidates()).extracting(ReviewCandidate::span)
                .containsExactly(FIRMS, TAX, GROWTH, SHARE, AREA, RANK, FUNDED);
        assertThat(first.candidates()).extracting(ReviewCandidate::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(first.candidates()).allMatch(it -> it.state() == CandidateState.PROPOSED && it.version() == 0);
        assertThat(first.candidates()).allMatch(it -> first.text().text().startsWith(it.span(), it.start()));
        assertThat(candidate(TAX).terms()).satisfies(it -> {
            assertThat(it.value()).isEqualByComparingTo("310");
            assertThat(it.multiplier() + it.unit()).isEqualTo("亿元");
            assertThat(it.qualifier()).isEqualTo(Qualifier.ABOUT);
            assertThat(it.period()).isEqualTo(Period.parse("2023"));
            assertThat(it.indicator()).isEqualTo("DE_TAX");
            assertThat(it.region()).isEqualTo("310105");
        });
        assertThat(candidate(GROWTH).belongsTo()).isEqualTo(2);
        assertThat(candidate(AREA).terms().promise())
                .isEqualTo(new Promise(CommitmentKind.FLOOR_PER_PERIOD, 2018, null, null));
        assertThat(Desk.clerk(() -> reviews.begin(reply))).isEqualTo(first.candidates());
    }

    @Test
    void a_reply_that_nobody_has_begun_has_no_review() {
        var other = desk.reply("B", Desk.TEXT);
        assertThat(Desk.clerk(() -> reviews.review(other))).isEmpty();
        desk.accept(candidate(TAX));
        assertThat(Desk.clerk(() -> reviews.of(List.of(reply, other)))).isEqualTo(Map.of(reply, new Progress(1, 7)));
        assertThat(Desk.within("310105", () -> reviews.of(List.of(reply)))).containsOnlyKeys(reply);
        assertThat(Desk.within("310000", () -> reviews.of(List.of(reply)))).isEmpty();
        assertRefused("review.add.notBegun", () -> desk.add(other, 0, 4));
    }

    @Test
    void a_text_without_figures_is_begun_once_somebody_has_opened_it() {
        var none = desk.reply("B", "来信收悉，感谢您的建议，我们将认真研究。\n");
        assertThat(Desk.clerk(() -> reviews.of(List.of(none)))).isEmpty();
        assertThat(Desk.clerk(() -> reviews.begin(none))).isEmpty();
        assertThat(Desk.clerk(() -> reviews.begin(none))).isEmpty();
        assertThat(Desk.clerk(() -> reviews.of(List.of(none)))).isEqualTo(Map.of(none, new Progress(0, 0)));
        assertThat(TestServices.as("approver", Role.APPROVER, () -> reviews.review(none)))
                .hasValueSatisfying(it -> assertThat(it.candidates()).isEmpty());
        assertThat(dsl.fetchCount(READING)).as("one reading of each text").isEqualTo(2);
        desk.freeze(none, "2023年，数字经济综合税收约310亿元。\n");
        assertThat(Desk.clerk(() -> reviews.of(List.of(none)))).as("the newer text").isEmpty();
        assertThat(Desk.clerk(() -> reviews.begin(none))).hasSize(1);
    }

    @Test
    void accepting_a_statement_drafts_it_with_its_citation() {
        var before = candidate(TAX);
        var preview = Desk.clerk(() -> reviews.preview(before.id(), before.terms()));
        assertThat(preview.refusal()).isNull();
        assertThat(preview.figure().value()).isEqualByComparingTo("310");
        assertThat(preview.figure().unit().code()).isEqualTo("亿元");
        var after = desk.accept(before);
        assertThat(after.state()).isEqualTo(CandidateState.ACCEPTED);
        assertThat(after.draftState()).isEqualTo(State.DRAFT);
        assertThat(after.decidedBy()).isEqualTo("clerk");
        assertThat(after.version()).isEqualTo(before.version() + 1);
        var draft = Desk.clerk(() -> desk.observations.observation(after.observationId()));
        assertThat(draft.figure()).isEqualTo(preview.figure());
        assertThat(draft.figure().printed()).isEqualTo(TAX);
        assertThat(draft.cell().period()).isEqualTo(Period.parse("2023"));
        assertThat(draft.citations()).singleElement().satisfies(it -> {
            assertThat(it.exact()).isEqualTo(TAX);
            assertThat(it.start()).isEqualTo(before.start());
        });
        assertThat(candidate(TAX)).isEqualTo(after);
    }

    @Test
    void accepting_a_promise_drafts_a_commitment_under_a_code_of_its_own() {
        var after = desk.accept(candidate(AREA));
        assertThat(after.observationId()).isNull();
        assertThat(after.draftState()).isEqualTo(State.DRAFT);
        var promise = Desk.clerk(() -> desk.commitments.inPreparation(after.commitmentCode())).orElseThrow();
        assertThat(promise.code()).matches("C\\d{3}");
        assertThat(promise.indicator()).isEqualTo("UR_REFINED_AREA");
        assertThat(promise.target().value()).isEqualByComparingTo("100");
        assertThat(promise.from()).isEqualTo(2018);
        assertThat(promise.citation().exact()).isEqualTo(AREA);
        assertThat(Desk.clerk(() -> desk.commitments.nextCodes(1).getFirst())).isNotEqualTo(promise.code());
    }

    @Test
    void mended_terms_count_and_the_print_stays() {
        var mended = Desk.worth(candidate(TAX).terms(), "311.5", Qualifier.EXACT, "亿", "元");
        var kept = Desk.clerk(() -> reviews.amend(candidate(TAX).id(), 0, mended));
        assertThat(kept.terms()).isEqualTo(mended);
        assertThat(kept.state()).isEqualTo(CandidateState.PROPOSED);
        var draft = Desk.clerk(() -> desk.observations.observation(desk.accept(kept, mended).observationId()));
        assertThat(draft.figure().value()).isEqualByComparingTo("311.5");
        assertThat(draft.figure().qualifier()).isEqualTo(Qualifier.EXACT);
        assertThat(draft.figure().printed()).isEqualTo(TAX);
    }

    @Test
    void what_says_something_else_than_its_words_is_accepted_for_a_reason_that_stays_with_it() {
        var read = candidate(TAX).terms();
        var other = Desk.worth(read, "320", Qualifier.EXACT, "亿", "元");
        assertThat(departures(TAX, other)).containsExactlyInAnyOrder(Part.VALUE, Part.QUALIFIER);
        assertThat(departures(TAX, Desk.in(read, Period.parse("2022")))).containsExactly(Part.PERIOD);
        assertThat(departures(TAX, Desk.worth(read, "310", Qualifier.ABOUT, "亿", "户"))).containsExactly(Part.UNIT);
        assertThat(departures(TAX, Desk.worth(read, "3100000", Qualifier.ABOUT, "万", "元"))).as("the same amount")
                .isEmpty();
        assertThat(departures(TAX, read)).isEmpty();
        assertThat(departures(FUNDED, Desk.in(candidate(FUNDED).terms(), Period.parse("2023"))))
                .as("the words name no period").isEmpty();
        assertRefused("review.differs.reason",
                () -> Desk.clerk(() -> reviews.accept(candidate(TAX).id(), 0, other, " ")));
        assertThat(dsl.fetchCount(OBSERVATION)).isZero();
        var accepted = desk.accept(candidate(TAX), other);
        assertThat(accepted.note()).isEqualTo(Desk.WHY);
        var draft = Desk.clerk(() -> desk.observations.observation(accepted.observationId()));
        assertThat(draft.departure()).isEqualTo(Desk.WHY);
        var citation = draft.citations().getFirst().id();
        var departures = desk.services.get(Departures.class);
        assertThat(TestServices.as("approver", Role.APPROVER, () -> departures.of(List.of(citation))))
                .containsExactly(Map.entry(citation, Desk.WHY));
        assertThat(desk.audited).extracting(Audited::after).anyMatch(it -> it != null && it.contains(Desk.WHY));
        assertThat(desk.undo(accepted).note()).isNull();
        assertThat(TestServices.as("approver", Role.APPROVER, () -> departures.of(List.of(citation)))).isEmpty();
        assertThat(desk.accept(candidate(TAX), read).note()).as("nothing differs").isNull();
    }

    private Set<Part> departures(String span, Terms terms) {
        return Desk.clerk(() -> reviews.preview(candidate(span).id(), terms)).departures();
    }

    @Test
    void a_promise_of_other_years_than_its_words_name_differs_from_them() {
        var other = desk.begun("BY", "到2025年底，力争数字经济综合税收达到500亿元。\n");
        var candidate = desk.candidate(other, "500亿元");
        var promise = candidate.terms().promise();
        assertThat(promise.to()).isEqualTo(2025);
        assertThat(departures(candidate, promise)).isEmpty();
        assertThat(departures(candidate, new Promise(promise.kind(), 2020, 2025, null)))
                .as("the words do not say where it begins").isEmpty();
        assertThat(departures(candidate, new Promise(promise.kind(), promise.from(), 2030, null)))
                .containsExactly(Part.PERIOD);
        assertThat(departures(candidate, new Promise(promise.kind(), promise.from(), null, null)))
                .containsExactly(Part.PERIOD);
    }

    @Test
    void a_promise_that_is_due_within_a_year_ends_on_the_day_that_its_words_name() {
        var other = desk.begun("JUNE", "到2025年6月底，力争数字经济综合税收达到500亿元。\n");
        var candidate = desk.candidate(other, "500亿元");
        var accepted = desk.accept(candidate, candidate.terms().with("DE_TAX",
                new Promise(CommitmentKind.CUMULATIVE_BY, 2024, 2025, null)));
        assertThat(Desk.clerk(() -> desk.commitments.inPreparation(List.of(accepted.commitmentCode()))))
                .extracting(Commitment::lastDay).containsExactly(LocalDate.of(2025, 6, 30));
    }

    private Set<Part> departures(ReviewCandidate candidate, Promise promise) {
        return Desk.clerk(() -> reviews.preview(candidate.id(), candidate.terms().with("DE_TAX", promise)))
                .departures();
    }

    @Test
    void what_differs_from_its_words_is_not_accepted_in_bulk() {
        Desk.clerk(() -> reviews.amend(candidate(TAX).id(), 0,
                Desk.worth(candidate(TAX).terms(), "320", Qualifier.ABOUT, "亿", "元")));
        var batch = Desk.clerk(() -> reviews.acceptAbove(reply, 0));
        assertThat(batch.refused()).filteredOn(it -> it.candidate().span().equals(TAX))
                .extracting(it -> it.why().key()).containsExactly("review.candidate.differs");
        assertThat(candidate(TAX).state()).isEqualTo(CandidateState.PROPOSED);
    }

    @Test
    void so_much_for_each_of_something_is_not_taken_for_so_much_in_all() {
        var other = desk.begun("RATE", "2023年，每千名居民拥有数字经济企业42家。\n");
        var rate = desk.candidate(other, "42家");
        assertThat(rate.terms().indicator()).isNull();
        refused("review.terms.unit.wrong", rate, Desk.of(rate.terms(), "DE_FIRMS"));
    }

    @Test
    void terms_that_do_not_do_are_refused_on_their_field() {
        refused("review.terms.period.unknown", candidate(FUNDED), candidate(FUNDED).terms());
        refused("review.terms.kind.rank", candidate(RANK), candidate(RANK).terms());
        refused("review.terms.indicator.missing", candidate(TAX), candidate(TAX).terms().with(null, null));
        refused("review.terms.indicator.unknown", candidate(TAX), Desk.of(candidate(TAX).terms(), "NO_SUCH"));
        refused("review.terms.unit.wrong", candidate(TAX), Desk.of(candidate(TAX).terms(), "DE_TAX_SHARE"));
        refused("review.terms.indicator.noGrowth", candidate(GROWTH), Desk.of(candidate(GROWTH).terms(), "DE_TAX_SHARE"));
        refused("review.terms.promise.missing", candidate(AREA), candidate(AREA).terms().with("UR_REFINED_AREA", null));
        refused("review.terms.value.share", candidate(SHARE),
                Desk.worth(candidate(SHARE).terms(), "155", Qualifier.EXACT, "", "%"));
        assertThat(dsl.fetchCount(OBSERVATION)).isZero();
        assertThat(dsl.fetchCount(CITATION)).isZero();
    }

    @Test
    void of_a_retired_indicator_nothing_new_is_accepted_and_what_was_recorded_otherwise_is_corrected() {
        approved(TAX);
        Desk.clerk(() -> {
            for (var code : List.of("DE_TAX", "DE_TAX_GROWTH", "UR_REFINED_AREA")) {
                var keeper = desk.services.get(IndicatorKeeper.class);
                keeper.retire(code, keeper.one(code).version());
            }
            return null;
        });
        refused("review.terms.indicator.retired", candidate(GROWTH), candidate(GROWTH).terms());
        refused("review.terms.indicator.retired", candidate(AREA), candidate(AREA).terms());
        desk.freeze(reply, Desk.TEXT.replace("310亿元", "312亿元"));
        Desk.clerk(() -> reviews.begin(reply));
        assertThat(desk.accept(candidate("约312亿元")).draftState()).isEqualTo(State.DRAFT);
    }

    private void refused(String key, ReviewCandidate candidate, Terms terms) {
        var preview = Desk.clerk(() -> reviews.preview(candidate.id(), terms));
        assertThat(preview.refusal()).extracting(RuleViolation::key).isEqualTo(key);
        assertRefused(key, () -> desk.accept(candidate, terms));
    }

    @Test
    void whoever_saw_an_older_version_is_told_what_the_other_has_decided() {
        var seen = candidate(TAX);
        TestServices.as("li", Role.STATISTICIAN, () -> reviews.reject(seen.id(), 0, "不是指标"));
        assertThatThrownBy(() -> desk.accept(seen)).isInstanceOfSatisfying(RuleViolation.class, refused -> {
            assertThat(refused.key()).isEqualTo("review.candidate.changed.REJECTED");
            assertThat(refused.arguments()).containsExactly("li", 2);
        });
        assertRefused("review.candidate.decided", () -> desk.accept(candidate(TAX)));
        assertThat(candidate(TAX).note()).isEqualTo("不是指标");
    }

    @Test
    void a_rejection_says_why() {
        assertRefused("review.reject.reason", () -> Desk.clerk(() -> reviews.reject(candidate(RANK).id(), 0, " ")));
        assertThat(candidate(RANK).state()).isEqualTo(CandidateState.PROPOSED);
    }

    @Test
    void what_is_undone_is_open_again_and_its_draft_is_closed_but_kept() {
        var accepted = desk.accept(candidate(TAX));
        var open = desk.undo(accepted);
        assertThat(open.state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(open.observationId()).isNull();
        var row = Desk.clerk(() -> desk.observations.observation(accepted.observationId()));
        assertThat(row.isCurrent()).isFalse();
        assertThat(row.figure().printed()).isEqualTo(TAX);
        assertRefused("review.undo.nothing", () -> desk.undo(open));
        var again = desk.accept(open);
        assertThat(again.observationId()).isNotEqualTo(accepted.observationId());
        assertThat(dsl.fetchCount(CITATION)).as("one span is cited once").isOne();
        var promised = desk.accept(candidate(AREA));
        desk.undo(promised);
        assertThat(Desk.clerk(() -> desk.commitments.inPreparation(promised.commitmentCode()))).isEmpty();
        assertThat(desk.undo(Desk.clerk(() -> reviews.reject(candidate(RANK).id(), 0, "名次"))).note()).isNull();
    }

    @Test
    void all_drafts_of_a_reply_are_submitted_together_and_stay_from_then_on() {
        desk.accept(candidate(TAX));
        desk.accept(candidate(AREA));
        Desk.clerk(() -> reviews.reject(candidate(RANK).id(), 0, "名次"));
        assertThat(Desk.clerk(() -> reviews.submit(reply))).isEqualTo(2);
        assertThat(candidate(TAX).draftState()).isEqualTo(State.SUBMITTED);
        assertThat(candidate(AREA).draftState()).isEqualTo(State.SUBMITTED);
        assertRefused("review.undo.submitted", () -> desk.undo(candidate(TAX)));
        assertRefused("review.undo.submitted", () -> desk.undo(candidate(AREA)));
        assertRefused("review.submit.nothing", () -> Desk.clerk(() -> reviews.submit(reply)));
        desk.approve(candidate(TAX));
        desk.approve(candidate(AREA));
        assertThat(candidate(TAX).draftState()).isEqualTo(State.APPROVED);
        assertThat(candidate(AREA).draftState()).isEqualTo(State.APPROVED);
        assertThat(known("DE_TAX")).extracting(it -> it.figure().printed()).containsExactly(TAX);
    }

    private List<Observation> known(String indicator) {
        return desk.observations.statements(StatementQuery.of(List.of(indicator), "310105", null));
    }

    @Test
    void what_was_returned_is_taken_back_and_mended() {
        returned(TAX);
        var open = desk.undo(candidate(TAX));
        assertThat(desk.accept(open, Desk.worth(open.terms(), "309", Qualifier.ABOUT, "亿", "元")).draftState())
                .isEqualTo(State.DRAFT);
    }

    /** A candidate whose draft an approver has sent back. */
    private ReviewCandidate returned(String span) {
        desk.accept(candidate(span));
        Desk.clerk(() -> reviews.submit(reply));
        var submitted = candidate(span);
        TestServices.as("approver", Role.APPROVER, () -> submitted.commitmentCode() == null
                ? desk.observations.giveBack(List.of(submitted.observationId()), "请核对")
                : desk.commitments.giveBack(List.of(desk.commitments.inPreparation(submitted.commitmentCode())
                        .orElseThrow().id()), "请核对"));
        var returned = candidate(span);
        assertThat(returned.draftState()).isEqualTo(State.RETURNED);
        assertThat(returned.isOpen()).isTrue();
        return returned;
    }

    @Test
    void what_was_returned_is_put_right_at_the_desk_and_is_a_draft_again_with_its_history() {
        var returned = returned(TAX);
        assertRefused("review.submit.nothing", () -> Desk.clerk(() -> reviews.submit(reply)));
        var preview = Desk.clerk(() -> reviews.preview(returned.id(), returned.terms()));
        assertThat(preview.refusal()).as("its own draft is not in its way").isNull();
        assertThat(preview.standings()).isEmpty();
        var kept = Desk.clerk(() -> reviews.amend(returned.id(), returned.version(),
                Desk.in(returned.terms(), Period.parse("2022"))));
        assertThat(kept.draftState()).as("mended, not decided").isEqualTo(State.RETURNED);
        var mended = TestServices.as("li", Role.STATISTICIAN,
                () -> reviews.accept(kept.id(), kept.version(), kept.terms(), Desk.WHY));
        assertThat(mended.draftState()).isEqualTo(State.DRAFT);
        assertThat(Desk.clerk(() -> desk.observations.observation(mended.observationId()))).satisfies(it -> {
            assertThat(it.period()).isEqualTo(Period.parse("2022"));
            assertThat(it.reason()).isNull();
        });
        assertThat(Desk.clerk(() -> reviews.submit(reply))).isOne();
        assertRefused("observation.step.own", () -> TestServices.as("clerk", Role.APPROVER,
                () -> desk.observations.approve(List.of(candidate(TAX).observationId()))));
        desk.approve(candidate(TAX));
        assertThat(known("DE_TAX")).extracting(it -> it.period().code()).containsExactly("2022");
    }

    @Test
    void a_promise_that_was_returned_is_put_right_under_its_code() {
        var returned = returned(AREA);
        var promise = returned.terms().promise();
        var longer = returned.terms().with(returned.terms().indicator(),
                new Promise(promise.kind(), promise.from(), 2025, null));
        var mended = desk.accept(returned, longer);
        assertThat(mended.commitmentCode()).isEqualTo(returned.commitmentCode());
        assertThat(mended.draftState()).isEqualTo(State.DRAFT);
        assertThat(Desk.clerk(() -> desk.commitments.inPreparation(mended.commitmentCode()))).hasValueSatisfying(it -> {
            assertThat(it.to()).isEqualTo(2025);
            assertThat(it.reason()).isNull();
        });
    }

    @Test
    void what_was_returned_may_turn_out_to_be_no_figure_or_a_promise_or_said_elsewhere() {
        var rejected = returned(TAX);
        Desk.clerk(() -> reviews.reject(rejected.id(), rejected.version(), "不是指标"));
        assertThat(drafts(rejected)).isEmpty();
        assertThat(candidate(TAX)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(CandidateState.REJECTED);
            assertThat(it.observationId()).isNull();
        });
        var level = returned(FIRMS);
        desk.accept(level, level.terms().with("UR_REFINED_AREA".equals(level.terms().indicator()) ? null
                : level.terms().indicator(), new Promise(CommitmentKind.MILESTONE, 2024, 2025, null)));
        assertThat(drafts(level)).isEmpty();
        assertThat(candidate(FIRMS).commitmentCode()).isNotNull();
        var merged = returned(SHARE);
        var into = desk.accept(candidate(GROWTH));
        Desk.clerk(() -> reviews.merge(merged.id(), merged.version(), into.id()));
        assertThat(drafts(merged)).isEmpty();
        assertThat(confirming(into.observationId())).containsExactly(SHARE);
    }

    private List<Observation> drafts(ReviewCandidate of) {
        return Desk.clerk(() -> desk.observations.inPreparation(
                desk.observations.observation(of.observationId()).cell()));
    }

    @Test
    void a_figure_that_stands_twice_is_merged_and_its_span_confirms_the_draft() {
        var twice = desk.begun("B", "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n");
        var kept = desk.accept(desk.candidate(twice, TAX));
        var second = desk.candidate(twice, "310.0亿元");
        refused("review.terms.indicator.drafted", second, second.terms());
        for (var into : List.of(second.id(), candidate(TAX).id())) {
            assertRefused("review.merge.target", () -> Desk.clerk(() -> reviews.merge(second.id(), 0, into)));
        }
        var merged = Desk.clerk(() -> reviews.merge(second.id(), 0, kept.id()));
        assertThat(merged.state()).isEqualTo(CandidateState.DUPLICATE);
        assertThat(merged.duplicateOf()).isEqualTo(1);
        assertThat(confirming(kept.observationId())).containsExactly("310.0亿元");
        desk.undo(merged);
        assertThat(confirming(kept.observationId())).isEmpty();
        var again = desk.candidate(twice, "310.0亿元");
        Desk.clerk(() -> reviews.merge(again.id(), again.version(), kept.id()));
        Desk.clerk(() -> reviews.submit(twice));
        assertThat(confirming(desk.candidate(twice, TAX).observationId())).containsExactly("310.0亿元");
        assertRefused("review.undo.submitted", () -> desk.undo(desk.candidate(twice, "310.0亿元")));
    }

    @Test
    void what_others_were_merged_into_is_not_rejected_over_their_heads() {
        var twice = desk.begun("B", "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n");
        var first = desk.candidate(twice, TAX);
        Desk.clerk(() -> reviews.merge(desk.candidate(twice, "310.0亿元").id(), 0, first.id()));
        assertRefused("review.merge.chain", () -> Desk.clerk(() -> reviews.reject(first.id(), 0, "不是指标")));
        assertThat(desk.candidate(twice, TAX).state()).isEqualTo(CandidateState.PROPOSED);
    }

    @Test
    void a_preview_of_another_region_than_ones_own_tells_nothing_of_it() {
        var seen = candidate(TAX);
        var preview = Desk.within("310105", () -> reviews.preview(seen.id(), new Terms(seen.terms().value(), null,
                seen.terms().multiplier(), seen.terms().unit(), seen.terms().qualifier(), seen.terms().period(),
                seen.terms().kind(), seen.terms().subject(), seen.terms().indicator(), "310000", null)));
        assertThat(preview.standings()).isEmpty();
        assertThat(preview.refusal()).extracting(RuleViolation::key).isEqualTo("review.terms.region.scope");
    }

    @Test
    void a_duplicate_confirms_what_is_accepted_after_it() {
        var twice = desk.begun("B", "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n");
        var first = desk.candidate(twice, TAX);
        Desk.clerk(() -> reviews.merge(desk.candidate(twice, "310.0亿元").id(), 0, first.id()));
        assertThat(confirming(desk.accept(first).observationId())).containsExactly("310.0亿元");
    }

    private List<String> confirming(long observation) {
        return dsl.select(CITATION.EXACT_TEXT)
                .from(CITATION)
                .join(OBSERVATION_CITATION).on(OBSERVATION_CITATION.CITATION_ID.eq(CITATION.ID))
                .where(OBSERVATION_CITATION.OBSERVATION_ID.eq(observation))
                .and(OBSERVATION_CITATION.ROLE.eq("CONFIRMS"))
                .fetch(CITATION.EXACT_TEXT);
    }

    @Test
    void stored_values_of_the_same_cell_stand_beside_a_candidate() {
        approved(TAX);
        var agreeing = desk.begun("B", "2023年，数字经济综合税收约309亿元。\n");
        var other = desk.begun("C", "2023年，数字经济综合税收500亿元。\n");
        assertThat(standings(agreeing, "约309亿元")).containsExactly(Agreement.COMPATIBLE);
        assertThat(standings(other, "500亿元")).containsExactly(Agreement.CONFLICT);
        desk.accept(desk.candidate(agreeing, "约309亿元"));
        assertThat(standings(other, "500亿元")).as("a draft of another reply").hasSize(2);
    }

    private List<Agreement> standings(long of, String span) {
        var candidate = desk.candidate(of, span);
        return Desk.clerk(() -> reviews.preview(candidate.id(), candidate.terms())).standings().stream()
                .map(Standing::agreement).toList();
    }

    private void approved(String span) {
        desk.accept(candidate(span));
        Desk.clerk(() -> reviews.submit(reply));
        desk.approve(candidate(span));
    }

    @Test
    void what_is_approved_of_this_very_reply_is_linked_and_not_drafted_again() {
        approved(TAX);
        desk.freeze(reply, Desk.TEXT + "另附：2023年，数字经济综合税收约310亿元。\n");
        Desk.clerk(() -> reviews.begin(reply));
        var again = Desk.clerk(() -> reviews.review(reply)).orElseThrow().candidates().getLast();
        var rows = dsl.fetchCount(OBSERVATION);
        var linked = desk.accept(again, Desk.of(again.terms(), "DE_TAX"));
        assertThat(linked.draftState()).isEqualTo(State.APPROVED);
        assertThat(dsl.fetchCount(OBSERVATION)).isEqualTo(rows);
        assertThat(desk.undo(linked).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(known("DE_TAX")).hasSize(1);
    }

    @Test
    void what_was_recorded_otherwise_of_this_reply_is_corrected() {
        approved(TAX);
        desk.freeze(reply, Desk.TEXT.replace("310亿元", "312亿元"));
        Desk.clerk(() -> reviews.begin(reply));
        assertThat(Desk.clerk(() -> reviews.acceptAbove(reply, 0)).refused())
                .anyMatch(it -> it.why().key().equals("review.candidate.recorded"));
        var corrected = desk.accept(candidate("约312亿元"));
        assertThat(corrected.draftState()).isEqualTo(State.DRAFT);
        assertThat(known("DE_TAX")).extracting(it -> it.figure().printed()).containsExactly(TAX);
        Desk.clerk(() -> reviews.submit(reply));
        desk.approve(candidate("约312亿元"));
        assertThat(known("DE_TAX")).extracting(it -> it.figure().printed()).containsExactly("约312亿元");
    }

    @Test
    void many_are_accepted_at_once_and_a_refusal_loses_no_other() {
        var batch = Desk.clerk(() -> reviews.acceptAbove(reply, 0.5));
        assertThat(batch.accepted()).extracting(ReviewCandidate::span)
                .containsExactly(FIRMS, TAX, GROWTH, SHARE, AREA);
        assertThat(batch.refused()).extracting(it -> it.candidate().span() + " " + it.why().key())
                .containsExactly(RANK + " review.terms.kind.rank", FUNDED + " review.terms.period.unknown");
        assertThat(candidate(FUNDED).version()).isZero();
        assertThat(Desk.clerk(() -> reviews.submit(reply))).isEqualTo(5);
    }

    @Test
    void a_promise_that_is_accepted_with_others_is_answered_for_by_whoever_answers_the_reply() {
        Desk.clerk(() -> reviews.acceptAbove(reply, 0.5));
        var code = candidate(AREA).terms().promise().department();
        assertThat(desk.services.get(IndicatorService.class).departments())
                .filteredOn(it -> it.code().equals(code)).extracting(Department::nameZh)
                .containsExactly("上海市长宁区发展和改革委员会");
        assertThat(Desk.clerk(() -> desk.commitments.inPreparation(candidate(AREA).commitmentCode())).orElseThrow()
                .department()).isEqualTo(code);
    }

    @Test
    void a_promise_that_a_person_has_left_without_a_department_is_accepted_without_one() {
        var promise = candidate(AREA);
        Desk.clerk(() -> reviews.amend(promise.id(), promise.version(), promise.terms()));
        Desk.clerk(() -> reviews.acceptAbove(reply, 0.5));
        assertThat(candidate(AREA).state()).isEqualTo(CandidateState.ACCEPTED);
        assertThat(candidate(AREA).terms().promise().department()).isNull();
    }

    @Test
    void every_decision_is_told_to_the_audit_trail() {
        desk.audited.clear();
        var tax = candidate(TAX);
        var growth = candidate(GROWTH);
        Desk.clerk(() -> reviews.reject(tax.id(), tax.version(), "不是指标"));
        desk.undo(candidate(TAX));
        Desk.clerk(() -> reviews.amend(growth.id(), growth.version(), Desk.in(growth.terms(), Period.parse("2022"))));
        Desk.clerk(() -> reviews.merge(candidate(GROWTH).id(), 1, candidate(SHARE).id()));
        desk.accept(candidate(FIRMS));
        Desk.clerk(() -> reviews.acceptAbove(reply, 0.5));
        var start = Desk.TEXT.indexOf("4月");
        desk.add(reply, start, start + 2);
        var deeds = desk.audited.stream().filter(it -> it.entity().equals("candidate")).toList();
        assertThat(deeds).extracting(it -> it.action() + " " + it.name()).startsWith(
                "reject A #2", "undo A #2", "update A #3", "merge A #3", "accept A #1", "accept A #2", "accept A #4")
                .endsWith("create A #8");
        assertThat(deeds.getFirst().before()).startsWith("PROPOSED 310亿元 ABOUT 2023 LEVEL 310105 DE_TAX");
        assertThat(deeds.getFirst().after()).startsWith("REJECTED 310亿元").endsWith("(不是指标)");
        assertThat(deeds.get(2).before()).contains(" 2023 ");
        assertThat(deeds.get(2).after()).contains(" 2022 ");
        assertThat(deeds.get(3).after()).startsWith("DUPLICATE").endsWith("= 4");
    }

    @Test
    void a_refused_decision_is_not_told_to_the_audit_trail() {
        desk.audited.clear();
        var seen = candidate(TAX);
        assertRefused("review.reject.reason", () -> Desk.clerk(() -> reviews.reject(seen.id(), 0, " ")));
        assertThat(desk.audited).isEmpty();
    }

    @Test
    void an_indicator_made_at_the_desk_is_seen_by_all_once_its_first_figure_is_approved() {
        var indicators = desk.services.get(IndicatorService.class);
        var firms = candidate(FIRMS);
        Desk.clerk(() -> {
            var made = reviews.newIndicator(firms.id());
            indicators.addWithUnit(new Indicator("N_FIRMS", made.nameZh(), "Firms", made.theme(), null, made.unit(),
                    made.nature(), made.direction(), made.priceBasis(), null, null, null, null, null, true, null));
            return null;
        });
        desk.accept(firms, Desk.of(firms.terms(), "N_FIRMS"));
        Desk.clerk(() -> reviews.submit(reply));
        assertThat(viewed(indicators)).doesNotContain("N_FIRMS");
        assertThat(Desk.clerk(() -> indicators.catalogue().indicator("N_FIRMS").isDraft())).isTrue();
        desk.approve(candidate(FIRMS));
        assertThat(viewed(indicators)).contains("N_FIRMS");
        assertThat(Desk.clerk(() -> indicators.catalogue().indicator("N_FIRMS").isDraft())).isFalse();
        assertThat(desk.audited).filteredOn(it -> it.entity().equals("indicator") && it.action().equals("approve"))
                .extracting(Audited::name).containsExactly("N_FIRMS");
    }

    private static List<String> viewed(IndicatorService indicators) {
        return TestServices.as("leader", Role.VIEWER, () -> indicators.catalogue().indicators()).stream()
                .map(Indicator::code).toList();
    }

    @Test
    void none_below_the_confidence_is_accepted_and_none_that_something_stored_contradicts() {
        approved(TAX);
        var other = desk.begun("C", "2023年，数字经济综合税收500亿元，同比增长约18%。\n");
        assertThat(Desk.clerk(() -> reviews.acceptAbove(other, 1)).accepted()).isEmpty();
        var batch = Desk.clerk(() -> reviews.acceptAbove(other, 0));
        assertThat(batch.accepted()).extracting(ReviewCandidate::span).containsExactly(GROWTH);
        assertThat(batch.refused()).singleElement().satisfies(it -> {
            assertThat(it.why().key()).isEqualTo("review.candidate.contrary");
            assertThat(it.why().arguments()).containsExactly(TAX, "A");
        });
    }

    @Test
    void figures_of_a_document_that_names_no_region_are_accepted_once_a_person_has_looked_at_them() {
        var bureau = desk.reply("C", "国家统计局", "2023年，数字经济综合税收约310亿元，同比增长约18%。\n");
        Desk.clerk(() -> reviews.begin(bureau));
        var batch = Desk.clerk(() -> reviews.acceptAbove(bureau, 0));
        assertThat(batch.accepted()).isEmpty();
        assertThat(batch.refused()).extracting(it -> it.why().key()).hasSize(2)
                .containsOnly("review.candidate.noRegion");
        var tax = desk.candidate(bureau, TAX);
        Desk.clerk(() -> reviews.amend(tax.id(), tax.version(), tax.terms()));
        assertThat(Desk.clerk(() -> reviews.acceptAbove(bureau, 0)).accepted()).extracting(ReviewCandidate::span)
                .containsExactly(TAX);
    }

    @Test
    void the_store_is_asked_as_often_for_many_as_for_few() {
        var counts = new ArrayList<Integer>();
        for (var years : List.of(2, 12)) {
            var text = IntStream.range(0, years)
                    .mapToObj(i -> "%d年，数字经济综合税收约%d亿元。%d年起，精品小区每年不少于%d万平方米。\n"
                            .formatted(2000 + years + i, 300 + i, 2000 + years + i, 100 + i))
                    .collect(Collectors.joining());
            var many = desk.begun("M" + years, text);
            var before = desk.services.reads();
            var batch = Desk.clerk(() -> reviews.acceptAbove(many, 0));
            counts.add(desk.services.reads() - before);
            assertThat(batch.accepted()).hasSize(2 * years);
        }
        assertThat(counts.getLast()).isEqualTo(counts.getFirst());
    }

    @Test
    void of_two_that_say_the_same_one_is_accepted_with_the_others() {
        var twice = desk.begun("B", "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n"
                + "精品小区2018年起每年不少于100万平方米。\n精品小区2018年起每年不低于100万平方米。\n");
        var batch = Desk.clerk(() -> reviews.acceptAbove(twice, 0));
        assertThat(batch.accepted()).extracting(ReviewCandidate::number).containsExactly(1, 3);
        assertThat(batch.refused()).extracting(it -> it.candidate().number() + " " + it.why().key()).containsExactly(
                "2 review.terms.indicator.drafted", "4 review.terms.promise.drafted");
        var second = Desk.clerk(() -> reviews.review(twice)).orElseThrow().candidates().getLast();
        refused("review.terms.promise.drafted", second, second.terms());
    }

    @Test
    void a_figure_that_the_reading_missed_is_selected_and_added() {
        var text = "数字经济平台方面，见第十二号文件所列37家企业名录。2023年增加第3批。\n";
        var other = desk.begun("B", text + "2023年，数字经济综合税收约310亿元。\n");
        var start = text.indexOf("第3批") + 1;
        var added = desk.add(other, start, start + 2);
        assertThat(added.span()).isEqualTo("3批");
        assertThat(added.start()).isEqualTo(start);
        assertThat(added.clause()).isEqualTo("2023年增加第3批");
        assertThat(added.terms().value()).isEqualByComparingTo("3");
        assertRefused("review.add.there", () -> desk.add(other, start, start + 3));
        assertRefused("review.add.noFigure", () -> desk.add(other, 0, 4));
        assertRefused("citation.outside", () -> desk.add(other, 5, 5000));
    }

    @Test
    void what_was_selected_in_an_older_text_is_not_added_to_a_newer_one() {
        var before = desk.text(reply);
        desk.freeze(reply, "又及：" + before.text());
        Desk.clerk(() -> reviews.begin(reply));
        assertRefused("review.add.text", () -> Desk.clerk(() -> reviews.add(before, 0, 4)));
    }

    @Test
    void a_new_text_takes_over_what_was_decided_about_the_same_words() {
        var accepted = desk.accept(candidate(TAX));
        Desk.clerk(() -> reviews.reject(candidate(RANK).id(), 0, "名次"));
        var mended = Desk.clerk(() -> reviews.amend(candidate(FUNDED).id(), 0,
                Desk.in(candidate(FUNDED).terms(), Period.parse("2023"))));
        var gone = desk.accept(candidate(SHARE));
        desk.freeze(reply, "前言一段。\n" + Desk.TEXT.replace("约55%", "约56%"));
        assertThat(Desk.clerk(() -> reviews.review(reply))).isEmpty();
        assertRefused("review.candidate.text", () -> desk.undo(accepted));
        Desk.clerk(() -> reviews.begin(reply));
        assertThat(candidate(TAX)).satisfies(it -> {
            assertThat(it.id()).isEqualTo(accepted.id());
            assertThat(it.state()).isEqualTo(CandidateState.ACCEPTED);
            assertThat(it.draftState()).isEqualTo(State.DRAFT);
            assertThat(it.start()).isEqualTo(accepted.start() + 6);
        });
        assertThat(candidate(RANK).note()).isEqualTo("名次");
        assertThat(candidate(FUNDED).terms()).isEqualTo(mended.terms());
        assertThat(candidate("约56%").state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(Desk.clerk(() -> reviews.submit(reply))).as("the draft whose words are gone goes along").isEqualTo(2);
        assertThat(Desk.clerk(() -> desk.observations.inPreparation(
                desk.observations.observation(gone.observationId()).cell())))
                .extracting(Observation::state).containsExactly(State.SUBMITTED);
    }

    @Test
    void drafts_of_an_older_text_are_shown_counted_and_submitted_or_taken_back() {
        desk.accept(candidate(TAX));
        var gone = desk.accept(candidate(SHARE));
        var returned = returned(GROWTH);
        desk.freeze(reply, Desk.TEXT.replace("约55%", "约56%").replace("约18%", "约19%"));
        assertRefused("review.candidate.text", () -> desk.undo(gone));
        Desk.clerk(() -> reviews.begin(reply));
        desk.accept(candidate(FIRMS));
        var review = Desk.clerk(() -> reviews.review(reply)).orElseThrow();
        assertThat(review.candidates()).extracting(ReviewCandidate::span).doesNotContain(SHARE, GROWTH);
        assertThat(review.earlier()).extracting(ReviewCandidate::span).containsExactly(GROWTH);
        assertThat(review.drafts()).extracting(ReviewCandidate::span).containsExactly(FIRMS);
        assertThat(desk.undo(returned).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(Desk.clerk(() -> reviews.review(reply)).orElseThrow().earlier()).isEmpty();
        assertThat(Desk.clerk(() -> reviews.submit(reply))).isOne();
        var last = desk.accept(candidate(AREA));
        desk.freeze(reply, "正文已改。\n");
        Desk.clerk(() -> reviews.begin(reply));
        assertThat(Desk.clerk(() -> reviews.review(reply)).orElseThrow().drafts()).containsExactly(last);
        assertThat(Desk.clerk(() -> reviews.submit(reply))).isOne();
    }

    @Test
    void an_indicator_that_somebody_chose_for_the_same_words_comes_first_the_next_time() {
        var odd = desk.begun("B", "2023年，某某事项完成额120亿元。\n");
        var candidate = desk.candidate(odd, "120亿元");
        assertThat(candidate.terms().indicator()).isNull();
        desk.accept(candidate, Desk.of(candidate.terms(), "EC_GDP_INCREMENT"));
        var next = desk.begun("C", "2024年，某某事项完成额130亿元。\n");
        assertThat(desk.candidate(next, "130亿元").terms().indicator()).isEqualTo("EC_GDP_INCREMENT");
        assertThat(Desk.clerk(() -> reviews.guesses(desk.candidate(next, "130亿元").id())).getFirst().code())
                .isEqualTo("EC_GDP_INCREMENT");
        desk.services.pass(Duration.ofHours(1));
        desk.accept(desk.candidate(next, "130亿元"), Desk.of(desk.candidate(next, "130亿元").terms(), "DE_TAX"));
        var last = desk.begun("D", "2025年，某某事项完成额140亿元。\n");
        assertThat(desk.candidate(last, "140亿元").terms().indicator()).as("what was chosen last").isEqualTo("DE_TAX");
    }

    @Test
    void whoever_insists_takes_the_other_decision_back_and_decides_both_or_neither() {
        var theirs = TestServices.as("li", Role.STATISTICIAN,
                () -> reviews.accept(candidate(TAX).id(), 0, candidate(TAX).terms()));
        assertRefused("review.reject.reason", () -> Desk.clerk(() -> reviews.insist(theirs.id(), theirs.version(),
                open -> reviews.reject(open.id(), open.version(), " "))));
        assertThat(candidate(TAX)).isEqualTo(theirs);
        assertThat(drafts(theirs)).hasSize(1);
        var mine = Desk.clerk(() -> reviews.insist(theirs.id(), theirs.version(),
                open -> reviews.reject(open.id(), open.version(), "不是指标")));
        assertThat(mine.state()).isEqualTo(CandidateState.REJECTED);
        assertThat(mine.decidedBy()).isEqualTo("clerk");
        assertThat(drafts(theirs)).isEmpty();
        assertRefused("review.candidate.changed.REJECTED", () -> Desk.clerk(() -> reviews.insist(theirs.id(),
                theirs.version(), open -> open)));
    }

    @Test
    void guesses_follow_the_words_and_the_level() {
        assertThat(Desk.clerk(() -> reviews.guesses(candidate(TAX).id()))).hasSizeLessThanOrEqualTo(8)
                .first().extracting(IndicatorGuess::code).isEqualTo("DE_TAX");
        assertThat(Desk.clerk(() -> reviews.guesses(candidate(GROWTH).id())).getFirst().code())
                .isEqualTo("DE_TAX_GROWTH");
        assertThat(Desk.clerk(() -> reviews.guesses(candidate(RANK).id()))).isEmpty();
    }

    @Test
    void an_indicator_is_proposed_where_none_fits() {
        var odd = desk.begun("B", "2023年，完成河道整治长度120公里。\n");
        var proposed = Desk.clerk(() -> reviews.newIndicator(desk.candidate(odd, "120公里").id()));
        assertThat(proposed.nameZh()).isEqualTo("河道整治长度");
        assertThat(proposed.nameEn()).isEmpty();
        assertThat(proposed.code()).matches("[A-Z]+_N01");
        assertThat(proposed.unit().code()).isEqualTo("公里");
        var themed = desk.begun("THEMED", "2023年，投入城市更新专项资金3.2亿元。\n");
        assertThat(Desk.clerk(() -> reviews.newIndicator(desk.candidate(themed, "3.2亿元").id())).theme())
                .as("its name says it").isEqualTo("URBAN_RENEWAL");
        var growth = Desk.clerk(() -> reviews.newIndicator(candidate(GROWTH).id()));
        assertThat(growth.growthOf()).isEqualTo("DE_TAX");
        assertThat(growth.nameZh()).isEqualTo("数字经济综合税收增速");
        assertThat(growth.unit().code()).isEqualTo("%");
    }

    @Test
    void every_change_is_told_once_it_is_committed() {
        desk.told.clear();
        var accepted = desk.accept(candidate(TAX));
        assertThat(desk.told).containsExactly(new ReviewChanged(reply, Set.of(accepted.id()), "clerk"));
        assertRefused("review.candidate.decided", () -> desk.accept(accepted));
        assertThat(desk.told).hasSize(1);
    }

    @Test
    void only_those_who_may_handle_drafts_of_the_region_see_and_decide() {
        var seen = candidate(TAX);
        assertThatThrownBy(() -> TestServices.as("v", Role.VIEWER, () -> reviews.review(reply)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(TestServices.as("approver", Role.APPROVER, () -> reviews.review(reply))).isPresent();
        assertThatThrownBy(() -> TestServices.as("approver", Role.APPROVER,
                () -> reviews.accept(seen.id(), 0, seen.terms()))).isInstanceOf(AccessDeniedException.class);
        var text = desk.text(reply);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> Desk.within("310000", () -> reviews.review(reply)),
                () -> Desk.within("310000", () -> reviews.begin(reply)),
                () -> Desk.within("310000", () -> reviews.reject(seen.id(), 0, "不是指标")),
                () -> Desk.within("310000", () -> reviews.add(text, 0, 3)),
                () -> Desk.within("310000", () -> reviews.guesses(seen.id())),
                () -> Desk.within("310000", () -> reviews.newIndicator(seen.id())),
                () -> Desk.within("310000", () -> reviews.preview(seen.id(), seen.terms())),
                () -> Desk.within("310000", () -> reviews.acceptAbove(reply, 0)),
                () -> Desk.within("310000", () -> reviews.submit(reply)))) {
            assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        }
        assertThat(candidate(TAX).state()).isEqualTo(CandidateState.PROPOSED);
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
