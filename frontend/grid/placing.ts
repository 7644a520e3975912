import type { Block } from './clipboard';
import { cellAt, type Edit, type Place, type Row, type Sheet } from './model';

/** Where a block goes. */
export interface Placed {
  edits: Edit[];
  /** how many of its figures lie beyond the sheet */
  beyond: number;
  /** whether headings of its own name periods and indicators, which say where it goes */
  named: boolean;
}

const YEAR = /^\s*[\d０-９]{3,6}\s*(年度?)?\s*$/;
const UNIT = /^\s*(计量)?单位\s*$|^\s*units?\s*$/i;

/** Over how many rows the headings of a block reach at most, with its titles. */
const HEADS = 5;

/**
 * Places a block. One that was copied with its headings goes where they say, in the units that they say; any other from
 * a place on, row by row and past the headings of groups. A place that is empty in the block leaves its cell as it is.
 */
export function placeBlock(block: Block, sheet: Sheet, at: Place): Placed {
  return named(block, sheet) ?? onwards(block, sheet, at);
}

function onwards(block: Block, sheet: Sheet, at: Place): Placed {
  const placed: Placed = { edits: [], beyond: 0, named: false };
  let row = at.row;
  for (const texts of block) {
    while (sheet.rows[row]?.group) {
      row++;
    }
    texts.forEach((text, c) => {
      if (!text?.trim()) {
        return;
      }
      const cell = cellAt(sheet.rows[row], at.col + c);
      if (cell) {
        placed.edits.push({ row: sheet.rows[row].id, period: cell.p, text, seen: cell.v });
      } else {
        placed.beyond++;
      }
    });
    row++;
  }
  return placed;
}

/** The headings of a block: which of its rows holds the years, and which column before them the names, which the units. */
interface Headings {
  row: number;
  name: number;
  unit: number;
  first: number;
}

/** Titles stand above the years, and beside the names what each is measured in. */
function headings(block: Block, rowOf: (name: string) => Row | undefined): Headings | null {
  for (let row = 0; row < Math.min(HEADS, block.length - 1); row++) {
    const head = block[row];
    const first = head.findIndex((it) => YEAR.test(it ?? ''));
    if (first > 0 && head.slice(first).every((it) => !it?.trim() || YEAR.test(it))) {
      const body = block.slice(row + 1).filter((texts) => texts.slice(first).some((it) => it?.trim()));
      const name = head.slice(0, first).findIndex((_, c) =>
        body.filter((texts) => rowOf(texts[c] ?? '')).length * 2 >= Math.max(1, body.length));
      return name < 0 ? null : { row, name, unit: head.slice(0, first).findIndex((it) => UNIT.test(it ?? '')), first };
    }
  }
  return null;
}

function named(block: Block, sheet: Sheet): Placed | null {
  const rowOf = finder(sheet.rows.filter((it) => !it.group));
  const heads = headings(block, rowOf);
  if (!heads) {
    return null;
  }
  const placed: Placed = { edits: [], beyond: 0, named: true };
  for (const texts of block.slice(heads.row + 1)) {
    const name = texts[heads.name] ?? '';
    const row = rowOf(name);
    const unit = texts[heads.unit]?.trim() ?? '';
    texts.slice(heads.first).forEach((text, i) => {
      const heading = block[heads.row][heads.first + i]?.trim();
      if (!text?.trim()) {
        return;
      }
      if (!heading) {
        placed.beyond++;
        return;
      }
      const col = sheet.columns.findIndex((it) => it.key === heading.replace(/\s*年度?$/, ''));
      const cell = col < 0 ? undefined : cellAt(row, col);
      placed.edits.push({ row: row?.id ?? name, period: cell?.p ?? heading, text: inUnit(text.trim(), unit, row),
        seen: cell?.v ?? 0 });
    });
  }
  return placed;
}

/** A figure whose unit stands in a column of its own, where that isn't the row's. */
function inUnit(text: string, unit: string, row: Row | undefined) {
  return !unit || unit === row?.unit || text.endsWith(unit) ? text : text + unit;
}

/** Finds a row by its name or code; without what its name has in brackets at its end only where no other is called so. */
function finder(rows: Row[]) {
  const exact = new Map(rows.flatMap((it) => [[whole(it.name), it], [whole(it.id), it]]));
  const bare = new Map<string, Row | undefined>();
  rows.forEach((it) => bare.set(plain(it.name), bare.has(plain(it.name)) ? undefined : it));
  return (name: string): Row | undefined => exact.get(whole(name)) ?? bare.get(plain(name));
}

/** Names as they are compared: without spaces. */
function whole(name: string) {
  return name.replace(/[\s\u00a0]/g, '').toLowerCase();
}

/** Without what follows them in brackets. */
function plain(name: string) {
  return whole(name).replace(/[（(][^（()）]*[)）]$/, '');
}
