package org.youju.api;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;

/** Writes numbers without an exponent, and names in the order of their declaration. */
@Configuration(proxyBeanMethods = false)
class PlainNumbers {

    @Bean
    JsonMapperBuilderCustomizer numbersWithoutExponent() {
        return mapper -> mapper.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}
