package org.youju.commitment.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Verdict;
import org.youju.figure.FigureWriter;
import org.youju.figure.Qualifier;
import org.youju.figure.Shown;
import org.youju.figure.Unit;
import org.youju.indicator.Direction;

/** By which rule a promise is judged, in few words: 每年 ≥ 100万平方米, 2018年起. */
public final class RuleWords {

    private final Commitment promise;
    private final BigDecimal threshold;
    private final boolean ceiling;
    private final Component owner;
    private final Locale locale;

    /**
     * @param direction of its indicator
     * @param owner     the component that shows it
     */
    public RuleWords(Commitment promise, Verdict verdict, Direction direction, Component owner, Locale locale) {
        this.promise = promise;
        this.threshold = verdict.threshold();
        this.ceiling = promise.isCeiling(direction);
        this.owner = owner;
        this.locale = locale;
    }

    /** What is asked, such as 每年 ≥ 100万平方米. */
    public String rule() {
        return owner.getTranslation("commitment.rule." + (isOfOneYear() ? "one" : promise.kind().name()), bound());
    }

    /** The bound with its sign, and beside it what is printed where that is about so much. */
    public String bound() {
        var bound = (ceiling ? "≤ " : "≥ ") + amount(threshold, promise.target().unit(), locale);
        return promise.target().qualifier() == Qualifier.ABOUT ? owner.getTranslation("commitment.rule.about", bound,
                FigureWriter.show(promise.target(), locale).text()) : bound;
    }

    /** The window: 2018–2023年. */
    public String window() {
        return PromiseName.window(promise, owner);
    }

    /** The rule in its parts. */
    public List<String> chips() {
        var chips = new ArrayList<>(List.of(owner.getTranslation(isOfOneYear() ? "commitment.rule.floor" : promise.kind().key()), bound()));
        if (promise.kind().isPerYear() && !(promise.to() != null && promise.to() == promise.from())) {
            chips.add(owner.getTranslation("commitment.rule.yearly"));
        }
        chips.add(promise.to() == null ? owner.getTranslation("commitment.rule.open", Integer.toString(promise.from()))
                : window());
        var base = promise.base();
        if (base != null && base.value() != null) {
            chips.add(owner.getTranslation("commitment.name.base", amount(base.value(), promise.target().unit(), locale),
                    Integer.toString(base.year())));
        }
        return chips;
    }

    private boolean isOfOneYear() {
        return promise.kind() == CommitmentKind.FLOOR_PER_PERIOD && promise.to() != null
                && promise.to() == promise.from();
    }

    /** A computed quantity with its unit. */
    public static String amount(BigDecimal value, Unit unit, Locale locale) {
        var shown = FigureWriter.computed(value, unit, locale);
        return new Shown("", shown.number(), shown.after(), shown.unit()).text();
    }
}
