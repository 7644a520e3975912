package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartView;
import org.youju.base.chart.Picture;
import org.youju.base.chart.Point;
import org.youju.base.chart.SvgPicture;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Unfolding;
import org.youju.compare.export.CsvFile;
import org.youju.compare.export.ExcelFile;
import org.youju.compare.export.Report;
import org.youju.compare.export.TextFile;
import org.youju.reply.ui.CopyButton;

/** The ways out: a link, a citation, and files of what is public. */
final class ExportMenu extends Composite<Div> {

    private final Report report;
    private final SerializableSupplier<List<ChartSpec>> charts;
    private final List<ChartView> views;

    /**
     * @param charts makes those of what is public, once they are asked for
     * @param views  the charts on the page
     */
    ExportMenu(Report report, SerializableSupplier<List<ChartSpec>> charts, List<ChartView> views) {
        this.report = report;
        this.charts = charts;
        this.views = List.copyOf(views);
        var button = new NativeButton();
        button.add(Glyph.EXPORT.icon(), new Span(getTranslation("compare.export")), Glyph.DOWN.icon());
        button.addClassNames("yj-button", "yj-compare-export");
        button.setId("cmp-export");
        new Unfolding(button, getTranslation("compare.export"), "yj-pop", PopoverPosition.BOTTOM_END, this::menu);
        getContent().add(button);
    }

    private Component menu() {
        var menu = new Div();
        menu.addClassNames("yj-menu", "yj-compare-ways");
        menu.add(new CopyButton(getTranslation("compare.export.link"), report.link()),
                new CopyButton(getTranslation("compare.export.cite"), String.join("\n", report.citations())));
        if (report.withheld() == 0) {
            if (!views.isEmpty()) {
                menu.add(png());
            }
        } else {
            menu.add(new Paragraph(getTranslation("compare.file.withheld", report.withheld())));
        }
        var drawn = charts.get();
        for (int i = 0; i < drawn.size(); i++) {
            var spec = drawn.get(i);
            var name = report.fileName() + (drawn.size() > 1 ? "-" + (i + 1) : "");
            var marks = marks(spec);
            menu.add(file(drawn.size() > 1 ? getTranslation("compare.export.svg.of", i + 1)
                    : getTranslation("compare.export.svg"), name + ".svg", "image/svg+xml",
                    of -> SvgPicture.of(spec, new Picture(name, Stream.concat(marks.stream(), of.footer().stream()).toList()))
                            .getBytes(StandardCharsets.UTF_8)));
        }
        menu.add(file(getTranslation("compare.export.xlsx"), report.fileName() + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExcelFile::write),
                file(getTranslation("compare.export.csv"), report.fileName() + ".csv", "text/csv;charset=utf-8",
                        CsvFile::write),
                file(getTranslation("compare.export.markdown"), report.fileName() + ".md", "text/markdown;charset=utf-8",
                        TextFile::markdown),
                file(getTranslation("compare.export.word"), report.fileName() + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", TextFile::word));
        return menu;
    }

    /** What hollow marks mean, where a chart has some: its picture has no legend of marks. */
    private Optional<String> marks(ChartSpec spec) {
        return spec.series().stream().flatMap(it -> it.points().stream())
                .anyMatch(it -> it != null && it.mark() != Point.Mark.STATED)
                ? Optional.of(getTranslation("compare.file.marks")) : Optional.empty();
    }

    private Component png() {
        var button = new NativeButton(getTranslation("compare.export.png"));
        button.addClassName("yj-menu-item");
        button.addClickListener(click -> {
            for (int i = 0; i < views.size(); i++) {
                views.get(i).download(new Picture(report.fileName() + (views.size() > 1 ? "-" + (i + 1) : ""),
                        report.footer()));
            }
        });
        return button;
    }

    private Component file(String words, String name, String type, Function<Report, byte[]> writer) {
        var link = new Anchor(DownloadHandler.fromInputStream(event -> {
            var bytes = writer.apply(report);
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        }), words);
        link.getElement().setAttribute("download", name);
        link.addClassName("yj-menu-item");
        link.setRouterIgnore(true);
        return link;
    }
}
