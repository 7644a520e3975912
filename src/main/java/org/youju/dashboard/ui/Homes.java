package org.youju.dashboard.ui;

import org.youju.indicator.Catalogue;

/** The region that a page opens with where its address names none. */
final class Homes {

    private Homes() {
    }

    /** The first district, else the first region. The catalogue has at least one. */
    static String of(Catalogue catalogue) {
        return catalogue.regions().stream().filter(r -> r.parent() != null).findFirst()
                .orElseGet(() -> catalogue.regions().getFirst()).code();
    }
}
