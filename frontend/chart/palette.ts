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

// Known to be colours, they are told by the browser as such, and not as the expressions that they are written as.
for (const name of names) {
  CSS.registerProperty({ name: `--_${name}`, syntax: '<color>', inherits: true, initialValue: TOKENS[name][0] });
}

/** The colours that its surroundings give a chart now, as a canvas takes them. */
export function paletteOf(chart: CSSStyleDeclaration): Palette {
  return Object.fromEntries(names.map((it) => [it, chart.getPropertyValue(`--_${it}`)])) as Palette;
}

/** The pattern of years of which nothing is known. */
export function hatch(palette: Palette): CanvasPattern | string {
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
    return (node.startsWith('yj:') ? palette[node.slice(3) as Tone] : node) as T;
  }
  if (Array.isArray(node)) {
    return node.map((it) => coloured(it, palette)) as T;
  }
  if (node && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, it]) => [key, coloured(it, palette)])) as T;
  }
  return node;
}
