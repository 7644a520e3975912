package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The names that callers rely on: others may be added, these stay. A name is there even where its value is null. */
class FieldNamesApiTest extends ApiTest {

    private static final String OBSERVATION = "id indicator region period value valueHi unit qualifier low high lowEnd "
            + "highEnd printed status vintage grade state derived represents class publishedOn recordedFrom recordedTo "
            + "citations";
    private static final String PERIOD = "code start end kind note";
    private static final String SOURCE = "reply docNo start end exact";
    private static final String INDICATOR = "code name nameEn theme unit nature direction definition headline";
    private static final String COMMITMENT = "id indicator region kind value valueHi qualifier unit from to sentence "
            + "citation verdict basis explanation actual low high elapsed completion endsOn base";
    private static final String REPLY = "id docNo title issuer issuedOn signatory session proposalNo proposers result "
            + "publicity sha256 text";
    private static final String CITATION = "id start end page exact prefix suffix state observations commitments";

    private static void assertNames(JsonNode answer, String names) {
        assertThat(answer.propertyNames()).containsAll(List.of(names.split(" ")));
    }

    private static void assertAll(JsonNode answers, String names) {
        assertThat(each(answers)).isNotEmpty().allSatisfy(answer -> assertNames(answer, names));
    }

    @Test
    void indicators() {
        assertAll(read("/indicators"), INDICATOR);
        var one = read("/indicators/UR_REFINED_AREA");
        assertNames(one, INDICATOR + " definitions latest commitments");
        assertAll(one.get("latest"), OBSERVATION);
        assertAll(one.get("commitments"), COMMITMENT);
    }

    @Test
    void observations() {
        var page = read("/observations?all=true&derived=true");
        assertNames(page, "asOf items next");
        assertAll(page.get("items"), OBSERVATION);
        assertThat(each(page.get("items"))).allSatisfy(item -> {
            assertNames(item.get("period"), PERIOD);
            assertThat(each(item.get("citations"))).allSatisfy(source -> assertNames(source, SOURCE));
            if (item.get("derived").asBoolean()) {
                assertNames(item, "rule formula inputs");
                assertThat(item.get("inputs").size()).isPositive();
            }
        });
        var id = page.get("items").get(0).get("id").asLong();
        assertAll(read("/observations/" + id + "/history"), OBSERVATION);
    }

    @Test
    void replies() {
        assertAll(read("/replies"), REPLY);
        assertNames(read("/replies/" + seed()), REPLY);
        assertAll(read("/replies/" + seed() + "/citations"), CITATION);
    }

    @Test
    void commitments() {
        var promises = read("/commitments");
        assertAll(promises, COMMITMENT);
        assertThat(each(promises)).allSatisfy(promise -> assertNames(promise.get("citation"), SOURCE));
    }

    @Test
    void problems() {
        var problem = problem(400, "/observations?from=x", null);
        assertNames(problem, "title status detail instance errors");
        assertAll(problem.get("errors"), "field message");
    }
}
