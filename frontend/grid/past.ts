import type { Typed } from './model';

/** A change that can be taken back. */
export interface Change {
  row: string;
  period: string;
  before: string;
  after: string;
  /** the draft that stood there before, whose remarks come back with it */
  draft: number;
  /** the draft that stands there since, 0 for none: what it is taken back from, if nobody else has written there */
  now: number;
}

/** What a cell shows that isn't kept, before something was done and after it; none where that is undefined. */
export interface Shown {
  key: string;
  before?: Typed;
  after?: Typed;
}

/** What was done at once: what was changed, and what was refused or given up. */
export interface Deed {
  changes: Change[];
  shown: Shown[];
}

/** A draft of a cell has taken the place of another; 0 is none. */
export interface Step {
  row: string;
  period: string;
  seen: number;
  now: number;
}

/** Which draft stands where one was seen, after some steps. */
export class Way {
  private readonly steps = new Map<string, Step[]>();

  constructor(steps: Step[]) {
    steps.filter((it) => it.seen !== it.now).forEach((it) => {
      const key = `${it.row} ${it.period}`;
      this.steps.set(key, [...(this.steps.get(key) ?? []), it]);
    });
  }

  get isEmpty() {
    return this.steps.size === 0;
  }

  on(row: string, period: string, seen: number) {
    return (this.steps.get(`${row} ${period}`) ?? []).reduce((at, it) => (it.seen === at ? it.now : at), seen);
  }
}

const DEEPEST = 200;

/** What a person has done, and the way back and forth. */
export class Past {
  private readonly done: Deed[] = [];
  private readonly undone: Deed[] = [];

  push(batch: Deed) {
    if (batch.changes.length + batch.shown.length > 0) {
      this.done.push(batch);
      this.undone.length = 0;
      if (this.done.length > DEEPEST) {
        this.done.shift();
      }
    }
  }

  /** Whoever did something has written there once more: it can still be taken back. */
  follow(way: Way) {
    for (const deed of [...this.done, ...this.undone]) {
      deed.changes.forEach((it) => (it.now = way.on(it.row, it.period, it.now)));
    }
  }

  back() {
    return this.move(this.done, this.undone);
  }

  forth() {
    return this.move(this.undone, this.done);
  }

  private move(from: Deed[], to: Deed[]) {
    const batch = from.pop();
    if (batch) {
      to.push(batch);
    }
    return batch;
  }
}
