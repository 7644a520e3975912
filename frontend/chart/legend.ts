import type { EvidenceConfig, EvidenceDataset, EvidencePoint, Words } from './model';
import type { Tone } from './palette';

/** A mark of the legend: a path in a box of 18 by 12, and how it is drawn. */
export interface Entry {
  words: string;
  path: string;
  fill?: Tone;
  stroke?: Tone;
  dash?: string;
}

const BOX = 'M2.5 1.5h13v9h-13z';
const CIRCLE = 'M9 2a4 4 0 1 0 .01 0z';
const SQUARE = 'M5.5 2.5h7v7h-7z';
const SHAPES = [CIRCLE, SQUARE, 'M9 1.5l4.5 8.5h-9z', 'M9 1l5 5-5 5-5-5z'];

/** The marks that this chart really uses, in words. */
export function legendOf(config: EvidenceConfig, words: Words, omitted: boolean): Entry[] {
  const { evidence, datasets } = config.data;
  const series = datasets.filter((it) => (it as unknown as EvidenceDataset).points?.length);
  const names = [...new Set(series.map((it) => it.label))];
  const points = series.flatMap((it) => (it as unknown as EvidenceDataset).points!).filter(Boolean) as EvidencePoint[];
  const has = (test: (point: EvidencePoint) => unknown) => points.some(test);
  const bars = series.some((it) => it.type === 'bar');
  const shape = bars ? BOX : CIRCLE;
  const entries: Entry[] = [];
  if (names.length > 1) {
    names.forEach((name, at) =>
      entries.push({
        words: name ?? '',
        path: series.find((it) => it.label === name)!.type === 'bar' ? BOX : SHAPES[at],
        fill: `d${at + 1}` as Tone,
      }),
    );
  } else if (has((it) => it.mark === 'STATED' && !it.other)) {
    entries.push({ words: words.stated, path: shape, fill: 'd1' });
  }
  if (has((it) => it.mark === 'COMPUTED')) {
    entries.push({ words: words.computed, path: shape, stroke: 'd1', dash: bars ? '3 2' : undefined });
  }
  if (has((it) => it.mark === 'UNVALIDATED')) {
    entries.push({ words: words.unvalidated, path: SQUARE, stroke: 'd1' });
  }
  if (has((it) => it.ranged)) {
    entries.push({ words: omitted ? words.omitted : words.interval, path: 'M6 1.5h6M9 1.5v9M6 10.5h6', stroke: 'ink' });
  }
  if (evidence.targets?.length) {
    entries.push({ words: words.target, path: 'M1 6h16', stroke: 'ink', dash: '4 2' });
  }
  if (has((it) => it.other)) {
    entries.push({ words: words['other-definition'], path: shape, fill: 'context' });
  }
  if (evidence.breaks?.length) {
    entries.push({ words: words.break, path: 'M5 10.5l3-9M10 10.5l3-9', stroke: 'ink2' });
  }
  const gaps = (evidence.missing ?? []).filter((it) => it.from < it.to);
  [...new Set(gaps.map((it) => it.words))].forEach(() =>
    entries.push({ words: words.missing, path: 'M2.5 1.5h13v9h-13zM2.5 8l6-6.5M5.5 10.5l8-9M11 10.5l4.5-5', stroke: 'line2' }),
  );
  return entries
    .filter((it, at) => entries.findIndex((other) => other.words === it.words) === at)
    .map((it) => ({ ...it, words: it.words.charAt(0).toUpperCase() + it.words.slice(1) }));
}
