package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.observation.CellKey;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.comment.Comment;
import org.youju.workflow.comment.Comments;

/** What people say about a cell, and to those who enter figures a place to say more. */
final class CommentPanel extends Section {

    private final CellDesk desk;
    private final CellKey key;
    private final OrderedList list = new OrderedList();
    private final Span done = new Span();
    private final WarnBox refusal = new WarnBox("alert");
    private final WarnBox untold = new WarnBox("alert");
    private final TextArea body = new TextArea();
    private final Div none = new Div(getTranslation("comment.none"));
    private final boolean writes;

    CommentPanel(CellDesk desk, CellKey key) {
        this.desk = desk;
        this.key = key;
        addClassNames("yj-panel", "yj-dossier-panel");
        list.addClassName("yj-comments");
        body.setLabel(getTranslation("comment.write"));
        body.setHelperText(getTranslation("comment.help"));
        body.setManualValidation(true);
        body.setValueChangeMode(ValueChangeMode.EAGER);
        body.setWidthFull();
        var keep = new Button(getTranslation("comment.keep"), click -> write(false));
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(body);
        done.addClassName("yj-muted");
        done.getElement().setAttribute("role", "status");
        var follow = new Button(getTranslation("comment.follow-up"), click -> write(true));
        follow.addClassName("yj-button");
        var foot = new Div(keep, follow);
        foot.addClassName("yj-dossier-line");
        none.addClassName("yj-muted");
        writes = desk.access().may(Permission.EDIT_DRAFTS);
        add(new H2(getTranslation("comment.title")), refusal, none, list);
        if (writes) {
            add(new Mentions(body, desk.comments().colleagues(key)), untold, foot, done);
        }
        show();
    }

    private void show() {
        list.removeAll();
        var comments = desk.comments().of(key);
        comments.forEach(comment -> list.add(item(comment)));
        list.setVisible(!comments.isEmpty());
        none.setVisible(comments.isEmpty() && !writes);
    }

    private ListItem item(Comment comment) {
        var who = new Span(name(comment.by()));
        who.addClassName("yj-comment-by");
        var when = new Span(desk.moment(comment.at()));
        when.addClassName("yj-caption");
        var head = new Div(who, when);
        head.addClassName("yj-dossier-line");
        followUp(comment, head);
        var words = new Div(shown(comment));
        words.addClassName("yj-comment-body");
        return new ListItem(head, words);
    }

    private String shown(Comment comment) {
        return Comments.shown(comment.body(), this::name);
    }

    private String names(Collection<String> accounts) {
        return accounts.stream().map(this::name).collect(Collectors.joining(getTranslation("comment.and")));
    }

    private String name(String account) {
        return PersonName.of(account, this::getTranslation);
    }

    private void followUp(Comment comment, Div head) {
        switch (comment.followUp()) {
            case NONE -> { }
            case OPEN -> {
                head.add(new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("comment.open")).tinted());
                if (writes) {
                    head.add(turn(comment, "comment.settle", true));
                }
            }
            case SETTLED -> {
                head.add(new StateBadge(Tone.OK, Glyph.MET,
                        getTranslation("comment.settled", name(comment.settledBy()))).tinted());
                if (writes) {
                    head.add(turn(comment, "comment.reopen", false));
                }
            }
        }
    }

    private Component turn(Comment comment, String verb, boolean settled) {
        var button = new Button(getTranslation(verb), click -> {
            refusal.clear();
            try {
                desk.comments().settle(comment.id(), settled);
            } catch (RuleViolation violation) {
                refusal.say(getTranslation(violation.key(), violation.arguments()));
            }
            show();
        });
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation(verb) + " " + shown(comment));
        return button;
    }

    private void write(boolean followUp) {
        body.setInvalid(false);
        done.setText("");
        untold.clear();
        try {
            var named = desk.comments().write(key, body.getValue(), followUp);
            body.clear();
            show();
            done.setText(named.told().isEmpty() ? getTranslation("comment.kept")
                    : getTranslation("comment.told", names(named.told())));
            if (!named.untold().isEmpty()) {
                untold.say(getTranslation("comment.untold", names(named.untold())));
            }
        } catch (RuleViolation violation) {
            body.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
            body.setInvalid(true);
            body.focus();
        }
    }
}
