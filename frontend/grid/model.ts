/** How a cell is drawn. */
export type Look = 'EMPTY' | 'MISSING' | 'IMPLIED' | 'APPROVED' | 'DRAFT' | 'SUBMITTED' | 'RETURNED';

/** A cell as the server tells it; short names, since there are thousands. */
export interface Cell {
  /** index of its first column */
  c: number;
  /** how many columns it reaches over */
  s: number;
  /** code of the period that is written here */
  p: string;
  k: Look;
  /** the draft that is seen here, 0 for none */
  v: number;
  /** the number, what stands before it and after it */
  t?: string;
  b?: string;
  a?: string;
  /** the figure as it is read aloud, where that isn't what is drawn and the row's unit */
  q?: string;
  /** the period in words, where it isn't the column's year */
  l?: string;
  /** what is to be edited */
  raw?: string;
  /** several sources */
  m?: number;
  /** figures of other periods beside it */
  o?: number;
  /** without a source */
  u?: boolean;
  /** with a comment */
  r?: boolean;
  /** how much it weighs what speaks against it */
  f?: 'HIGH' | 'MEDIUM' | 'LOW';
  /** can't be written */
  ro?: boolean;
  /** chosen by a person among several sources */
  j?: boolean;
  /** says something else than the words that it quotes */
  d?: boolean;
}

/** A row of figures, or the heading of a group. */
export interface Row {
  id: string;
  group?: boolean;
  name: string;
  unit?: string;
  cells?: Cell[];
  /** indices of columns before which the series breaks */
  x?: number[];
}

export interface Column {
  key: string;
  label: string;
}

export interface Sheet {
  columns: Column[];
  rows: Row[];
  readonly: boolean;
  /** whether its words and figures are long */
  wide?: boolean;
  /** under which name this browser's tab remembers what was typed and refused; none where nothing is to be */
  memory?: string;
}

/** A place in the sheet: indices of a row and of a column. */
export interface Place {
  row: number;
  col: number;
}

/** What a person has typed. */
export interface Edit {
  row: string;
  period: string;
  text: string;
  seen: number;
  restores?: number;
}

/** What the server says of one edit. */
export interface Answer {
  result: 'TAKEN' | 'SAME' | 'REFUSED' | 'OVERTAKEN';
  /** why, or what the other has written */
  words?: string;
  /** the draft that stands there now, 0 for none: one's own, or the other's */
  draft?: number;
}

/** What is typed and not (yet) kept. */
export interface Typed {
  text: string;
  state: 'PENDING' | 'REFUSED' | 'OVERTAKEN';
  words?: string;
  /** the other's draft that was shown, where somebody was faster */
  over?: number;
}

/** Somebody else, and the cell that they are in. */
export interface Other {
  row: string;
  period: string;
  initials: string;
  name: string;
  tone: number;
}

/** A rectangle between two places, both within. */
export class Range {
  constructor(
    private readonly one: Place,
    private readonly other: Place,
  ) {}

  get top() {
    return Math.min(this.one.row, this.other.row);
  }

  get bottom() {
    return Math.max(this.one.row, this.other.row);
  }

  get left() {
    return Math.min(this.one.col, this.other.col);
  }

  get right() {
    return Math.max(this.one.col, this.other.col);
  }

  get single() {
    return this.top === this.bottom && this.left === this.right;
  }

  holds(row: number, cell: Cell) {
    return row >= this.top && row <= this.bottom && cell.c <= this.right && cell.c + cell.s > this.left;
  }
}

/** The cell of a row that lies over a column. */
export function cellAt(row: Row | undefined, col: number) {
  return row?.cells?.find((it) => it.c <= col && col < it.c + it.s);
}
