package org.youju.check.rule.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.QuestionDialog;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Condition.Kind;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Missing;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/** The page of the rules for each role; whatever rule a test adds is switched off after it. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:entry-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class RulesViewTest extends UiTest {

    /** Stated as 69.31万人 and the like in both regions. */
    private static final String RESIDENTS = "PP_RESIDENT";

    @Autowired
    private RuleService rules;
    @Autowired
    private BreachSurvey survey;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private IndicatorKeeper keeper;

    private void open(Role role) {
        logIn("li", role.name());
        visit(Routes.RULES + "?indicator=" + RESIDENTS);
    }

    private long add(Rule rule) {
        return TestServices.as("zhou", Role.STATISTICIAN, () -> rules.add(rule));
    }

    private void change(Rule rule) {
        TestServices.as("zhou", Role.STATISTICIAN, () -> {
            rules.change(rule);
            return null;
        });
    }

    private Rule rule(long id) {
        return TestServices.as("zhou", Role.STATISTICIAN, () -> rules.rule(id));
    }

    private static Rule atMost(String bound) {
        return Rule.of(new Condition.Range(RESIDENTS, null, new BigDecimal(bound)), Importance.MEDIUM);
    }

    private static Rule with(Rule rule, Importance importance, boolean active) {
        return new Rule(rule.id(), rule.condition(), rule.region(), importance, rule.missing(), rule.tolerance(),
                rule.instruction(), active, rule.version());
    }

    @AfterEach
    void switchOff() {
        TestServices.as("zhao", Role.APPROVER, () -> {
            kept().filter(Rule::holdsBack).forEach(it -> rules.switchOff(it, "测试完毕"));
            return null;
        });
        TestServices.as("zhou", Role.STATISTICIAN, () -> {
            kept().forEach(it -> rules.change(with(it, it.importance(), false)));
            return null;
        });
    }

    private Stream<Rule> kept() {
        return rules.rules().stream().filter(it -> it.active() && it.condition().indicators().contains(RESIDENTS));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void verb(String text, String of) {
        _click(_find(Button.class).stream().filter(it -> it.getAriaLabel().filter(label ->
                label.startsWith(text) && label.contains(of)).isPresent()).toList().getLast());
    }

    private static RuleDialog dialog() {
        return _get(RuleDialog.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> select(String label) {
        return _get(dialog(), Select.class, spec -> spec.withLabel(label));
    }

    private static TextField field(String label) {
        return _get(dialog(), TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String code) {
        ComboBox<Indicator> box = _get(dialog(), ComboBox.class, spec -> spec.withLabel(label));
        box.setValue(indicators.catalogue().indicator(code));
    }

    private static String error(HasValidation field) {
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "ANALYST", "ADMIN"})
    void who_has_nothing_to_do_with_drafts_does_not_reach_the_rules(String role) {
        open(Role.valueOf(role));
        assertThat(_find(RulesView.class)).isEmpty();
    }

    @Test
    void an_approver_reads_the_rules_and_changes_none() {
        add(atMost("60"));
        open(Role.APPROVER);
        assertThat(words(_get(NativeTable.class))).contains("范围", "常住人口", "≤ 60 万人", "中", "未说明");
        _assertNone(Button.class, spec -> spec.withText("新建规则"));
        _assertNone(Button.class, spec -> spec.withText("修改"));
        _assertNone(Button.class, spec -> spec.withText("停用"));
    }

    @Test
    void where_much_is_stated_each_rule_is_looked_at_when_somebody_asks_and_as_far_as_they_ask() {
        var rule = rule(add(atMost("6")));
        logIn("li", Role.APPROVER.name());
        var asked = new ArrayList<@Nullable String>();
        var none = new RuleTable.Verb(of -> false, of -> { });
        UI.getCurrent().add(new RuleTable(List.of(rule), indicators.catalogue(), new Findings.OnDemand((of, after) -> {
            asked.add(after);
            var found = survey.of(of, null).found();
            return after == null ? new BreachSurvey.Look(found, "310105", 50, 61)
                    : new BreachSurvey.Look(found.subList(0, 1), "990000", 61, 61);
        }), none, none, none, Map.of()));
        assertThat(asked).isEmpty();
        verb("查现有问题", "常住人口");
        var status = _find(Div.class, spec -> spec.withAttribute("role", "status")).getLast();
        var first = _find(Breaches.class).getFirst();
        assertThat(words(status)).matches("已查 50 个地区，共 61 个；\\d+ 处未说明");
        verb("接着查", "常住人口");
        assertThat(asked).containsExactly(null, "310105");
        assertThat(words(status)).startsWith("已查 61 个地区，共 61 个");
        assertThat(_find(Breaches.class)).as("what was found before stays").hasSize(2).startsWith(first);
        _assertNone(Button.class, spec -> spec.withText("接着查"));
    }

    @Test
    void a_statistician_writes_a_rule_and_sees_what_breaks_it_before_it_is_kept() {
        open(Role.STATISTICIAN);
        press("新建规则");
        assertThat(words(dialog())).contains("填好指标和界限后");
        choose("指标", RESIDENTS);
        field("上限").setValue("6,0");
        assertThat(words(dialog())).contains("现有", "处数字不合", "长宁区 · 常住人口");
        assertThat(_find(dialog(), Anchor.class)).isNotEmpty()
                .allSatisfy(link -> assertThat(link.getHref()).startsWith("entry?region=310").contains("cell=PP_RES"));
        field("上限").setValue("10000");
        assertThat(words(dialog())).contains("现有数字都合");
        select("重要性").setValue(Importance.HIGH);
        field("容差（%）").setValue("1");
        _get(dialog(), TextArea.class).setValue("请核对单位");
        press("保存");
        assertThat(_find(RuleDialog.class)).isEmpty();
        var kept = TestServices.as("li", Role.STATISTICIAN, rules::rules).getLast();
        assertThat(kept).isEqualTo(new Rule(kept.id(),
                new Condition.Range(RESIDENTS, null, new BigDecimal("10000")), null, Importance.HIGH, Missing.SKIP,
                BigDecimal.ONE, "请核对单位", true, 0));
        assertThat(words(_get(NativeTable.class))).contains("≤ 10000 万人", "请核对单位", "容差 1%");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_in_words() {
        open(Role.STATISTICIAN);
        press("新建规则");
        press("保存");
        ComboBox<?> first = _get(dialog(), ComboBox.class, spec -> spec.withLabel("指标"));
        assertThat(error(first)).contains("没有选指标");
        choose("指标", RESIDENTS);
        press("保存");
        assertThat(error(first)).isEmpty();
        assertThat(error(field("下限"))).contains("没有写界限");
        field("下限").setValue("很多");
        press("保存");
        assertThat(error(field("下限"))).isEqualTo("下限“很多”不是数。请只写数字，如 98.5，小数最多 6 位。");
        field("下限").setValue("9");
        field("上限").setValue("8");
        press("保存");
        assertThat(error(field("上限"))).contains("下限 9 大于上限 8");
        field("上限").setValue("10");
        field("容差（%）").setValue("101");
        press("保存");
        assertThat(error(field("容差（%）"))).contains("0 至 100");
        field("容差（%）").setValue("0");
        select("种类").setValue(Kind.JUMP);
        assertThat(_find(dialog(), TextField.class, spec -> spec.withLabel("上限"))).isEmpty();
        field("最大变动（%）").setValue("0");
        press("保存");
        assertThat(error(field("最大变动（%）"))).contains("大于 0");
        select("种类").setValue(Kind.PAIR);
        choose("填了它", RESIDENTS);
        choose("也要填它", RESIDENTS);
        press("保存");
        ComboBox<?> second = _get(dialog(), ComboBox.class, spec -> spec.withLabel("也要填它"));
        assertThat(error(second)).contains("选了两次");
        select("种类").setValue(Kind.SUM);
        press("保存");
        assertThat(error(_get(dialog(), MultiSelectComboBox.class))).contains("没有选各部分");
    }

    @Test
    void who_comes_second_sees_both_versions_and_chooses() {
        var id = add(atMost("10000"));
        open(Role.STATISTICIAN);
        verb("修改", "常住人口");
        field("上限").setValue("9000");
        change(with(rule(id), Importance.LOW, true));
        press("保存");
        assertThat(words(dialog())).contains("别人改动", "低", "中", "≤ 9000 万人", "≤ 10000 万人");
        press("改用现在存的");
        assertThat(select("重要性").getValue()).isEqualTo(Importance.LOW);
        field("上限").setValue("8000");
        change(with(rule(id), Importance.MEDIUM, true));
        press("保存");
        press("仍存我填的");
        assertThat(_find(RuleDialog.class)).isEmpty();
        assertThat(rule(id).importance()).isEqualTo(Importance.LOW);
        assertThat(((Condition.Range) rule(id).condition()).high()).isEqualByComparingTo("8000");
    }

    @Test
    void a_rule_keeps_the_indicators_that_it_reads_and_that_are_no_longer_in_use() {
        var id = add(Rule.of(new Condition.Pair(RESIDENTS, "EC_TERTIARY_SHARE"), Importance.MEDIUM));
        var before = rule(id).condition();
        turn("EC_TERTIARY_SHARE", false);
        try {
            open(Role.STATISTICIAN);
            verb("修改", "常住人口");
            _get(dialog(), TextArea.class, spec -> spec.withLabel("给填报人的提示")).setValue("两数都要报");
            press("保存");
            assertThat(_find(RuleDialog.class)).isEmpty();
            assertThat(rule(id).instruction()).isEqualTo("两数都要报");
            assertThat(rule(id).condition()).isEqualTo(before);
        } finally {
            turn("EC_TERTIARY_SHARE", true);
        }
    }

    private void turn(String code, boolean used) {
        TestServices.as("zhou", Role.STATISTICIAN, () -> {
            if (used) {
                keeper.restore(code, keeper.one(code).version());
            } else {
                keeper.retire(code, keeper.one(code).version());
            }
            return null;
        });
    }

    @Test
    void a_rule_is_switched_off_and_on_and_found_by_kind_and_number() {
        var id = add(atMost("60"));
        open(Role.STATISTICIAN);
        verb("停用", "常住人口");
        var question = _get(QuestionDialog.class);
        assertThat(words(question)).contains("停用后不再标", "处未说明的问题，停用后不再提示");
        assertThat(rule(id).active()).as("until somebody says yes").isTrue();
        _click(_get(question, Button.class, spec -> spec.withText("停用")));
        assertThat(rule(id).active()).isFalse();
        verb("启用", "常住人口");
        assertThat(rule(id).active()).isTrue();
        verb("修改", "常住人口");
        dialog().close();
        change(with(rule(id), Importance.LOW, true));
        verb("停用", "常住人口");
        _click(_get(_get(QuestionDialog.class), Button.class, spec -> spec.withText("停用")));
        assertThat(words(_get(WarnBox.class))).contains("别人改动");
        visit(Routes.rule(id));
        assertThat(_get(NativeTable.class).getBody().getRowCount()).isEqualTo(1);
        visit(Routes.RULES + "?kind=PAIR&indicator=" + RESIDENTS);
        assertThat(words(_get(RulesView.class))).contains("没有符合条件的规则");
        Select<Optional<Kind>> kind = _get(_get(RulesView.class), Select.class);
        kind.setValue(Optional.of(Kind.RANGE));
        assertThat(words(_get(NativeTable.class))).contains("常住人口");
    }

    @Test
    void an_important_rule_is_switched_off_by_an_approver_who_says_why_and_by_nobody_else() {
        var id = add(with(atMost("10000"), Importance.HIGH, true));
        open(Role.STATISTICIAN);
        assertThat(words(_get(NativeTable.class))).contains("停用要经审核人");
        _assertNone(Button.class, spec -> spec.withText("停用"));
        verb("修改", "常住人口");
        select("重要性").setValue(Importance.LOW);
        press("保存");
        assertThat(error(select("重要性"))).contains("停用、降级或放宽要经审核人");
        select("重要性").setValue(Importance.HIGH);
        field("容差（%）").setValue("5");
        press("保存");
        assertThat(error(field("容差（%）"))).as("where it was loosened").contains("请保持 0% 以内");
        assertThat(error(select("重要性"))).isEmpty();
        dialog().close();
        open(Role.APPROVER);
        _assertNone(Button.class, spec -> spec.withText("修改"));
        verb("停用", "常住人口");
        var asked = _get(ReasonDialog.class);
        assertThat(words(asked)).contains("停用后不再拦", "现在没有未说明的问题");
        var off = _get(asked, Button.class, spec -> spec.withText("停用"));
        _click(off);
        var reason = _get(asked, TextArea.class);
        assertThat(reason.getErrorMessage()).contains("请写明为何停用");
        reason.setValue("口径已改，界限待定");
        _click(off);
        assertThat(rule(id).active()).isFalse();
        _assertNone(Button.class, spec -> spec.withText("启用"));
        visit(Routes.AUDIT);
        assertThat(words()).contains("原：启用 · 范围 " + RESIDENTS + " · ≤ 10000 · 全部地区 · 重要性 高",
                "新：停用 · 范围", "(口径已改，界限待定)").doesNotContain("Rule[");
    }

    @Test
    void a_statistician_proposes_to_switch_an_important_rule_off_and_an_approver_agrees() {
        var id = add(with(atMost("10000"), Importance.HIGH, true));
        open(Role.STATISTICIAN);
        verb("提请停用", "常住人口");
        var asked = _get(ReasonDialog.class);
        var ask = _get(asked, Button.class, spec -> spec.withText("提请停用"));
        _click(ask);
        assertThat(_get(asked, TextArea.class).getErrorMessage()).contains("没有写理由");
        _get(asked, TextArea.class).setValue("界限待定");
        _click(ask);
        assertThat(rule(id).active()).isTrue();
        assertThat(words(_get(NativeTable.class))).contains("提请停用", "理由：界限待定（li）", "到待办看");
        _assertNone(Button.class, spec -> spec.withText("提请停用"));
        visit(Routes.TO_DO);
        assertThat(words()).contains("提请停用或放宽规则，待决定（1）", "范围：常住人口", "界限待定");
        _assertNone(Button.class, spec -> spec.withText("停用"));
        as("zhao", Role.APPROVER);
        _click(_get(Button.class, spec -> spec.withText("停用")));
        var question = _get(QuestionDialog.class);
        assertThat(words(question)).contains("停用的理由：界限待定（li提请）", "停用后不再拦");
        _click(_get(question, Button.class, spec -> spec.withText("停用")));
        assertThat(rule(id).active()).isFalse();
        as("li", Role.STATISTICIAN);
        visit(Routes.NOTICES);
        assertThat(words()).contains("已照提请办", "范围：常住人口", "界限待定");
    }

    private void as(String user, Role role) {
        logIn(user, role.name());
        visit(Routes.RULES);
        visit(Routes.TO_DO);
    }

    @Test
    void a_statistician_proposes_to_loosen_an_important_rule_where_it_is_refused_and_an_approver_declines() {
        var id = add(with(atMost("10000"), Importance.HIGH, true));
        open(Role.STATISTICIAN);
        verb("修改", "常住人口");
        _assertNone(dialog(), TextArea.class, spec -> spec.withLabel("为何要停用或放宽"));
        field("上限").setValue("12000");
        press("保存");
        assertThat(error(select("重要性"))).contains("请在下面写明理由再保存");
        press("保存");
        var why = _get(dialog(), TextArea.class, spec -> spec.withLabel("为何要停用或放宽"));
        assertThat(error(why)).contains("没有写理由");
        why.setValue("人口将并入新区");
        press("保存");
        assertThat(_find(RuleDialog.class)).isEmpty();
        assertThat(words(_get(NativeTable.class))).contains("≤ 10000 万人", "提请放宽", "界限：≤ 10000 万人 → ≤ 12000 万人",
                "理由：人口将并入新区（li）");
        as("zhao", Role.APPROVER);
        assertThat(words()).contains("界限：≤ 10000 万人 → ≤ 12000 万人");
        _click(_get(Button.class, spec -> spec.withText("不放宽")));
        var declined = _get(ReasonDialog.class);
        _get(declined, TextArea.class).setValue("并入后再改");
        _click(_get(declined, Button.class, spec -> spec.withText("不放宽")));
        assertThat(rule(id).condition()).isEqualTo(atMost("10000").condition());
        as("li", Role.STATISTICIAN);
        visit(Routes.NOTICES);
        assertThat(words()).contains("未同意", "并入后再改");
    }

    @Test
    void a_statistician_of_one_region_keeps_only_its_rules() {
        add(atMost("60"));
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN,
                new Scope(Set.of("310105"), Set.of()))));
        visit(Routes.RULES + "?indicator=" + RESIDENTS);
        _assertNone(Button.class, spec -> spec.withText("停用"));
        press("新建规则");
        assertThat(select("适用地区").getValue().toString()).contains("310105");
        choose("指标", RESIDENTS);
        field("上限").setValue("10000");
        press("保存");
        assertThat(_find(Button.class, spec -> spec.withText("停用"))).hasSize(1);
    }
}
