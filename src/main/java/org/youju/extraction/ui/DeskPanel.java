package org.youju.extraction.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.extraction.PassedOver;
import org.youju.extraction.review.Batch;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.Review;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.ReviewChanged;
import org.youju.extraction.review.ReviewService;
import org.youju.extraction.review.Terms;
import org.youju.extraction.ui.Desk.Filter;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Contacts;
import org.youju.reply.ui.PaperText;
import org.youju.security.ui.PersonName;

/**
 * The desk itself: the text at the left, its candidates at the right, everything by one key each. After a decision the
 * next open candidate is current; what a person is writing is never taken away by what others do.
 */
@Tag("yj-desk")
@JsModule("./desk/yj-desk.ts")
final class DeskPanel extends HtmlContainer {

    /** On a narrow page one of the two is to be seen. */
    private enum Pane {
        LIST, TEXT
    }

    private static final String CHANGED = "review.candidate.changed.";
    private static final Set<String> OLD_TEXT = Set.of("review.candidate.text", "review.add.text");
    private static final String DETAIL = "event.detail";

    private final ReviewService reviews;
    private final IndicatorService indicators;
    private final Phrases phrases;
    private final WarnBox newer = new WarnBox("alert");
    private final WarnBox lost = new WarnBox("alert");
    private final Runnable counted;
    private final Supplier<Optional<DeskPanel>> newest;
    private final List<Consumer<DeskPanel>> unkept = new ArrayList<>();
    private final Desk desk;
    private final TermsForm form;
    private final CandidateCard card;
    private final DeskText text;
    private final CandidateList list;
    private final SelectionBar selection;
    private final EarlierDrafts earlier;
    private final SegmentedBar<Pane> panes;
    private final Button batch = new Button();
    private final Span status = new Span();

    private Review review;
    private boolean editable;
    private @Nullable ReviewCandidate current;
    private boolean opening = true;

    /**
     * @param counted told after a decision has changed how many there are of each kind
     * @param newest  puts a desk with the newest text of the reply in the place of this one; empty where it cannot
     */
    DeskPanel(Review review, ReviewService reviews, IndicatorService indicators, Departments departments,
            Phrases phrases, boolean editable, Runnable counted, Supplier<Optional<DeskPanel>> newest) {
        this.review = review;
        this.reviews = reviews;
        this.indicators = indicators;
        this.phrases = phrases;
        this.editable = editable;
        this.counted = counted;
        this.newest = newest;
        addClassName("yj-desk");
        desk = new Desk(review.candidates());
        form = new TermsForm(indicators::catalogue, departments, phrases, this::preview, this::newIndicator);
        card = new CandidateCard(form, phrases, this::act);
        card.setVisible(desk.size() > 0);
        text = new DeskText(review, desk, phrases, this::pressed);
        list = new CandidateList(desk, phrases, card, this::go);
        selection = new SelectionBar(editable, this::add, this::reject);
        earlier = new EarlierDrafts(phrases, this::takeBack);
        earlier.show(review.earlier(), editable);
        panes = new SegmentedBar<>(getTranslation("desk.pane"), Pane.LIST, List.of(Pane.values()),
                pane -> getTranslation("desk.pane." + pane)).onChoice(this::show);
        panes.addClassName("yj-desk-panes");
        text.add(selection);
        if (editable) {
            batch.addClickListener(click -> new BatchDialog(desk.shown(Filter.OPEN), this::acceptAbove).open());
            batch.setText(getTranslation("desk.batch"));
            batch.addClassNames("yj-button", "yj-small-button");
            list.tools(batch, new VerbButton(Verb.ADD, this::act));
        }
        var split = new Div(text, list);
        split.addClassName("yj-desk-split");
        add(newer, lost, panes, earlier, split, footer());
        show(Pane.LIST);
        getElement().addEventListener("yj-key", event -> press(event.getEventData().get(DETAIL).asString()))
                .addEventData(DETAIL);
        getElement().addEventListener("yj-select", this::select).addEventData(DETAIL);
        desk.shown(Filter.OPEN).stream().findFirst().or(() -> desk.shown(Filter.ALL).stream().findFirst())
                .ifPresent(this::choose);
        count();
    }

    private Footer footer() {
        var keys = new Div();
        keys.addClassName("yj-desk-keyline");
        for (var verb : Verb.values()) {
            if (editable || !verb.changes()) {
                keys.add(new VerbButton(verb, this::act));
            }
        }
        status.setText(getTranslation(editable ? "desk.status" : "desk.status.read-only"));
        status.addClassName("yj-desk-status");
        status.getElement().setAttribute("role", "status");
        var footer = new Footer(keys, status);
        footer.addClassName("yj-desk-foot");
        return footer;
    }

    /** The pane of the text. */
    DeskText text() {
        return text;
    }

    /** What is on the desk. */
    Desk desk() {
        return desk;
    }

    /** Says what has happened, for the eye and for screen readers. */
    void say(String key, Object... arguments) {
        status.setText(getTranslation(key, arguments));
    }

    private void count() {
        batch.setEnabled(editable && desk.count(Filter.OPEN) > 0);
        counted.run();
    }

    private void show(Pane pane) {
        getElement().setAttribute("data-pane", pane.name().toLowerCase(Locale.ROOT));
        panes.choose(pane);
    }

    // which one is current

    /** Makes a candidate current, after keeping what was written about the one before. */
    void go(long id) {
        desk.find(id).ifPresent(this::go);
    }

    private void pressed(long id) {
        text.passedOver(id).ifPresentOrElse(this::look, () -> go(id));
    }

    private void step(int by) {
        if (current != null) {
            desk.step(current, by, list.filter()).ifPresent(this::go);
        }
    }

    private void go(ReviewCandidate candidate) {
        if (kept()) {
            selection.clear();
            choose(desk.find(candidate.id()).orElse(candidate));
        }
    }

    private void choose(ReviewCandidate candidate) {
        current = candidate;
        card.setVisible(true);
        fill(candidate);
        text.choose(candidate);
        list.choose(candidate.id());
        bring();
    }

    private void fill(ReviewCandidate candidate) {
        var open = editable && candidate.isOpen();
        var issued = review.reply().issuedOn();
        form.show(candidate, open ? reviews.guesses(candidate.id()) : List.of(),
                issued == null ? null : issued.lastDay(), open);
        card.show(candidate, editable);
        if (candidate.isOpen()) {
            preview();
        } else {
            form.preview(reviews.preview(candidate.id(), candidate.terms()));
        }
    }

    private void bring() {
        if (current != null) {
            getElement().callJsFunction("bring", text.mark(current.id()).orElse(null), card.getElement(), opening);
            opening = false;
        }
    }

    /** Shows beside the terms, as they are being written, what they would record. */
    private void preview() {
        card.promises();
        if (current == null) {
            return;
        }
        try {
            var terms = form.terms();
            card.preview(reviews.preview(current.id(), terms), editable);
            card.departs(terms);
        } catch (RuleViolation violation) {
            card.refuse(violation);
        }
    }

    // what a person does

    void press(String key) {
        switch (key) {
            case "Enter" -> act(Verb.ACCEPT);
            case "Keep" -> kept();
            case "Escape" -> revert();
            default -> Verb.of(key).ifPresent(this::act);
        }
    }

    private void act(Verb verb) {
        if (verb.changes() && !editable) {
            say(isOld() ? "desk.newer.status" : "desk.status.read-only");
            return;
        }
        switch (verb) {
            case NEXT -> step(1);
            case PREVIOUS -> step(-1);
            case SHOW -> showPlace();
            case KEYS -> new KeysDialog().open();
            case SELECT -> beginSelection();
            case ADD -> add();
            case PASSED -> text.passedOverAfter(selection.span().map(PaperText.Span::start)
                    .orElse(current == null ? -1 : current.start()))
                    .ifPresentOrElse(this::look, () -> say("desk.passed.none"));
            case UNDO -> undo();
            case ACCEPT -> accept();
            case EDIT -> ifOpen(candidate -> form.focusFirst());
            case REJECT -> ifOpen(candidate -> askWhy(candidate, ""));
            case MERGE -> ifOpen(this::askOriginal);
            case PROMISE -> ifOpen(candidate -> form.promise(!form.isPromising()));
        }
    }

    private void askWhy(ReviewCandidate candidate, String written) {
        ReasonDialog.rejecting(candidate.span(), written, reason -> decide(Verb.REJECT,
                now -> reviews.reject(now.id(), now.version(), reason),
                desk -> desk.resume(candidate, reason, here -> desk.askWhy(here, reason)))).open();
    }

    private void askOriginal(ReviewCandidate candidate) {
        new MergeDialog(candidate, desk.shown(Filter.ALL), phrases, into -> decide(Verb.MERGE,
                now -> reviews.merge(now.id(), now.version(), into.id()),
                desk -> desk.resume(candidate, getTranslation("desk.verb.MERGE"), desk::askOriginal))).open();
    }

    private void ifOpen(Consumer<ReviewCandidate> work) {
        if (current == null) {
            return;
        }
        if (current.isOpen()) {
            work.accept(current);
        } else {
            say("desk.already", current.number(), phrases.decided(current));
        }
    }

    private void beginSelection() {
        show(Pane.TEXT);
        text.caret().begin(Optional.ofNullable(current).flatMap(c -> text.mark(c.id())).orElse(null));
        say("desk.selecting");
    }

    private void showPlace() {
        show(Pane.TEXT);
        Optional.ofNullable(current).flatMap(c -> text.mark(c.id()))
                .ifPresent(mark -> getElement().callJsFunction("show", mark));
    }

    private void accept() {
        ifOpen(candidate -> {
            try {
                var terms = settled();
                if (!phrases.departures(candidate, terms).isEmpty()
                        && reviews.preview(candidate.id(), terms).refusal() == null) {
                    ReasonDialog.differing(phrases.departure(candidate, terms),
                            reason -> accept(terms, reason)).open();
                } else {
                    accept(terms, "");
                }
            } catch (RuleViolation unreadable) {
                card.refuse(unreadable);
            }
        });
    }

    private void accept(Terms terms, String reason) {
        decide(Verb.ACCEPT, now -> reviews.accept(now.id(), now.version(), terms, reason), desk -> { });
    }

    /** What the form says, after a department that is new was added to the catalogue. */
    private Terms settled() {
        return asked(() -> {
            form.terms();
            form.settle();
            return form.terms();
        });
    }

    /**
     * Decides about the current candidate and goes on to the next open one.
     *
     * @param again asks for the same at the desk of a newer text
     */
    private void decide(Verb verb, UnaryOperator<ReviewCandidate> decision, Consumer<DeskPanel> again) {
        var candidate = current;
        if (candidate == null) {
            return;
        }
        attempt(verb, decision, candidate, again);
    }

    private void attempt(Verb verb, UnaryOperator<ReviewCandidate> decision, ReviewCandidate on,
            Consumer<DeskPanel> again) {
        try {
            var done = asked(() -> decision.apply(on));
            if (verb == Verb.ACCEPT) {
                desk.mended(on, done);
            }
            desk.decided(List.of(done.id()));
            took(done);
            say("desk.done", getTranslation("desk.state." + done.state()), done.number(), desk.count(Filter.OPEN));
            desk.step(done, 1, Filter.OPEN).ifPresentOrElse(this::choose, () -> choose(done));
        } catch (RuleViolation violation) {
            if (isOfOldText(violation)) {
                notYet(again);
            } else if (violation.key().startsWith(CHANGED)) {
                clash(on.id(), getTranslation("desk.verb." + verb), () -> insist(verb, decision, on.id(), again));
            } else {
                card.refuse(violation);
            }
        }
    }

    /** Asks what may be refused. A right that is missing is refused like everything else, with its own sentence. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AccessDeniedException denied) {
            throw new RuleViolation(String.valueOf(denied.getMessage()));
        }
    }

    /** Decides in the place of what somebody else has decided. */
    private void insist(Verb verb, UnaryOperator<ReviewCandidate> decision, long id, Consumer<DeskPanel> again) {
        desk.find(id).ifPresent(theirs -> attempt(verb,
                now -> reviews.insist(now.id(), now.version(), decision), theirs, again));
    }

    /** Reads what others have made of a candidate and lets the person choose between theirs and mine. */
    private void clash(long id, @Nullable String mine, Runnable insist) {
        reviews.review(review.reply().id()).ifPresent(this::refreshOthers);
        desk.find(id).ifPresent(theirs -> card.clash(theirs, mine, () -> {
            card.settle();
            insist.run();
        }, () -> choose(theirs)));
    }

    /** Keeps the terms that were written about the current candidate; false if they can't be, and are still there. */
    private boolean kept() {
        var candidate = current;
        if (candidate == null || !candidate.isOpen() || !form.isDirty()) {
            return true;
        }
        if (isOld()) {
            say("desk.newer.unkept");
            return false;
        }
        return keep(candidate, (now, terms) -> reviews.amend(now.id(), now.version(), terms));
    }

    private boolean keep(ReviewCandidate candidate, BiFunction<ReviewCandidate, Terms, ReviewCandidate> amendment) {
        try {
            var terms = settled();
            var kept = asked(() -> amendment.apply(candidate, terms));
            desk.mended(candidate, kept);
            took(kept);
            current = kept;
            fill(kept);
            say("desk.kept", kept.number());
            return true;
        } catch (RuleViolation violation) {
            if (isOfOldText(violation)) {
                renewed();
            } else if (violation.key().startsWith(CHANGED)) {
                clash(candidate.id(), getTranslation("desk.verb.EDIT"), () -> rebase(candidate.id()));
            } else {
                card.refuse(violation);
                form.focus(violation);
            }
            return false;
        }
    }

    /** Keeps what a person has written in the place of what others have made of the candidate. */
    private void rebase(long id) {
        desk.find(id).ifPresent(theirs -> keep(theirs, (now, terms) -> reviews.insist(now.id(), now.version(),
                open -> reviews.amend(open.id(), open.version(), terms))));
    }

    private void revert() {
        if (selection.isVisible()) {
            selection.clear();
        } else if (current != null && form.isDirty()) {
            fill(current);
            say("desk.reverted", current.number());
        }
    }

    private void undo() {
        if (current != null && current.isOpen() && form.isDirty()) {
            revert();
            return;
        }
        var last = current != null && current.state().isDecided()
                ? Optional.<Desk.Deed>of(new Desk.Deed.Decided(List.of(current.id()))) : desk.takeBack();
        last.ifPresentOrElse(deed -> {
            switch (deed) {
                case Desk.Deed.Decided decided -> undo(decided.ids());
                case Desk.Deed.Mended mended -> undo(mended);
            }
        }, () -> say("desk.undo.none"));
    }

    private void undo(List<Long> ids) {
        attempt(() -> {
            var undone = new ArrayList<ReviewCandidate>();
            for (var id : ids) {
                var candidate = desk.find(id).orElseThrow();
                var open = reviews.undo(id, candidate.version());
                took(open);
                undone.add(open);
            }
            choose(undone.getFirst());
            say(undone.size() == 1 ? "desk.undone" : "desk.undone.many", undone.getFirst().number(), undone.size());
        });
    }

    /** Gives a candidate back the terms that it had before this person mended them. */
    private void undo(Desk.Deed.Mended mended) {
        attempt(() -> {
            var candidate = desk.find(mended.id()).orElseThrow();
            var before = reviews.amend(candidate.id(), candidate.version(), mended.before());
            took(before);
            choose(before);
            say("desk.undone.edit", before.number());
        });
    }

    /** Gives up a draft of an older text. */
    private void takeBack(ReviewCandidate candidate) {
        attempt(() -> {
            reviews.undo(candidate.id(), candidate.version());
            reviews.review(review.reply().id()).ifPresent(this::refreshOthers);
            say("desk.earlier.undone", candidate.span());
        });
    }

    /** The candidates whose drafts are handed over together. */
    List<ReviewCandidate> drafts() {
        return Stream.concat(review.drafts().stream().filter(it -> desk.find(it.id()).isEmpty()),
                desk.drafts().stream()).toList();
    }

    private Batch acceptAbove(double confidence) {
        var done = asked(() -> reviews.acceptAbove(review.reply().id(), confidence));
        desk.decided(done.accepted().stream().map(ReviewCandidate::id).toList());
        reviews.review(review.reply().id()).ifPresent(this::refresh);
        say("desk.batch.done", done.accepted().size(), done.refused().size());
        return done;
    }

    private void newIndicator() {
        ifOpen(candidate -> attempt(() -> new IndicatorDialog(reviews.newIndicator(candidate.id()),
                indicators.catalogue(), phrases, this::store).open()));
    }

    private void store(Indicator indicator) {
        asked(() -> {
            indicators.addWithUnit(indicator);
            return indicator;
        });
        form.choose(indicator);
    }

    // what the reading passed over

    private void select(DomEvent event) {
        var detail = event.getEventData().get(DETAIL);
        if (detail == null || detail.isNull() || !editable) {
            selection.clear();
        } else {
            text.paper().selected(detail.get("fromBlock").asInt(), detail.get("from").asInt(), detail.get("toBlock").asInt(),
                    detail.get("to").asInt()).ifPresentOrElse(span -> selection.show(span, words(span)),
                            selection::clear);
        }
    }

    /** Shows why a passage is no figure; whoever may, adds it all the same. */
    private void look(PassedOver number) {
        show(Pane.TEXT);
        var span = new PaperText.Span(number.start(), number.end());
        selection.show(span, words(span), phrases.passedOver(number));
        text.reveal(number).ifPresent(mark -> getElement().callJsFunction("show", mark));
    }

    private String words(PaperText.Span span) {
        return shown().substring(span.start(), span.end());
    }

    /** The text as it is shown, position by position: without contact persons. */
    private String shown() {
        return Contacts.mask(review.text().text());
    }

    private void add() {
        selection.span().ifPresentOrElse(this::add,
                () -> new AddDialog(shown(), "", this::add, this::reject).open());
    }

    /** Adds a figure that the reading missed. */
    void add(PaperText.Span span) {
        attempt(findAgain(span), () -> {
            var added = added(span);
            choose(added);
            say("desk.added", added.number());
        });
    }

    private void reject(PaperText.Span span) {
        attempt(findAgain(span), () -> {
            var added = added(span);
            var rejected = reviews.reject(added.id(), added.version(), getTranslation("desk.reject.not-indicator"));
            desk.decided(List.of(rejected.id()));
            took(rejected);
            choose(rejected);
            say("desk.done", getTranslation("desk.state." + rejected.state()), rejected.number(),
                    desk.count(Filter.OPEN));
        });
    }

    /** Looks at the desk of a newer text for the words that were selected in this one. */
    private Consumer<DeskPanel> findAgain(PaperText.Span span) {
        var words = words(span);
        return desk -> new AddDialog(desk.shown(), words, desk::add, desk::reject).open();
    }

    private ReviewCandidate added(PaperText.Span span) {
        if (!words(span).equals(review.text().text().substring(span.start(), span.end()))) {
            throw new RuleViolation("desk.add.masked");
        }
        var added = reviews.add(review.text(), span.start(), span.end());
        took(added);
        return added;
    }

    /** Does what a rule may refuse and no field is to blame for; the refusal is said. */
    void attempt(Runnable work) {
        attempt(desk -> { }, work);
    }

    private void attempt(Consumer<DeskPanel> again, Runnable work) {
        selection.clear();
        try {
            asked(() -> {
                work.run();
                return true;
            });
        } catch (RuleViolation violation) {
            if (isOfOldText(violation)) {
                notYet(again);
                return;
            }
            if (violation.key().startsWith(CHANGED)) {
                reviews.review(review.reply().id()).ifPresent(this::refresh);
            }
            say(violation.key(), violation.arguments());
        }
    }

    // what has changed

    /** Takes a candidate as it now stands, here by this person. */
    private void took(ReviewCandidate candidate) {
        draw(List.of(candidate));
    }

    private void draw(List<ReviewCandidate> candidates) {
        var fresh = candidates.stream().anyMatch(c -> desk.find(c.id()).isEmpty());
        var changed = candidates.stream().filter(desk::put).toList();
        if (fresh) {
            text.set();
            list.set();
        } else {
            changed.forEach(candidate -> {
                text.update(candidate);
                list.update(candidate);
            });
        }
        if (!changed.isEmpty()) {
            count();
        }
    }

    /** Shows what was read anew after this person has changed many at once. */
    void refresh(Review read) {
        refreshOthers(read);
        Optional.ofNullable(current).flatMap(c -> desk.find(c.id())).ifPresent(now -> {
            if (now.state() == CandidateState.PROPOSED) {
                choose(now);
            } else {
                desk.step(now, 1, Filter.OPEN).ifPresentOrElse(this::choose, () -> choose(now));
            }
        });
    }

    private void refreshOthers(Review read) {
        if (read.text().versionId() != review.text().versionId()) {
            renewed();
        } else {
            var before = review;
            review = read;
            if (!read.earlier().equals(before.earlier())) {
                earlier.show(read.earlier(), editable);
                count();
            }
            draw(read.candidates());
        }
    }

    /**
     * Says that there is a newer text and where; of this one nothing is decided any more. What a person is writing
     * stays, and goes over with them.
     */
    void renewed() {
        if (isOld()) {
            return;
        }
        editable = false;
        batch.setEnabled(false);
        selection.clear();
        earlier.show(review.earlier(), false);
        card.close();
        var open = new Button(getTranslation("desk.newer.open"), click -> takeNewest());
        open.addClassNames("yj-button", "yj-small-button");
        newer.show(new Span(getTranslation("desk.newer", review.text().number())), open);
        say("desk.newer.status");
    }

    private static boolean isOfOldText(RuleViolation violation) {
        return OLD_TEXT.contains(violation.key());
    }

    /** What was refused because there is a newer text is asked for again at its desk. */
    private void notYet(Consumer<DeskPanel> again) {
        renewed();
        unkept.add(again);
        say("desk.newer.unkept");
    }

    private void takeNewest() {
        var candidate = current;
        if (candidate != null && form.isDirty()) {
            var written = form.written();
            var changes = String.join(getTranslation("desk.and"), form.changes());
            unkept.addFirst(desk -> desk.resume(candidate, changes, here -> desk.write(written)));
        }
        newest.get().ifPresent(desk -> unkept.forEach(it -> it.accept(desk)));
    }

    /**
     * Goes on with what was begun about a candidate of an older text, where this one has the same words.
     *
     * @param mine what was written about it
     */
    private void resume(ReviewCandidate old, String mine, Consumer<ReviewCandidate> work) {
        var same = desk.find(old.id()).or(() -> desk.shown(Filter.ALL).stream()
                .filter(it -> it.span().equals(old.span()) && it.clause().equals(old.clause())).findFirst());
        same.filter(it -> current == null || current.id() != it.id()).ifPresent(this::choose);
        if (editable && same.isPresent() && same.get().isOpen()) {
            say("desk.newer.resumed", same.get().number());
            work.accept(same.get());
            return;
        }
        var close = new Button(getTranslation("desk.close"), click -> lost.clear());
        close.addClassNames("yj-button", "yj-small-button");
        lost.show(new Span(getTranslation("desk.newer.lost", old.span(), mine)), close);
    }

    /** Puts what was written beside an older text into the form again. */
    private void write(List<Object> written) {
        form.write(written);
        preview();
        bring();
    }

    private boolean isOld() {
        return newer.getComponentCount() > 0;
    }

    /** Shows what somebody else has changed; the card stays as it is while a person is writing on it. */
    void news(ReviewChanged change, Review read) {
        refreshOthers(read);
        if (isOld()) {
            return;
        }
        var here = current;
        if (here != null && touches(change, here)) {
            var theirs = desk.find(here.id()).orElse(here);
            if (theirs.version() != here.version()) {
                if (editable && form.isDirty()) {
                    card.clash(theirs, null, () -> rebase(here.id()), () -> choose(theirs));
                } else {
                    current = theirs;
                    fill(theirs);
                }
            }
        } else if (here == null) {
            desk.shown(Filter.ALL).stream().findFirst().ifPresent(this::choose);
        }
        tell(change);
    }

    private static boolean touches(ReviewChanged change, ReviewCandidate candidate) {
        return change.candidateIds().isEmpty() || change.candidateIds().contains(candidate.id());
    }

    private void tell(ReviewChanged change) {
        Set<Long> ids = change.candidateIds();
        if (ids.size() == 1) {
            desk.find(ids.iterator().next()).ifPresent(candidate ->
                    say("desk.news.one", PersonName.of(change.by(), this::getTranslation), candidate.number(), phrases.state(candidate)));
        } else {
            say("desk.news.many", PersonName.of(change.by(), this::getTranslation), ids.size());
        }
    }
}
