package org.youju.dashboard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.youju.SampleUiTest;
import org.youju.base.ui.Routes;
import org.youju.security.Role;

class IndicatorsViewTest extends SampleUiTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_sees_all_indicators(Role role) {
        logIn("somebody", role.name());
        visit(Routes.INDICATORS);
        _assertOne(IndicatorsView.class);
        assertThat(_find(_get(IndicatorsView.class), Anchor.class)).hasSize(162);
    }

    @Test
    void a_word_of_the_name_or_code_narrows_the_list() {
        logIn("leader", Role.Names.VIEWER);
        visit(Routes.INDICATORS);
        _get(TextField.class).setValue("de_tax");
        assertThat(_find(_get(IndicatorsView.class), Anchor.class)).extracting(Anchor::getText)
                .contains("数字经济综合税收").doesNotContain("一般公共预算收入");
        _get(TextField.class).setValue("没有这样的指标");
        assertThat(words()).contains("没有名称或编码含“没有这样的指标”的指标");
    }
}
