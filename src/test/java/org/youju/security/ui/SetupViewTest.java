package org.youju.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.youju.UiTest;
import org.youju.security.account.FirstSetUp;

@ExtendWith(OutputCaptureExtension.class)
@AutoConfigureMockMvc
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:setup;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class SetupViewTest extends UiTest {

    @Autowired
    private FirstSetUp setUp;

    @Autowired
    private MockMvc mvc;

    /** As a browser opens an address. */
    private static void open(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
    }

    private static String text() {
        return UI.getCurrent().getChildren()
                .map(component -> component.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_first_administrator_is_made_once_with_the_token_from_the_log(CapturedOutput log) throws Exception {
        mvc.perform(get("/indicators").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/setup"));
        setUp.afterSingletonsInstantiated();
        setUp.print();
        var printed = Pattern.compile("one-time token: ([A-Za-z0-9_-]{43})").matcher(log.getAll());
        var token = "";
        while (printed.find()) {
            token = printed.group(1);
        }
        assertThat(token).isNotEmpty();

        open("setup");
        assertThat(_find(NativeButton.class)).extracting(NativeButton::getText).containsExactly("中文", "English");
        var secrets = _find(PasswordField.class);
        var names = _find(TextField.class);
        secrets.get(0).setValue("a guess");
        names.get(0).setValue("system-loader");
        names.get(1).setValue("陈静");
        secrets.get(1).setValue("four calm herons");
        secrets.get(2).setValue("four calm herons");
        _click(_get(Button.class));
        assertThat(secrets.get(0).getErrorMessage()).contains("令牌不对");

        secrets.get(0).setValue(token);
        _click(_get(Button.class));
        assertThat(names.get(0).getErrorMessage()).contains("系统留用");

        names.get(0).setValue("chen");
        _click(_get(Button.class));
        assertThat(text()).contains("管理员已设好，请登录");
        assertThat(setUp.open()).isFalse();

        open("setup");
        assertThat(text()).contains("没有这一页");
        mvc.perform(get("/indicators").accept(MediaType.TEXT_HTML)).andExpect(result ->
                assertThat(result.getResponse().getHeader("Location")).endsWith("/login"));
    }
}
