package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REPLY;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Publicity;
import org.youju.security.Access;
import org.youju.security.SystemAccount;
import tools.jackson.databind.JsonNode;

/** What rests on a document or indicator of the sample is withheld together with it. */
class WithheldApiTest extends ApiTest {

    @Autowired
    private DSLContext db;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private Access access;

    private final List<Long> withheld = new ArrayList<>();

    private void makePublic(boolean isPublic) {
        db.update(INDICATOR).set(INDICATOR.IS_PUBLIC, isPublic).where(INDICATOR.CODE.eq("DE_TAX")).execute();
        // a write through the service lets go of the catalogue that is kept
        access.runAs(SystemAccount.LOADER, () -> {
            indicators.addDefinitions(List.of());
            return null;
        });
    }

    private void withhold(long reply) {
        withheld.add(reply);
        db.update(REPLY).set(REPLY.PUBLICITY, Publicity.INTERNAL.name()).where(REPLY.ID.eq(reply)).execute();
    }

    @AfterEach
    void publishAgain() {
        db.update(REPLY).set(REPLY.PUBLICITY, Publicity.PUBLIC.name()).where(REPLY.ID.in(withheld)).execute();
        makePublic(true);
    }

    @Test
    void a_withheld_document_hides_what_follows_from_it_and_its_promises() {
        var tax = "/observations?derived=true&region=310105&indicator=DE_TAX";
        withhold(seed());
        assertEquals(0, read(tax).get("items").size());
        assertThat(texts(read("/replies"), "docNo")).doesNotContain("长发改〔2024〕19号");
        assertThat(texts(read("/commitments?indicator=UR_REFINED_AREA"), "id")).doesNotContain("C001");
        assertEquals(2, read(tax, "demo-viewer").get("items").size());
        assertThat(texts(read("/commitments?indicator=UR_REFINED_AREA", "demo-viewer"), "id")).contains("C001");
    }

    @Test
    void a_verdict_that_rests_on_a_withheld_document_is_not_told() {
        var promises = "/commitments?indicator=EC_GDP_GROWTH&region=310105";
        var promised = each(read(promises)).filter(p -> "C004".equals(p.get("id").asString())).findFirst()
                .orElseThrow().get("citation").get("reply").asLong();
        each(read("/observations?all=true&indicator=EC_GDP_GROWTH&region=310105&from=2024&to=2024").get("items"))
                .map(WithheldApiTest::source)
                .filter(reply -> reply != promised)
                .forEach(this::withhold);
        assertThat(texts(read(promises), "id")).doesNotContain("C004");
        assertThat(texts(read(promises, "demo-viewer"), "id")).contains("C004");
    }

    private static long source(JsonNode observation) {
        return observation.get("citations").get(0).get("reply").asLong();
    }

    @Test
    void an_internal_indicator_is_neither_derived_nor_cited() {
        makePublic(false);
        assertThat(texts(read("/observations?all=true&derived=true").get("items"), "indicator"))
                .doesNotContain("DE_TAX").contains("DE_TAX_GROWTH");
        assertEquals(26 - 1, each(read("/replies/" + seed() + "/citations"))
                .mapToInt(c -> c.get("observations").size()).sum());
    }
}
