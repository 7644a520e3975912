package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.ObservationService;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.SystemAccount;

/** Who reads what is not public, and what is not approved yet. */
class PublicityApiTest extends ApiTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Access access;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ReplyService replies;
    @Autowired
    private ObservationService observations;

    private long source(Publicity publicity) {
        return enter(() -> replies.record(new NewReply("TEST_" + NUMBER.incrementAndGet(), ReplyKind.OTHER, null,
                "A document that is " + publicity, "Issuer", null, new IssueDate("2024-01-01"), publicity, Grade.A,
                null, null)).id());
    }

    private String indicator(boolean isPublic) {
        var code = "TEST_" + NUMBER.incrementAndGet();
        enter(() -> {
            var catalogue = indicators.catalogue();
            indicators.addIndicators(List.of(new Indicator(code, code, code, catalogue.themes().getFirst().code(), null,
                    catalogue.unit("亿元"), Nature.FLOW, Direction.UP, PriceBasis.CURRENT, null, null, null, null, null,
                    isPublic, null)));
            return null;
        });
        return code;
    }

    private <T> T enter(Supplier<T> work) {
        return access.runAs(SystemAccount.LOADER, work);
    }

    private NewObservation statement(String indicator, long reply, String printed) {
        var catalogue = indicators.catalogue();
        var figure = new FigureReader(catalogue.units()).read(printed, catalogue.unit("亿元"), Nature.FLOW);
        var citation = enter(() -> replies.quote(reply, printed).id());
        return new NewObservation(indicator, DISTRICT, Period.parse("2023"), null, reply, figure, ObsStatus.A, null,
                null, null, List.of(citation));
    }

    private long submit(String indicator, long reply, String printed) {
        return enter(() -> observations.submit(observations.draft(List.of(statement(indicator, reply, printed))))
                .getFirst());
    }

    private long approve(long submitted) {
        return access.runAs(SystemAccount.RELEASER, () -> observations.approve(List.of(submitted)).getFirst());
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC,1", "ON_REQUEST,0", "INTERNAL,0"})
    void without_a_token_only_public_documents_are_known(Publicity publicity, int known) {
        var code = indicator(true);
        var reply = source(publicity);
        var id = approve(submit(code, reply, "310亿元"));
        assertEquals(known, read("/observations?all=true&indicator=" + code).get("items").size());
        assertEquals(1, read("/observations?all=true&indicator=" + code, "demo-viewer").get("items").size());
        assertEquals(known, read("/indicators/" + code).get("latest").size());
        for (var path : List.of("/replies/" + reply, "/replies/" + reply + "/citations",
                "/observations/" + id + "/history")) {
            assertEquals(known == 1 ? 200 : 404, call(path, null, null).getStatus(), path);
            assertEquals(200, call(path, "demo-viewer", null).getStatus(), path);
        }
    }

    @Test
    void an_indicator_that_is_not_public_is_not_there_without_a_token() {
        var code = indicator(false);
        var reply = source(Publicity.PUBLIC);
        approve(submit(code, reply, "310亿元"));
        assertEquals("indicator", problem(404, "/observations?indicator=" + code, null).get("errors").get(0)
                .get("field").asString());
        assertEquals(404, call("/indicators/" + code, null, null).getStatus());
        assertThat(texts(read("/indicators"), "code")).doesNotContain(code);
        assertThat(texts(read("/observations?all=true").get("items"), "indicator")).doesNotContain(code);
        assertEquals(0, read("/replies/" + reply + "/citations").size());
        assertThat(texts(read("/indicators", "demo-viewer"), "code")).contains(code);
        assertEquals(1, read("/replies/" + reply + "/citations", "demo-viewer").size());
    }

    @Test
    void what_is_not_approved_yet_is_in_no_answer_and_its_history_not_for_everyone() {
        var code = indicator(true);
        var id = submit(code, source(Publicity.PUBLIC), "310亿元");
        for (var token : new String[] {null, "demo-viewer", "demo-approver"}) {
            assertEquals(0, read("/observations?all=true&indicator=" + code, token).get("items").size());
        }
        assertEquals(404, call("/observations/" + id + "/history", null, null).getStatus());
        assertEquals(404, call("/observations/" + id + "/history", "demo-viewer", null).getStatus());
    }

    @Test
    void nothing_that_is_answered_is_kept_by_a_cache() {
        assertThat(call("/indicators", null, null).getHeader("Cache-Control")).contains("no-store");
        assertThat(call("/replies", "demo-viewer", null).getHeader("Cache-Control")).contains("no-store");
    }
}
