package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.youju.base.NotFoundException;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.figure.Period;
import org.youju.figure.PeriodFormatException;
import org.youju.observation.CellKey;
import org.youju.security.Permission;

/**
 * One cell: what its sources state and which of them represents it, how it came to be so, what people say about it and
 * what is asked for it. Who may not see drafts sees what was approved.
 */
@Route(Routes.CELL)
@PermitAll
class CellView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final CellDesk desk;
    private final PageHeader header = new PageHeader("");

    CellView(CellDesk desk) {
        this.desk = desk;
        addClassNames("yj-page", "yj-dossier");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return header.title();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(cell(event.getLocation().getQueryParameters()));
    }

    /** @throws NotFoundException if the address names no cell that there can be */
    private CellKey cell(QueryParameters query) {
        var catalogue = desk.indicators().catalogue();
        var code = query.getSingleParameter(Routes.PERIOD).orElse("");
        try {
            return new CellKey(catalogue.indicator(query.getSingleParameter(Routes.INDICATOR).orElse("")).code(),
                    catalogue.region(query.getSingleParameter(Routes.REGION).orElse("")).code(), Period.parse(code));
        } catch (PeriodFormatException e) {
            throw new NotFoundException("cell.period", code);
        }
    }

    private void show(CellKey cell) {
        var catalogue = desk.indicators().catalogue();
        var region = catalogue.region(cell.region());
        var where = region.name(getLocale()) + " · " + cell.period().label(getLocale());
        header.reset().title(catalogue.name(cell.indicator(), getLocale()))
                .crumb(getTranslation("cell.series"),
                        Routes.indicator(cell.indicator(), PageState.DEFAULT.withRegion(cell.region())))
                .note(where);
        if (desk.access().may(Permission.EDIT_DRAFTS) && desk.history().seesDrafts(cell)) {
            header.controls(new Anchor(Routes.observation(cell.indicator(), cell.region(), cell.period().code(),
                    Routes.cell(cell.indicator(), cell.region(), cell.period().code())), getTranslation("cell.enter")));
        }
        fill(cell, where);
    }

    /** Everything anew: what is done in one part shows in the others. */
    private void fill(CellKey cell, String where) {
        removeAll();
        var narrow = new Div(where);
        narrow.addClassName("yj-dossier-where");
        add(narrow);
        var main = new Div(new SourcesPanel(desk, cell, () -> fill(cell, where)), new HistoryPanel(desk, cell, () -> fill(cell, where)));
        main.addClassName("yj-dossier-main");
        add(main);
        if (desk.history().seesDrafts(cell)) {
            var side = new Div(new ChasePanel(desk, cell, () -> fill(cell, where)), new CommentPanel(desk, cell));
            side.addClassName("yj-dossier-side");
            add(side);
        }
    }
}
