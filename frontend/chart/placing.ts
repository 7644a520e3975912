/** A rectangle on the canvas, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Stroke {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Finds room on a canvas for words, beside all that stands there already. */
export class Placing {
  private readonly taken: Box[] = [];
  private readonly strokes: Stroke[] = [];

  /** @param width of the canvas, that words stay within */
  constructor(private readonly width: number) {}

  /** Nothing is written over a box if there is other room. */
  reserve(box: Box) {
    this.taken.push(box);
  }

  /** Words stand across a line only where there is no room beside it. */
  avoid(stroke: Stroke) {
    this.strokes.push(stroke);
  }

  /**
   * Takes the first of the places (left, baseline) where words of a size hide nothing; of several that do, the one that
   * no line crosses.
   *
   * @param must whether to take the place that hides least where every one hides something; else there is none
   */
  take(width: number, size: number, places: [number, number][], must: boolean): Box | undefined {
    const choices = places
      .map(([left, baseline]) => this.box(width, size, left, baseline))
      .map((box) => ({ box, hidden: this.hidden(box), crossed: this.strokes.filter((it) => crosses(it, box)).length }));
    const best = choices.reduce((a, b) =>
      b.hidden < a.hidden || (b.hidden === a.hidden && b.crossed < a.crossed) ? b : a,
    );
    if (best.hidden > 0 && !must) {
      return undefined;
    }
    this.taken.push(best.box);
    return best.box;
  }

  private box(width: number, size: number, left: number, baseline: number): Box {
    const inside = Math.min(Math.max(left, 2), Math.max(this.width - width - 2, 2));
    const foot = Math.max(baseline, size + 2);
    return { left: inside, right: inside + width, top: foot - size, bottom: foot + 3 };
  }

  private hidden(box: Box) {
    return this.taken.reduce((sum, other) => sum + overlap(box, other), 0);
  }
}

function overlap(a: Box, b: Box) {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** Whether a straight line goes through a box: the part of it between the box's sides meets the box's height. */
function crosses({ from, to }: Stroke, { left, right, top, bottom }: Box) {
  const [a, b] = from.x <= to.x ? [from, to] : [to, from];
  const start = Math.max(a.x, left);
  const end = Math.min(b.x, right);
  if (start > end) {
    return false;
  }
  const at = (x: number) => (b.x === a.x ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x));
  const [y1, y2] = a.x === b.x ? [a.y, b.y] : [at(start), at(end)];
  return Math.max(y1, y2) > top && Math.min(y1, y2) < bottom;
}
