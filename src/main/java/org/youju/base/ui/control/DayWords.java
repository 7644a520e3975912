package org.youju.base.ui.control;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What every calendar says, in the language of the page; days are written 2024-04-25 and weeks begin on Monday. */
public final class DayWords {

    private DayWords() {
    }

    /** Gives a picker the words of its language. */
    public static void give(DatePicker picker) {
        picker.setI18n(of(picker.getLocale(), picker::getTranslation));
    }

    /** The words of a language. */
    private static DatePickerI18n of(Locale locale, Function<String, String> say) {
        return new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1)
                .setMonthNames(months(TextStyle.FULL_STANDALONE, locale))
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days("zh".equals(locale.getLanguage()) ? TextStyle.NARROW_STANDALONE
                        : TextStyle.SHORT_STANDALONE, locale))
                .setToday(say.apply("base.as-of.today")).setCancel(say.apply("base.cancel"))
                .setBadInputErrorMessage(say.apply("base.day.wrong"));
    }

    private static List<String> months(TextStyle style, Locale locale) {
        return Arrays.stream(Month.values()).map(month -> month.getDisplayName(style, locale)).toList();
    }

    /** From Sunday on. */
    private static List<String> days(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values()).map(day -> day.minus(1).getDisplayName(style, locale)).toList();
    }
}
