import { Engine, type Surroundings } from './engine';
import { legendOf } from './legend';
import type { EvidenceConfig, PictureRequest } from './model';
import { paper } from './palette';

const WIDTH = 960;
const PLOT = 440;
const EDGE = 24;
const LINE = 20;
const DENSITY = 2;
const CLOSING = '，。；：、）)》”';

/** Draws the chart on paper with its title, unit, legend and footer, and lets the browser save it. */
export async function savePicture(config: EvidenceConfig, around: Surroundings, picture: PictureRequest) {
  const plot = document.createElement('canvas');
  const surroundings = { ...around, palette: paper, aligned: false, density: DENSITY };
  const engine = new Engine(plot, config, surroundings, { width: WIDTH - 2 * EDGE, height: PLOT });
  const legend = legendOf(config, around.words, engine.omitted);
  const pens = document.createElement('canvas').getContext('2d')!;
  pens.font = `13px ${around.font}`;
  const places = placed(legend.map((it) => 22 + pens.measureText(it.words).width + 18));
  const rows = (places.at(-1)?.row ?? 0) * LINE;
  const lines = picture.footer.flatMap((it) => wrapped(it, around.font, WIDTH - 2 * EDGE));

  const sheet = document.createElement('canvas');
  sheet.width = WIDTH * DENSITY;
  sheet.height = (EDGE * 2 + 36 + PLOT + 36 + rows + lines.length * LINE) * DENSITY;
  const pen = sheet.getContext('2d')!;
  pen.scale(DENSITY, DENSITY);
  pen.fillStyle = paper.surface;
  pen.fillRect(0, 0, WIDTH, sheet.height);

  const { title, unit } = config.data.evidence;
  pen.fillStyle = paper.ink;
  pen.font = `700 18px ${around.font}`;
  pen.fillText(title, EDGE, EDGE + 18);
  const titleEnd = EDGE + pen.measureText(title).width + 10;
  pen.fillStyle = paper.ink3;
  pen.font = `14px ${around.font}`;
  pen.fillText(unit, titleEnd, EDGE + 18);

  pen.drawImage(plot, EDGE, EDGE + 36, WIDTH - 2 * EDGE, PLOT);
  engine.destroy();

  const legendTop = EDGE + 36 + PLOT + 12;
  pen.font = `13px ${around.font}`;
  legend.forEach((entry, at) => {
    const { x, row } = places[at];
    const top = legendTop + row * LINE;
    const path = new Path2D(entry.path);
    pen.save();
    pen.translate(x, top);
    pen.setLineDash(entry.dash?.split(' ').map(Number) ?? []);
    pen.lineWidth = 1.4;
    if (entry.fill) {
      pen.fillStyle = paper[entry.fill];
      pen.fill(path);
    }
    if (entry.stroke) {
      pen.strokeStyle = paper[entry.stroke];
      pen.stroke(path);
    }
    pen.restore();
    pen.fillStyle = paper.ink2;
    pen.fillText(entry.words, x + 22, top + 11);
  });

  pen.fillStyle = paper.ink2;
  lines.forEach((it, at) => pen.fillText(it, EDGE, legendTop + rows + 24 + (at + 1) * LINE));

  const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
  if (!blob) {
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${picture.fileName}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Where the entries of a legend of these widths stand: side by side, and in a further row where there is no room. */
function placed(widths: number[]): { x: number; row: number }[] {
  let x = EDGE;
  let row = 0;
  return widths.map((width) => {
    if (x > EDGE && x + width - 18 > WIDTH - EDGE) {
      x = EDGE;
      row += 1;
    }
    const place = { x, row };
    x += width;
    return place;
  });
}

function wrapped(text: string, font: string, width: number): string[] {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `13px ${font}`;
  const lines = [''];
  for (const sign of text) {
    // a mark that closes what stands before it hangs over the edge rather than opening a line
    if (pen.measureText(lines.at(-1)! + sign).width > width && !CLOSING.includes(sign)) {
      lines.push('');
    }
    lines[lines.length - 1] += sign;
  }
  return lines;
}
