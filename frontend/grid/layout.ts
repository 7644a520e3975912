import type { Row } from './model';

export const HEAD = 33;
export const ROW = 37;
export const GROUP = 29;

/** How wide the names, the units and a column of figures are. */
export interface Widths {
  name: number;
  unit: number;
  col: number;
}

const WIDEST = 164;

/**
 * The columns share the room that names and units leave, so that none is cut in two where it ends; a narrow screen
 * leaves names and units less of it.
 *
 * @param available how wide the sheet is seen, 0 where that isn't known yet
 * @param wide      whether words are long: those of units, and those that stand before a number
 * @param count     how many columns there are
 */
export function widths(available: number, wide: boolean, count: number): Widths {
  const narrow = available > 0 && available < 600;
  const name = narrow ? 112 : 196;
  const unit = narrow ? 48 : wide ? 84 : 68;
  const room = available - name - unit;
  const narrowest = wide ? 110 : 96;
  const seen = Math.max(1, Math.min(count, Math.floor(room / narrowest)));
  return { name, unit, col: Math.min(WIDEST, Math.max(narrowest, Math.floor(room / seen))) };
}

/** How many rows and columns are drawn beyond those that are seen, on each side. */
const SPARE = 4;

/** Where the rows stand, and which of them are to be seen. */
export class Layout {
  private readonly tops: number[] = [0];

  constructor(rows: Row[]) {
    rows.forEach((row, i) => this.tops.push(this.tops[i] + (row.group ? GROUP : ROW)));
  }

  get height() {
    return this.tops.at(-1)!;
  }

  top(row: number) {
    return this.tops[row];
  }

  bottom(row: number) {
    return this.tops[row + 1];
  }

  /** The rows between two heights, with some to spare. */
  rows(from: number, to: number) {
    const first = Math.max(0, this.at(from) - SPARE);
    const last = Math.min(this.tops.length - 2, this.at(to) + SPARE);
    return { first, last };
  }

  /** The row at a height. */
  at(height: number) {
    let low = 0;
    let high = this.tops.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tops[middle] <= height) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}

/** The columns between two places, with some to spare. */
export function columns(from: number, to: number, count: number, col: number) {
  return { first: Math.max(0, Math.floor(from / col) - SPARE), last: Math.min(count - 1, Math.floor(to / col) + SPARE) };
}
