package org.youju.dashboard.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.RegionSelect;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.dashboard.Board;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.workflow.release.Releases;

/** The dashboard of a region: a summary in words, a card for each headline, charts across years, and what needs attention. */
@Route(Routes.DASHBOARD)
@Menu(title = "menu.dashboard", icon = "DASHBOARD", order = 1)
@PermitAll
class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final Boards boards;
    private final IndicatorService indicators;
    private final Releases releases;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("dashboard.title"));

    DashboardView(Boards boards, IndicatorService indicators, Releases releases, Access access) {
        this.boards = boards;
        this.indicators = indicators;
        this.releases = releases;
        this.access = access;
        addClassName("yj-page");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dashboard.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var reading = PageState.read(event.getLocation().getQueryParameters());
        removeAll();
        header.reset();
        reading.notices().forEach(notice -> add(new Notice(getTranslation(notice.key(), notice.value()))));
        if (indicators.catalogue().regions().isEmpty()) {
            var empty = new EmptyPage(getTranslation("dashboard.empty.product"));
            if (access.may(Permission.EDIT_DRAFTS)) {
                empty.add(new Anchor(Routes.CATALOGUE, getTranslation("dashboard.empty.catalogue")), new Text(" "),
                        new Anchor(Routes.NEW_REPLY, getTranslation("dashboard.empty.take-in")));
            }
            add(empty);
            return;
        }
        var opened = boards.of(event.getUI(), reading.state());
        var board = opened.context().board();
        controls(reading.state().withRegion(board.region().code()), board, opened.context().catalogue());
        if (board.sections().isEmpty()) {
            add(new EmptyPage(getTranslation("dashboard.empty.region", board.region().name(getLocale()))));
            return;
        }
        if (!board.years().contains(board.year())) {
            add(new Notice(getTranslation("dashboard.notice.year", Integer.toString(board.year()))));
        }
        add(opened.body());
    }

    private void controls(PageState state, Board board, Catalogue catalogue) {
        header.note(getTranslation("dashboard.note"));
        var years = new TreeSet<>(board.years());
        years.addAll(board.implied());
        years.add(board.year());
        header.controls(
                new RegionSelect<>(board.region(), catalogue.regions(), this::name,
                        region -> go(new PageState(Optional.of(region.code()), OptionalInt.empty(),
                                state.asOf(), state.recorded()))),
                SegmentedBar.years(getTranslation("base.year"), board.year(), List.copyOf(years))
                        .onChoice(year -> go(state.withYear(year))),
                new AsOfPicker(state.asOf(), moments(board), day -> go(state.withoutRecorded().withAsOf(day)))
                        .records(state.recorded(), ReleaseMoments.of(releases),
                                at -> go(state.withAsOf(Optional.empty()).withRecorded(at))));
    }

    private String name(Region region) {
        return region.name(getLocale());
    }

    /** The days on which replies with figures of this region were issued. */
    private List<AsOfPicker.Moment> moments(Board board) {
        return board.moments().stream()
                .map(m -> new AsOfPicker.Moment(m.day(), getTranslation("dashboard.moment", m.label())))
                .toList();
    }

    private void go(PageState state) {
        Routes.open(Routes.dashboard(state));
    }
}
