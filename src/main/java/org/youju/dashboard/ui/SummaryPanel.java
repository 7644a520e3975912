package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.StringUtils;
import org.youju.base.ui.Markup;
import org.youju.base.ui.card.AsyncCard;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.dashboard.Summary;
import org.youju.dashboard.Summary.Clause;
import org.youju.observation.ui.QuotedFigure;

/** 本期摘要: a paragraph in which every number leads to its source. */
final class SummaryPanel extends AsyncCard<Summary> {

    private static final String MARKS = "，；。：）,;.:)";

    SummaryPanel(BoardContext context) {
        super("", summary -> new Words(summary));
        addClassName("yj-summary");
        title(getTranslation("dashboard.summary"));
        load(() -> Summary.of(context.readings().allCards()));
    }

    @Override
    protected void loaded(Summary summary) {
        note(getTranslation("dashboard.summary.count", summary.figures()));
    }

    private static final class Words extends Div {

        Words(Summary summary) {
            addClassName("yj-summary-words");
            var text = new Paragraph();
            text.addClassName("yj-summary-text");
            summary.sentences().forEach(sentence -> sentence(sentence).forEach(text::add));
            if (summary.sentences().isEmpty()) {
                text.add(new Text(getTranslation("dashboard.summary.empty")));
            }
            add(new Markup(text));
            if (!summary.sentences().isEmpty()) {
                add(new SummaryCopy(text.getElement().getTextRecursively(), summary.sources()), legend());
            }
        }

        private Component legend() {
            var cited = new Span(getTranslation("dashboard.legend.cited"));
            cited.addClassName("yj-legend-cited");
            var legend = new Div(cited);
            legend.addClassName("yj-legend");
            return new Markup(legend);
        }

        private List<Component> sentence(Summary.Sentence sentence) {
            var parts = new ArrayList<Component>();
            parts.add(new Text(StringUtils.capitalize(
                    getTranslation("dashboard.summary.period", sentence.period().label(getLocale())))));
            boolean first = true;
            for (var clause : sentence.clauses()) {
                switch (clause) {
                    case Clause.Value(var indicator, var stated) -> {
                        if (!first) {
                            parts.add(new Text(getTranslation("dashboard.summary.next")));
                        }
                        parts.addAll(Phrases.fill(getTranslation("dashboard.summary.value"),
                                new Text(indicator.name(getLocale())), new QuotedFigure(stated)));
                    }
                    case Clause.Growth(var stated) -> parts.addAll(Phrases.fill(
                            getTranslation(stated.figure().value().signum() < 0
                                    ? "dashboard.summary.fall" : "dashboard.summary.growth"),
                            QuotedFigure.unsigned(stated)));
                    case Clause.Promise promise -> parts.addAll(promised(promise));
                }
                first = false;
            }
            parts.add(new Text(getTranslation("dashboard.summary.end")));
            return joined(parts);
        }

        /** How a promise stands; the number in its name leads to the sentence that makes it. */
        private List<Component> promised(Clause.Promise promise) {
            var commitment = promise.judged().commitment();
            var name = PromiseWords.of(promise.judged(), promise.indicator().direction(), promise.year(), this,
                    getLocale());
            var amount = PromiseName.amount(commitment, getLocale());
            int at = name.lastIndexOf(amount);
            var phrase = getTranslation(promise.of() > 1 ? "dashboard.summary.promise.worst" : "dashboard.summary.promise")
                    .replace("{0}", at < 0 ? name : name.substring(0, at) + "{3}" + name.substring(at + amount.length()));
            return Phrases.fill(phrase, new Text(""), new VerdictBadge(promise.judged()),
                    new Text(Integer.toString(promise.of())),
                    new QuotedFigure(amount, PromiseSource.evidence(commitment, getLocale())));
        }

        /** Keeps a punctuation mark on the line of the figure or badge before it. */
        private static List<Component> joined(List<Component> parts) {
            var joined = new ArrayList<Component>();
            for (var part : parts) {
                if (part instanceof Text text && !joined.isEmpty() && !(joined.getLast() instanceof Text)
                        && MARKS.indexOf(text.getText().charAt(0)) >= 0) {
                    var unbroken = new Span(joined.removeLast(), new Text(text.getText().substring(0, 1)));
                    unbroken.addClassName("yj-unbroken");
                    joined.add(unbroken);
                    joined.add(new Text(text.getText().substring(1)));
                } else {
                    joined.add(part);
                }
            }
            return joined;
        }
    }
}
