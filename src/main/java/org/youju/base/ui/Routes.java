package org.youju.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses of the pages, relative to the product's root, no slash before them; views link by these alone. */
public final class Routes {

    public static final String DASHBOARD = "";
    public static final String INDICATORS = "indicators";
    public static final String COMPARE = "compare";
    public static final String COMMITMENTS = "commitments";
    public static final String REPLIES = "replies";
    public static final String NEW_REPLY = REPLIES + "/new";
    public static final String ORPHANS = REPLIES + "/orphans";
    public static final String DOUBTFUL = REPLIES + "/doubtful";
    public static final String BRIEF = REPLIES + "/brief";
    public static final String PROPOSALS = "proposals";
    public static final String ENTRY = "entry";
    public static final String OBSERVATION = ENTRY + "/observation";
    public static final String RULES = "rules";
    public static final String CATALOGUE = "catalogue";
    public static final String LOGIN = "login";
    public static final String ACCOUNTS = "accounts";
    public static final String TO_DO = "todo";
    public static final String AUDIT = "audit";
    public static final String EVENTS = "events";
    public static final String CELL = "cell";
    public static final String CHASES = "chases";
    public static final String RELEASES = "releases";
    public static final String NOTICES = "notices";
    public static final String SETUP = "setup";
    public static final String PASSWORD = "password";

    /** What follows a reply's address where its figures are reviewed. */
    public static final String REVIEW = "review";

    /** Query parameters of a cell: the codes of its indicator, region and period. */
    public static final String INDICATOR = "indicator";
    public static final String REGION = "region";
    public static final String PERIOD = "period";

    /** Query parameter of a form: the address that it goes back to. */
    public static final String BACK = "back";

    /** Query parameter of the ledger: the code of the promise that is chosen. */
    public static final String CHOSEN = "c";

    /** Query parameter of a reply: the citation to scroll to and mark. */
    public static final String CITE = "cite";

    private static final int YEARS_BESIDE = 3;

    private Routes() {
    }

    /** The dashboard as {@code state} asks for it. */
    public static String dashboard(PageState state) {
        return with(DASHBOARD, state.toQuery());
    }

    /** One of the pages that {@link PageState} belongs to, by its route, as {@code state} asks for it. */
    static String page(String route, PageState state) {
        return with(route, state.toQuery());
    }

    /** The list of indicators as {@code state} asks for it. */
    public static String indicators(PageState state) {
        return with(INDICATORS, state.toQuery());
    }

    /** The comparison that a query asks for, by its parameters, in their order. */
    public static String compare(Map<String, String> query) {
        return query.isEmpty() ? COMPARE : COMPARE + "?" + query.entrySet().stream()
                .map(it -> it.getKey() + "=" + segment(it.getValue()).replace("%2C", ","))
                .collect(Collectors.joining("&"));
    }

    /** The comparison of one indicator of a region, to begin with. */
    public static String compare(String indicator, String region) {
        return COMPARE + "?i=" + segment(indicator) + "&r=" + segment(region);
    }

    /** One indicator, by its code. */
    public static String indicator(String code) {
        return INDICATORS + "/" + segment(code);
    }

    /** One indicator, by its code, as {@code state} asks for it. */
    public static String indicator(String code, PageState state) {
        return with(indicator(code), state.toQuery());
    }

    /** One cell: the codes of its indicator, region and period. */
    public static String cell(String indicator, String region, String period) {
        return CELL + "?" + INDICATOR + "=" + segment(indicator) + "&" + REGION + "=" + segment(region) + "&" + PERIOD
                + "=" + segment(period);
    }

    /**
     * The form of one observation.
     *
     * @param period code of its period, empty where a person is to name it
     * @param back   one of these addresses, to which it goes back
     */
    public static String observation(String indicator, String region, String period, String back) {
        return OBSERVATION + "?" + INDICATOR + "=" + segment(indicator) + "&" + REGION + "=" + segment(region)
                + (period.isEmpty() ? "" : "&" + PERIOD + "=" + segment(period)) + "&" + BACK + "=" + segment(back);
    }

    /** The ledger of promises as a query asks for it, by its parameters, in their order. */
    public static String commitments(Map<String, String> query) {
        return with(COMMITMENTS, QueryParameters.simple(query));
    }

    /** One promise in the ledger, by its region and code. */
    public static String commitment(String region, String code) {
        return COMMITMENTS + "?" + REGION + "=" + segment(region) + "&" + CHOSEN + "=" + segment(code);
    }

    /** One reply, from its beginning. */
    public static String reply(long id) {
        return REPLIES + "/" + id;
    }

    /** One reply, at the sentence that the citation marks. */
    public static String reply(long id, long citation) {
        return reply(id) + "?" + CITE + "=" + citation;
    }

    /** One of these addresses as of a day; of the latest where none is given. */
    public static String asOf(String address, Optional<LocalDate> day) {
        return day.map(it -> address + (address.contains("?") ? "&" : "?") + "asOf=" + it).orElse(address);
    }

    /** What is new of the figures that some documents state, at least one, for whoever answers the next proposal. */
    public static String briefOf(List<Long> replies, PageState state) {
        var query = state.toQuery().getQueryString();
        return BRIEF + replies.stream().map(id -> "of=" + id).collect(Collectors.joining("&", "?", ""))
                + (query.isEmpty() ? "" : "&" + query);
    }

    /** One proposal, by its number. */
    public static String proposal(long id) {
        return PROPOSALS + "/" + id;
    }

    /** The citations to place again, at one of them. */
    public static String orphan(long citation) {
        return ORPHANS + "?" + CITE + "=" + citation;
    }

    /** One rule among all, by its number. */
    public static String rule(long id) {
        return RULES + "?rule=" + id;
    }

    /** The sheet of a region at the cell of an indicator and a year. */
    public static String cell(String region, String indicator, int year) {
        return ENTRY + "?region=" + segment(region) + "&from=" + (year - YEARS_BESIDE) + "&to=" + (year + YEARS_BESIDE)
                + "&cell=" + segment(indicator) + "." + year;
    }

    /** The desk at which the figures of one reply are reviewed. */
    public static String review(long id) {
        return reply(id) + "/" + REVIEW;
    }

    /** Shows one of these addresses in the present tab, as a press on a link to it would. */
    public static void open(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
    }

    /** What the page in the present tab is asked to show; nothing where there is none. */
    public static PageState shown() {
        var ui = UI.getCurrent();
        return ui == null ? PageState.DEFAULT
                : PageState.read(ui.getActiveViewLocation().getQueryParameters()).state();
    }

    private static String with(String path, QueryParameters query) {
        var text = query.getQueryString();
        return text.isEmpty() ? path : path + "?" + text;
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
