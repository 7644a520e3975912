package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.TestServices;
import org.youju.figure.FigureReader;
import org.youju.indicator.IndicatorService;
import org.youju.observation.NewObservation;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.reply.Citation;
import org.youju.security.Role;

/** A corrected statement keeps its former version. */
class HistoryApiTest extends ApiTest {

    @Autowired
    private ObservationService observations;
    @Autowired
    private IndicatorService indicators;

    @Test
    void both_versions_are_there_and_the_records_of_then_show_the_former() {
        var path = "/observations?indicator=EC_TERTIARY_SHARE&region=310105&from=2024&to=2024";
        var before = read(path).get("items").get(0);
        var id = before.get("id").asLong();
        var draft = correct(observations.observation(id), "97.2%");

        assertEquals(before, read(path).get("items").get(0), "a draft changes nothing");
        assertEquals(404, call("/observations/" + draft + "/history", null, null).getStatus());
        assertEquals(1, read("/observations/" + id + "/history").size());

        approve(draft);
        var history = read("/observations/" + id + "/history");
        assertThat(each(history).map(o -> o.get("value").decimalValue().toString())).containsExactly("97.2", "97.1");
        var now = history.get(0);
        assertThat(now.get("recordedTo").isNull()).isTrue();
        assertThat(now.get("represents").asBoolean()).isTrue();
        assertEquals(now.get("recordedFrom"), history.get(1).get("recordedTo"));
        assertThat(history.get(1).get("represents").asBoolean()).isFalse();
        assertEquals(now, read(path).get("items").get(0));
        var then = before.get("recordedFrom").asString();
        assertEquals("97.1", read(path + "&recordedAsOf=" + then).get("items").get(0).get("value").decimalValue()
                .toString());
    }

    private long correct(Observation of, String print) {
        var catalogue = indicators.catalogue();
        var indicator = catalogue.indicator(of.indicator());
        var figure = new FigureReader(catalogue.units()).read(print, indicator.unit(), indicator.nature());
        return TestServices.as("li", Role.STATISTICIAN, () -> observations.correct(of.id(), new NewObservation(
                of.indicator(), of.region(), of.period(), of.periodNote(), of.reply().id(), figure, of.status(),
                of.vintage(), of.comment(), of.uncitedReason(), of.citations().stream().map(Citation::id).toList()),
                "录入有误"));
    }

    private void approve(long draft) {
        var submitted = TestServices.as("li", Role.STATISTICIAN, () -> observations.submit(List.of(draft)));
        TestServices.as("wang", Role.APPROVER, () -> observations.approve(submitted));
    }
}
