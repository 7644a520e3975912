package org.youju.commitment.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import org.youju.commitment.Commitment;
import org.youju.figure.FigureWriter;
import org.youju.observation.ui.Evidence;
import org.youju.reply.Citation.Sentence;

/** The words that make a promise, and where they stand. */
public final class PromiseSource {

    private static final String ENDS = "。；！？，：\n";

    private PromiseSource() {
    }

    /** What the promise rests on, for a source badge. */
    public static Evidence evidence(Commitment promise, Locale locale) {
        var figure = FigureWriter.show(promise.target(), locale).text();
        return new Evidence(figure, promise.reply(), List.of(promise.citation()), null, null,
                List.of(new Evidence.Fact("source.recorded", figure),
                        new Evidence.Fact("source.interval", Evidence.interval(promise.target(), locale))), null);
    }

    /** The clause that makes it, as far as the citation holds it, without reading the document. */
    public static Sentence excerpt(Commitment promise) {
        var citation = promise.citation();
        var before = citation.prefix();
        for (int i = before.length() - 1; i >= 0; i--) {
            if (ENDS.indexOf(before.charAt(i)) >= 0) {
                before = before.substring(i + 1);
                break;
            }
        }
        var after = citation.suffix();
        for (int i = 0; i < after.length(); i++) {
            if (ENDS.indexOf(after.charAt(i)) >= 0) {
                after = after.substring(0, i);
                break;
            }
        }
        return new Sentence(plain(before).stripLeading(), plain(citation.exact()), plain(after).stripTrailing());
    }

    private static String plain(String words) {
        return words.replace("**", "").replace("#", "");
    }

    /** A sentence in which the promise's words are marked. */
    public static Span marked(Sentence sentence) {
        var words = new Span();
        words.getElement().setAttribute("lang", "zh-CN");
        words.addClassName("yj-promise-words");
        words.getElement().appendChild(Element.createText(sentence.before()));
        var mark = new Element("mark").setText(sentence.exact());
        mark.getClassList().add("yj-mark");
        words.getElement().appendChild(mark, Element.createText(sentence.after()));
        return words;
    }
}
