/** A change that can be taken back. */
export interface Change {
  row: string;
  period: string;
  before: string;
  after: string;
  /** the draft that stood there before, whose remarks come back with it */
  draft: number;
}

const DEEPEST = 200;

/** What a person has changed, in batches, and the way back and forth. */
export class Past {
  private readonly done: Change[][] = [];
  private readonly undone: Change[][] = [];

  push(batch: Change[]) {
    if (batch.length > 0) {
      this.done.push(batch);
      this.undone.length = 0;
      if (this.done.length > DEEPEST) {
        this.done.shift();
      }
    }
  }

  back() {
    return this.move(this.done, this.undone);
  }

  forth() {
    return this.move(this.undone, this.done);
  }

  private move(from: Change[][], to: Change[][]) {
    const batch = from.pop();
    if (batch) {
      to.push(batch);
    }
    return batch;
  }
}
