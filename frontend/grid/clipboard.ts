/** A block of cells as it was copied: rows of texts. A place that a merged cell covers holds null, not an empty text. */
export type Block = (string | null)[][];

/** More than this is no block of figures, and reading it would hold the page. */
export const LARGEST_PASTE = 2_000_000;

/** A merged cell that claims more than this reaches over a whole sheet, not over figures. */
const WIDEST = 500;

/** The block that a clipboard holds; its HTML tells merged cells, its plain text is what remains where there is none. */
export function readClipboard(html: string, text: string): Block {
  const table = html ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
  return trimmed(table ? readTable(table) : readTsv(text));
}

/** Tab-separated values as spreadsheets write them: a text with tabs, line ends or quotes stands in quotes, doubled. */
export function readTsv(text: string): Block {
  const rows: Block = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n');
  while (at <= source.length) {
    const cell = source[at] === '"' ? quoted(source, at) : plain(source, at);
    row.push(cell.text);
    at = cell.end;
    if (source[at] !== '\t') {
      rows.push(row);
      row = [];
    }
    at++;
    if (at === source.length && source[at - 1] === '\n') {
      break;
    }
  }
  return rows;
}

function plain(source: string, from: number) {
  let end = from;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') {
    end++;
  }
  return { text: source.slice(from, end), end };
}

/** A quote that is never closed, or that is followed by more, is part of the text. */
function quoted(source: string, from: number) {
  let text = '';
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      text += source[at];
    } else if (source[at + 1] === '"') {
      text += '"';
      at++;
    } else {
      const end = at + 1;
      return end === source.length || '\t\n'.includes(source[end]) ? { text, end } : plain(source, from);
    }
  }
  return plain(source, from);
}

function readTable(table: HTMLTableElement): Block {
  const block: Block = [];
  [...table.rows].forEach((tr, r) => {
    const row = (block[r] ??= []);
    let c = 0;
    for (const td of tr.cells) {
      while (row[c] !== undefined) {
        c++;
      }
      const wide = Math.min(td.colSpan, WIDEST);
      const high = Math.min(td.rowSpan, WIDEST, table.rows.length - r);
      for (let dr = 0; dr < high; dr++) {
        for (let dc = 0; dc < wide; dc++) {
          (block[r + dr] ??= [])[c + dc] = dr + dc === 0 ? textOf(td) : null;
        }
      }
      c += wide;
    }
  });
  const width = widest(block);
  return block.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? (c in row ? null : '')));
}

/** What begins and ends a line of its own. */
const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR']);
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);
const POWERS: Record<string, string> = { 2: '²', 3: '³' };

/** The words of a cell in the lines in which they are seen: two numbers below each other are not one. */
function textOf(td: HTMLTableCellElement) {
  return linesOf(td, '').replace(/ *\n[ \n]*/g, '\n').trim();
}

function linesOf(of: Node, before: string): string {
  let text = before;
  for (const node of of.childNodes) {
    if (node.nodeName === 'BR') {
      text += '\n';
    } else if (node.nodeName === 'SUP') {
      text += raised(node.textContent?.trim() ?? '', text);
    } else if (node.nodeType === Node.TEXT_NODE) {
      text += (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
    } else if (node.nodeType === Node.ELEMENT_NODE && !UNSEEN.has(node.nodeName)) {
      const block = BLOCKS.has(node.nodeName);
      text = linesOf(node, block && text ? `${text}\n` : text) + (block ? '\n' : '');
    }
  }
  return text;
}

/** What is raised is part of a unit, m², or the mark of a note; a number behind a number is neither and stays a power. */
function raised(mark: string, before: string) {
  if (/\p{L}$/u.test(before) && POWERS[mark]) {
    return POWERS[mark];
  }
  return /^([\[(（〔【].*[\])）〕】]|[①-⑳*＊†‡]+|注.*)$/u.test(mark) ? '' : mark && `^${mark}`;
}

/** Without empty rows at the end, and with all rows as wide as the widest. */
function trimmed(block: Block): Block {
  const rows = [...block];
  while (rows.length > 1 && rows.at(-1)!.every((it) => !it)) {
    rows.pop();
  }
  const width = widest(rows);
  return rows.map((row) => Array.from({ length: width }, (_, c) => (c < row.length ? row[c] : '')));
}

/** Looked for one by one: as many arguments as a block may have lines no function takes. */
function widest(block: Block) {
  return block.reduce((width, row) => Math.max(width, row.length), 0);
}

/** A block as tab-separated values. */
export function writeTsv(block: string[][]) {
  return block.map((row) => row.map((it) => (/["\t\n\r]/.test(it) ? `"${it.replaceAll('"', '""')}"` : it)).join('\t'))
    .join('\n');
}

/** A block as an HTML table. */
export function writeHtml(block: string[][]) {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<table>${block.map((row) => `<tr>${row.map((it) => `<td>${escaped(it)}</td>`).join('')}</tr>`).join('')}</table>`;
}
