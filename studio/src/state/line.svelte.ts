// The line to the server: whether it is there, what it tells, and what waits while it is away.
import { getWorkspace, listen, type Answer, type Changes, type ImportProgress } from '../api/client';
import { preferences } from '../base/preferences.svelte';

const kFirst = 1000; // milliseconds until something is asked again, twice as many each time
const kMost = 15_000;

export class Line {
  reachable = $state(true);
  #stop: () => void = () => undefined;
  #back: () => void = () => undefined;

  listen(changed: (changes: Changes, whole: boolean) => void, importing: (progress: ImportProgress) => void): void {
    this.#stop();
    const gone = async (): Promise<void> => {
      const answer = await getWorkspace(preferences.lang, AbortSignal.timeout(60_000));
      this.#heard(answer.ok || answer.problem.status !== 0);
    };
    this.#stop = listen(changed, importing, (is) => this.#heard(is), () => void gone());
  }

  // What `send` is answered once there is an answer: it is sent again when the server is back, and now and then in between. `away` is called whenever
  // there was none.
  async outlast<T>(send: () => Promise<Answer<T>>, away: () => void): Promise<Answer<T>> {
    for (let wait = kFirst; ; wait = Math.min(2 * wait, kMost)) {
      const answer = await send();
      if (answer.ok || answer.problem.status !== 0) return answer;
      away();
      await this.#return(wait);
    }
  }

  #heard(is: boolean): void {
    this.reachable = is;
    if (is) this.#back();
  }

  #return(most: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most);
      this.#back = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
