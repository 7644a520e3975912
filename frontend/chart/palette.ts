import { html } from 'lit';

/** The colours a chart uses, by name: in light, in dark, and by the system's names where it forces its own. */
const TOKENS = {
  surface: ['#FFFFFF', '#182027', 'Canvas'],
  line: ['#DEE2E6', '#2B363F', 'GrayText'],
  line2: ['#C5CCD3', '#3D4A55', 'CanvasText'],
  ink: ['#16202A', '#E8EDF1', 'CanvasText'],
  ink2: ['#45515D', '#B4BEC7', 'CanvasText'],
  ink3: ['#5E6975', '#94A0AB', 'CanvasText'],
  accent: ['#1A5A8E', '#7DB7E8', 'Highlight'],
  'accent-tint': ['#E4EEF6', '#1B3145', 'Canvas'],
  d1: ['#1A5A8E', '#7DB7E8', 'CanvasText'],
  d2: ['#B3560F', '#E39A55', 'LinkText'],
  d3: ['#2F8074', '#A9DCC0', 'VisitedText'],
  d4: ['#5C1F3E', '#B873A0', 'GrayText'],
  context: ['#848F99', '#7F8C98', 'GrayText'],
} as const;

export type Tone = keyof typeof TOKENS;
export type Palette = Record<Tone, string>;

const names = Object.keys(TOKENS) as Tone[];

/** Style rules that make each colour known to the component as `--_name`, from its surroundings or else from here. */
export const paletteCss =
  `:host{${names.map((it) => `--_${it}:var(--yj-${it},light-dark(${TOKENS[it][0]},${TOKENS[it][1]}));`).join('')}}` +
  '@media (prefers-contrast:more){:host{--_ink2:var(--_ink);--_ink3:var(--_ink);--_line:var(--_ink3);--_line2:var(--_ink);}}' +
  `@media (forced-colors:active){:host{${names.map((it) => `--_${it}:${TOKENS[it][2]};`).join('')}}}`;

/** The colours of paper, for pictures and print. */
export const paper = Object.fromEntries(names.map((it) => [it, TOKENS[it][0]])) as Palette;

/** Samples of the colours, one element each, that nobody sees; reading them all costs the browser one look. */
export const samples = () => html`<div class="samples">${names.map(() => html`<i></i>`)}</div>`;

export const samplesCss =
  `.samples{display:none}${names.map((it, at) => `.samples>:nth-child(${at + 1}){color:var(--_${it})}`).join('')}`;

/** The colours that the samples' surroundings give them now, as a canvas takes them. */
export function paletteOf(samples: HTMLElement): Palette {
  return Object.fromEntries(names.map((it, at) => [it, getComputedStyle(samples.children[at]).color])) as Palette;
}

function hatch(palette: Palette): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d')!;
  pen.strokeStyle = palette.line;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 1, 9);
    pen.lineTo(shift + 9, -1);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? 'transparent';
}

/** A copy of a configuration in which every colour name (`yj:ink`) is the palette's colour. */
export function coloured<T>(node: T, palette: Palette): T {
  if (typeof node === 'string') {
    return (
      node === 'yj:hatch' ? hatch(palette) : node.startsWith('yj:') ? palette[node.slice(3) as Tone] : node
    ) as T;
  }
  if (Array.isArray(node)) {
    return node.map((it) => coloured(it, palette)) as T;
  }
  if (node && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, it]) => [key, coloured(it, palette)])) as T;
  }
  return node;
}
