// What can be undone: texts of the map before and after each change. A step is offered only while the map says what it said right after; what others
// change meanwhile hides it and loses nothing: once the map says the same again, it is offered again.
interface Step {
  before: string;
  after: string;
}
export type Way = 'undo' | 'redo';

export class History {
  #done = $state.raw<Step[]>([]);
  #undone = $state.raw<Step[]>([]);

  did(step: Step): void {
    this.#done = [...this.#done.slice(-99), step];
    this.#undone = [];
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  // The text to go to from `now`; null when there is none.
  next(way: Way, now: string): string | null {
    const step = (way === 'undo' ? this.#done : this.#undone).at(-1);
    if (!step) return null;
    const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after];
    return from === now ? to : null;
  }

  // There is a step, and the map says something else now.
  hidden(way: Way, now: string): boolean {
    return (way === 'undo' ? this.#done : this.#undone).length > 0 && this.next(way, now) === null;
  }

  travelled(way: Way): void {
    const [from, to] = way === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const moved = [...to, from.at(-1)!];
    const left = from.slice(0, -1);
    [this.#done, this.#undone] = way === 'undo' ? [left, moved] : [moved, left];
  }
}
