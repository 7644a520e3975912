import { css, html, LitElement, nothing, svg, unsafeCSS, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Engine, Size, Surroundings } from './engine';
import type { Spot } from './evidence';
import { legendOf } from './legend';
import { LABEL_COLUMN, type EvidenceConfig, type PictureRequest, type Words } from './model';
import { enter, leave, type OnPage } from './page';
import { paletteCss, paletteOf, paper } from './palette';

/** Chart.js and all that draws stands apart: a page without charts fetches it when it has nothing else to do. */
let engine: typeof import('./engine') | undefined;
/** Kept here, because a browser takes its time, and a frame, to answer even a repeated import. */
const engineModule = async () => (engine ??= await import('./engine'));

let faces: Promise<unknown> | undefined;

/** The faces of the page's font, or that they can't be had: one that comes later has every chart drawn anew. */
const pageFaces = () =>
  (faces ??= Promise.allSettled(
    [400, 500, 600, 700].map((weight) =>
      document.fonts?.load(
        `${weight} 12px ${getComputedStyle(document.documentElement).getPropertyValue('--yj-sans') || 'sans-serif'}`,
      ),
    ),
  ));

// fetched while the browser waits for the page's content, so that the first chart is drawn as soon as it is there
(window.requestIdleCallback ?? setTimeout)(() => {
  void engineModule();
  void pageFaces();
});

/** Charts that wait for the engine. They are measured together: once one is drawn, measuring means a new layout. */
const waiting = new Set<YjChart>();

async function drawWaiting() {
  try {
    const { Engine } = await engineModule();
    await pageFaces();
    // before the page is laid out and painted, so that both happen once; no earlier, since it is still being put together
    // and a look at its styles now would have all of them reckoned twice
    await new Promise(requestAnimationFrame);
    for (const draw of [...waiting].map((it) => it.measured())) {
      try {
        draw(Engine);
      } catch (error) {
        reportError(error);
      }
    }
  } finally {
    waiting.clear();
  }
}

/**
 * `<yj-chart>`: one chart, its legend, and a slot for its table.
 *
 * @fires yj-point-press with the key of the pressed point
 * @fires yj-table-toggle when a person shows or hides the table
 */
@customElement('yj-chart')
export class YjChart extends LitElement implements OnPage {
  static styles = [
    unsafeCSS(paletteCss),
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        color: var(--_ink);
        font: 400 12px/18px var(--yj-sans, sans-serif);
        font-variant-numeric: tabular-nums lining-nums;
      }
      :host([hidden]) {
        display: none;
      }
      header {
        display: flex;
        gap: 8px;
        align-items: baseline;
        margin-bottom: 8px;
        order: -2;
      }
      .title {
        font-size: 14px;
        line-height: 22px;
        font-weight: 700;
      }
      .unit {
        color: var(--_ink3);
      }
      .scroller {
        display: flex;
        flex: 1 1 auto;
        flex-direction: column;
        min-width: 0;
      }
      .aligned {
        overflow-x: auto;
      }
      .sheet {
        display: flex;
        flex: 1 1 auto;
        flex-direction: column;
      }
      .plot {
        position: relative;
        flex: 0 1 var(--yj-chart-height, 260px);
        min-height: 160px;
        border-radius: 4px;
        touch-action: pan-y;
      }
      .plot.away {
        display: none;
      }
      .plot:focus-visible {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }
      .plot.pointing {
        cursor: pointer;
      }
      .canvas {
        position: absolute;
        inset: 0;
        contain: strict;
      }
      .tip {
        position: absolute;
        z-index: 1;
        box-sizing: border-box;
        max-width: min(280px, 100%);
        padding: 8px 12px;
        border: 1px solid var(--_line2);
        border-radius: 6px;
        background: var(--_surface);
        box-shadow: var(--yj-shadow, 0 6px 24px rgb(0 0 0 / 20%));
        pointer-events: none;
        white-space: normal;
      }
      .tip[hidden] {
        display: none;
      }
      .tip p {
        margin: 0;
        color: var(--_ink2);
      }
      .tip .figure {
        color: var(--_ink);
        font-size: 14px;
        line-height: 22px;
        font-weight: 700;
      }
      .tip .press {
        color: var(--_accent);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        align-items: center;
        margin-top: auto;
        padding-top: 8px;
        color: var(--_ink2);
      }
      .foot.above {
        order: -1;
        margin: 0 0 8px;
        padding: 0;
      }
      .mark {
        display: inline-flex;
        gap: 5px;
        align-items: center;
      }
      .mark svg {
        flex: none;
      }
      .end {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        margin-inline-start: auto;
      }
      button {
        min-width: 28px;
        height: 24px;
        padding: 0 8px;
        border: 1px solid var(--_line2);
        border-radius: 4px;
        background: transparent;
        color: var(--_accent);
        font: inherit;
        cursor: pointer;
      }
      button:focus-visible {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }
      @media (pointer: coarse) {
        button {
          min-width: 44px;
          height: 44px;
        }
      }
      .spoken {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) config?: EvidenceConfig;
  @property({ attribute: false }) words: Words = {};
  @property({ attribute: false }) picture?: PictureRequest;
  @property() locale = 'zh-CN';
  @property() tablePlacement: 'hidden' | 'below' | 'aligned' = 'hidden';
  @property({ type: Boolean, reflect: true }) tableShown = false;
  @property({ type: Boolean }) headless = false;
  @property({ type: Boolean }) pressable = false;

  @state() private omitted = false;
  @state() private active?: Spot;
  @state() private spoken = '';

  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('.canvas') private frame!: HTMLElement;
  @query('.plot') private plot!: HTMLElement;
  @query('.tip') private tip!: HTMLElement;
  @query('.sheet') private sheet!: HTMLElement;

  private engine?: Engine;
  private printing = false;
  private drawing = 0;
  private painted = false;
  private answered = 0;
  private readonly sizes = new ResizeObserver(() => this.fit());

  connectedCallback() {
    super.connectedCallback();
    void engineModule();
    enter(this);
    this.requestUpdate('config');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    leave(this);
    this.sizes.disconnect();
    waiting.delete(this);
    this.engine?.destroy();
    this.engine = undefined;
  }

  render() {
    const evidence = this.config?.data.evidence;
    const aligned = this.tablePlacement === 'aligned';
    const hideable = this.tablePlacement === 'hidden';
    const away = hideable && this.tableShown;
    return html`
      ${evidence && !this.headless
        ? html`<header><span class="title">${evidence.title}</span><span class="unit">${evidence.unit}</span></header>`
        : nothing}
      <div class="scroller ${aligned ? 'aligned' : ''}">
        <div class="sheet">
          <div
            class="plot ${away ? 'away' : ''} ${this.active && this.pressable ? 'pointing' : ''}"
            tabindex="0"
            role="group"
            aria-label=${`${evidence?.title ?? ''} · ${this.words.keys ?? ''}`}
            @keydown=${this.onKey}
            @blur=${() => this.show(undefined, false)}
            @pointermove=${this.onMove}
            @pointerleave=${() => this.show(undefined, false)}
            @click=${this.onClick}
          >
            <div class="canvas"><canvas role="img" aria-label=${evidence?.summary ?? ''}></canvas></div>
            ${this.renderTip()}
          </div>
          ${hideable && !this.tableShown ? nothing : html`<slot name="table"></slot>`}
        </div>
      </div>
      <div class="foot ${aligned ? 'above' : ''}">
        ${this.config ? legendOf(this.config, this.words, this.omitted).map((entry) => html`
          <span class="mark">
            <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
              ${svg`<path d=${entry.path} fill=${entry.fill ? `var(--_${entry.fill})` : 'none'}
                stroke=${entry.stroke ? `var(--_${entry.stroke})` : 'none'} stroke-width="1.4"
                stroke-dasharray=${entry.dash ?? 'none'}></path>`}
            </svg>${entry.words}
          </span>`) : nothing}
        <span class="end">
          <slot name="legend"></slot>
          ${hideable
            ? html`<button type="button" aria-pressed=${this.tableShown} aria-keyshortcuts="T" @click=${() => this.toggleTable(false)}
                @keydown=${this.onButtonKey}>${this.words.table}</button>`
            : nothing}
        </span>
      </div>
      <div class="spoken" aria-live="polite">${this.spoken}</div>
    `;
  }

  private renderTip() {
    const point = this.active?.point;
    return html`<div class="tip" ?hidden=${!point} aria-hidden="true">
      ${point
        ? html`<p>${point.lead}</p>
            <p class="figure">${point.text}</p>
            ${(point.details ?? []).map((it) => html`<p>${it}</p>`)}
            ${this.pressable ? html`<p class="press">${this.words.press}</p>` : nothing}`
        : nothing}
    </div>`;
  }

  protected willUpdate(changed: PropertyValues<this>) {
    if (changed.has('config')) {
      this.active = undefined;
      this.painted = false;
    }
  }

  protected updated(changed: PropertyValues<this>) {
    if ((['config', 'words', 'locale', 'tablePlacement'] as const).some((it) => changed.has(it))) {
      this.start();
    }
    if (changed.has('picture') && this.picture && this.picture.request !== this.answered) {
      this.answered = this.picture.request;
      void this.savePicture(this.picture);
    }
    const columns = this.config?.data.labels?.length ?? 0;
    this.sheet.style.minWidth = this.tablePlacement === 'aligned' ? `${LABEL_COLUMN + columns * 88}px` : '';
    this.placeTip();
  }

  /** Saves the chart as a PNG picture in the colours of paper. */
  async savePicture(picture: PictureRequest) {
    if (this.config) {
      const { savePicture } = await import('./picture');
      await savePicture(this.config, this.surroundings(), picture);
    }
  }

  private start() {
    if (!this.config || !this.isConnected) {
      return;
    }
    if (this.engine) {
      this.draw();
      this.tellPainted();
      return;
    }
    if (!waiting.size) {
      void drawWaiting();
    }
    waiting.add(this);
  }

  /** Looks at everything that the first drawing depends on; what is returned draws without another look. */
  measured(): (engine: typeof Engine) => void {
    const around = this.surroundings();
    const size = this.size();
    return (Engine) => {
      this.engine = new Engine(this.canvas, this.config!, around, size);
      this.omitted = this.engine.omitted;
      this.sizes.observe(this.frame);
      this.bringHighlighted();
      this.tellPainted();
    };
  }

  /** A chart that is wider than its page opens where its highlighted category is, not at its oldest. */
  private bringHighlighted() {
    const { evidence, labels } = this.config!.data;
    if (this.tablePlacement === 'aligned' && evidence.highlighted !== undefined && labels?.length) {
      const scroller = this.sheet.parentElement!;
      const column = (scroller.scrollWidth - LABEL_COLUMN) / labels.length;
      scroller.scrollLeft = LABEL_COLUMN + (evidence.highlighted + 1.5) * column - scroller.clientWidth;
    }
  }

  private size(): Size {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight };
  }

  /** Hidden charts keep their size. */
  fit() {
    const size = this.size();
    if (size.width && size.height) {
      this.engine?.resize(size);
    }
  }

  /** Once, however many of its surroundings change before the next frame. */
  drawSoon() {
    if (this.engine && !this.drawing) {
      this.drawing = requestAnimationFrame(() => {
        this.drawing = 0;
        this.draw();
      });
    }
  }

  private draw() {
    if (this.engine && this.config) {
      this.engine.update(this.config, this.surroundings());
      this.omitted = this.engine.omitted;
    }
  }

  private surroundings(): Surroundings {
    const style = getComputedStyle(this);
    return {
      palette: this.printing ? paper : paletteOf(style),
      font: style.fontFamily,
      locale: this.locale,
      words: this.words,
      aligned: this.tablePlacement === 'aligned',
    };
  }

  print(printing: boolean) {
    this.printing = printing;
    this.draw();
  }

  /** Marks the moment the browser has really painted these values for the first time. */
  private tellPainted() {
    if (this.painted) {
      return;
    }
    this.painted = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        performance.mark('yj-chart-painted', { detail: { title: this.config?.data.evidence.title } });
        port1.close();
      };
      port2.postMessage(undefined);
    });
  }

  private onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const handled = this.handle(event.key);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private handle(key: string): boolean {
    switch (key) {
      case 'ArrowLeft':
        return this.step((it, from) => it.index < from.index, -1);
      case 'ArrowRight':
        return this.step((it, from) => it.index > from.index, 0);
      case 'ArrowUp':
        return this.step((it, from) => it.index === from.index && it.y < from.y, -1);
      case 'ArrowDown':
        return this.step((it, from) => it.index === from.index && it.y > from.y, 0);
      case 'Home':
        return this.show(this.ordered().at(0), true);
      case 'End':
        return this.show(this.ordered().at(-1), true);
      case 'Enter':
      case ' ':
        return this.press(this.active);
      case 'Escape':
        return this.active !== undefined && this.show(undefined, true);
      case 't':
      case 'T':
        this.toggleTable(true);
        return true;
      default:
        return false;
    }
  }

  private ordered(): Spot[] {
    return [...(this.engine?.spots ?? [])].sort((a, b) => a.index - b.index || a.y - b.y);
  }

  private step(side: (spot: Spot, from: Spot) => boolean, nearest: 0 | -1): boolean {
    const spots = this.ordered();
    const from = this.active;
    if (!from) {
      return this.show(spots.at(nearest), true);
    }
    const beside = spots.filter((it) => side(it, from));
    const next = beside.at(nearest);
    const sameSeries = beside.filter(
      (it) => it.index === next?.index && it.dataset === from.dataset);
    return this.show(sameSeries[0] ?? next ?? from, true);
  }

  private show(spot: Spot | undefined, byKeyboard: boolean): boolean {
    const same = spot?.dataset === this.active?.dataset && spot?.index === this.active?.index;
    if (same && !byKeyboard) {
      return true;
    }
    this.active = spot;
    this.engine?.focus(spot, byKeyboard);
    if (byKeyboard) {
      this.spoken = spot?.point.spoken ?? '';
    }
    return true;
  }

  private press(spot: Spot | undefined): boolean {
    if (!spot) {
      return false;
    }
    this.dispatchEvent(new CustomEvent('yj-point-press', { detail: { key: spot.point.key } }));
    return true;
  }

  private under(event: MouseEvent): Spot | undefined {
    const { left, top } = this.canvas.getBoundingClientRect();
    return this.engine?.at(event.clientX - left, event.clientY - top);
  }

  private onMove(event: PointerEvent) {
    if (event.pointerType === 'mouse') {
      this.show(this.under(event), false);
    }
  }

  private onClick(event: MouseEvent) {
    const spot = this.under(event);
    this.show(spot, false);
    this.press(spot);
  }

  private onButtonKey(event: KeyboardEvent) {
    if (event.key === 't' || event.key === 'T') {
      event.preventDefault();
      this.toggleTable(true);
    }
  }

  /** By key, the focus goes where the key works next; a pressed button keeps it. */
  private toggleTable(byKey: boolean) {
    if (this.tablePlacement !== 'hidden') {
      return;
    }
    this.tableShown = !this.tableShown;
    this.show(undefined, false);
    this.dispatchEvent(new CustomEvent('yj-table-toggle'));
    void this.updateComplete.then(() => {
      if (byKey) {
        this.shadowRoot!.querySelector<HTMLElement>(this.tableShown ? 'button' : '.plot')?.focus();
      }
    });
  }

  /** Beside the point where there is room, and never out of the plot to the sides. */
  private placeTip() {
    if (!this.active) {
      return;
    }
    const { x, y } = this.active;
    const width = this.tip.offsetWidth;
    const right = x + 14 + width <= this.plot.clientWidth;
    const left = right ? x + 14 : Math.max(0, x - 14 - width);
    this.tip.style.left = `${Math.min(left, Math.max(0, this.plot.clientWidth - width))}px`;
    this.tip.style.top = `${Math.max(0, Math.min(y - 20, this.plot.clientHeight - this.tip.offsetHeight))}px`;
  }
}
