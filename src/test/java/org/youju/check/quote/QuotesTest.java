package org.youju.check.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;

class QuotesTest extends BothEnginesTest {

    private static final LocalDate BEFORE_THE_SECOND = LocalDate.parse("2024-06-01");

    private Ledger ledger;
    private Quotes quotes;
    private Briefs briefs;
    private long first;

    /** A reply that says 约310 of 2023, and an account of the same office that puts 326.4 in its place. */
    @BeforeEach
    void openLedger() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check.quote");
        quotes = ledger.services.get(Quotes.class);
        briefs = ledger.services.get(Briefs.class);
        first = source("FIRST", ReplyKind.REPLY, "区发改委", "2024-04-25");
        approve(first, "2023", "约310亿元");
        approve(source("SECOND", ReplyKind.FINAL_ACCOUNT, "区发改委", "2024-08-28"), "2023", "326.4亿元");
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void a_reply_that_quotes_a_superseded_figure_is_told_what_took_its_place() {
        assertThat(Ledger.clerk(() -> quotes.of(first, null))).singleElement().satisfies(it -> {
            assertThat(it.standing()).isEqualTo(Standing.SUPERSEDED);
            assertThat(it.counterpart().orElseThrow().figure().printed()).isEqualTo("326.4亿元");
        });
    }

    @Test
    void as_of_a_day_before_the_revision_the_figure_stands_alone() {
        assertThat(Ledger.clerk(() -> quotes.of(first, BEFORE_THE_SECOND))).singleElement()
                .extracting(Quoted::standing).isEqualTo(Standing.ALONE);
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", BEFORE_THE_SECOND))).isEmpty();
    }

    @Test
    void the_list_of_a_region_names_the_superseded_one_and_not_what_took_its_place() {
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", null)))
                .extracting(it -> it.statement().reply().sourceKey()).containsExactly("FIRST");
    }

    @Test
    void sources_that_agree_and_cells_of_one_source_are_not_listed() {
        approve(source("THIRD", ReplyKind.OTHER, "报社", "2024-09-01"), "2023", "326亿元");
        approve(first, "2022", "约262亿元");
        approve(first, "2021", "14亿元");
        approve(source("FOURTH", ReplyKind.OTHER, "报社", "2024-09-02"), "2021", "14亿元");
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", null)))
                .extracting(it -> it.statement().period().code()).containsExactly("2023");
    }

    @Test
    void an_open_end_that_another_source_lies_below_is_listed_and_one_that_lies_above_is_not() {
        approve(source("FLOOR", ReplyKind.OTHER, "甲", "2024-01-01"), "2020", "200亿元以上");
        approve(source("ABOVE", ReplyKind.OTHER, "乙", "2024-01-02"), "2020", "207亿元");
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", null))).hasSize(1);
        approve(source("BELOW", ReplyKind.OTHER, "丙", "2024-01-03"), "2020", "150亿元");
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", null)))
                .filteredOn(it -> it.standing() == Standing.CONFLICT).hasSize(3);
    }

    @Test
    void the_list_takes_as_many_statements_of_the_database_for_ten_cells_as_for_one() {
        var before = ledger.services.reads();
        Ledger.clerk(() -> quotes.doubtful("310105", null));
        var one = ledger.services.reads() - before;
        var rival = source("RIVAL", ReplyKind.OTHER, "甲", "2024-01-01");
        for (int year = 2010; year < 2020; year++) {
            approve(first, Integer.toString(year), "100亿元");
            approve(rival, Integer.toString(year), "200亿元");
        }
        before = ledger.services.reads();
        assertThat(Ledger.clerk(() -> quotes.doubtful("310105", null))).hasSize(21);
        assertThat(ledger.services.reads() - before).isEqualTo(one);
    }

    @Test
    void who_is_not_logged_in_is_told_nothing() {
        assertThatThrownBy(() -> quotes.of(first, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> quotes.doubtful("310105", null)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void last_years_reply_said_310_now_336_of_the_next_year() {
        approve(source("NEXT", ReplyKind.WORK_REPORT, "区政府", "2025-01-08"), "2024", "336亿元");
        assertThat(brief(null)).satisfies(it -> {
            assertThat(it.said().statement().figure().printed()).isEqualTo("约310亿元");
            assertThat(it.said().standing()).isEqualTo(Standing.SUPERSEDED);
            assertThat(it.now().figure().printed()).isEqualTo("336亿元");
            assertThat(it.change().isProven()).isTrue();
            assertThat(it.change().value()).isBetween(new BigDecimal("8.3"), new BigDecimal("8.5"));
        });
        assertThat(brief(BEFORE_THE_SECOND).isNewer()).isFalse();
    }

    @Test
    void a_difference_that_the_intervals_do_not_prove_is_none() {
        approve(source("NEXT", ReplyKind.WORK_REPORT, "区政府", "2025-01-08"), "2024", "312亿元");
        assertThat(brief(null).change().isProven()).isFalse();
    }

    @Test
    void what_no_reply_spoke_of_is_said_to_be_so_and_unknown_codes_are_left_out() {
        approve(source("EARLY", ReplyKind.WORK_REPORT, "区政府", "2020-01-08"), "2019", "200亿元");
        var then = Ledger.clerk(() -> briefs.of(List.of("TAX", "NOPE"), "310105", LocalDate.parse("2020-06-01")));
        assertThat(then).singleElement().satisfies(it -> {
            assertThat(it.said()).isNull();
            assertThat(it.now().figure().printed()).isEqualTo("200亿元");
            assertThat(it.change()).isNull();
        });
    }

    @Test
    void the_indicators_of_a_document_are_those_of_its_figures() {
        assertThat(Ledger.clerk(() -> briefs.indicatorsOf(List.of(first)))).containsExactly("TAX");
    }

    private Brief brief(LocalDate asOf) {
        return Ledger.clerk(() -> briefs.of(List.of("TAX"), "310105", asOf)).getFirst();
    }

    private long source(String key, ReplyKind kind, String issuer, String date) {
        return Ledger.clerk(() -> ledger.replies.record(new NewReply(key, kind, null, key, issuer, null,
                new IssueDate(date), Publicity.PUBLIC, Grade.A, null, null))).id();
    }

    private void approve(long source, String period, String printed) {
        var stated = ledger.states(source, printed);
        ledger.approved(new NewObservation(stated.indicator(), stated.region(), Period.parse(period), null, source,
                stated.figure(), stated.status(), null, null, null, stated.citationIds()));
    }
}
