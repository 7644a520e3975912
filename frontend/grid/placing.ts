import type { Block } from './clipboard';
import { cellAt, type Edit, type Place, type Row, type Sheet } from './model';

/** Where a block goes. */
export interface Placed {
  edits: Edit[];
  /** how many of its figures lie beyond the sheet */
  beyond: number;
  /** the years of those among them that only have to be shown first, in order */
  unseen: string[];
  /** whether headings of its own name periods or indicators, which say where it goes */
  named: boolean;
  /** the unit of all its figures that a line above them tells; empty where none does */
  unit: string;
}

/** What may be meant as a year, whether or not it is one. */
const YEAR = /^\d{3,6}\s*(年度?)?$/;
const CERTAIN = /^(19|20|21)\d\d\s*(年度?)?$/;
/** Words that speak of a period: 去年, 2023年上半年, 2023-07, Q1. */
const PERIOD = /^[^\n]{0,30}[年季月][^\n]{0,30}$|^(19|20|21)\d\d[-/~–—].{1,20}$|^(Q[1-4]|H[12])\b.{0,10}$/i;
/** A period of the sheet's own kind, which has its place once its last year is shown. */
const READABLE = /^(19|20)\d\d\s*(年度?)?$|^(19|20)\d\d[-/].{1,20}$/;
const NAME = /^(统计|考核)?(指标|项目)(名称)?$|^名称$|^(indicators?|names?|items?)$/i;
const UNIT = /^(计量)?单位$|^units?$/i;
const FIGURE = /^[约近超逾]?[^\p{L}\d]*\d[\d,.]*\D{0,4}$/u;

/** 单位：万元, above a block. */
const TITLE_UNIT = /(?:计量)?单位\s*[:：]\s*([^\s)）]{1,12})/;
/** What stands in brackets at the end of a heading or of a name. */
const BRACKETS = /[（(]\s*(?:单位\s*[:：])?\s*([^（()）]{1,12}?)\s*[)）]$/;
/** What may be meant as a unit: 万元, %, 万平方米, m². */
const UNITS = /^[十百千万亿]*([元人家个套户台件项次处幢座亩吨度]|美元|元\/人|平方米|平方公里|公里|公顷|人次|户次|套次|千瓦时|(万)?㎡|m²|[kK]m²?)$|^[%％‰]$|^个?百分点$/u;

/** Over how many rows the headings of a block reach at most, with its titles. */
const HEADS = 5;

/**
 * Places a block. One that was copied with its headings goes where they say, in the units that they say; any other from
 * a place on, row by row and past the headings of groups. A place that is empty in the block leaves its cell as it is.
 */
export function placeBlock(block: Block, sheet: Sheet, at: Place): Placed {
  const rowOf = finder(sheet.rows.filter((it) => !it.group));
  return named(isTurned(block, rowOf) ? turned(block) : block, sheet, rowOf) ?? dated(block, sheet, at)
    ?? rowed(block, sheet, at, rowOf) ?? onwards(block, sheet, at);
}

type RowOf = (name: string) => Row | undefined;

/** Whether years stand below each other and indicators side by side. */
function isTurned(block: Block, rowOf: RowOf) {
  const heads = (block[0] ?? []).slice(1).map(flat).filter((it) => it);
  const years = block.slice(1).map((texts) => flat(texts[0])).filter((it) => it);
  return heads.length > 0 && heads.filter((it) => rowOf(it)).length * 2 >= heads.length
    && years.length > 0 && years.every((it) => CERTAIN.test(it));
}

function turned(block: Block): Block {
  return block[0].map((_, c) => block.map((texts) => texts[c]));
}

/** A block with indicators before its figures and no years: each goes into its row, from the column of a place on. */
function rowed(block: Block, sheet: Sheet, at: Place, rowOf: RowOf): Placed | null {
  const told = block.filter((texts) => texts.some((it) => it?.trim()));
  const known = told.filter((texts) => rowOf(flat(texts[0]))).length;
  if ((block[0]?.length ?? 0) < 2 || known === 0 || known * 2 < told.length) {
    return null;
  }
  const placed: Placed = { edits: [], beyond: 0, unseen: [], named: true, unit: '' };
  told.forEach((texts) => texts.slice(1).forEach((text, c) => {
    const name = flat(texts[0]);
    const row = rowOf(name);
    const column = sheet.columns[at.col + c];
    if (!text?.trim()) {
      return;
    }
    if (!column) {
      placed.beyond++;
      return;
    }
    const cell = cellAt(row, at.col + c);
    placed.edits.push({ row: row?.id ?? name, period: cell?.p ?? column.key, text: inUnit(text.trim(), unitOf(name, row), row),
      seen: cell?.v ?? 0 });
  }));
  return placed;
}

/** A block with years in a row above its figures and no names: each figure goes into its year, row by row from a place on. */
function dated(block: Block, sheet: Sheet, at: Place): Placed | null {
  const years = (block[0] ?? []).map(flat);
  const follow = years.every((it, c) => CERTAIN.test(it) && (c === 0 || parseInt(it, 10) === parseInt(years[c - 1], 10) + 1));
  if (block.length < 2 || years.length < 2 || !follow) {
    return null;
  }
  const placed: Placed = { edits: [], beyond: 0, unseen: [], named: true, unit: '' };
  const unseen = new Set<string>();
  const rows = sheet.rows.slice(at.row).filter((it) => !it.group);
  block.slice(1).forEach((texts, r) => texts.forEach((text, c) => {
    if (!text?.trim()) {
      return;
    }
    const cell = cellAt(rows[r], sheet.columns.findIndex((it) => it.key === yearOf(years[c])));
    const year = hidden(years[c], sheet);
    if (cell) {
      placed.edits.push({ row: rows[r].id, period: cell.p, text, seen: cell.v });
    } else {
      placed.beyond++;
      if (year && rows[r]) {
        unseen.add(year);
      }
    }
  }));
  placed.unseen = [...unseen].sort();
  return placed;
}

function onwards(block: Block, sheet: Sheet, at: Place): Placed {
  const placed: Placed = { edits: [], beyond: 0, unseen: [], named: false, unit: '' };
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

/** Titles stand above the years, and beside the names what each is measured in; no indicator stands above or among them. */
function headings(block: Block, rowOf: RowOf): Headings | null {
  for (let row = 0; row < Math.min(HEADS, block.length - 1); row++) {
    const head = block[row].map((it) => withoutUnit(flat(it)));
    if (head.some((it) => it && rowOf(it))) {
      return null;
    }
    const first = head.findIndex((it, c) => c > 0 && isPeriod(it));
    if (first > 0 && isFiner(block[row + 1], head, first)) {
      const name = nameColumn(head.slice(0, first), block.slice(row + 2), rowOf);
      return name < 0 ? null : { row: row + 1, name, unit: head.slice(0, first).findIndex((it) => UNIT.test(it)), first };
    }
    if (first > 0 && isHead(head.slice(0, first), head.slice(first).filter((it) => it))) {
      const name = nameColumn(head.slice(0, first), block.slice(row + 1)
        .filter((texts) => texts.slice(first).some((it) => it?.trim())), rowOf);
      return name < 0 ? null : { row, name, unit: head.slice(0, first).findIndex((it) => UNIT.test(it)), first };
    }
  }
  return null;
}

/** Whether the row below a row of headings has the years of which one heading above is the span. */
function isFiner(below: (string | null)[] | undefined, head: string[], first: number) {
  const years = (texts: string[]) => texts.slice(first).filter((it) => CERTAIN.test(it)).length;
  const texts = (below ?? []).map((it) => withoutUnit(flat(it)));
  return texts.slice(0, first).every((it) => !it) && years(texts) > 1 && years(texts) > years(head)
    && texts.slice(first).every((it) => !it || isPeriod(it));
}

/** Known by its form, so that a year that is none stands out in it and isn't taken for a figure. */
function isHead(before: string[], periods: string[]) {
  const most = (of: (text: string) => boolean) => periods.filter(of).length * 2 >= periods.length;
  return before.some((it) => NAME.test(it)) ? most(isPeriod)
    : before[0] ? periods.every((it) => YEAR.test(it)) && most((it) => CERTAIN.test(it))
    : most(isPeriod) && periods.some((it) => it.length > 3 && YEAR.test(it));
}

/** The column whose texts are indicators; else the one that is headed so, or that holds words only under no heading. */
function nameColumn(head: string[], body: Block, rowOf: RowOf) {
  const known = head.findIndex((_, c) => body.filter((texts) => rowOf(texts[c] ?? '')).length * 2 >= Math.max(1, body.length));
  const called = head.findIndex((it) => NAME.test(it));
  const worded = head.findIndex((it, c) => !it && body.every((texts) => /^[^\d]*\p{L}[^\d]*$/u.test(flat(texts[c]))));
  return known >= 0 ? known : called >= 0 ? called : worded;
}

function isPeriod(text: string) {
  return YEAR.test(text) || PERIOD.test(text);
}

/** The unit that a text ends with in brackets: 万元 of 2024（万元）; empty where there is none. */
function unitIn(text: string) {
  const unit = BRACKETS.exec(text)?.[1] ?? '';
  return UNITS.test(unit) ? unit : '';
}

function withoutUnit(text: string) {
  return unitIn(text) ? text.replace(BRACKETS, '').trim() : text;
}

/** The unit in the name by which a row was found, unless that is how the row itself is called. */
function unitOf(name: string, row: Row | undefined) {
  return row && whole(row.name) !== whole(name) ? unitIn(name) : '';
}

/** 2023 of 2023年度. */
function yearOf(heading: string) {
  return heading.replace(/\s*年度?$/, '');
}

/** As it is compared: with digits of one width, without spaces at its ends. */
function flat(text: string | null | undefined) {
  return (text ?? '').normalize('NFKC').trim();
}

function named(block: Block, sheet: Sheet, rowOf: RowOf): Placed | null {
  const heads = headings(block, rowOf);
  if (!heads) {
    return null;
  }
  const above = block.slice(0, heads.row).flatMap((texts) => texts.slice(heads.first).map(flat));
  const title = block.slice(0, heads.row + 1).flat().map((it) => TITLE_UNIT.exec(flat(it))?.[1] ?? '').find((it) => it) ?? '';
  const placed: Placed = { edits: [], beyond: above.filter((it) => FIGURE.test(it) && !isPeriod(it)).length, unseen: [],
    named: true, unit: heads.unit < 0 ? title : '' };
  const unseen = new Set<string>();
  for (const texts of block.slice(heads.row + 1)) {
    const name = texts[heads.name] ?? '';
    const row = rowOf(name);
    const unit = texts[heads.unit]?.trim() || unitOf(flat(name), row) || placed.unit;
    texts.slice(heads.first).forEach((text, i) => {
      const written = flat(block[heads.row][heads.first + i]);
      const heading = withoutUnit(written);
      if (!text?.trim()) {
        return;
      }
      const year = heading && hidden(heading, sheet);
      if (!heading || year) {
        placed.beyond++;
        if (year) {
          unseen.add(year);
        }
        return;
      }
      const col = sheet.columns.findIndex((it) => it.key === yearOf(heading));
      const cell = col < 0 ? undefined : cellAt(row, col);
      placed.edits.push({ row: row?.id ?? name, period: cell?.p ?? heading, text: inUnit(text.trim(), unitIn(written) || unit, row),
        seen: cell?.v ?? 0 });
    });
  }
  placed.unseen = [...unseen].sort();
  return placed;
}

/** The year of a period that has no place among those that are shown. */
function hidden(period: string, sheet: Sheet) {
  const year = READABLE.test(period) ? period.match(/(?<!\d)(19|20)\d\d(?!\d)/g)?.at(-1) : undefined;
  return year && !sheet.columns.some((it) => it.key === year) ? year : undefined;
}

/** A number, what is more than it (万), and the words that limit it before and after its unit. */
const BARE = /^(.*[\d０-９〇零一二三四五六七八九十百千两])\s*([余多+＋]?)\s*([万亿]*)\s*([余多+＋]?)\s*(左右|上下|以上|以下|以内)?$/s;
const IN_BRACKETS = /^[(（]([\d.,]+)[)）]$/;

/** A figure whose unit stands in a column of its own, where that isn't the row's: 310 and 310亿 beside 亿元 are 310亿元. */
function inUnit(text: string, unit: string, row: Row | undefined) {
  if (!unit || unit === row?.unit || text.endsWith(unit)) {
    return text;
  }
  const negative = IN_BRACKETS.exec(text);
  const bare = BARE.exec(negative ? `-${negative[1]}` : text);
  if (!bare) {
    return text;
  }
  const [, number, some, scale, more, limit = ''] = bare;
  return number + some + scale + more + (scale ? unit.replace(/^[十百千万亿]+/, '') : unit) + limit;
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
