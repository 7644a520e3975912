package org.youju.extraction.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.BothEnginesTest;
import org.youju.base.RuleViolation;
import org.youju.check.SampleStatements;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Grounds;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.QuotedWords;
import org.youju.reply.Citation;

/** What is written over quoted words says why, wherever it is written. */
class ReviewedWordsTest extends BothEnginesTest {

    private static final CellKey TAX = new CellKey("DE_TAX", "310105", new Period.Year(2023));

    private Desk desk;
    private CellDrafts drafts;
    private long reply;

    @BeforeEach
    void open() {
        desk = new Desk(database);
        drafts = desk.services.get(CellDrafts.class);
        reply = desk.begun("REPLY", Desk.TEXT);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_draft_of_the_desk_is_written_over_only_with_a_reason_and_loses_it_with_the_difference() {
        var candidate = desk.candidate(reply, "约310亿元");
        Desk.clerk(() -> desk.reviews.accept(candidate.id(), candidate.version(), candidate.terms()));
        assertThat(refusal(write("320", null))).isEqualTo("observation.departure.due");
        assertThat(refusal(write("310", null))).as("the limiting word").isEqualTo("observation.departure.due");
        assertThat(kept(write("约3100000万元", null)).comment()).as("the same amount").isNull();
        var other = kept(write("320", "原文笔误"));
        assertThat(other.departure()).isEqualTo("原文笔误");
        assertThat(refusal(write("321", " "))).as("another figure, another reason").isEqualTo("observation.departure.due");
        assertThat(kept(write("约310亿元", null)).comment()).isNull();
        var back = kept(write("320", null, other.id()));
        assertThat(back.departure()).as("what is undone comes back with its reason").contains("原文笔误");
        assertThat(back.citations()).hasSize(1);
    }

    @Test
    void words_that_a_person_selects_for_a_figure_state_it_or_a_reason_says_why_not() {
        var sentence = "数字经济完成综合税收约310亿元，同比增长约18%";
        var cited = Desk.clerk(() -> desk.replies.cite(reply, Desk.TEXT.indexOf(sentence),
                Desk.TEXT.indexOf(sentence) + sentence.length()));
        var draft = kept(write("320", null));
        assertThatThrownBy(() -> Desk.clerk(() -> drafts.cite(draft.id(), cited.id(), null)))
                .isInstanceOfSatisfying(RuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("observation.departure.due"));
        var stated = kept(write("约310", new Grounds(cited, null, null), null));
        assertThat(stated.reply().id()).isEqualTo(reply);
        assertThat(stated.comment()).isNull();
        assertThat(refusal(write("320", null))).isEqualTo("observation.departure.due");
        var name = Desk.clerk(() -> desk.replies.cite(reply, Desk.TEXT.indexOf("上海市"), Desk.TEXT.indexOf("上海市") + 3));
        assertThat(refusal(write("320", new Grounds(name, null, null), null))).as("words without a figure")
                .isEqualTo("observation.departure.due");
        var rate = Desk.clerk(() -> desk.replies.cite(reply, Desk.TEXT.indexOf("增长约18%"),
                Desk.TEXT.indexOf("增长约18%") + "增长约18%".length()));
        assertThat(refusal(write("320", new Grounds(rate, null, null), null))).as("words with a figure of another kind")
                .isEqualTo("observation.departure.due");
        assertThat(kept(write("320", new Grounds(rate, null, "由增速推得"), null)).departure())
                .contains("由增速推得");
    }

    @Test
    void a_figure_is_written_with_its_words_or_its_excuse_in_one_step() {
        var cited = Desk.clerk(() -> desk.replies.cite(reply, Desk.TEXT.indexOf("约310亿元"),
                Desk.TEXT.indexOf("约310亿元") + "约310亿元".length()));
        var excused = kept(write("300", new Grounds(null, "内部报表", null), null));
        assertThat(excused.uncitedReason()).isEqualTo("内部报表");
        assertThat(kept(write("300", new Grounds(null, "", null), null)).uncitedReason()).isNull();
        var stated = kept(write("约310亿元", new Grounds(cited, null, null), null));
        assertThat(stated.citations()).containsExactly(cited);
        assertThat(stated.uncitedReason()).isNull();
        assertThat(refusal(write("约310亿元", new Grounds(null, "内部报表", null), null)))
                .isEqualTo("observation.cell.stated");
        assertThat(Desk.clerk(() -> drafts.trail(TAX))).filteredOn(Observation::isCurrent).containsExactly(stated);
    }

    @ParameterizedTest
    @CsvSource({
        "精品小区2018年起按照,   每年不少于100万平方米, 的速度推进, 2018, , false",
        "精品小区2018年起按照,   每年不少于100万平方米, 的速度推进, 2019, , true",
        "精品小区2018年起按照,   每年不少于100万平方米, 的速度推进, 2018, 2025-12-31, false",
        "全区，,                 2025年税收达到400亿元, ，增长, , 2025-12-31, false",
        "全区，,                 到2025年底税收达到400亿元, ，增长, , 2026-12-31, true",
        "全区，,                 到2025年6月底税收达到400亿元, ，增长, , 2025-06-30, false",
        "全区，,                 到2025年6月底税收达到400亿元, ，增长, , 2025-12-31, true",
        "'',                     新增早餐网点35个, '', 2022, 2022-12-31, false",
    })
    void a_window_is_another_than_the_words_say_only_where_they_say_when(String before, String exact, String after,
            @Nullable Integer from, @Nullable LocalDate last, boolean isOther) {
        var cited = new Citation(1, reply, 0, exact.length(), exact, before, after, null, Citation.State.ANCHORED);
        assertThat(desk.services.get(QuotedWords.class).isOtherTime(cited, LocalDate.of(2024, 4, 25), from, last))
                .isEqualTo(isOther);
    }

    private Outcome write(String text, @Nullable String departure) {
        return write(text, Grounds.AS_BEFORE.because(departure), null);
    }

    private Outcome write(String text, @Nullable String departure, long restores) {
        return write(text, Grounds.AS_BEFORE.because(departure), restores);
    }

    private Outcome write(String text, Grounds grounds, @Nullable Long restores) {
        return Desk.clerk(() -> {
            var shown = CellDrafts.shown(drafts.current(List.of(TAX)));
            return drafts.write("310105", List.of(new Write(TAX, figure(text), shown == null ? 0 : shown.id(), restores,
                    grounds))).getFirst();
        });
    }

    private static Figure figure(String text) {
        var indicator = SampleStatements.CATALOGUE.indicator("DE_TAX");
        return new FigureReader(SampleStatements.CATALOGUE.units()).read(text, indicator.unit(), indicator.nature());
    }

    private Observation kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return Desk.clerk(() -> desk.observations.observation(((Outcome.Kept) outcome).id()));
    }

    private static String refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).why().key();
    }
}
