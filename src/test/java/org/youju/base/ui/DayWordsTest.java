package org.youju.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.youju.UiTest;
import org.youju.base.ui.control.DayWords;

class DayWordsTest extends UiTest {

    @Test
    void a_calendar_speaks_the_language_of_its_page() {
        var chinese = new DatePicker();
        DayWords.give(chinese);
        assertThat(chinese.getI18n().getMonthNames()).startsWith("一月").endsWith("十二月");
        assertThat(chinese.getI18n().getWeekdays()).startsWith("星期日").hasSize(7);
        assertThat(chinese.getI18n().getWeekdaysShort()).containsExactly("日", "一", "二", "三", "四", "五", "六");
        assertThat(chinese.getI18n().getToday()).isEqualTo("今天");
        assertThat(chinese.getI18n().getCancel()).isEqualTo("取消");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        var english = new DatePicker();
        DayWords.give(english);
        assertThat(english.getI18n().getMonthNames()).startsWith("January");
        assertThat(english.getI18n().getWeekdaysShort()).startsWith("Sun", "Mon");
        assertThat(english.getI18n().getToday()).isEqualTo("Today");
    }
}
