// What can be undone: texts of the map before and after each change. A step is offered only while the map still says what it said right after.
interface Step {
  before: string;
  after: string;
}

export class History {
  #done = $state.raw<Step[]>([]);
  #undone = $state.raw<Step[]>([]);

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  did(step: Step): void {
    this.#done = [...this.#done.slice(-99), step];
    this.#undone = [];
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  // The text to go to from `now`; null when there is none. What was changed elsewhere since cuts the way back.
  next(way: 'undo' | 'redo', now: string): string | null {
    const step = (way === 'undo' ? this.#done : this.#undone).at(-1);
    if (!step) return null;
    const from = way === 'undo' ? step.after : step.before;
    if (from !== now) {
      this.clear();
      return null;
    }
    return way === 'undo' ? step.before : step.after;
  }

  travelled(way: 'undo' | 'redo'): void {
    const [from, to] = way === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const moved = [...to, from.at(-1)!];
    const left = from.slice(0, -1);
    [this.#done, this.#undone] = way === 'undo' ? [left, moved] : [moved, left];
  }
}
