import {
  BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement,
} from 'chart.js';
import { evidencePlugin, spotsOf, states, type Spot } from './evidence';
import { LABEL_COLUMN, type EvidenceConfig, type EvidenceDataset, type EvidencePoint, type Place, type Words } from './model';
import { axisNumber } from './numbers';
import { coloured, type Palette } from './palette';

Chart.register(
  BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, evidencePlugin,
);

/** What a drawing depends on beside its configuration. */
export interface Surroundings {
  palette: Palette;
  font: string;
  locale: string;
  words: Words;
  /** Whether the table below shares the chart's columns. */
  aligned: boolean;
  /** The device pixels of one pixel, where it isn't the screen's. */
  density?: number;
}

/** In pixels of the page. */
export interface Size {
  width: number;
  height: number;
}

/** Kept in memory: a chart is drawn once or twice, which repays no way to the graphics card. Chart.js takes it up. */
const SELDOM_DRAWN = { willReadFrequently: true };

/** One Chart.js chart on one canvas. Its size is told, not looked for: looking makes the browser lay out the page. */
export class Engine {
  private readonly chart: Chart;

  constructor(canvas: HTMLCanvasElement, config: EvidenceConfig, around: Surroundings, { width, height }: Size) {
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d', SELDOM_DRAWN);
    const knowing = { id: 'knowing', beforeInit: (chart: Chart) => know(chart, around) };
    this.chart = new Chart(canvas, { ...prepare(config, around), plugins: [knowing] });
  }

  /** Shows another configuration, or the same in other surroundings, on the same canvas. */
  update(config: EvidenceConfig, around: Surroundings) {
    const ready = prepare(config, around);
    know(this.chart, around);
    this.chart.data = ready.data;
    this.chart.options = ready.options!;
    this.chart.update('none');
  }

  /** Fits the chart into another size, or on a screen of another density. */
  resize({ width, height }: Size) {
    const { chart } = this;
    if (width !== chart.width || height !== chart.height || window.devicePixelRatio !== chart.currentDevicePixelRatio) {
      chart.resize(width, height);
    }
  }

  get spots(): Spot[] {
    return spotsOf(this.chart);
  }

  get omitted() {
    return states.get(this.chart)?.omitted ?? false;
  }

  /** Rings a point, or none. */
  focus(place: Place | undefined, visible: boolean) {
    Object.assign(states.get(this.chart)!, { focus: place, focusVisible: visible });
    this.chart.draw();
  }

  /** The point under the pointer: a bar anywhere in its column, a mark within reach of a finger. */
  at(x: number, y: number): Spot | undefined {
    const near = this.spots
      .map((spot) => ({ spot, far: distance(spot, x, y) }))
      .filter((it) => it.far < 22)
      .sort((a, b) => a.far - b.far);
    return near[0]?.spot;
  }

  destroy() {
    this.chart.destroy();
  }
}

/** Tells the plugin what a chart's drawing depends on; what has the focus keeps it. */
function know(chart: Chart, { palette, font, locale, words }: Surroundings) {
  const known = states.get(chart);
  states.set(chart, {
    palette, font, locale, cutWords: words.cut, omitted: false,
    focus: known?.focus, focusVisible: known?.focusVisible ?? false,
  });
}

function distance(spot: Spot, x: number, y: number) {
  if (!spot.bar) {
    return Math.hypot(spot.x - x, spot.y - y);
  }
  const { left, right, base } = spot.bar;
  return Math.max(left - x, x - right, Math.min(spot.y, base - 24) - y, y - base, 0);
}

/** Colours, fonts and everything that must be a function: a configuration from the server holds none. */
function prepare(config: EvidenceConfig, around: Surroundings): EvidenceConfig {
  const ready = coloured(config, around.palette);
  const options = ready.options as any;
  const { evidence } = ready.data;
  const breaks = (evidence.breaks ?? []).filter((it) => !it.crossed).map((it) => it.before);
  const font = { family: around.font, size: 12 };
  options.events = [];
  options.devicePixelRatio = around.density;
  options.responsive = false;
  options.scales.x.ticks.font = font;
  options.scales.y.ticks.font = font;
  options.scales.y.ticks.callback = (value: number) => axisNumber(value, around.locale);
  if (options.scales.x.type === 'linear') {
    options.scales.x.ticks.callback = options.scales.y.ticks.callback;
  }
  const right = options.scales.x.offset ? 2 : room(ready, around.font);
  options.layout = { padding: { top: 8, right, bottom: 0 } };
  if (around.aligned) {
    options.scales.x.offset = true;
    options.scales.x.ticks.display = false;
    options.scales.y.afterFit = (scale: { width: number }) => (scale.width = LABEL_COLUMN);
    options.layout.padding = { top: 8, right: 0, bottom: 6 };
  }
  if (options.scales.x.type !== 'linear' && !around.aligned && ready.data.labels!.length <= FEW) {
    options.scales.x.ticks.autoSkip = false;
    options.scales.x.ticks.callback = names(
      ready.data.labels!, evidence.highlighted, options.scales.x.offset, right, around.font,
    );
  }
  for (const dataset of ready.data.datasets as unknown as (EvidenceDataset & Record<string, unknown>)[]) {
    const marks = dataset.points ?? [];
    dataset.spanGaps = false;
    dataset.clip = false;
    if (marks.length) {
      dataset.segment = {
        borderColor: ({ p0DataIndex: from, p1DataIndex: to }: { p0DataIndex: number; p1DataIndex: number }) =>
          marks[to]?.cut || breaks.some((at) => from < at && at <= to)
            ? 'transparent'
            : marks[to]?.other
              ? around.palette.context
              : undefined,
        borderDash: ({ p0DataIndex: from, p1DataIndex: to }: { p0DataIndex: number; p1DataIndex: number }) =>
          [marks[from], marks[to]].some((it: EvidencePoint | null) => it?.mark === 'COMPUTED') ? [5, 4] : undefined,
      };
      if (dataset.type === 'line') {
        dataset.pointRadius = marks.map((it) => (it?.strong ? 6 : marks.length > 16 ? 3.5 : 4.5));
      }
    } else {
      dataset.borderWidth = 1.4;
    }
  }
  return ready;
}

/** Categories whose names are set one by one; those of more are every second one, third one and so on. */
const FEW = 8;

const pen = document.createElement('canvas').getContext('2d')!;

/**
 * The names of few categories: long ones in two lines where one has no room. Where neither has, the selected one, the
 * last and the first go before the others.
 *
 * @param right the pixels that stay free to the right of the last category
 */
function names(labels: string[], selected: number | undefined, offset: boolean, right: number, font: string) {
  const last = labels.length - 1;
  const broken = labels.map((it) => {
    const [, first, second] = /^(.+ –) (.+)$/.exec(it) ?? /^(\d{4}年)(.+)$/.exec(it) ?? [];
    return first ? [first, second] : [it];
  });
  pen.font = `12px ${font}`;
  const width = (line: string) => pen.measureText(line).width;
  const order = [...new Set([selected ?? last, last, 0, ...labels.keys()])];
  /** By the width of the chart: the axis asks for each name by itself, several times over. */
  const fitted = (chartWidth: number) => {
    const plot = chartWidth - 42 - Math.max(right, offset ? 0 : width(labels[last]) / 2);
    const step = plot / Math.max(1, offset ? labels.length : last);
    const lines = labels.every((it) => width(it) + 10 <= step) ? labels.map((it) => [it]) : broken;
    const widths = lines.map((it) => Math.max(...it.map(width)));
    const shown: number[] = [];
    for (const at of order) {
      if (shown.every((it) => Math.abs(it - at) * step >= (widths[it] + widths[at]) / 2 + 5)) {
        shown.push(at);
      }
    }
    return { chartWidth, names: lines.map((it, at) => (shown.includes(at) ? it : '')) };
  };
  let known: ReturnType<typeof fitted> | undefined;
  return function (this: { chart: { width: number } }, _: unknown, index: number) {
    if (known?.chartWidth !== this.chart.width) {
      known = fitted(this.chart.width);
    }
    return known.names[index];
  };
}

/** What the words to the right of a line's end need. */
function room({ data }: EvidenceConfig, font: string) {
  const last = data.labels!.length - 1;
  const { evidence } = data;
  const series = new Set(
    data.datasets.filter((it) => (it as unknown as EvidenceDataset).points?.length).map((it) => it.label ?? ''),
  );
  const words = [
    ...(evidence.targets ?? []).filter((it) => !it.level && it.to === last).map((it) => it.words),
    ...(evidence.distances ?? []).filter((it) => it.at === last).map((it) => it.words),
    ...(series.size > 1 ? series : []),
  ];
  pen.font = `12px ${font}`;
  return Math.max(12, ...words.map((it) => Math.min(pen.measureText(it).width + 14, 120)));
}
