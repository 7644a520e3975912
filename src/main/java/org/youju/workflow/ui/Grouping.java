package org.youju.workflow.ui;

import java.util.Locale;
import java.util.Optional;
import org.youju.commitment.Commitment;
import org.youju.indicator.Catalogue;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.workflow.Item;

/** What the items of one batch have in common. */
enum Grouping {

    DOCUMENT, THEME, DEPARTMENT, PERIOD;

    /** What an item has in common with others of its batch: a code, empty where it has none. */
    String key(Item item, Catalogue catalogue) {
        return switch (this) {
            case DOCUMENT -> Long.toString(item.reply().id());
            case THEME -> catalogue.find(item.indicator()).map(it -> it.theme()).orElse("");
            case DEPARTMENT -> Optional.ofNullable(item.department()).orElse("");
            case PERIOD -> switch (item) {
                case Item.Statement statement -> statement.row().period().code();
                case Item.Promise promise -> "";
                case Item.Assumed assumed -> "";
            };
        };
    }

    /** What a row has in common with others. */
    String key(Recorded row, Catalogue catalogue) {
        return switch (this) {
            case DOCUMENT -> switch (row) {
                case Observation statement -> Long.toString(statement.reply().id());
                case Commitment promise -> Long.toString(promise.reply().id());
                default -> "";
            };
            case THEME -> catalogue.find(row.indicator()).map(it -> it.theme()).orElse("");
            case DEPARTMENT -> Optional.ofNullable(row.department()).orElse("");
            case PERIOD -> row instanceof Observation statement ? statement.period().code() : "";
        };
    }

    /** As an address says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
