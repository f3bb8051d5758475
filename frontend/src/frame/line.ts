/** Work that is done one after the other, in the order in which it came. */
export class Line {
  readonly #listeners = new Set<() => void>();
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** Whether anything is being done or waits. */
  readonly busy = (): boolean => this.#waiting > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Does work when all before has ended, however it ended; the answer ends with it. */
  add(work: () => Promise<void>, fail: (error: unknown) => void): Promise<void> {
    this.#count(1);
    this.#last = this.#last
      .then(work)
      .catch(fail)
      .finally(() => this.#count(-1));
    return this.#last;
  }

  #count(by: number): void {
    this.#waiting += by;
    for (const listener of this.#listeners) listener();
  }
}
