package org.youju.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.youju.TestServices;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.Importance;
import org.youju.check.rule.RuleService;
import org.youju.commitment.Assumptions;
import org.youju.commitment.CommitmentService;
import org.youju.observation.ObservationService;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** What a first start finds in its database, and what a second one leaves there. */
@SpringBootTest(properties = {
    "spring.datasource.url=jdbc:h2:mem:loader;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleLoaderTest {

    private static final int OF_THE_REPLY = 26;
    private static final int OF_OTHER_SOURCES = 301;

    @Autowired
    private SampleLoader loader;
    @Autowired
    private ReplyService replies;
    @Autowired
    private ObservationService observations;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private Assumptions assumptions;
    @Autowired
    private RuleService rules;
    @Autowired
    private BreachSurvey survey;
    @Autowired
    private JdbcClient database;

    @Test
    void all_27_figures_of_the_reply_are_there_each_with_a_citation_of_its_own() {
        var reply = replies.withSourceKey("SEED").orElseThrow();
        var stated = observations.statementsOf(reply.id());
        assertThat(stated).hasSize(OF_THE_REPLY)
                .allSatisfy(o -> assertThat(o.figure().printed()).isEqualTo(o.citations().getFirst().exact()));
        assertThat(commitments.commitmentsOf(reply.id())).singleElement().satisfies(c -> {
            assertThat(c.code()).isEqualTo("C001");
            assertThat(c.citation().exact()).isEqualTo("每年不少于100万平方米");
        });
        assertThat(replies.citationsOf(reply.id())).hasSize(OF_THE_REPLY + 1);
    }

    @Test
    void everything_is_loaded_and_the_assumption_vouched_for() {
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).hasSize(85);
        assertThat(count("observation where approved and recorded_to > current_timestamp"))
                .isEqualTo(OF_THE_REPLY + OF_OTHER_SOURCES);
        assertThat(commitments.all(null)).hasSize(94);
        assertThat(assumptions.standing(List.of("C001"))).singleElement()
                .satisfies(a -> assertThat(a.upperBound()).isEqualByComparingTo("100"));
    }

    @Test
    void one_system_account_enters_and_another_approves() {
        for (var table : List.of("observation", "commitment")) {
            assertThat(database.sql("select distinct recorded_by from " + table + " where not approved")
                    .query(String.class).list()).containsExactly("system-loader");
            assertThat(database.sql("select distinct recorded_by from " + table + " where approved")
                    .query(String.class).list()).containsExactly("system-releaser");
        }
    }

    @Test
    void the_rules_of_the_sample_are_kept_by_it_but_for_what_somebody_should_look_at() {
        var found = TestServices.as("li", Role.STATISTICIAN, () -> survey.byRule(rules.rules())).orElseThrow().values().stream()
                .flatMap(List::stream).map(it -> it.finding().breach()).toList();
        assertThat(found).noneMatch(breach -> breach.rule().importance() == Importance.HIGH);
        assertThat(found).extracting(breach -> breach.rule().condition().kind() + " " + breach.stated())
                .isEmpty();
    }

    @Test
    void a_second_start_loads_nothing_twice() {
        var tables = List.of("unit", "theme", "region", "indicator", "definition", "proposal", "reply",
                "reply_version", "citation", "observation", "commitment", "assumption", "check_rule");
        var before = tables.stream().map(this::count).toList();
        loader.afterSingletonsInstantiated();
        assertThat(tables.stream().map(this::count)).containsExactlyElementsOf(before);
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
