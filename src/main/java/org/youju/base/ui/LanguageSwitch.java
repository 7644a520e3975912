package org.youju.base.ui;

import com.vaadin.flow.component.Composite;
import java.util.List;
import java.util.Locale;
import org.youju.base.ui.control.SegmentedBar;

/** The languages side by side; a press shows the page anew in the other, and the browser remembers it. */
public final class LanguageSwitch extends Composite<SegmentedBar<Locale>> {

    @Override
    protected SegmentedBar<Locale> initContent() {
        return new SegmentedBar<>(getTranslation("base.language"), Translations.CHINESE.equals(getLocale())
                ? Translations.CHINESE : Translations.ENGLISH, List.of(Translations.CHINESE, Translations.ENGLISH),
                locale -> getTranslation("base.language." + locale.getLanguage()))
                .onChoice(locale -> getUI().ifPresent(ui -> Preferences.speak(ui, locale)));
    }
}
