import type { ChartConfiguration } from 'chart.js';

/** How wide the column of row names is where the table stands right below the chart; chart.css knows it too. */
export const LABEL_COLUMN = 104;

/** One point as the server describes it; everything a reader is told is already in words. */
export interface EvidencePoint {
  key: string;
  mark: 'STATED' | 'COMPUTED' | 'UNVALIDATED';
  value: number;
  ranged?: boolean;
  low?: number;
  high?: number;
  other: boolean;
  label?: string;
  strong: boolean;
  /** Whether no line leads to it: the value before it doesn't compare. */
  cut?: boolean;
  lead: string;
  text: string;
  details?: string[];
  spoken: string;
}

/** What stands on the chart beside its values; places are positions among the categories. */
export interface Evidence {
  title: string;
  unit: string;
  summary: string;
  cut: boolean;
  highlighted?: number;
  targets?: { from: number; to: number; value: number; level: boolean; words: string }[];
  breaks?: { before: number; words: string; crossed?: boolean }[];
  missing?: { from: number; to: number; words: string }[];
  changes?: { from: number; to: number; words: string }[];
  events?: { at: number; words: string }[];
  distances?: { at: number; from: number; to: number; words: string }[];
}

/** Chart.js' configuration with what it has no place for. */
export type EvidenceConfig = ChartConfiguration<'bar' | 'line', (number | null)[], string> & {
  data: { evidence: Evidence };
};

/** A Chart.js dataset of a series; a target's has no points. */
export interface EvidenceDataset {
  points?: (EvidencePoint | null)[];
  tone: string;
}

/** The component's own words, by the keys of the translations. */
export type Words = Record<string, string>;

/** Where the keyboard or the pointer is. */
export interface Place {
  dataset: number;
  index: number;
}

export interface PictureRequest {
  request: number;
  fileName: string;
  footer: string[];
}
