package org.youju.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import java.util.Arrays;

/** The product's signs, drawn on 16 × 16 with strokes in the colour of the text. Each stands beside a word. */
public enum Glyph {

    DASHBOARD("<rect x='2' y='2.2' width='5.4' height='6.4' rx='.8'/>"
            + "<rect x='2' y='11' width='5.4' height='3' rx='.8'/>"
            + "<rect x='9.8' y='2.2' width='4.2' height='3' rx='.8'/>"
            + "<rect x='9.8' y='7.6' width='4.2' height='6.4' rx='.8'/>"),
    INDICATORS("<path d='M2 2v11.5h12M4.5 10.5l3-3.5 2.5 1.8L13.5 4'/>"),
    COMPARE("<path d='M5 2v12M11 2v12M2.5 5.5h5M8.5 10.5h5'/>"),
    REPLIES("<path d='M4 1.8h5.5L13 5.2v9H4zM9.2 1.8v3.6H13M6 8h5M6 10.8h5'/>"),
    COMMITMENTS("<rect x='2.2' y='2' width='11.6' height='12' rx='1'/>"
            + "<path d='M4.4 6l1 1 1.6-2M9 6h2.8M4.4 10.6l1 1 1.6-2M9 10.6h2.8'/>"),
    PROPOSALS("<path d='M2.2 2.8h11.6v8H8.2L5 13.8v-3H2.2zM5 5.6h6M5 8h4'/>"),
    ENTRY("<rect x='2' y='2' width='12' height='12' rx='.8'/><path d='M2 6h12M2 10h12M6 2v12M10 2v12'/>"),
    REVIEW("<path d='M8 1.6l5.4 2v4c0 3.4-2.2 5.6-5.4 6.8-3.2-1.2-5.4-3.4-5.4-6.8v-4zM5.6 7.8l1.8 1.8 3.2-3.4'/>"),
    RULES("<path d='M2 4.4h5M2 8h5M2 11.6h5M9.4 4l1.4 1.4L13.6 2.6M9.6 9.8l4 4M13.6 9.8l-4 4'/>"),
    CATALOGUE("<path d='M3 2h8.6a1.4 1.4 0 0 1 1.4 1.4V14H4.4A1.4 1.4 0 0 1 3 12.6zM3 12.4a1.4 1.4 0 0 1 1.4-1.4H13"
            + "M5.6 4.8h4.8M5.6 7.4h3'/>"),
    CLOCK("<circle cx='8' cy='8' r='6'/><path d='M8 4.4V8l2.4 1.6'/>"),
    BELL("<path d='M3 11.6h10c-1-1-1.4-2-1.4-4.4A3.6 3.6 0 0 0 8 3.4a3.6 3.6 0 0 0-3.6 3.8c0 2.4-.4 3.4-1.4 4.4z"
            + "M8 1.8v1.6M6.6 13.8h2.8'/>"),
    PERSON("<circle cx='8' cy='5' r='3'/><path d='M2.4 14c.4-3 2.6-4.6 5.6-4.6s5.2 1.6 5.6 4.6'/>"),
    ACCOUNTS("<circle cx='6' cy='5.4' r='2.6'/><path d='M1.4 13.6c.3-2.7 2-4.2 4.6-4.2s4.3 1.5 4.6 4.2"
            + "M10.4 3a2.6 2.6 0 0 1 0 4.8M12 9.8c1.5.6 2.4 1.9 2.6 3.8'/>"),
    AUDIT("<path d='M3 1.8h7.4L13 4.4v9.8H3zM5.4 6h5.2M5.4 8.6h5.2M5.4 11.2h3'/>"),
    PLACE("<path d='M8 14.4c3-3.4 4.6-5.8 4.6-8a4.6 4.6 0 0 0-9.2 0c0 2.2 1.6 4.6 4.6 8z'/>"
            + "<circle cx='8' cy='6.4' r='1.7'/>"),
    DOWN("<path d='M4.4 6.4L8 10l3.6-3.6'/>"),
    EXPORT("<path d='M8 2v7.6M5 6.8L8 9.8l3-3M2.6 13.6h10.8'/>"),
    SEARCH("<circle cx='7' cy='7' r='4.6'/><path d='M10.4 10.4l3.4 3.4'/>"),
    COPY("<rect x='5.4' y='5.4' width='8' height='8' rx='1'/><path d='M3.6 10.6H2.6v-8h8v1'/>"),
    CLOSE("<path d='M4 4l8 8M12 4l-8 8'/>"),

    /** 已兑现. */
    MET("<circle class='yj-solid' cx='8' cy='8' r='6.4'/><path class='yj-cut' d='M5 8.2l2.2 2.2L11 6.2'/>"),
    /** 总量兑现. */
    MET_IN_TOTAL("<circle cx='8' cy='8' r='6.2'/><path class='yj-solid' d='M8 1.8a6.2 6.2 0 0 0 0 12.4z'/>"),
    /** 达进度. */
    ON_PACE("<circle cx='8' cy='8' r='6.2'/><path class='yj-solid' d='M8 8V1.8A6.2 6.2 0 0 1 14.2 8z'/>"),
    /** 欠进度, 需关注. */
    BEHIND("<path class='yj-solid' d='M8 2.2l6.4 11.4H1.6z'/><path class='yj-cut' d='M8 6.4v3.2M8 11.8v.1'/>"),
    /** 未兑现, 读取失败. */
    NOT_MET("<rect class='yj-solid' x='3' y='3' width='10' height='10' rx='.6'/>"),
    /** 无法证明, 期间未写明. */
    NOT_PROVABLE("<path d='M8 1.6L14.4 8 8 14.4 1.6 8zM6.6 6.6C6.6 5 9.4 5 9.4 6.6 9.4 7.6 8 7.6 8 8.8M8 10.8v.1'/>"),
    /** 无数据. */
    NO_DATA("<circle cx='8' cy='8' r='6.2' stroke-linecap='butt' stroke-dasharray='2.4 1.7'/>"),
    /** 已驳回. */
    REJECTED("<circle cx='8' cy='8' r='6.2'/><path d='M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'/>"),
    INFORMATION("<circle cx='8' cy='8' r='6.2'/><path d='M8 7.4v3.8M8 4.8v.1'/>");

    private final String drawing;

    Glyph(String drawing) {
        this.drawing = drawing;
    }

    /** A new element that draws this sign; hidden from screen readers, which read the word beside it. */
    public Component icon() {
        var svg = new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' stroke-linecap='round' "
                + "focusable='false'>" + drawing + "</svg>");
        svg.addClassName("yj-icon");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }

    /** The sign that a menu entry names; one that names none gets the dashboard's. */
    static Glyph named(String name) {
        return Arrays.stream(values()).filter(glyph -> glyph.name().equals(name)).findFirst().orElse(DASHBOARD);
    }
}
