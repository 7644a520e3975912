package org.youju.check;

import java.util.Collection;
import org.youju.observation.Observation;

/** What a result rests on, firmest first; what rests on more than one kind is only as firm as the weakest. */
public enum Basis {
    /** Statements that are neither estimates nor unvalidated. */
    STATED,
    /** An estimate or forecast: 依据预计数. */
    ESTIMATED,
    /** An unvalidated figure: 依据待核实数. */
    UNVALIDATED;

    /** What a result rests on that uses all of these; STATED where it uses none. */
    public static Basis of(Collection<Observation> inputs) {
        return inputs.stream().map(Basis::of).max(Enum::compareTo).orElse(STATED);
    }

    private static Basis of(Observation input) {
        return switch (input.status()) {
            case A, B, P -> STATED;
            case E, F -> ESTIMATED;
            case V -> UNVALIDATED;
        };
    }

    /** Whether a picture draws it full; if not, it is hollow and its words say why. */
    public boolean isFirm() {
        return this == STATED;
    }

    /** Key of the words that go with a result that is not firm. */
    public String key() {
        return "check.basis." + name();
    }
}
