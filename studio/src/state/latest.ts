// A question that is asked over and over as things change: the same one is asked once and shared; an older one is let go when a newer one comes.
import type { Answer } from '../api/client';

export class Latest<T> {
  #key: string | null = null;
  #answer: Promise<Answer<T> | null> = Promise.resolve(null);
  #stop = new AbortController();

  // null: a newer question has made the answer worthless. What failed may be asked again.
  ask(key: string, question: (signal: AbortSignal) => Promise<Answer<T>>): Promise<Answer<T> | null> {
    if (key === this.#key) return this.#answer;
    this.#stop.abort();
    const mine = (this.#stop = new AbortController());
    this.#key = key;
    this.#answer = question(mine.signal).then((answer) => {
      if (mine.signal.aborted) return null;
      if (!answer.ok) this.#key = null;
      return answer;
    });
    return this.#answer;
  }
}
