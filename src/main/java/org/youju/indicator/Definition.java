package org.youju.indicator;

import org.jspecify.annotations.Nullable;

/**
 * A version of an indicator's definition (口径).
 *
 * @param region     the region it holds in, null for all
 * @param number     counts the versions of one indicator and region from 1
 * @param validFrom  first year it holds for, null for the beginning
 * @param body       what is counted, null where it is not known
 * @param scope      who or what is included, null where it is not known
 * @param method     how it is reckoned, null where it is not known
 * @param comparable whether its values compare with those of the version before; if not, the series breaks at validFrom
 * @param reason     why it differs from the version before, or null
 */
public record Definition(String indicator, @Nullable String region, int number, @Nullable Integer validFrom,
        @Nullable String body, @Nullable String scope, @Nullable String method, PriceBasis priceBasis,
        boolean comparable, @Nullable String reason) {
}
