import type { Chart, Plugin } from 'chart.js';
import type { Evidence, EvidenceDataset, EvidencePoint, Place } from './model';
import { hatch, type Palette } from './palette';
import { axisNumber } from './numbers';
import { type Box, Placing } from './placing';

/** What the evidence plugin knows of a chart beside its data. */
export interface State {
  palette: Palette;
  font: string;
  locale: string;
  cutWords: string;
  focus?: Place;
  focusVisible: boolean;
  /** Whether a whisker was too short to be drawn. */
  omitted: boolean;
}

/** A point where it stands on the canvas; a bar's `x`, `y` is the middle of its end. */
export interface Spot extends Place {
  point: EvidencePoint;
  x: number;
  y: number;
  bar?: { left: number; right: number; base: number };
}

export const states = new WeakMap<Chart, State>();

const evidenceOf = (chart: Chart) => (chart.data as unknown as { evidence: Evidence }).evidence;

/** Every point that is drawn, series by series. */
export function spotsOf(chart: Chart): Spot[] {
  return chart.data.datasets.flatMap((dataset, at) =>
    ((dataset as unknown as EvidenceDataset).points ?? []).flatMap((point, index) => {
      const element = chart.getDatasetMeta(at).data[index] as unknown as
        | { x: number; y: number; base?: number; width?: number }
        | undefined;
      if (!point || !element) {
        return [];
      }
      const { x, y, base, width } = element;
      const bar = width === undefined ? undefined : { left: x - width / 2, right: x + width / 2, base: base! };
      return [{ dataset: at, index, point, x, y, bar }];
    }),
  );
}

/** Draws what Chart.js doesn't: bands, rules, whiskers, hollow bars, words on the plot, the break in the axis, the focus. */
export const evidencePlugin: Plugin = {
  id: 'evidence',
  beforeDraw: (chart) => within(chart, (ground) => ground.selected()),
  beforeDatasetsDraw: (chart) =>
    within(chart, (ground) => {
      ground.gapsAndBreaks();
      ground.events();
    }),
  afterDatasetsDraw(chart) {
    within(chart, (ground) => ground.levels());
    new Drawing(chart, states.get(chart)!).draw();
  },
};

/** Draws on the plot and nowhere beside it. */
function within(chart: Chart, draw: (ground: Ground) => void) {
  const { left, top, width, height } = chart.chartArea;
  const pen = chart.ctx;
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  draw(new Ground(chart, states.get(chart)!));
  pen.restore();
}

/** Where a category stands; between two of them for a broken number. */
function across(chart: Chart, category: number) {
  const scale = chart.scales.x;
  const first = scale.getPixelForValue(0);
  const step = chart.data.labels!.length > 1 ? scale.getPixelForValue(1) - first : chart.chartArea.width;
  return first + category * step;
}

/** What lies under and across the plot. */
class Ground {
  private readonly pen: CanvasRenderingContext2D;
  private readonly evidence: Evidence;

  constructor(
    private readonly chart: Chart,
    private readonly state: State,
  ) {
    this.pen = chart.ctx;
    this.evidence = evidenceOf(chart);
  }

  /** The band of the selected category. */
  selected() {
    const { highlighted } = this.evidence;
    if (highlighted !== undefined) {
      this.band(highlighted, highlighted, this.state.palette['accent-tint']);
    }
  }

  /** The hatch of years of which nothing is known, and the rule of a break. */
  gapsAndBreaks() {
    this.evidence.missing
      ?.filter(({ from, to }) => from < to)
      .forEach(({ from, to }) => this.band(from, to, hatch(this.state.palette)));
    const { top, bottom } = this.chart.chartArea;
    this.evidence.breaks?.forEach(({ before }) => {
      const x = across(this.chart, before - 0.5);
      this.rule([x, top], [x, bottom], 1, this.state.palette.ink3, [2, 3]);
    });
  }

  /** The rules of what happened. */
  events() {
    const { top, bottom } = this.chart.chartArea;
    new Set(this.evidence.events?.map((it) => it.at)).forEach((at) => {
      const x = across(this.chart, at);
      this.rule([x, top], [x, bottom], 1, this.state.palette.ink3, [1, 4]);
    });
  }

  /** The lines of targets that are the same in all of their years. */
  levels() {
    this.evidence.targets
      ?.filter((it) => it.level)
      .forEach(({ from, to, value }) => {
        const y = this.chart.scales.y.getPixelForValue(value);
        this.rule([across(this.chart, from), y], [across(this.chart, to), y], 1.4, this.state.palette.ink, [4, 3]);
      });
  }

  private band(from: number, to: number, colour: string | CanvasPattern) {
    const { top, height } = this.chart.chartArea;
    const left = across(this.chart, from - 0.5);
    this.pen.fillStyle = colour;
    this.pen.fillRect(left, top, across(this.chart, to + 0.5) - left, height);
  }

  private rule(from: [number, number], to: [number, number], width: number, colour: string, dash: number[]) {
    const { pen } = this;
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.setLineDash(dash);
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
  }
}

class Drawing {
  private readonly pen: CanvasRenderingContext2D;
  private readonly spots: Spot[];
  private readonly placing: Placing;
  private readonly evidence: Evidence;

  constructor(
    private readonly chart: Chart,
    private readonly state: State,
  ) {
    this.pen = chart.ctx;
    this.spots = spotsOf(chart);
    this.placing = new Placing(chart.width);
    this.evidence = evidenceOf(chart);
  }

  draw() {
    this.pen.save();
    this.spots.forEach((it) => this.hollowBar(it));
    this.state.omitted = false;
    this.spots.forEach((it) => this.whisker(it));
    this.axes();
    this.spots.forEach((it) => this.reserve(it));
    this.rings().forEach(({ x, y }) => this.placing.reserve({ left: x - 9, top: y - 9, right: x + 9, bottom: y + 9 }));
    this.evidence.distances?.forEach((it) => this.distance(it));
    const labelled = this.spots.filter((it) => it.point.label);
    [...labelled.filter((it) => it.point.strong), ...labelled.filter((it) => !it.point.strong)].forEach((it) =>
      this.label(it),
    );
    this.evidence.targets?.forEach((it) => this.target(it));
    this.evidence.breaks?.forEach((it) => this.break(it));
    this.events();
    this.evidence.changes?.forEach((it) => this.change(it));
    this.lineNames();
    this.evidence.missing?.forEach((it) => this.missing(it));
    this.cutAxis();
    this.focus();
    this.pen.restore();
  }

  private get plot() {
    return this.chart.chartArea;
  }

  private x(category: number) {
    return across(this.chart, category);
  }

  private y(value: number) {
    return this.chart.scales.y.getPixelForValue(value);
  }

  private tone(spot: Spot) {
    const dataset = this.chart.data.datasets[spot.dataset] as unknown as EvidenceDataset;
    return spot.point.other ? this.state.palette.context : dataset.tone;
  }

  private hollowBar(spot: Spot) {
    if (!spot.bar || spot.point.mark === 'STATED') {
      return;
    }
    const { pen } = this;
    const { left, right, base } = spot.bar;
    pen.strokeStyle = this.tone(spot);
    if (spot.point.mark === 'COMPUTED') {
      pen.lineWidth = 1.6;
      pen.setLineDash([4, 3]);
      pen.strokeRect(left + 0.8, spot.y + 0.8, right - left - 1.6, base - spot.y - 1.6);
      pen.setLineDash([]);
      return;
    }
    pen.lineWidth = 1;
    pen.strokeRect(Math.round(left) + 0.5, spot.y, right - left - 1, base - spot.y);
    pen.fillStyle = this.state.palette.surface;
    pen.fillRect(spot.x - 4, spot.y - 4, 8, 8);
    pen.lineWidth = 1.5;
    pen.strokeRect(spot.x - 4, spot.y - 4, 8, 8);
  }

  private whisker(spot: Spot) {
    const { point, x } = spot;
    if (!point.ranged) {
      return;
    }
    const low = point.low === undefined ? undefined : this.y(point.low);
    const high = point.high === undefined ? undefined : this.y(point.high);
    if (low !== undefined && high !== undefined && low - high < 2) {
      this.state.omitted = true;
      return;
    }
    const bottom = low ?? high! + 22;
    const top = high ?? low! - 22;
    const cap = spot.bar ? Math.min(6, (spot.bar.right - spot.bar.left) / 4) : 4.5;
    const path = new Path2D();
    path.moveTo(x, bottom);
    path.lineTo(x, top);
    for (const [end, open, inward] of [[bottom, low === undefined, -4], [top, high === undefined, 4]] as const) {
      path.moveTo(x - cap + (open ? 1 : 0), end + (open ? inward : 0));
      if (open) {
        path.lineTo(x, end);
      }
      path.lineTo(x + cap - (open ? 1 : 0), end + (open ? inward : 0));
    }
    this.pen.strokeStyle = this.state.palette.surface;
    this.pen.lineWidth = 3.6;
    this.pen.stroke(path);
    this.pen.strokeStyle = this.state.palette.ink;
    this.pen.lineWidth = 1.2;
    this.pen.stroke(path);
  }

  /** Where the point and its whisker end, above and below. */
  private span(spot: Spot): [number, number] {
    const around = spot.bar ? 0 : 5;
    const ends = [spot.y - around, spot.y + around];
    if (spot.point.ranged) {
      ends.push(spot.point.high === undefined ? this.y(spot.point.low!) - 22 : this.y(spot.point.high));
      ends.push(spot.point.low === undefined ? this.y(spot.point.high!) + 22 : this.y(spot.point.low));
    }
    return [Math.min(...ends), Math.max(...ends)];
  }

  /** The numbers along the axes keep their room. */
  private axes() {
    const { x, y } = this.chart.scales;
    this.placing.reserve({ left: x.left, right: x.right, top: x.top + 6, bottom: x.bottom });
    y.ticks.forEach((tick, at) => {
      const middle = y.getPixelForTick(at);
      const width = this.measure(String(tick.label ?? ''), 12, false);
      this.placing.reserve({ left: y.right - 8 - width, right: y.right - 6, top: middle - 6, bottom: middle + 6 });
    });
  }

  private reserve(spot: Spot) {
    const [top, bottom] = this.span(spot);
    const next = this.spots.find((it) => it.dataset === spot.dataset && it.index === spot.index + 1);
    if (!spot.bar && next) {
      this.placing.avoid({ from: spot, to: next });
    }
    this.placing.reserve(
      spot.bar
        ? { left: spot.bar.left, right: spot.bar.right, top, bottom: spot.bar.base }
        : { left: spot.x - 5, right: spot.x + 5, top, bottom },
    );
  }

  private label(spot: Spot) {
    const [top, bottom] = this.span(spot);
    const strong = spot.point.strong;
    const size = strong ? 14 : 12;
    const width = this.measure(spot.point.label!, size, strong);
    const above: [number, number] = [spot.x - width / 2, top - 6];
    const left: [number, number] = [spot.x - width - 10, spot.y + size / 3];
    const right: [number, number] = [spot.x + 10, spot.y + size / 3];
    const below: [number, number] = [spot.x - width / 2, bottom + size + 3];
    const ends = spot.bar
      ? [above, [spot.bar.left, top - 6] as [number, number]]
      : spot.point.mark === 'COMPUTED'
        ? [left, above, right, below]
        : [above, below, left, right];
    this.write(spot.point.label!, size, strong, strong ? 'ink' : 'ink2', ends, spot.point.strong);
  }

  private break({ before, words }: NonNullable<Evidence['breaks']>[number]) {
    const x = this.x(before - 0.5);
    const { pen, plot } = this;
    const width = this.measure(words, 12, false);
    const at = [0, 18, 36].map((down): [number, number] => [x - width / 2, plot.top + 14 + down]);
    this.write(words, 12, false, 'ink2', at, true, true);
    pen.fillStyle = this.state.palette.surface;
    pen.fillRect(x - 4, plot.bottom - 2, 8, 4);
    pen.strokeStyle = this.state.palette.ink2;
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (const shift of [-3, 2]) {
      pen.moveTo(x + shift - 1.5, plot.bottom + 5);
      pen.lineTo(x + shift + 2.5, plot.bottom - 5);
    }
    pen.stroke();
  }

  /** The places of the numbers of what happened; those of one category stand one below the other. */
  private rings() {
    const heights = new Map<number, number>();
    return (this.evidence.events ?? []).map(({ at, words }) => {
      const place = heights.get(at) ?? 0;
      heights.set(at, place + 1);
      return { x: this.x(at), y: this.plot.top + 4 + place * 18, words };
    });
  }

  private events() {
    const { pen } = this;
    this.rings().forEach(({ x, y, words }) => {
      pen.setLineDash([]);
      pen.beginPath();
      pen.arc(x, y, 8, 0, 2 * Math.PI);
      pen.fillStyle = this.state.palette.surface;
      pen.fill();
      pen.lineWidth = 1.2;
      pen.strokeStyle = this.state.palette.ink2;
      pen.stroke();
      pen.fillStyle = this.state.palette.ink;
      pen.font = `11px ${this.state.font}`;
      pen.textAlign = 'center';
      pen.fillText(words, x, y + 4);
      pen.textAlign = 'left';
    });
  }

  private target({ from, to, value, level, words }: NonNullable<Evidence['targets']>[number]) {
    const y = this.y(value);
    const start = Math.max(this.x(from), this.plot.left);
    const end = Math.min(this.x(to), this.plot.right);
    const width = this.measure(words, 12, false);
    const middle: [number, number] = [(start + end - width) / 2, y - 6];
    const aboveEnd: [number, number] = [end - width, y - 6];
    const belowEnd: [number, number] = [end - width, y + 16];
    const aboveStart: [number, number] = [start, y - 6];
    const belowStart: [number, number] = [start, y + 16];
    const besideStart: [number, number] = [start - width - 8, y + 4];
    const besideEnd: [number, number] = [end + 8, y + 4];
    const wide = end - start > width * 1.5;
    this.write(
      words, 12, false, 'ink2',
      level ? (wide ? [aboveEnd, aboveStart, belowEnd, belowStart, besideStart] : [middle, belowEnd, besideStart]) : [besideEnd, belowEnd, aboveEnd],
      true,
    );
  }

  private distance({ at, from, to, words }: NonNullable<Evidence['distances']>[number]) {
    const x = this.x(at);
    const [a, b] = [this.y(from), this.y(to)];
    this.pen.strokeStyle = this.state.palette.ink2;
    this.pen.lineWidth = 1;
    this.pen.beginPath();
    this.pen.moveTo(x, a);
    this.pen.lineTo(x, b);
    this.pen.stroke();
    const width = this.measure(words, 12, false);
    this.write(words, 12, false, 'ink2', [[x + 6, (a + b) / 2 + 4], [x - width - 6, (a + b) / 2 + 4]], false);
  }

  private change({ from, to, words }: NonNullable<Evidence['changes']>[number]) {
    const ends = this.spots.filter((it) => it.index === from || it.index === to);
    if (!ends.length) {
      return;
    }
    const highest = Math.min(...ends.map((it) => this.span(it)[0] - (it.point.label ? (it.point.strong ? 22 : 18) : 0)));
    const width = this.measure(words, 12, false);
    const x = (this.x(from) + this.x(to) - width) / 2;
    this.write(words, 12, false, 'ink2', [[x, highest - 8], [x, highest - 24], [x, this.plot.top + 12]], false);
  }

  private lineNames() {
    const lines = this.chart.data.datasets
      .map((dataset, at) => ({ dataset, last: this.spots.filter((it) => it.dataset === at && !it.bar).at(-1) }))
      .filter((it) => it.last && it.dataset.type === 'line');
    if (new Set(lines.map((it) => it.dataset.label)).size < 2) {
      return;
    }
    const furthest = new Map<string, (typeof lines)[number]>();
    for (const it of lines) {
      const other = furthest.get(it.dataset.label!);
      if (!other || it.last!.index > other.last!.index) {
        furthest.set(it.dataset.label!, it);
      }
    }
    for (const { dataset, last } of furthest.values()) {
      const width = this.measure(dataset.label!, 12, false);
      const { x, y } = last!;
      this.write(dataset.label!, 12, false, 'ink2',
        [[x + 10, y + 4], [x - width, y - 12], [x - width, y + 20]], false);
    }
  }

  private missing({ from, to, words }: NonNullable<Evidence['missing']>[number]) {
    const width = this.measure(words, 12, false);
    const left = Math.max(this.x(from - 0.5), this.plot.left);
    const right = Math.min(this.x(to + 0.5), this.plot.right);
    const x = (left + right - width) / 2;
    const base = this.plot.bottom - 10;
    const high = [0.38, 0.26, 0.6, 0.78].map((part): [number, number] => [x, this.plot.top + this.plot.height * part]);
    this.write(words, 12, false, 'ink2', from === to ? [[x, base]] : [...high, [x, base]], false);
  }

  private cutAxis() {
    if (!this.evidence.cut) {
      return;
    }
    const words = this.state.cutWords.replace('{0}', axisNumber(this.chart.scales.y.min, this.state.locale));
    const width = this.measure(words, 12, false);
    this.write(words, 12, false, 'ink3',
      [this.plot.bottom - 8, this.plot.top + 14].flatMap((y): [number, number][] =>
        [this.plot.left + 6, this.plot.right - width - 4, (this.plot.left + this.plot.right - width) / 2].map((x) => [x, y]),
      ), true);
  }

  private focus() {
    const { focus, focusVisible } = this.state;
    const spot = focus && this.spots.find((it) => it.dataset === focus.dataset && it.index === focus.index);
    if (!spot) {
      return;
    }
    const { pen } = this;
    pen.lineWidth = 2;
    pen.strokeStyle = focusVisible ? this.state.palette.accent : this.state.palette.ink3;
    pen.beginPath();
    if (spot.bar) {
      const { left, right, base } = spot.bar;
      pen.rect(left - 4, spot.y - 4, right - left + 8, base - spot.y + 8);
    } else {
      pen.arc(spot.x, spot.y, 9, 0, Math.PI * 2);
    }
    pen.stroke();
  }

  /** The colour under a box: none of its own where it is half in the band of the selected category. */
  private ground({ left, right }: Box): string | undefined {
    const { highlighted } = this.evidence;
    if (highlighted === undefined) {
      return this.state.palette.surface;
    }
    const [from, to] = [this.x(highlighted - 0.5), this.x(highlighted + 0.5)];
    if (right <= from || left >= to) {
      return this.state.palette.surface;
    }
    return left >= from && right <= to ? this.state.palette['accent-tint'] : undefined;
  }

  private measure(words: string, size: number, strong: boolean) {
    this.pen.font = `${strong ? 700 : 400} ${size}px ${this.state.font}`;
    return this.pen.measureText(words).width;
  }

  /** Writes at the first of the places (left, baseline) that is free; if it must, at the one that hides least. */
  private write(
    words: string, size: number, strong: boolean, tone: 'ink' | 'ink2' | 'ink3', places: [number, number][], must: boolean,
    opaque = false,
  ) {
    const width = this.measure(words, size, strong);
    const box = this.placing.take(width, size, places, must);
    if (!box) {
      return;
    }
    const { pen } = this;
    pen.font = `${strong ? 700 : 400} ${size}px ${this.state.font}`;
    pen.textAlign = 'left';
    pen.textBaseline = 'alphabetic';
    const ground = this.ground(box);
    if (opaque) {
      pen.fillStyle = ground ?? this.state.palette.surface;
      pen.fillRect(box.left - 4, box.top - 2, width + 8, box.bottom - box.top + 4);
    } else if (ground) {
      pen.lineJoin = 'round';
      pen.lineWidth = 4;
      pen.strokeStyle = ground;
      pen.strokeText(words, box.left, box.bottom - 3);
    }
    pen.fillStyle = this.state.palette[tone];
    pen.fillText(words, box.left, box.bottom - 3);
  }
}
