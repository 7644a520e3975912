package org.youju.sample;

import org.springframework.stereotype.Component;
import org.youju.entry.PolicyEventForms;
import org.youju.entry.Quote;
import org.youju.observation.event.NewPolicyEvent;
import org.youju.observation.event.PolicyEvents;

/** The events that the documents of the sample tell of. */
@Component
class EventSample {

    private final PolicyEvents events;
    private final PolicyEventForms forms;

    EventSample(PolicyEvents events, PolicyEventForms forms) {
        this.events = events;
        this.forms = forms;
    }

    /**
     * Where there is none yet.
     *
     * @param reply number of the sample's reply
     */
    void load(long reply) {
        if (events.all().isEmpty()) {
            SampleFile.rows("events.csv").forEach(row -> forms.keep(null, new NewPolicyEvent(row.get("region"),
                    row.get("happened"), row.get("name_zh"), row.get("name_en")),
                    new Quote.Written(reply, row.get("quote")), ""));
        }
    }
}
