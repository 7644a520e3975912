package org.youju;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.REGION;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SchemaTest extends BothEnginesTest {

    @Test
    void a_row_written_by_generated_code_is_read_back() {
        dsl.insertInto(REGION)
                .set(REGION.CODE, "310105")
                .set(REGION.NAME_ZH, "上海市长宁区")
                .set(REGION.NAME_EN, "Changning District, Shanghai")
                .execute();
        assertThat(dsl.fetchValue(REGION.NAME_ZH)).isEqualTo("上海市长宁区");
    }

    @Test
    void each_run_is_on_the_engine_that_it_names() {
        var product = dsl.connectionResult(connection -> connection.getMetaData().getDatabaseProductName());
        assertThat(product).isEqualTo(switch (engine()) {
            case H2 -> "H2";
            case POSTGRESQL -> "PostgreSQL";
        });
    }

    @Test
    void the_promises_that_rest_on_a_citation_are_found_by_an_index() {
        var indexed = dsl.meta().getTables("commitment").stream()
                .filter(table -> table.getSchema() != null && !table.getIndexes().isEmpty())
                .flatMap(table -> table.getIndexes().stream())
                .map(index -> index.getFields().getFirst().getName().toLowerCase(Locale.ROOT));
        assertThat(indexed).contains("citation_id");
    }

    @Test
    void each_test_starts_with_an_empty_database() {
        assertThat(dsl.fetchCount(REGION)).isZero();
    }
}
