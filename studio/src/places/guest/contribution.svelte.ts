// What one contributor says in a workshop: kept in the server at once, and in the phone until it is there.
import { getOwnSaid, join, saySo, type Said } from '../../api/guest';
import { preferences } from '../../base/preferences.svelte';
import type { Problem } from '../../api/client';
import type { Guest } from './guest.svelte';

export type Saving = 'saved' | 'saving' | 'waiting' | 'refused';
export type Words = Required<Said>;

const kAgain = 4000; // milliseconds until the next try

export class Contribution {
  team = $state('');
  said = $state<Record<string, Words>>({});
  saving = $state<Saving>('saved');
  problem = $state.raw<Problem | null>(null);
  ready = $state(false); // it is known whether he has joined
  readonly #guest: Guest;
  readonly #key: string; // of the contributor's own key
  readonly #kept: string; // of what is on its way
  #unsent: Record<string, Words> = {};
  #sending = false;

  constructor(guest: Guest) {
    this.#guest = guest;
    this.#key = `parcours.contributor.${guest.shown.token}`;
    this.#kept = `parcours.unsent.${guest.shown.token}`;
    guest.shown.contributor = localStorage.getItem(this.#key) ?? '';
  }

  // Of one who was here before: his team and what he said.
  async begin(): Promise<void> {
    if (this.#guest.shown.contributor) {
      const answer = await getOwnSaid(this.#guest.shown, preferences.lang);
      if (answer.ok) {
        this.team = answer.value.team;
        this.#unsent = JSON.parse(localStorage.getItem(this.#kept) ?? '{}') as Record<string, Words>;
        this.said = { ...Object.fromEntries(answer.value.said.map((one) => [one.touchpoint, { ...this.of(one.touchpoint), ...one }])), ...this.#unsent };
        void this.#send();
      } else if (answer.problem.status === 403) this.#forget();
      else if (!this.#met(answer.problem)) return; // it is tried again
    }
    this.ready = true;
  }

  of = (touchpoint: string): Words => this.said[touchpoint] ?? { touchpoint, emotion: null, friction: '', note: '' };

  // What hinders it, if anything.
  async join(team: string): Promise<Problem | null> {
    const answer = await join(this.#guest.shown, team, preferences.lang);
    if (!answer.ok) {
      if (answer.problem.status === 403) this.#forget();
      this.#guest.heed(answer.problem);
      return answer.problem;
    }
    this.#guest.shown.contributor = answer.value.contributor;
    localStorage.setItem(this.#key, answer.value.contributor);
    this.team = answer.value.team;
    void this.#send();
    return null;
  }

  say(touchpoint: string, words: Partial<Words>): void {
    const now = { ...this.of(touchpoint), ...words };
    this.said[touchpoint] = now;
    this.#unsent[touchpoint] = now;
    this.#keep();
    void this.#send();
  }

  // One after the other; what cannot be sent now is tried again.
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let next = Object.values(this.#unsent)[0];
    while (next) {
      this.saving = 'saving';
      const answer = await saySo(this.#guest.shown, next, preferences.lang);
      if (!answer.ok && !this.#met(answer.problem)) break;
      if (this.#unsent[next.touchpoint] === next) delete this.#unsent[next.touchpoint];
      this.#keep();
      next = Object.values(this.#unsent)[0];
      if (answer.ok && !next) [this.saving, this.problem] = ['saved', null];
    }
    this.#sending = false;
  }

  // True when there is nothing more to try of what met it.
  #met(problem: Problem): boolean {
    this.problem = problem;
    const later = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    this.saving = later ? 'waiting' : 'refused';
    if (later) setTimeout(() => void (this.ready ? this.#send() : this.begin()), kAgain);
    else if (problem.status === 403) this.#forget();
    this.#guest.heed(problem);
    return !later && problem.status !== 403;
  }

  #keep(): void {
    localStorage.setItem(this.#kept, JSON.stringify(this.#unsent));
  }

  // The key holds no longer: he was taken out, or had said nothing when there was no room. What is on its way waits for another key.
  #forget(): void {
    this.#guest.shown.contributor = this.team = '';
    this.said = { ...this.#unsent };
    localStorage.removeItem(this.#key);
  }
}
