import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LARGEST_PASTE, readClipboard, writeHtml, writeTsv, type Block } from './clipboard';
import { columns, HEAD, Layout, widths } from './layout';
import {
  cellAt, Range, type Answer, type Cell, type Edit, type Other, type Place, type Row, type Sheet, type Typed,
} from './model';
import { Past, Way, type Change, type Shown, type Step } from './past';
import { placeBlock, type Placed } from './placing';
import { styles } from './styles';
import { TypedCells } from './typed';

/** After how many milliseconds a dialog that closes is gone at the latest. */
const LEAVING = 2000;

const EMPTY: Sheet = { columns: [], rows: [], readonly: true };

/** Why a batch is sent; what is taken back or done again isn't a change of its own. */
type Why = 'edit' | 'paste' | 'back' | 'forth';

interface Batch {
  id: number;
  why: Why;
  edits: Edit[];
  /** what each of the cells showed before that wasn't kept */
  covered: (Typed | undefined)[];
  /** what else is shown otherwise since: at once, or as soon as the edits of these cells are kept */
  shown: Shown[];
}

/**
 * `<yj-grid>`: a sheet of figures in which only what is seen is drawn. It shows at once what is typed; the server answers
 * each cell, and what it refuses stays where it was typed, with the reason.
 *
 * Keys: arrows, Tab, Enter, Home, End, PageUp, PageDown, with Ctrl to the ends and with Shift a range; F2 or typing edits,
 * Esc gives up and, outside of a field, lets the next Tab leave the sheet; Delete empties; Ctrl+C, Ctrl+V, Ctrl+D, Ctrl+R,
 * Ctrl+Z, Ctrl+Y; Ctrl+Enter asks for the panel.
 *
 * @fires yj-grid-save with a batch of edits, to be answered by {@link answer}
 * @fires yj-grid-paste with a placed block, to be shown before it is saved: {@link apply} or {@link dismiss} ends that
 * @fires yj-grid-at with the cell that a person is in
 * @fires yj-grid-said with what a key has done, or why it does nothing here
 * @fires yj-grid-invalid with the number of cells in which something refused is shown, when it changes
 * @fires yj-grid-open when a person asks for the panel of that cell
 */
@customElement('yj-grid')
export class YjGrid extends LitElement {
  static styles = styles;

  /** Reads a clipboard; for whoever wants a block without a sheet. */
  static readonly read = readClipboard;

  /** Says where a block goes in a sheet, without one. */
  static readonly place = placeBlock;

  @property({ attribute: false }) sheet: Sheet = EMPTY;
  @property({ attribute: false }) words: Record<string, string> = {};
  @property({ attribute: false }) others: Other[] = [];
  @property() label = '';

  @state() private active: Place = { row: 0, col: 0 };
  @state() private anchor: Place = { row: 0, col: 0 };
  @state() private editing?: { text: string; whole: boolean; start: string; seen: number };
  @state() private spoken = '';
  @state() private seen = { top: 0, left: 0, width: 0, height: 0 };

  @query('.scroller') private scroller!: HTMLElement;
  @query('input') private input?: HTMLInputElement;

  private layout = new Layout([]);
  private readonly typed = new TypedCells();
  private readonly past = new Past();
  private readonly queue: Batch[] = [];
  /** rows as they stand, where a cell with something refused is shown in the place of another */
  private readonly behind = new Map<string, Row>();
  /** what is to be taken back, or done again (true), once nothing is on its way any more */
  private readonly later: boolean[] = [];
  private sending?: Batch;
  private placed?: { id: number; placed: Placed };
  private batches = 0;
  private focusWanted = false;
  /** whoever was sent to a cell before the sheet had its place on the page */
  private revealWanted = false;
  /** whether the focus belongs here since somebody was sent to a cell, and has not done anything yet */
  private sent = false;
  private leaving = false;
  private dragging = false;
  private telling = 0;
  private scrolling = 0;
  private told = 0;
  /** up to which of its changes what is typed is remembered and counted */
  private remembered = 0;
  /** what the panel was told last of what the cell that a person is in shows and doesn't keep */
  private shownHere = '';
  private full = false;
  private recalled = '';
  private keys = new Set<string>();
  private resize?: ResizeObserver;

  connectedCallback() {
    super.connectedCallback();
    // a page that is put together anew forgets how far it was scrolled and where its focus was
    this.revealWanted = this.hasUpdated;
    this.focusWanted ||= this.sent;
    this.resize = new ResizeObserver(() => {
      this.look();
      if (this.revealWanted) {
        this.reveal();
      }
    });
    this.resize.observe(this);
    this.addEventListener('copy', this.onCopy);
    this.addEventListener('paste', this.onPaste);
    window.addEventListener('beforeunload', this.onLeave);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.removeEventListener('copy', this.onCopy);
    this.removeEventListener('paste', this.onPaste);
    window.removeEventListener('beforeunload', this.onLeave);
    cancelAnimationFrame(this.scrolling);
    clearTimeout(this.telling);
  }

  // what the server says

  /** Shows a sheet in the place of what was shown. */
  load(sheet: Sheet) {
    this.sheet = sheet;
  }

  /**
   * Puts rows as they stand now in the place of those that were shown.
   *
   * @param own whether what has changed was written by whoever sits here, by other ways than this sheet's
   */
  patch(rows: Row[], own = false) {
    const now = new Map(rows.map((it) => [it.id, it]));
    if (own) {
      this.follow(rows.flatMap((row) => (row.cells ?? []).map((it) =>
        ({ row: row.id, period: it.p, seen: this.find(row.id, it.p)?.v ?? 0, now: it.v }))));
    }
    this.sheet = { ...this.sheet, rows: this.sheet.rows.map((it) => {
      const row = it.group ? undefined : now.get(it.id);
      return row ? this.holding(it, row) : it;
    }) };
  }

  /** A cell with something refused stays until that is put right or left, whatever else is stated in its column now. */
  private holding(before: Row, now: Row): Row {
    const held = (before.cells ?? []).filter((it) => this.typed.has(keyOf(now.id, it.p))
      && !now.cells?.some((other) => other.p === it.p));
    if (held.length === 0) {
      this.behind.delete(now.id);
      return now;
    }
    this.behind.set(now.id, now);
    const free = (now.cells ?? []).filter((it) => !held.some((other) => other.c < it.c + it.s && it.c < other.c + other.s));
    return { ...now, cells: [...free, ...held].sort((a, b) => a.c - b.c) };
  }

  /** Answers the batch that was sent last, edit by edit. */
  answer(id: number, answers: Answer[], rows: Row[]) {
    const batch = this.sending;
    if (!batch || batch.id !== id) {
      return;
    }
    this.sending = undefined;
    const changes: Change[] = [];
    const shown = [...batch.shown];
    const refused: string[] = [];
    const steps: Step[] = [];
    batch.edits.forEach((edit, i) => {
      const { result, words, draft = 0 } = answers[i] ?? { result: 'REFUSED' as const, words: this.words.lost };
      const key = keyOf(edit.row, edit.period);
      const cell = this.find(edit.row, edit.period);
      const before = batch.covered[i];
      if (result === 'TAKEN' || result === 'SAME') {
        this.put(key, batch.shown.find((it) => it.key === key)?.after);
        if (result === 'TAKEN') {
          changes.push({ row: edit.row, period: edit.period, before: cell?.raw ?? '', after: edit.text.trim(),
            draft: edit.seen, now: draft });
          steps.push({ row: edit.row, period: edit.period, seen: edit.seen, now: draft });
        }
      } else {
        if (edit.text.trim() && cell && !cell.ro) {
          this.typed.set(key, { text: edit.text, state: result, words, over: result === 'OVERTAKEN' ? draft : undefined });
        } else {
          this.typed.delete(key);
        }
        refused.push(`${this.nameOf(edit)}${this.words.colon ?? ' '}${words ?? ''}`);
      }
      const after = this.typed.get(key);
      if (!isSame(before, after)) {
        shown.push({ key, before, after });
      }
    });
    this.follow(steps);
    if (batch.why === 'edit' || batch.why === 'paste') {
      this.past.push({ changes, shown });
    }
    this.patch(rows);
    if (refused.length > 0) {
      this.say(refused.slice(0, 3).join(' ') + (refused.length > 3 ? ` +${refused.length - 3}` : ''));
    } else if (batch.why === 'back' || batch.why === 'forth') {
      this.say(this.words[batch.why === 'back' ? 'undone' : 'redone'] ?? '');
    } else if (changes.length > 0) {
      this.say((this.words.saved ?? '').replace('{0}', String(changes.length)));
    }
    this.send();
  }

  /** What waits, is being written or may be taken back over one's own draft has seen it: nobody is overtaken by themselves. */
  private follow(steps: Step[]) {
    const way = new Way(steps);
    if (way.isEmpty) {
      return;
    }
    this.queue.flatMap((it) => it.edits).forEach((it) => (it.seen = way.on(it.row, it.period, it.seen)));
    if (this.editing) {
      const here = this.here();
      this.editing.seen = way.on(here.row, here.period, this.editing.seen);
    }
    this.past.follow(way);
  }

  /** Says that a batch could not be answered: what was typed stays, marked. */
  fail(id: number, words: string) {
    if (this.sending?.id === id) {
      this.answer(id, this.sending.edits.map(() => ({ result: 'REFUSED' as const, words })), []);
    }
  }

  /** Saves the block that was shown. */
  apply(id: number) {
    if (this.placed?.id === id) {
      // what the preview refused for good covers nothing
      this.commit('paste', this.placed.placed.edits.filter((it) => !this.find(it.row, it.period)?.ro));
      this.placed = undefined;
    }
    this.takeBack();
  }

  /** Leaves the block that was shown; nothing has changed. */
  dismiss(id: number) {
    if (this.placed?.id === id) {
      this.placed = undefined;
    }
    this.takeBack();
  }

  /** Gives up what was typed into a cell and not kept. */
  forget(row: string, period: string) {
    this.typed.delete(keyOf(row, period));
    this.requestUpdate();
  }

  /** Writes what was typed into a cell over what somebody else has written there meanwhile. */
  insist(row: string, period: string) {
    const typed = this.typed.get(keyOf(row, period));
    const cell = this.find(row, period);
    if (typed && cell) {
      this.commit('edit', [{ row, period, text: typed.text, seen: typed.over ?? cell.v }]);
    }
  }

  /** Writes a text into a cell as if it were typed there by somebody who has seen a draft, 0 for none. */
  write(row: string, period: string, text: string, seen: number) {
    this.commit('edit', [{ row, period, text, seen }]);
  }

  /** Gives the focus to the cell that a person is in. */
  take() {
    this.focusWanted = true;
    this.requestUpdate();
  }

  /** Takes the focus from a dialog that closes, which may take it along when it goes. */
  private takeBack() {
    this.take();
    const until = performance.now() + LEAVING;
    const look = () => {
      const at = document.activeElement;
      if (at === document.body || at?.closest('vaadin-dialog:not([opened])')) {
        this.take();
      }
      if (performance.now() < until) {
        window.setTimeout(look, 100);
      }
    };
    window.setTimeout(look, 100);
  }

  /** Goes to a cell. */
  go(row: string, col: string, focus: boolean) {
    const at = this.sheet.rows.findIndex((it) => it.id === row && !it.group);
    const column = this.sheet.columns.findIndex((it) => it.key === col);
    if (at >= 0 && column >= 0) {
      this.focusWanted ||= focus;
      this.sent = focus;
      this.move({ row: at, col: column }, false, true);
    }
  }

  // what a person does

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.isComposing) {
      return;
    }
    const done = this.editing ? this.keyInField(event) : this.keyInSheet(event);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private keyInField(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'Enter':
        this.finish();
        if (event.ctrlKey || event.metaKey) {
          this.open();
        } else {
          this.step(event.shiftKey ? -1 : 1, 0, false);
        }
        return true;
      case 'Tab':
        this.finish();
        this.tab(event.shiftKey);
        return true;
      case 'Escape':
        this.editing = undefined;
        this.take();
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        if (this.editing?.whole) {
          return false;
        }
        this.finish();
        this.step(event.key === 'ArrowUp' ? -1 : 1, 0, false);
        return true;
      case 'F2':
        this.editing = { ...this.editing!, text: this.input?.value ?? '', whole: true };
        return true;
      default:
        return false;
    }
  }

  private keyInSheet(event: KeyboardEvent): boolean {
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      return false;
    }
    const leaving = this.leaving;
    this.leaving = false;
    switch (event.key) {
      case 'ArrowLeft':
        return this.step(0, -1, event.shiftKey);
      case 'ArrowRight':
        return this.step(0, 1, event.shiftKey);
      case 'ArrowUp':
        return this.step(-1, 0, event.shiftKey);
      case 'ArrowDown':
        return this.step(1, 0, event.shiftKey);
      case 'PageUp':
      case 'PageDown':
        return this.page(event.key === 'PageUp' ? -1 : 1, event.shiftKey);
      case 'Home':
        return this.move({ row: ctrl ? 0 : this.active.row, col: 0 }, event.shiftKey);
      case 'End':
        return this.move({ row: ctrl ? this.sheet.rows.length - 1 : this.active.row,
          col: this.sheet.columns.length - 1 }, event.shiftKey);
      case 'Tab':
        return !leaving && this.tab(event.shiftKey);
      case 'Enter':
        return ctrl ? this.open() : this.step(event.shiftKey ? -1 : 1, 0, false);
      case 'F2':
        return this.edit(undefined);
      case 'Escape':
        this.anchor = this.active;
        this.leaving = true;
        this.say(this.words.leave ?? '');
        return true;
      case 'Delete':
      case 'Backspace':
        return this.clear();
      default:
        return this.letter(event, ctrl);
    }
  }

  private letter(event: KeyboardEvent, ctrl: boolean): boolean {
    if (ctrl) {
      switch (event.key.toLowerCase()) {
        case 'a':
          this.anchor = { row: 0, col: 0 };
          return this.move({ row: this.sheet.rows.length - 1, col: this.sheet.columns.length - 1 }, true);
        case 'd':
          return this.fill(true);
        case 'r':
          return this.fill(false);
        case 'z':
          return this.again(event.shiftKey);
        case 'y':
          return this.again(true);
        default:
          return false;
      }
    }
    if (event.key === 'Process' || event.keyCode === 229) {
      // an input method is about to compose: its first key goes to the field as well
      this.edit('');
      return false;
    }
    return event.key.length === 1 && this.edit(event.key);
  }

  private tab(back: boolean): boolean {
    const { row, col } = this.active;
    const cell = cellAt(this.sheet.rows[row], col);
    const next = back ? (cell?.c ?? col) - 1 : (cell ? cell.c + cell.s : col + 1);
    if (next >= 0 && next < this.sheet.columns.length) {
      return this.move({ row, col: next }, false);
    }
    const other = this.nextRow(row, back ? -1 : 1);
    return other !== row && this.move({ row: other, col: back ? this.sheet.columns.length - 1 : 0 }, false);
  }

  private step(rows: number, cols: number, extend: boolean): boolean {
    const { row, col } = this.active;
    const cell = cellAt(this.sheet.rows[row], col);
    const next = cols === 0 ? col : cols < 0 ? (cell?.c ?? col) - 1 : cell ? cell.c + cell.s : col + 1;
    return this.move({ row: rows === 0 ? row : this.nextRow(row, rows), col: next }, extend);
  }

  private page(way: number, extend: boolean): boolean {
    const from = this.layout.top(this.active.row);
    const row = this.layout.at(Math.max(0, from + way * (this.seen.height - HEAD - 2)));
    return this.move({ row, col: this.active.col }, extend);
  }

  /** The nearest row of figures on one side, or the same one at the end. */
  private nextRow(row: number, way: number) {
    let next = row + way;
    while (this.sheet.rows[next]?.group) {
      next += way;
    }
    return this.sheet.rows[next] ? next : row;
  }

  private move(to: Place, extend: boolean, quiet = false): boolean {
    const rows = this.sheet.rows.length;
    let row = Math.max(0, Math.min(rows - 1, to.row));
    if (this.sheet.rows[row]?.group) {
      row = to.row > this.active.row && row < rows - 1 ? this.nextRow(row, 1) : this.nextRow(row, row === 0 ? 1 : -1);
      row = this.sheet.rows[row]?.group ? this.nextRow(row, 1) : row;
    }
    this.active = { row, col: Math.max(0, Math.min(this.sheet.columns.length - 1, to.col)) };
    if (!extend) {
      this.anchor = this.active;
    }
    this.leaving = false;
    this.reveal();
    if (!quiet) {
      this.sent = false;
      this.focusWanted = true;
      this.tellAt();
    }
    return true;
  }

  private tellAt() {
    this.shownHere = this.refusedHere();
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => this.fire('yj-grid-at', this.here()), 200);
  }

  private here() {
    const row = this.sheet.rows[this.active.row];
    const cell = cellAt(row, this.active.col);
    // what is on its way is neither kept nor lost
    const known = cell && this.typed.get(keyOf(row.id, cell.p));
    const typed = known?.state === 'PENDING' ? undefined : known;
    return { row: row?.id ?? '', period: cell?.p ?? '', column: this.sheet.columns[this.active.col]?.key ?? '',
      seen: cell?.v ?? 0, typed: typed?.text ?? '', state: (typed?.text && typed.state) || '', words: typed?.words ?? '' };
  }

  private refusedHere() {
    const { typed, state } = this.here();
    return state ? `${state} ${typed}` : '';
  }

  private open(): boolean {
    clearTimeout(this.telling);
    this.fire('yj-grid-open', this.here());
    return true;
  }

  private edit(text: string | undefined): boolean {
    const row = this.sheet.rows[this.active.row];
    const cell = cellAt(row, this.active.col);
    if (!cell || this.sheet.readonly || cell.ro) {
      this.sayLocked(cell);
      return true;
    }
    const before = this.typed.get(keyOf(row.id, cell.p))?.text ?? cell.raw ?? '';
    this.editing = { text: text ?? before, whole: text === undefined, start: before, seen: cell.v };
    // whoever has scrolled away and writes on sees what is written
    this.reveal();
    this.requestUpdate();
    this.performUpdate();
    this.input?.focus();
    this.input?.setSelectionRange(this.input.value.length, this.input.value.length);
    return true;
  }

  private sayLocked(cell: Cell | undefined) {
    const why = this.sheet.readonly ? 'readonly' : cell && SIGNS[cell.k] ? `locked-${cell.k}` : 'locked-OTHER';
    this.fire('yj-grid-said', this.words[why] ?? this.words.readonly ?? '');
  }

  /** Keeps what is written in the field; the focus goes back to the cell. */
  private finish() {
    if (!this.editing) {
      return;
    }
    const text = (this.input?.value ?? '').trim();
    const { start, seen } = this.editing;
    this.editing = undefined;
    this.focusWanted = true;
    const row = this.sheet.rows[this.active.row];
    const cell = cellAt(row, this.active.col);
    if (!cell) {
      return;
    }
    if (text === start && this.typed.get(keyOf(row.id, cell.p))?.state !== 'REFUSED') {
      return;
    }
    const dropped = !text && !cell.raw && this.drop(row, cell);
    if (dropped) {
      this.past.push({ changes: [], shown: [dropped] });
      return;
    }
    this.commit('edit', [{ row: row.id, period: cell.p, text, seen }]);
  }

  private get range() {
    return new Range(this.anchor, this.active);
  }

  /** The rows of figures of a range, each with its cells in it. */
  private chosen(range = this.range) {
    const rows: { row: Row; cells: Cell[] }[] = [];
    for (let r = range.top; r <= range.bottom; r++) {
      const row = this.sheet.rows[r];
      if (row && !row.group) {
        rows.push({ row, cells: (row.cells ?? []).filter((it) => range.holds(r, it)) });
      }
    }
    return rows;
  }

  private clear(): boolean {
    if (this.sheet.readonly) {
      return this.edit(undefined);
    }
    const edits: Edit[] = [];
    const shown: Shown[] = [];
    for (const { row, cells } of this.chosen()) {
      for (const cell of cells) {
        const dropped = this.drop(row, cell);
        const text = cell.raw || this.typed.get(keyOf(row.id, cell.p))?.text;
        if (dropped) {
          shown.push(dropped);
        } else if (text && !(cell.ro && !this.range.single)) {
          edits.push({ row: row.id, period: cell.p, text: '', seen: cell.v });
        }
      }
    }
    if (edits.length === 0) {
      this.past.push({ changes: [], shown });
    }
    this.commit('edit', edits, shown);
    return true;
  }

  /** Gives up what a cell shows and the server has not kept; what is on its way isn't given up, but written over. */
  private drop(row: Row, cell: Cell): Shown | undefined {
    const key = keyOf(row.id, cell.p);
    const before = this.typed.get(key);
    if (!before || before.state === 'PENDING') {
      return undefined;
    }
    this.put(key, undefined);
    return { key, before };
  }

  /** Shows in a cell what isn't kept, or what the server holds. */
  private put(key: string, typed: Typed | undefined) {
    if (typed) {
      this.typed.set(key, typed);
    } else {
      this.typed.delete(key);
    }
    this.requestUpdate();
  }

  /**
   * Fills a range from its first row or column, a single cell from the one above or before it, with what is stated there:
   * what was computed is nobody's statement.
   */
  private fill(down: boolean): boolean {
    if (this.sheet.readonly) {
      return this.edit(undefined);
    }
    let range = this.range;
    if (range.single) {
      const { row, col } = this.active;
      const from = down ? { row: this.nextRow(row, -1), col } : { row, col: Math.max(0, col - 1) };
      range = new Range(from, this.active);
    }
    const rows = this.chosen(range);
    const edits: Edit[] = [];
    rows.forEach(({ row, cells }, r) => cells.forEach((cell, c) => {
      const source = down ? rows[0].cells.find((it) => it.c === cell.c) : cells[0];
      const from = down ? rows[0].row : row;
      const text = source && (this.typed.get(keyOf(from.id, source.p))?.text ?? source.raw);
      if ((down ? r : c) > 0 && text && !cell.ro) {
        edits.push({ row: row.id, period: cell.p, text, seen: cell.v });
      }
    }));
    this.commit('edit', edits);
    return true;
  }

  /** Takes back what was done last, or does it again; what is on its way has first to be answered. */
  private again(forth: boolean): boolean {
    if (this.sending) {
      this.later.push(forth);
      return true;
    }
    const deed = forth ? this.past.forth() : this.past.back();
    if (!deed) {
      this.say(this.words[forth ? 'no-redo' : 'no-undo'] ?? '');
      return true;
    }
    const batch = deed.changes;
    // what has been put right or given up by other ways since isn't touched
    const shown = deed.shown.map((it): Shown => forth ? it : { key: it.key, before: it.after, after: it.before })
      .filter((it) => isSame(this.typed.get(it.key), it.before));
    if (batch.length === 0 && shown.length === 0) {
      return this.again(forth);
    }
    const [row, period] = batch.length > 0 ? [batch[0].row, batch[0].period] : shown[0].key.split(' ');
    const at = this.sheet.rows.findIndex((it) => it.id === row);
    const cell = this.find(row, period);
    if (at >= 0 && cell) {
      this.move({ row: at, col: cell.c }, false);
    }
    const sent = new Set(batch.map((it) => keyOf(it.row, it.period)));
    shown.filter((it) => !sent.has(it.key)).forEach((it) => this.put(it.key, it.after));
    if (batch.length === 0) {
      this.fire('yj-grid-said', this.words[forth ? 'redone' : 'undone'] ?? '');
      return true;
    }
    this.commit(forth ? 'forth' : 'back', batch.map((it) => ({
      row: it.row, period: it.period, text: forth ? it.after : it.before,
      seen: it.now, restores: forth || !it.draft ? undefined : it.draft,
    })), shown.filter((it) => sent.has(it.key)));
    return true;
  }

  private commit(why: Why, edits: Edit[], shown: Shown[] = []) {
    if (edits.length === 0) {
      return;
    }
    const covered = edits.map((it) => this.typed.get(keyOf(it.row, it.period))).map((it) => it?.state === 'PENDING' ? undefined : it);
    edits.forEach((it) => this.typed.set(keyOf(it.row, it.period), { text: it.text, state: 'PENDING' }));
    this.queue.push({ id: ++this.batches, why, edits, covered, shown });
    this.requestUpdate();
    this.send();
  }

  /** One batch at a time. */
  private send() {
    if (this.sending) {
      return;
    }
    if (this.queue.length === 0) {
      if (this.later.length > 0) {
        this.again(this.later.shift()!);
        this.send();
      }
      return;
    }
    this.sending = this.queue.shift()!;
    const { id, why, edits } = this.sending;
    this.fire('yj-grid-save', { id, why, edits });
  }

  /** Whoever closes the page before everything is kept is asked by the browser. */
  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (this.sending || this.queue.length > 0) {
      event.preventDefault();
    }
  };

  private readonly onCopy = (event: ClipboardEvent) => {
    if (this.editing || !event.clipboardData) {
      return;
    }
    const block = this.chosen().map(({ row, cells }) => cells.map((it) => this.copied(row, it)));
    event.clipboardData.setData('text/plain', writeTsv(block));
    event.clipboardData.setData('text/html', writeHtml(block));
    event.preventDefault();
    this.say((this.words.copied ?? '').replace('{0}', String(block.reduce((n, it) => n + it.length, 0))));
  };

  private readonly onPaste = (event: ClipboardEvent) => {
    if (this.editing || !event.clipboardData) {
      return;
    }
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const source = event.clipboardData.getData('text/html');
    if (this.sheet.readonly) {
      this.say(this.words.readonly ?? '');
    } else if (text.length > LARGEST_PASTE) {
      this.refusePaste();
    } else {
      this.paste(readClipboard(source.length > LARGEST_PASTE * 10 ? '' : source, text));
    }
  };

  private refusePaste() {
    this.say(this.words['too-large'] ?? '');
    this.fire('yj-grid-said', this.words['too-large']);
  }

  private paste(block: Block) {
    const range = this.range;
    const text = block.length === 1 && block[0].length === 1 ? block[0][0]?.trim() : undefined;
    if (text !== undefined) {
      const edits = this.chosen(range).flatMap(({ row, cells }) => cells
        .filter((it) => !it.ro)
        .map((it) => ({ row: row.id, period: it.p, text, seen: it.v })));
      if (range.single && edits.length === 0) {
        this.sayLocked(cellAt(this.sheet.rows[range.top], range.left));
      }
      this.commit('paste', text ? edits : []);
      return;
    }
    const placed = placeBlock(block, this.sheet, { row: range.top, col: range.left });
    this.placed = { id: ++this.batches, placed };
    this.fire('yj-grid-paste', { id: this.placed.id, ...placed });
  }

  private get widths() {
    return widths(this.seen.width, this.sheet.wide ?? false, this.sheet.columns.length);
  }

  private find(row: string, period: string) {
    return this.sheet.rows.find((it) => it.id === row && !it.group)?.cells?.find((it) => it.p === period);
  }

  private nameOf(edit: Edit) {
    const row = this.sheet.rows.find((it) => it.id === edit.row && !it.group);
    return `${row?.name ?? edit.row} ${edit.period}`;
  }

  /** What a cell gives to the clipboard: to the letter what it holds, its unit too, so that it means the same elsewhere. */
  private copied(row: Row, cell: Cell) {
    return this.typed.get(keyOf(row.id, cell.p))?.text ?? cell.raw ?? this.shown(cell);
  }

  private shown(cell: Cell) {
    return cell.k === 'MISSING' ? '' : [cell.b, cell.t, cell.a].filter((it) => it).join(this.sheet.wide ? ' ' : '');
  }

  /** With its unit, as it is read aloud. */
  private measured(row: Row, cell: Cell) {
    return cell.q ?? [this.shown(cell), row.unit].filter((it) => it).join(this.sheet.wide ? ' ' : '');
  }

  private say(words: string) {
    // said again where it is the same
    this.spoken = this.spoken === words ? `${words}\u00a0` : words;
  }

  private fire(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // what is seen

  private look() {
    if (this.scroller) {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller;
      this.seen = { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
    }
  }

  private readonly onScroll = () => {
    this.scrolling ||= requestAnimationFrame(() => {
      this.scrolling = 0;
      this.look();
    });
  };

  /** Scrolls no further than the active cell needs. */
  private reveal() {
    const { row, col } = this.active;
    const cell = cellAt(this.sheet.rows[row], col);
    this.revealWanted = !this.scroller?.clientHeight;
    if (this.revealWanted || !cell) {
      return;
    }
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroller;
    const top = this.layout.top(row);
    const bottom = this.layout.bottom(row) + HEAD;
    const { name, unit, col: wide } = this.widths;
    const left = cell.c * wide;
    const right = (cell.c + cell.s) * wide + name + unit;
    const y = top < scrollTop ? top : bottom > scrollTop + clientHeight ? bottom - clientHeight : scrollTop;
    const x = left < scrollLeft ? left : right > scrollLeft + clientWidth ? right - clientWidth : scrollLeft;
    if (y !== scrollTop || x !== scrollLeft) {
      this.scroller.scrollTo({ top: y, left: x });
      this.look();
    }
  }

  protected willUpdate(changed: PropertyValues<this>) {
    if ([...this.behind].some(([id, row]) => this.sheet.rows.some((it) => it.id === id && !it.group
        && !it.cells?.every((cell) => row.cells?.some((other) => other.p === cell.p) || this.typed.has(keyOf(id, cell.p)))))) {
      this.patch([...this.behind.values()]);
    }
    if (changed.has('sheet')) {
      this.layout = new Layout(this.sheet.rows);
      this.recall();
      if (this.sheet.rows[this.active.row]?.group !== false && !this.sheet.rows[this.active.row]?.cells) {
        this.active = { row: Math.max(0, this.sheet.rows.findIndex((it) => !it.group)), col: this.active.col };
        this.anchor = this.active;
      }
      if (this.active.col >= this.sheet.columns.length) {
        this.active = { ...this.active, col: Math.max(0, this.sheet.columns.length - 1) };
        this.anchor = this.active;
      }
    }
  }

  /**
   * What is not kept outlives a visit to another page, the refused as well as what was on its way: it is remembered in
   * this browser's tab until it is put right or left.
   */
  private remember() {
    if (this.remembered === this.typed.changes) {
      return;
    }
    this.remembered = this.typed.changes;
    if (this.sheet.memory) {
      this.store(this.sheet.memory);
    }
    const shown = [...this.typed].filter(([key, it]) => it.state !== 'PENDING' && this.keys.has(key)).length;
    if (shown !== this.told) {
      this.told = shown;
      this.fire('yj-grid-invalid', shown);
    }
  }

  private store(name: string) {
    try {
      if (this.typed.size > 0) {
        sessionStorage.setItem(name, JSON.stringify([...this.typed]));
      } else {
        sessionStorage.removeItem(name);
      }
      this.full = false;
    } catch {
      // the browser has no more room: whoever fills the sheet has to know, once
      if (!this.full) {
        this.full = true;
        this.say(this.words.unremembered ?? '');
        this.fire('yj-grid-said', this.words.unremembered);
      }
    }
  }

  private recall() {
    this.remembered = -1;
    this.keys = new Set(this.sheet.rows.flatMap((row) => (row.cells ?? []).map((it) => keyOf(row.id, it.p))));
    if (this.sheet.memory && this.recalled !== this.sheet.memory) {
      this.recalled = this.sheet.memory;
      const remembered = sessionStorage.getItem(this.sheet.memory) ?? '[]';
      (JSON.parse(remembered) as [string, Typed][]).filter(([key]) => !this.typed.has(key))
        .forEach(([key, it]) => this.recallOne(key, it));
    }
  }

  /** What was on its way when the page was left has come to be kept, or not: then it says so. */
  private recallOne(key: string, typed: Typed) {
    const [row, period] = key.split(' ');
    if (typed.state !== 'PENDING') {
      this.typed.set(key, typed);
    } else if ((this.find(row, period)?.raw ?? '') !== typed.text.trim()) {
      this.typed.set(key, { text: typed.text, state: 'REFUSED', words: this.words.unsent });
    }
  }

  protected updated() {
    this.remember();
    if (this.shownHere !== this.refusedHere()) {
      this.tellAt();
    }
    if (this.focusWanted && !this.editing && this.scroller.clientHeight > 0) {
      this.focusWanted = false;
      this.shadowRoot!.querySelector<HTMLElement>('.cell.active')?.focus({ preventScroll: true });
    }
  }

  protected firstUpdated() {
    this.look();
    this.reveal();
  }

  render() {
    const { columns: cols, rows } = this.sheet;
    const { name, unit, col } = this.widths;
    const width = name + unit + cols.length * col;
    const shown = this.layout.rows(this.seen.top, this.seen.top + this.seen.height - HEAD);
    const across = columns(this.seen.left, this.seen.left + this.seen.width - name - unit, cols.length, col);
    const indices = new Set<number>([this.active.row]);
    for (let r = shown.first; r <= shown.last; r++) {
      indices.add(r);
    }
    const sorted = [...indices].filter((it) => rows[it]).sort((a, b) => a - b);
    return html`
      <div class="scroller" @scroll=${this.onScroll} @keydown=${this.onKey}
        @pointerdown=${this.onPointerDown} @pointermove=${this.onPointerMove} @pointerup=${this.onPointerUp}
        @dblclick=${this.onDouble} style="--_name:${name}px;--_unit:${unit}px;--_col:${col}px">
        <div class="sheet" role="grid" aria-label=${this.label} aria-rowcount=${rows.length + 1}
          aria-colcount=${cols.length + 2} aria-multiselectable="true" aria-readonly=${this.sheet.readonly}
          style="width:${width}px;height:${this.layout.height + HEAD}px">
          <div class="row head" role="row" aria-rowindex="1">
            <div class="name" role="columnheader" aria-colindex="1">${this.words.name}</div>
            <div class="unit" role="columnheader" aria-colindex="2">${this.words.unit}</div>
            ${range(across.first, across.last).map((c) => html`
              <div class="col ${c === this.active.col ? 'here' : ''}" role="columnheader" aria-colindex=${c + 3}
                style="left:${name + unit + c * col}px;line-height:${HEAD}px">${cols[c].label}</div>`)}
          </div>
          ${repeat(sorted, (r) => r, (r) => this.renderRow(r, across))}
        </div>
      </div>
      <div class="spoken" role="status" aria-live="polite">${this.spoken}</div>
    `;
  }

  private renderRow(r: number, across: { first: number; last: number }) {
    const row = this.sheet.rows[r];
    const top = this.layout.top(r) + HEAD;
    const height = this.layout.bottom(r) - this.layout.top(r);
    const box = `top:${top}px;height:${height}px;line-height:${height - 1}px`;
    if (row.group) {
      return html`<div class="row group" role="row" aria-rowindex=${r + 2} style=${box}>
        <div class="name" role="rowheader" aria-colindex="1" aria-colspan="2">${row.name}</div>
      </div>`;
    }
    const here = r === this.active.row;
    const cells = (row.cells ?? []).filter((it) => (it.c <= across.last && it.c + it.s > across.first)
      || (here && it.c <= this.active.col && this.active.col < it.c + it.s));
    return html`<div class="row ${here ? 'here' : ''}" role="row" aria-rowindex=${r + 2} style=${box}>
      <div class="name" role="rowheader" aria-colindex="1" title=${row.name}><span>${row.name}</span></div>
      <div class="unit" role="gridcell" aria-colindex="2"><span>${row.unit}</span></div>
      ${repeat(cells, (it) => it.c, (it) => this.renderCell(r, row, it))}
    </div>`;
  }

  private renderCell(r: number, row: Row, cell: Cell) {
    const typed = this.typed.get(keyOf(row.id, cell.p));
    const active = r === this.active.row && cell.c <= this.active.col && this.active.col < cell.c + cell.s;
    const other = this.others.find((it) => it.row === row.id && it.period === cell.p);
    const broken = row.x?.includes(cell.c);
    const refused = typed && typed.state !== 'PENDING';
    const { name, unit, col } = this.widths;
    const style = `left:${name + unit + cell.c * col}px;width:${cell.s * col}px`;
    return html`<div class="cell ${typed?.state ?? cell.k} ${!typed && cell.f ? `found-${cell.f}` : ''} ${active ? 'active' : ''}
        ${other ? `taken tone${other.tone}` : ''}"
      role="gridcell" tabindex=${active ? 0 : -1} aria-colindex=${cell.c + 3}
      aria-colspan=${cell.s > 1 ? cell.s : nothing} aria-selected=${!this.range.single && this.range.holds(r, cell)}
      aria-invalid=${refused || (!typed && cell.f === 'HIGH') ? 'true' : nothing} aria-readonly=${cell.ro || this.sheet.readonly ? 'true' : nothing}
      aria-label=${this.spokenOf(row, cell, typed, other, broken)} title=${typed?.words ?? cell.l ?? nothing}
      data-row=${r} data-col=${cell.c} data-id=${row.id} data-period=${cell.p} style=${style}>
      ${broken ? html`<span class="broken" aria-hidden="true">//</span>` : nothing}
      ${active && this.editing
        ? html`<input .value=${this.editing.text} aria-label=${`${row.name} ${cell.p}`} autocomplete="off"
            spellcheck="false" maxlength="2000" @blur=${this.onBlur}>`
        : this.renderValue(cell, typed)}
      ${other ? html`<span class="other" aria-hidden="true">${other.initials}</span>` : nothing}
    </div>`;
  }

  private renderValue(cell: Cell, typed: Typed | undefined) {
    if (typed) {
      return html`<span class="value">${sign('first', typed.state === 'PENDING' ? UNDER_WAY : CROSS)}
        <span class="number">${typed.text}</span><span class="words after"></span></span>`;
    }
    return html`<span class="value">
        ${cell.f ? sign('finding', FINDINGS[cell.f]) : nothing}
        ${SIGNS[cell.k] ? sign('first', SIGNS[cell.k]!) : cell.ro && !this.sheet.readonly ? sign('first', LOCK) : nothing}
        ${cell.d ? sign('departs', DEPARTS) : nothing}
        ${cell.j ? sign('ruled', RULED) : nothing}
        ${cell.l && cell.s > 1 ? html`<span class="period">${cell.l}</span>` : nothing}
        ${cell.b ? html`<span class="words">${cell.b}</span>` : nothing}
        <span class="number">${cell.k === 'MISSING' ? this.words.missing : cell.t}</span>
        <span class="words after">${cell.a}</span>
      </span>
      ${cell.r ? html`<span class="corner"></span>` : nothing}
      ${cell.u ? html`<span class="bare"></span>` : nothing}
      ${cell.m || cell.o ? html`<span class="several">${cell.m}${cell.o ? `+${cell.o}` : ''}</span>` : nothing}`;
  }

  private spokenOf(row: Row, cell: Cell, typed: Typed | undefined, other: Other | undefined, broken?: boolean) {
    const w = this.words;
    const parts = typed
      ? [typed.text || w['look-EMPTY'], w[`typed-${typed.state}`], typed.words]
      : [cell.l, cell.k === 'MISSING' || cell.k === 'EMPTY' ? '' : this.measured(row, cell),
        w[`look-${cell.k}`], cell.f ? w[`finding-${cell.f}`] : '', cell.u ? w['no-source'] : '', cell.r ? w.commented : '',
        cell.d ? w.departs : '', cell.j ? w.ruled : '', cell.m ? (w.several ?? '').replace('{0}', String(cell.m)) : '',
        cell.ro && !SIGNS[cell.k] && !this.sheet.readonly ? w['locked-OTHER'] : ''];
    parts.push(broken ? w.broken : '', other ? (w.other ?? '').replace('{0}', other.name) : '');
    return parts.filter((it) => it).join(w.comma ?? ', ');
  }

  private placeOf(event: Event): Place | undefined {
    const cell = event.composedPath().find((it): it is HTMLElement =>
      it instanceof HTMLElement && it.dataset.col !== undefined);
    return cell && { row: Number(cell.dataset.row), col: Number(cell.dataset.col) };
  }

  private readonly onPointerDown = (event: PointerEvent) => {
    const place = this.placeOf(event);
    if (!place || event.button !== 0 || event.composedPath()[0] === this.input) {
      return;
    }
    this.finish();
    event.preventDefault();
    this.dragging = event.pointerType === 'mouse';
    this.move(place, event.shiftKey);
  };

  private readonly onPointerMove = (event: PointerEvent) => {
    const place = this.dragging && event.buttons === 1 ? this.placeOf(event) : undefined;
    if (place && (place.row !== this.active.row || place.col !== this.active.col)) {
      this.move(place, true);
    }
  };

  private readonly onPointerUp = () => {
    this.dragging = false;
  };

  private readonly onDouble = (event: Event) => {
    if (this.placeOf(event)) {
      this.edit(undefined);
    }
  };

  /** Who goes elsewhere has finished. */
  private readonly onBlur = (event: FocusEvent) => {
    if (this.editing && !(event.relatedTarget instanceof Node && this.shadowRoot!.contains(event.relatedTarget))) {
      this.finish();
      this.focusWanted = false;
    }
  };
}

const LOCK = 'M4 7.5h8V13H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3';
/** not equal */
const DEPARTS = 'M3 6h10M3 10h10M10.5 2.5l-5 11';
/** a pair of scales */
const RULED = 'M8 2.5v10.5M5 13.5h6M2.5 4.5h11M4 4.5L2 9.5h4zM12 4.5l-2 5h4z';
/** three dots */
const UNDER_WAY = 'M3 8h.2M8 8h.2M13 8h.2';
const CROSS = 'M3 3h10v10H3zM5.5 5.5l5 5M10.5 5.5l-5 5';
const FINDINGS = {
  HIGH: CROSS,
  MEDIUM: 'M8 2.5l6 11H2zM8 6.5v3M8 11.4v.2',
  LOW: 'M8 2a6 6 0 1 0 .01 0M8 7.4v3.4M8 5v.2',
};
const SIGNS: Partial<Record<string, string>> = {
  APPROVED: LOCK,
  SUBMITTED: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
  RETURNED: 'M13 8H4M7.5 4.5L4 8l3.5 3.5',
};

function sign(name: string, path: string) {
  return html`<svg class="sign ${name}" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
}

/** Whether the same is shown and not kept; what is on its way may still become so. */
function isSame(one: Typed | undefined, other: Typed | undefined) {
  return one?.text === other?.text && one?.state !== 'PENDING';
}

function keyOf(row: string, period: string) {
  return `${row} ${period}`;
}

function range(first: number, last: number) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
