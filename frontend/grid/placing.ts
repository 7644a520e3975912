import type { Block } from './clipboard';
import { cellAt, type Edit, type Place, type Row, type Sheet } from './model';

/** Where a block goes. */
export interface Placed {
  edits: Edit[];
  /** how many of its figures lie beyond the sheet */
  beyond: number;
  /** whether its first row and column name periods and indicators, which say where it goes */
  named: boolean;
}

const YEAR = /^\s*[\d０-９]{3,6}\s*(年度?)?\s*$/;

/**
 * Places a block. One that was copied with its headings goes where they say; any other from a place on, row by row and
 * past the headings of groups. A place that is empty in the block leaves its cell as it is.
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

function named(block: Block, sheet: Sheet): Placed | null {
  const [head, ...body] = block;
  if (!head || body.length === 0 || head.length < 2 || YEAR.test(head[0] ?? '')) {
    return null;
  }
  const years = head.slice(1).filter((it) => it?.trim());
  const rowOf = finder(sheet.rows.filter((it) => !it.group));
  const known = body.filter((texts) => rowOf(texts[0] ?? '')).length;
  if (years.length === 0 || !years.every((it) => YEAR.test(it!)) || known * 2 < body.length) {
    return null;
  }
  const placed: Placed = { edits: [], beyond: 0, named: true };
  for (const texts of body) {
    const row = rowOf(texts[0] ?? '');
    texts.slice(1).forEach((text, i) => {
      const heading = head[i + 1]?.trim();
      if (!text?.trim() || !heading) {
        return;
      }
      const col = sheet.columns.findIndex((it) => it.key === heading.replace(/\s*年度?$/, ''));
      const cell = col < 0 ? undefined : cellAt(row, col);
      placed.edits.push({ row: row?.id ?? texts[0] ?? '', period: cell?.p ?? heading, text, seen: cell?.v ?? 0 });
    });
  }
  return placed;
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
