package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;

/** All indicators by theme, with a search by name and code. */
@Route(Routes.INDICATORS)
@Menu(title = "menu.indicators", icon = "INDICATORS", order = 2)
@PermitAll
class IndicatorsView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final IndicatorService indicators;
    private final PageHeader header = new PageHeader(getTranslation("dashboard.indicators"));
    private final TextField search = new TextField();
    private final Div list = new Div();
    private PageState state = PageState.DEFAULT;

    IndicatorsView(IndicatorService indicators) {
        this.indicators = indicators;
        addClassNames("yj-page", "yj-indicators-page");
        search.setPlaceholder(getTranslation("dashboard.indicators.search"));
        search.setAriaLabel(getTranslation("dashboard.indicators.search"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill());
        list.addClassName("yj-indicator-list");
        add(search, list);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dashboard.indicators");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = PageState.read(event.getLocation().getQueryParameters()).state();
        fill();
    }

    private void fill() {
        list.removeAll();
        var catalogue = indicators.catalogue();
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = catalogue.indicators().stream().filter(i -> matches(i, words)).toList();
        if (found.isEmpty()) {
            list.add(new EmptyPage(getTranslation("dashboard.indicators.none", search.getValue())));
        }
        catalogue.themes().forEach(theme -> {
            var of = found.stream().filter(i -> i.theme().equals(theme.code())).toList();
            if (!of.isEmpty()) {
                list.add(section(theme.name(getLocale()), of));
            }
        });
    }

    private static boolean matches(Indicator indicator, String words) {
        return words.isEmpty() || indicator.nameZh().toLowerCase(Locale.ROOT).contains(words)
                || indicator.nameEn().toLowerCase(Locale.ROOT).contains(words)
                || indicator.code().toLowerCase(Locale.ROOT).contains(words);
    }

    private Component section(String theme, List<Indicator> indicators) {
        var items = new UnorderedList();
        indicators.forEach(i -> {
            var code = new Span(i.code() + " · " + FigureWriter.unit(i.unit(), getLocale()));
            code.addClassName("yj-caption");
            if (i.isDraft()) {
                code.add(" · " + getTranslation("dashboard.indicators.draft"));
            }
            items.add(new ListItem(new Anchor(Routes.indicator(i.code(), state), i.name(getLocale())), code));
        });
        var section = new Section(new H2(theme), items);
        section.addClassName("yj-panel");
        return section;
    }
}
