// Somebody who came by a link: what it leads to, and what he shows to be let in.
import { enter, getGuestLink, type GuestLink, type Shown } from '../../api/guest';
import type { Problem } from '../../api/client';
import { preferences } from '../../base/preferences.svelte';

const kAgain = 4000; // milliseconds until the next try

export type OpenLink = Required<Omit<GuestLink, 'needs_passcode' | 'version'>>;

export class Guest {
  link = $state.raw<OpenLink | null>(null);
  needsPasscode = $state(false);
  problem = $state.raw<Problem | null>(null);
  readonly shown: Shown;
  readonly #pass: string;

  constructor(token: string) {
    this.#pass = `parcours.pass.${token}`;
    this.shown = { token, pass: sessionStorage.getItem(this.#pass) ?? '', contributor: '' };
  }

  // It leads nowhere (any more).
  get gone(): boolean {
    return this.problem?.status === 404;
  }

  async load(): Promise<void> {
    const answer = await getGuestLink(this.shown, preferences.lang);
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok && answer.problem.status === 0) setTimeout(() => void this.load(), kAgain);
    if (!answer.ok) return;
    this.needsPasscode = answer.value.needs_passcode;
    this.link = answer.value.needs_passcode ? null : (answer.value as OpenLink);
    document.title = this.link ? `${this.link.title} · Parcours` : 'Parcours';
  }

  // What hinders it, if anything.
  async enter(passcode: string): Promise<Problem | null> {
    const answer = await enter(this.shown, passcode, preferences.lang);
    if (!answer.ok) {
      if (answer.problem.status === 404) this.problem = answer.problem;
      return answer.problem;
    }
    this.shown.pass = answer.value.pass;
    sessionStorage.setItem(this.#pass, answer.value.pass);
    await this.load();
    return null;
  }

  // Of an answer to anything he asked: the link has ended meanwhile, say.
  heed(problem: Problem): void {
    if (problem.status === 404 || problem.status === 401) void this.load();
  }
}
