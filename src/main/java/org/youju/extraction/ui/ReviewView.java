package org.youju.extraction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.extraction.review.Review;
import org.youju.extraction.review.ReviewChanged;
import org.youju.extraction.review.ReviewService;
import org.youju.extraction.ui.Desk.Filter;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.reply.ui.ReplyFacts;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/**
 * The review of one reply's figures. Opening it begins the review for those who may edit; those who may only read see
 * what others have decided. What is decided at another desk meanwhile comes in by push.
 */
@Route(Routes.REPLIES + "/:" + ReviewView.ID + "/" + Routes.REVIEW)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    static final String ID = "id";

    private final ReviewService reviews;
    private final ReplyService replies;
    private final IndicatorService indicators;
    private final ReviewBroadcast broadcast;
    private final boolean editable;
    private final PageHeader header = new PageHeader("");
    private final Phrases phrases;
    private final Button submit = new Button();

    private @Nullable Reply reply;
    private @Nullable DeskPanel panel;
    private @Nullable Registration news;

    ReviewView(ReviewService reviews, ReplyService replies, IndicatorService indicators, ReviewBroadcast broadcast,
            Access access, Clock clock) {
        this.reviews = reviews;
        this.replies = replies;
        this.indicators = indicators;
        this.broadcast = broadcast;
        this.editable = access.may(Permission.EDIT_DRAFTS);
        this.phrases = new Phrases(this, getLocale(), indicators::catalogue, clock.getZone());
        addClassNames("yj-page", "yj-review");
        submit.addClassName("yj-primary");
        submit.setText(getTranslation("desk.submit"));
        submit.addClickListener(click -> confirmSubmit());
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return reply == null ? getTranslation("reply.review") : getTranslation("desk.title", reply.label());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(ID).orElse("");
        var found = Optional.of(id).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf).map(replies::reply)
                .orElseThrow(() -> new NotFoundException("reply.notFound", id));
        reply = found;
        open(found);
    }

    private void open(Reply found) {
        panel = null;
        header.reset().title(found.label()).note(facts(found).inOneLine())
                .crumb(getTranslation("reply.list"), Routes.REPLIES);
        removeAll();
        if (!found.textHeld()) {
            add(sentence("desk.no-text", found));
            return;
        }
        try {
            begin(found);
        } catch (AccessDeniedException denied) {
            add(sentence(String.valueOf(denied.getMessage()), found));
        } catch (RuleViolation violation) {
            add(sentence(violation.key(), found, violation.arguments()));
        }
    }

    private void begin(Reply found) {
        if (editable) {
            reviews.begin(found.id());
        }
        reviews.review(found.id())
                .ifPresentOrElse(this::show, () -> add(sentence("desk.not-begun", found)));
    }

    private Div sentence(String key, Reply found, Object... arguments) {
        var sentence = new Div(new Span(getTranslation(key, arguments)),
                new Anchor(Routes.reply(found.id()), getTranslation("desk.to-reply")));
        sentence.addClassNames("yj-panel", "yj-empty");
        return sentence;
    }

    private void show(Review review) {
        var original = new Anchor(Routes.reply(review.reply().id()));
        original.add(Glyph.REPLIES.icon(), new Span(getTranslation("desk.to-reply")));
        original.addClassName("yj-tool");
        var about = new Button(getTranslation("reply.about"), Glyph.INFORMATION.icon(), click -> about(review.reply()));
        about.addClassName("yj-tool");
        header.controls(original, about);
        if (editable) {
            header.controls(submit);
        }
        panel = new DeskPanel(review, reviews, indicators,
                Departments.of(review.reply(), replies.proposalOf(review.reply().id()), indicators), phrases, editable,
                this::count, this::newest);
        add(panel);
        count();
    }

    private void count() {
        submit.setEnabled(panel != null && !panel.drafts().isEmpty());
    }

    private ReplyFacts facts(Reply shown) {
        return new ReplyFacts(shown, replies.proposalOf(shown.id()), replies.textOf(shown.id()));
    }

    private void about(Reply shown) {
        var dialog = new Dialog(facts(shown));
        dialog.addClassNames("yj-dialog", "yj-desk-dialog");
        dialog.setHeaderTitle(getTranslation("reply.about"));
        var close = new Button(getTranslation("desk.close"), click -> dialog.close());
        close.addClassName("yj-button");
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private void confirmSubmit() {
        var desk = panel.desk();
        var dialog = new ConfirmDialog();
        var drafts = panel.drafts().size();
        dialog.setHeader(getTranslation("desk.submit.title", drafts));
        dialog.setText(getTranslation("desk.submit.text", drafts, desk.count(Filter.REJECTED)
                + desk.count(Filter.DUPLICATE), desk.count(Filter.OPEN)));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation("desk.submit"));
        dialog.addConfirmListener(confirmed -> panel.attempt(() -> {
            var count = reviews.submit(reply.id());
            reviews.review(reply.id()).ifPresent(panel::refresh);
            panel.say("desk.submitted", count);
        }));
        dialog.open();
    }

    private Optional<DeskPanel> newest() {
        stopListening();
        open(reply);
        getUI().ifPresent(this::listen);
        return Optional.ofNullable(panel);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
    }

    private void listen(UI ui) {
        if (panel != null && reply != null) {
            news = broadcast.listen(reply.id(), ui, new News(reply.id(), panel));
        }
    }

    /** What the desk is told from elsewhere. */
    private final class News implements ReviewBroadcast.Ear<Optional<Review>> {

        private final long replyId;
        private final DeskPanel desk;

        News(long replyId, DeskPanel desk) {
            this.replyId = replyId;
            this.desk = desk;
        }

        @Override
        public Optional<Review> read() {
            return reviews.review(replyId);
        }

        @Override
        public void show(ReviewChanged change, Optional<Review> read) {
            read.ifPresent(review -> desk.news(change, review));
        }

        @Override
        public void renewed() {
            desk.renewed();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening();
    }

    private void stopListening() {
        if (news != null) {
            news.remove();
            news = null;
        }
    }
}
