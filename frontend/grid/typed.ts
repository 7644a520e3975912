import type { Typed } from './model';

/** What is typed and not kept, by cell. Counts its changes, so that nobody has to look through it to know of one. */
export class TypedCells extends Map<string, Typed> {
  changes = 0;

  set(key: string, typed: Typed) {
    this.changes++;
    return super.set(key, typed);
  }

  delete(key: string) {
    this.changes++;
    return super.delete(key);
  }
}
