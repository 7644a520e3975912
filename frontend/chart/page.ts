/** A chart as far as the page around it is concerned. */
export interface OnPage {
  /** The colours or a font have changed. */
  drawSoon(): void;
  /** The window has another size or density. */
  fit(): void;
  print(printing: boolean): void;
}

const charts = new Set<OnPage>();
let listening = false;

/** Tells a chart what happens on the page, until it leaves. The page is listened to once, however many charts it holds. */
export function enter(chart: OnPage) {
  charts.add(chart);
  if (!listening) {
    listening = true;
    listen();
  }
}

export function leave(chart: OnPage) {
  charts.delete(chart);
}

function listen() {
  const redraw = () => charts.forEach((it) => it.drawSoon());
  for (const media of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
    matchMedia(media).addEventListener('change', redraw);
  }
  document.fonts?.addEventListener('loadingdone', redraw);
  const watcher = new MutationObserver(redraw);
  for (const root of [document.documentElement, document.body]) {
    watcher.observe(root, { attributeFilter: ['class', 'style', 'theme', 'data-scheme'] });
  }
  window.addEventListener('resize', () => charts.forEach((it) => it.fit()));
  window.addEventListener('beforeprint', () => charts.forEach((it) => it.print(true)));
  window.addEventListener('afterprint', () => charts.forEach((it) => it.print(false)));
}
