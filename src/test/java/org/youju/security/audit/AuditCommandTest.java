package org.youju.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.AUDIT_EVENT;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.youju.Engine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String url;

    @BeforeEach
    void someEvents(@TempDir Path folder) {
        url = "jdbc:h2:file:" + folder.resolve("youju") + ";" + Engine.h2Options();
        Flyway.configure().dataSource(url, "", "").locations("classpath:db/migration").load().migrate();
        try (var dsl = DSL.using(url, "", "")) {
            new AuditRepository(dsl).append(List.of(Audited.did("lock", "account", "li").by("chen"),
                    Audited.did("unlock", "account", "li").by("chen")), Instant.parse("2025-03-01T00:00:00Z"), "1");
        }
    }

    private int run(String database) {
        return AuditCommand.run(new MockEnvironment().withProperty("spring.datasource.url", database),
                new PrintStream(out, true, StandardCharsets.UTF_8), connection -> List.of());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_whole_chain_is_told_with_its_last_hash() {
        assertThat(run(url)).isZero();
        assertThat(said()).contains("The chain is whole: 2 entries").contains("记录链完整：共2条").containsPattern("[0-9a-f]{64}");
    }

    @Test
    void a_broken_chain_is_told_with_the_place() {
        try (var dsl = DSL.using(url, "", "")) {
            dsl.update(AUDIT_EVENT).set(AUDIT_EVENT.ACTOR, "wang").where(AUDIT_EVENT.SEQ.eq(1L)).execute();
        }
        assertThat(run(url)).isEqualTo(1);
        assertThat(said()).contains("Entry 1 does not follow").contains("第1条");
    }

    @Test
    void data_that_is_not_there_is_told_in_a_sentence() {
        assertThat(run(url.replace("youju;", "nowhere;IFEXISTS=TRUE;"))).isEqualTo(2);
        assertThat(said()).contains("can't be opened").contains("数据打不开").doesNotContain("\tat ");
    }
}
