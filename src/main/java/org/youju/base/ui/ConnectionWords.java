package org.youju.base.ui;

import com.vaadin.flow.component.UI;

/** What Vaadin's own indicator says of the connection, in the page's language and to screen readers too. */
final class ConnectionWords {

    private static final String TELL = """
            const told = window.Vaadin.connectionIndicator;
            if (told) {
                told.setAttribute('role', 'status');
                Object.assign(told, {onlineText: $0, offlineText: $1, reconnectingText: $2});
            }""";

    private ConnectionWords() {
    }

    static void tell(UI ui) {
        ui.getPage().executeJs(TELL, ui.getTranslation("base.online"), ui.getTranslation("base.offline"),
                ui.getTranslation("base.reconnecting"));
    }
}
