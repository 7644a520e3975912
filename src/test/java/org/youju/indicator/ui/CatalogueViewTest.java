package org.youju.indicator.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.figure.Unit;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.indicator.keep.IndicatorEntry;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.indicator.keep.Kept;
import org.youju.security.Role;

/** The page of the catalogue for each role; what a test adds has a code of its own. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:entry-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class CatalogueViewTest extends UiTest {

    private static int codes;

    @Autowired
    private IndicatorService indicators;
    @Autowired
    private IndicatorKeeper keeper;

    private void open(Role role, String query) {
        logIn("li", role.name());
        visit(Routes.CATALOGUE + query);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void verb(String text, String of) {
        _click(_get(NativeButton.class, spec -> spec.withPredicate(it ->
                (text + "：" + of).equals(it.getElement().getAttribute("aria-label")))));
    }

    private static <D extends Component> TextField field(Class<D> dialog, String label) {
        return _get(_get(dialog), TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> select(Class<? extends Component> dialog, String label) {
        return _get(_get(dialog), Select.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> combo(Class<? extends Component> dialog, String label) {
        return _get(_get(dialog), ComboBox.class, spec -> spec.withLabel(label));
    }

    private static String error(HasValidation field) {
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    private static String table() {
        return words(_get(NativeTable.class));
    }

    /** Writes a new indicator down and returns its code. */
    private String add(String name) {
        var code = "CAT_" + ++codes;
        press("新建指标");
        field(IndicatorDialog.class, "代码").setValue(code);
        field(IndicatorDialog.class, "中文名称").setValue(name);
        field(IndicatorDialog.class, "英文名称").setValue("Name " + code);
        select(IndicatorDialog.class, "主题").setValue(theme());
        ComboBox<Unit> unit = combo(IndicatorDialog.class, "单位");
        unit.setValue(indicators.catalogue().unit("亿元"));
        press("保存");
        return code;
    }

    private Theme theme() {
        return indicators.catalogue().theme("ECONOMY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "ANALYST", "ADMIN"})
    void who_has_nothing_to_do_with_drafts_does_not_reach_the_catalogue(String role) {
        open(Role.valueOf(role), "");
        assertThat(_find(CatalogueView.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?part=headlines", "?part=themes", "?part=units", "?part=departments", "?part=regions"})
    void an_approver_reads_every_part_and_changes_none(String query) {
        open(Role.APPROVER, query);
        assertThat(_find(_get(CatalogueView.class), NativeButton.class, spec -> spec.withClasses("yj-plain-verb")))
                .extracting(NativeButton::getText).allMatch("口径"::equals);
        _assertNone(Button.class, spec -> spec.withPredicate(it -> it.getText().startsWith("新建")));
    }

    @Test
    void an_indicator_is_added_found_changed_and_retired() {
        open(Role.STATISTICIAN, "?q=CAT_");
        var code = add("测试道路里程");
        _get(TextField.class, spec -> spec.withLabel("查找指标")).setValue("csdl");
        assertThat(table()).contains("测试道路里程", code, "未审定").doesNotContain("数字经济综合税收");
        verb("修改", "测试道路里程");
        assertThat(field(IndicatorDialog.class, "代码").isReadOnly()).isTrue();
        field(IndicatorDialog.class, "别名").setValue("测路，测里程");
        _get(_get(IndicatorDialog.class), TextArea.class).setValue("备注一句");
        press("保存");
        assertThat(table()).contains("测路", "测里程");
        verb("停用", "测试道路里程");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(words(_get(CatalogueView.class))).contains("没有符合的指标");
        _click(_get(NativeButton.class, spec -> spec.withText("含已停用")));
        assertThat(table()).contains("已停用");
        verb("恢复使用", "测试道路里程");
        assertThat(table()).contains("未审定");
        verb("删除", "测试道路里程");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(indicators.catalogue().find(code)).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_at_its_field_in_words() {
        open(Role.STATISTICIAN, "?q=CAT_");
        press("新建指标");
        press("保存");
        assertThat(error(field(IndicatorDialog.class, "代码"))).isNotEmpty();
        assertThat(error(field(IndicatorDialog.class, "中文名称"))).contains("没有写中文名称");
        assertThat(error(field(IndicatorDialog.class, "英文名称"))).contains("英文名称");
        assertThat(error(select(IndicatorDialog.class, "主题"))).contains("没有选主题");
        assertThat(error(combo(IndicatorDialog.class, "单位"))).as("all at once").contains("没有选单位");
        select(IndicatorDialog.class, "主题").setValue(theme());
        ComboBox<Unit> unit = combo(IndicatorDialog.class, "单位");
        unit.setValue(indicators.catalogue().unit("亿元"));
        field(IndicatorDialog.class, "代码").setValue("税收");
        press("保存");
        assertThat(error(field(IndicatorDialog.class, "代码"))).isNotEmpty();
        field(IndicatorDialog.class, "代码").setValue("DE_TAX");
        press("保存");
        assertThat(error(field(IndicatorDialog.class, "中文名称"))).contains("没有写中文名称");
        field(IndicatorDialog.class, "中文名称").setValue("又一个");
        field(IndicatorDialog.class, "英文名称").setValue("Another");
        press("保存");
        assertThat(error(field(IndicatorDialog.class, "代码"))).contains("DE_TAX");
        _get(IndicatorDialog.class).close();
        open(Role.STATISTICIAN, "?q=DE_TAX_GROWTH");
        verb("修改", "数字经济综合税收同比增速");
        ComboBox<Unit> stated = combo(IndicatorDialog.class, "单位");
        stated.setValue(indicators.catalogue().unit("亿元"));
        press("保存");
        assertThat(error(stated)).isEqualTo("已有数字、承诺或核对规则按“%”写，单位不能改。请新建一个指标。");
    }

    @ParameterizedTest
    @CsvSource({"themes, 新建主题", "departments, 新建部门", "regions, 新建地区"})
    void all_that_an_empty_entry_lacks_is_said_at_once(String part, String verb) {
        open(Role.STATISTICIAN, "?part=" + part);
        press(verb);
        press("保存");
        assertThat(List.of("代码", "中文名称", "英文名称")).allSatisfy(label ->
                assertThat(error(_get(_get(Dialog.class), TextField.class, spec -> spec.withLabel(label)))).isNotEmpty());
    }

    @Test
    void who_comes_second_sees_both_versions_and_chooses() {
        open(Role.STATISTICIAN, "?q=CAT_");
        var code = add("测试两人同改");
        open(Role.STATISTICIAN, "?q=" + code);
        verb("修改", "测试两人同改");
        field(IndicatorDialog.class, "中文名称").setValue("我改的名");
        TestServices.as("zhou", Role.STATISTICIAN, () -> {
            var kept = keeper.one(code);
            keeper.change(new Kept<>(new IndicatorEntry(kept.entry().indicator(), List.of("别人的别名"), null),
                    kept.version()));
            return null;
        });
        press("保存");
        assertThat(words(_get(IndicatorDialog.class))).contains("别人刚改过", "别人的别名", "我改的名", "测试两人同改");
        press("仍存我填的");
        assertThat(TestServices.as("zhou", Role.STATISTICIAN, () -> keeper.one(code)).entry().indicator().nameZh())
                .isEqualTo("我改的名");
    }

    @Test
    void a_new_name_and_a_new_order_show_at_once_on_the_dashboard() {
        open(Role.STATISTICIAN, "?part=headlines");
        var first = indicators.catalogue().headlines().getFirst();
        var second = indicators.catalogue().headlines().get(1);
        verb("下移", first.nameZh());
        assertThat(words(_get(HeadlinesPanel.class))).contains("现在第 2 位");
        assertThat(_find(ListItem.class).stream().map(UiTest::words).toList().getFirst()).contains(second.nameZh());
        open(Role.STATISTICIAN, "?q=" + first.code());
        verb("修改", first.nameZh());
        field(IndicatorDialog.class, "中文名称").setValue("改过的名");
        press("保存");
        logIn("wang", Role.Names.VIEWER);
        visit(Routes.DASHBOARD);
        awaitCards();
        var cards = _find(H2.class).stream().map(H2::getText).toList();
        assertThat(cards).contains("改过的名");
        assertThat(cards.indexOf(second.nameZh())).isLessThan(cards.indexOf("改过的名"));
        TestServices.as("zhou", Role.STATISTICIAN, () -> {
            var kept = keeper.one(first.code());
            keeper.change(new Kept<>(new IndicatorEntry(first, kept.entry().aliases(), null), kept.version()));
            var now = keeper.headlines().stream().map(it -> it.code()).toList();
            var back = new ArrayList<>(now);
            back.remove(first.code());
            back.addFirst(first.code());
            keeper.arrange(now, back);
            return null;
        });
    }

    @Test
    void a_version_of_the_definition_breaks_the_series() {
        open(Role.STATISTICIAN, "?q=CAT_");
        var code = add("测试口径");
        open(Role.STATISTICIAN, "?q=" + code);
        verb("口径", "测试口径");
        assertThat(words(_get(DefinitionsDialog.class))).contains("还没有写口径");
        press("新增一版口径");
        field(DefinitionDialog.class, "起始年份").setValue("20223");
        press("保存");
        assertThat(error(field(DefinitionDialog.class, "起始年份"))).contains("2024");
        field(DefinitionDialog.class, "起始年份").setValue("2024");
        select(DefinitionDialog.class, "与上一版").setValue(false);
        press("保存");
        assertThat(error(field(DefinitionDialog.class, "改动原因"))).contains("要写明原因");
        field(DefinitionDialog.class, "改动原因").setValue("统计范围收窄");
        press("保存");
        assertThat(words(_get(DefinitionsDialog.class))).contains("全部地区 第1版，2024年起", "统计范围收窄", "不可比");
        assertThat(TestServices.as("li", Role.STATISTICIAN, () ->
                indicators.catalogue().breakBetween(code, "310105", 2023, 2024))).isTrue();
    }

    @Test
    void short_lists_are_kept_and_what_is_in_use_stays() {
        open(Role.STATISTICIAN, "?part=units");
        press("新建单位");
        field(UnitDialog.class, "代码").setValue("千克");
        field(UnitDialog.class, "英文名称").setValue("kg");
        field(UnitDialog.class, "量纲").setValue("mass");
        field(UnitDialog.class, "基本单位").setValue("千克");
        field(UnitDialog.class, "SDMX 代码").setValue("KG");
        field(UnitDialog.class, "换算").setValue("零");
        press("保存");
        assertThat(error(field(UnitDialog.class, "换算"))).contains("零");
        field(UnitDialog.class, "换算").setValue("1");
        press("保存");
        assertThat(table()).contains("千克", "mass");
        verb("删除", "千克");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(table()).doesNotContain("mass");
        verb("删除", "亿元");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(words(_get(CatalogueView.class))).contains("“亿元”有数字、承诺、规则或其他条目用到，不能删除");

        open(Role.STATISTICIAN, "?part=departments");
        press("新建部门");
        field(DepartmentDialog.class, "代码").setValue("CAT_D");
        field(DepartmentDialog.class, "中文名称").setValue("测试部门");
        field(DepartmentDialog.class, "英文名称").setValue("Test department");
        press("保存");
        verb("修改", "测试部门");
        field(DepartmentDialog.class, "中文名称").setValue("改名部门");
        press("保存");
        assertThat(table()).contains("改名部门");

        open(Role.STATISTICIAN, "?part=regions");
        verb("修改", "上海市");
        Select<Optional<Region>> parent = select(RegionDialog.class, "上级");
        parent.setValue(Optional.of(indicators.catalogue().region("310105")));
        press("保存");
        assertThat(error(parent)).contains("绕回了");

        _get(RegionDialog.class).close();
        open(Role.STATISTICIAN, "?part=themes");
        verb("修改", "经济总量");
        field(ThemeDialog.class, "序号").setValue("第五");
        press("保存");
        assertThat(error(field(ThemeDialog.class, "序号"))).contains("整数");
    }
}
