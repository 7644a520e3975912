package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.TestServices;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.observation.ruling.Rulings;
import org.youju.reply.Publicity;
import org.youju.security.Role;

/** What a person has decided represents a cell represents it here too, and says why. */
class RulingApiTest extends ApiTest {

    @Autowired
    private ObservationService observations;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private Rulings rulings;

    @Test
    void a_ruling_is_told_with_its_reason_and_wins() {
        var codes = indicators.catalogue().indicators().stream().filter(Indicator::isPublic).map(Indicator::code)
                .collect(Collectors.toSet());
        var cell = Cell.of(observations.statements(StatementQuery.of(codes, DISTRICT, null))).stream()
                .filter(it -> it.statements().size() > 1 && it.key().period().belongsToYear().isPresent())
                .filter(it -> it.statements().stream().allMatch(s -> s.reply().publicity() == Publicity.PUBLIC))
                .findFirst().orElseThrow();
        var other = cell.statements().stream().filter(it -> !it.equals(cell.representing())).findFirst().orElseThrow();
        var path = "/observations?indicator=" + cell.key().indicator() + "&region=" + DISTRICT;
        TestServices.as("wang", Role.APPROVER, () -> {
            rulings.rule(other.id(), "口径一致");
            return null;
        });
        var chosen = each(read(path).get("items")).filter(it -> it.get("id").asLong() == other.id()).findFirst()
                .orElseThrow();
        assertThat(chosen.get("represents").asBoolean()).isTrue();
        assertThat(chosen.get("ruling").get("reason").asString()).isEqualTo("口径一致");
        TestServices.as("wang", Role.APPROVER, () -> {
            rulings.withdraw(cell.key(), "试毕");
            return null;
        });
        assertThat(each(read(path).get("items")).noneMatch(it -> it.get("id").asLong() == other.id())).isTrue();
    }
}
