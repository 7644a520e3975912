package org.youju.entry.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.entry.ObservationForms;
import org.youju.indicator.IndicatorService;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Role;

/** The form of one observation, of any period and with its source; only for those who keep figures. */
@Route(Routes.OBSERVATION)
@RolesAllowed(Role.Names.STATISTICIAN)
class ObservationView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final ObservationForms forms;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("entry.form.title"));

    ObservationView(ObservationForms forms, IndicatorService indicators, ReplyService replies, Access access) {
        this.forms = forms;
        this.indicators = indicators;
        this.replies = replies;
        this.access = access;
        addClassNames("yj-page", "yj-obs-page");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("entry.form.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = FormState.read(event.getLocation().getQueryParameters());
        removeAll();
        header.reset().note(getTranslation("entry.form.note"));
        var back = asked.back().orElse(Routes.ENTRY);
        header.crumb(getTranslation("entry.form.back." + back.split("[/?]", 2)[0]), back);
        var scope = access.current().scope();
        var regions = indicators.catalogue().regions().stream()
                .filter(region -> scope.regions().isEmpty() || scope.regions().contains(region.code())).toList();
        if (regions.isEmpty() || indicators.catalogue().indicators().isEmpty()) {
            var none = new Div(new Span(getTranslation("entry.none")));
            none.addClassNames("yj-panel", "yj-empty");
            add(none);
            return;
        }
        add(new ObservationForm(forms, indicators, replies, regions, asked));
    }
}
