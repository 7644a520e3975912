package org.youju.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegionTest {

    private static final List<Region> SHORT = List.of(new Region("310000", "上海市", "Shanghai", null),
            new Region("310105", "长宁区", "Changning", "310000"));
    private static final List<Region> WHOLE = List.of(new Region("310000", "上海市", "Shanghai", null),
            new Region("310105", "上海市长宁区", "Changning", "310000"), new Region("320500", "苏州市", "Suzhou", null));

    @ParameterizedTest
    @CsvSource({"上海市长宁区发展和改革委员会, 310105", "长宁区政府, 310105", "长宁统计局, 310105", "上海市统计局, 310000",
        "上海统计局, 310000"})
    void the_smallest_region_that_is_named_counts_however_its_own_name_is_written(String words, String code) {
        assertThat(Region.namedIn(words, SHORT)).map(Region::code).contains(code);
        assertThat(Region.namedIn(words, WHOLE)).map(Region::code).contains(code);
    }

    @Test
    void words_that_name_no_region_name_none() {
        assertThat(Region.namedIn("国家统计局", WHOLE)).isEmpty();
        assertThat(Region.namedIn("", WHOLE)).isEmpty();
        assertThat(Region.namedIn("长宁区政府", List.of())).isEmpty();
    }
}
