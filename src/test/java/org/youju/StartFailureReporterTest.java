package org.youju;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;
import org.youju.security.account.DemoAccounts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartFailureReporterTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7"})
    void a_demonstration_that_other_machines_could_reach_is_told_in_a_sentence_and_how_to_put_it_right(String address) {
        var sentence = StartFailureReporter.sentence(exposed(address), "youju.log");
        assertThat(sentence).contains("SERVER_ADDRESS", "--production", "示例模式")
                .doesNotContain("Exception", "org.youju", "UnsafeDemo");
        assertThat(sentence.lines()).hasSize(2);
    }

    private static Throwable exposed(String address) {
        var settings = new MockEnvironment().withProperty("server.address", address);
        try {
            DemoAccounts.requireLoopback(settings);
            throw new AssertionError("A demonstration would answer " + address);
        } catch (RuntimeException e) {
            return new BeanCreationException("demoAccounts", "failed", e);
        }
    }

    @Test
    void the_first_known_cause_is_told_however_deep_it_lies() {
        assertThat(StartFailureReporter.sentence(new IllegalStateException(new PortInUseException(8080)), "youju.log"))
                .contains("Port 8080 is in use").contains("端口 8080");
    }

    @Test
    void what_is_not_known_is_told_with_the_file_that_holds_the_trace() {
        assertThat(StartFailureReporter.sentence(
                new IllegalStateException("outer", new IllegalArgumentException("inner")), "logs/youju.log"))
                .contains("inner", "logs/youju.log").doesNotContain("outer");
    }
}
