package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.converter.Converter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.extraction.intake.HeaderFields;
import org.youju.extraction.intake.HeaderRules;
import org.youju.indicator.Region;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.Proposal;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;

/** The header of a document, proposed and to be checked. What is wrong is said at the field it concerns. */
final class HeaderForm extends Div {

    private final Binder<HeaderFields> binder = new Binder<>(HeaderFields.class);
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Paragraph notice = new Paragraph();
    private final Section proposal;
    private final Select<ReplyKind> kind = new Select<>();
    private final TextField docNo = new TextField();
    private final TextField issuer = new TextField();
    private final TextField date = new TextField();
    private final Select<Proposal.Body> body = new Select<>();

    /**
     * @param regions those that a proposal may be of
     * @param today   the last day that a document may be dated
     * @param entered told which field the person has entered, by its component of {@link HeaderFields}
     */
    HeaderForm(HeaderFields proposed, List<Region> regions, LocalDate today, Consumer<String> entered) {
        addClassName("yj-intake-form");
        regions.forEach(region -> this.regions.put(region.code(), region));
        notice.addClassName("yj-entry-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        var document = section("intake.section.document");
        proposal = section("intake.section.proposal");
        var record = section("intake.section.record");
        add(notice, document, proposal, record);
        document(document, today);
        proposal();
        record(record);
        binder.readRecord(proposed);
        kind.addValueChangeListener(change -> adapt());
        date.addValueChangeListener(change -> explainDate(today));
        adapt();
        explainDate(today);
        fields.forEach((name, field) -> {
            if (field instanceof Focusable<?> focusable) {
                focusable.addFocusListener(focus -> entered.accept(name));
            }
        });
    }

    private void document(Section section, LocalDate today) {
        choice(section, "kind", kind, "reply.fact.kind", "reply.kind.", ReplyKind.documents());
        chosen("kind", kind, "intake.rule.kind");
        text(section, "docNo", docNo, "reply.fact.docNo", typed -> HeaderRules.docNo(typed, today), Objects::toString);
        docNo.setHelperText(getTranslation("intake.help.docNo"));
        required(text(section, "title", new TextField(), "reply.fact.title", HeaderRules::title, it -> it));
        required(text(section, "issuer", issuer, "reply.fact.issuer", HeaderRules::issuer, it -> it));
        text(section, "issuedOn", date, "reply.fact.date", typed -> HeaderRules.date(typed, today), IssueDate::code);
        text(section, "signatory", new TextField(), "reply.fact.signatory", HeaderRules::signatory, it -> it);
    }

    private void proposal() {
        choice(proposal, "body", body, "intake.field.body", "intake.body.", Proposal.Body.values());
        body.setItemLabelGenerator(it -> getTranslation(it == null ? "intake.body.none" : "intake.body." + it));
        body.setEmptySelectionAllowed(true);
        body.setEmptySelectionCaption(getTranslation("intake.body.none"));
        binder.forField(body).withConverter(this.<Proposal.Body, Proposal.Body>checked(it -> {
            if (it == null && isReply() && Stream.of("term", "session", "number").anyMatch(this::isGiven)) {
                throw new RuleViolation("intake.rule.body");
            }
            return it;
        }, it -> it)).bind("body");
        answered("term", new TextField(), "intake.field.term", HeaderRules::ordinal, it -> Integer.toString(it));
        answered("session", new TextField(), "intake.field.session", HeaderRules::ordinal, it -> Integer.toString(it));
        answered("number", new TextField(), "intake.field.number", HeaderRules::number, it -> it);
        answered("subject", new TextField(), "reply.fact.subject", HeaderRules::subject, it -> it);
        var proposers = new TextField();
        text(proposal, "proposers", proposers, "reply.fact.proposers", typed -> {
            var names = isReply() ? HeaderRules.proposers(typed) : List.<String>of();
            needed(names.isEmpty());
            return names;
        }, names -> String.join(getTranslation("reply.fact.comma"), names));
        proposers.setHelperText(getTranslation("intake.help.proposers"));
        var region = new ComboBox<Region>();
        region.setItems(regions.values());
        region.setItemLabelGenerator(it -> it.name(getLocale()));
        region.setLabel(getTranslation("base.region"));
        region.setManualValidation(true);
        field(proposal, "region", region);
        binder.forField(region)
                .withConverter(this.<Region, String>checked(it -> {
                    needed(it == null);
                    return it == null ? null : it.code();
                }, code -> code == null ? null : regions.get(code)))
                .bind("region");
        text(proposal, "result", new TextField(), "reply.fact.result",
                typed -> isReply() ? HeaderRules.result(typed) : null, it -> it);
    }

    private void record(Section section) {
        var publicity = new Select<Publicity>();
        choice(section, "publicity", publicity, "reply.fact.publicity", "reply.publicity.", Publicity.values());
        chosen("publicity", publicity, "intake.rule.publicity");
        var grade = new Select<Grade>();
        choice(section, "grade", grade, "reply.fact.grade", "reply.grade.", Grade.values());
        grade.setItemLabelGenerator(it -> it + " · " + getTranslation("reply.grade." + it));
        chosen("grade", grade, "intake.rule.grade");
        text(section, "url", new TextField(), "reply.fact.address", HeaderRules::url, it -> it);
        var key = new TextField();
        required(text(section, "sourceKey", key, "intake.field.sourceKey", HeaderRules::sourceKey, it -> it));
        key.setHelperText(getTranslation("intake.help.sourceKey"));
    }

    private Section section(String nameKey) {
        var section = new Section(new H3(getTranslation(nameKey)));
        section.addClassName("yj-intake-section");
        return section;
    }

    private <T extends Enum<T>> void choice(Section section, String name, Select<T> select, String labelKey,
            String prefix, T[] items) {
        select.setLabel(getTranslation(labelKey));
        select.setItems(items);
        select.setItemLabelGenerator(item -> getTranslation(prefix + item.name()));
        select.setManualValidation(true);
        field(section, name, select);
    }

    /** Binds a choice that has to be made. */
    private <T> void chosen(String name, Select<T> select, String missingKey) {
        select.setPlaceholder(getTranslation("intake.choice"));
        binder.forField(select).withValidator(Objects::nonNull, getTranslation(missingKey)).bind(name);
    }

    /** A field of the proposal, which is needed as soon as the document answers one. */
    private <M> void answered(String name, TextField field, String labelKey, Function<String, @Nullable M> rule,
            Function<M, String> print) {
        text(proposal, name, field, labelKey, typed -> {
            var value = isReply() ? rule.apply(typed) : null;
            needed(value == null);
            return value;
        }, print);
    }

    private <M> TextField text(Section section, String name, TextField field, String labelKey,
            Function<String, @Nullable M> rule, Function<M, String> print) {
        field.setLabel(getTranslation(labelKey));
        field.setManualValidation(true);
        field(section, name, field);
        binder.forField(field)
                .withConverter(checked(rule, value -> value == null ? "" : print.apply(value)))
                .bind(name);
        return field;
    }

    private static void required(TextField field) {
        field.setRequiredIndicatorVisible(true);
    }

    private void field(Section section, String name, Component field) {
        field.addClassNames("yj-intake-field", "yj-intake-" + name.toLowerCase(Locale.ROOT));
        fields.put(name, field);
        section.add(field);
    }

    /** Holds what is typed against a rule; what breaks it is said in the rule's sentence. */
    private <P, M> Converter<P, M> checked(Function<P, @Nullable M> rule, Function<@Nullable M, P> print) {
        return new Converter<>() {
            @Override
            public Result<M> convertToModel(P typed, ValueContext context) {
                try {
                    return Result.ok(rule.apply(typed));
                } catch (RuleViolation violation) {
                    return Result.error(sentence(violation));
                }
            }

            @Override
            public P convertToPresentation(M value, ValueContext context) {
                return print.apply(value);
            }
        };
    }

    /** Refuses an empty field of the proposal where the document answers one. */
    private void needed(boolean empty) {
        if (empty && isReply() && body.getValue() != null) {
            throw new RuleViolation("intake.rule.proposal");
        }
    }

    private boolean isReply() {
        return kind.getValue() == ReplyKind.REPLY;
    }

    private boolean isGiven(String name) {
        return fields.get(name) instanceof TextField field && !field.getValue().isBlank();
    }

    private String sentence(RuleViolation violation) {
        return getTranslation(violation.key(), violation.arguments());
    }

    /** Only an answer has a proposal to answer. */
    private void adapt() {
        proposal.setVisible(isReply());
    }

    private void explainDate(LocalDate today) {
        date.setHelperText(understood(today)
                .map(it -> getTranslation("intake.date." + it.code().length(), it.chinese()))
                .orElseGet(() -> getTranslation("intake.date.none")));
    }

    private Optional<IssueDate> understood(LocalDate today) {
        try {
            return Optional.ofNullable(HeaderRules.date(date.getValue(), today));
        } catch (RuleViolation e) {
            return Optional.empty();
        }
    }

    /** Tells, now and whenever one of them changes, the document number and the issuer that the person has given. */
    void whenNumbered(Consumer<Numbered> told) {
        Stream.of(docNo, issuer).forEach(field -> field.addValueChangeListener(change -> told.accept(numbered())));
        told.accept(numbered());
    }

    /** A document number, null where none is given or it can't be read, with its issuer. */
    record Numbered(@Nullable String docNo, String issuer) {
    }

    private Numbered numbered() {
        try {
            return new Numbered(HeaderRules.docNo(docNo.getValue(), LocalDate.MAX), issuer.getValue().strip());
        } catch (RuleViolation e) {
            return new Numbered(null, "");
        }
    }

    /** What the person has said of the document; empty, with a sentence at each field that is wrong, if not yet. */
    Optional<HeaderFields> check() {
        notice.setVisible(false);
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException e) {
            var wrong = fields.values().stream().filter(field -> field instanceof HasValidationProperties checked
                    && checked.isInvalid()).toList();
            complain(getTranslation("intake.rule.fields", wrong.size()));
            wrong.stream().findFirst().ifPresent(HeaderForm::focus);
            return Optional.empty();
        }
    }

    /** Says why the document was not recorded, at the field it concerns. What was typed stays. */
    void complain(RuleViolation violation) {
        switch (violation.key()) {
            case "reply.sourceKey.taken" -> complainAt("sourceKey", sentence(violation));
            case "reply.docNo.taken" -> complainAt("docNo", sentence(violation));
            default -> complain(sentence(violation));
        }
    }

    private void complainAt(String name, String sentence) {
        if (fields.get(name) instanceof HasValidationProperties field) {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        }
        focus(fields.get(name));
    }

    private void complain(String sentence) {
        notice.setText(sentence);
        notice.setVisible(true);
    }

    /** Puts the cursor where the document number is mended. */
    void mendNumber() {
        docNo.focus();
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
