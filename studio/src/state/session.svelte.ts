// Who is at work here and what he may. Without accounts: whoever sits at this machine, who may all.
import { getSession, signIn, signOut } from '../api/access';
import { forbidden, signedOut, type Answer, type Problem, type Session as Told } from '../api/client';
import { here } from '../base/here';
import { preferences } from '../base/preferences.svelte';

const kLook = 15_000; // milliseconds

export type May = Told['workspaces'][number]['may'][number];

class Session {
  told = $state.raw<Told | null>(null); // null: not known yet
  problem = $state.raw<Problem | null>(null);
  lost = $state(false); // ended while at work: what is open stays until one is back
  changed = $state(false); // what he may do here is not what it was
  #again: () => void = () => undefined;

  get workspace(): Told['workspaces'][number] | undefined {
    const open = here === '' ? undefined : decodeURIComponent(here.slice('/w/'.length));
    return this.told?.workspaces.find((known) => known.id === open) ?? (this.told?.several ? undefined : this.told?.workspaces[0]);
  }
  may = (right: May): boolean => this.workspace?.may.includes(right) ?? false;
  // The role that allows what he may do here.
  get role(): 'none' | 'reader' | 'editor' | 'administrator' {
    if (!this.workspace) return 'none';
    return this.may('erase_people') ? 'administrator' : this.may('edit') ? 'editor' : 'reader';
  }

  // `again`: what is to be done when one is back.
  start(again: () => void): void {
    this.#again = again;
    signedOut.tell = () => this.#ended();
  }

  // Roles are changed by others: it is asked now and then, when one comes back to the page, and after a refusal. Gives what ends that.
  watch(): () => void {
    if (this.told?.visitor !== 'account') return () => undefined;
    const look = (): void => void (document.hidden || this.lost || this.load());
    const timer = setInterval(look, kLook);
    addEventListener('focus', look);
    forbidden.tell = look;
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      forbidden.tell = () => undefined;
    };
  }

  async load(): Promise<void> {
    this.took(await getSession(preferences.lang));
  }

  // The problem, or null.
  async enter(name: string, password: string): Promise<Problem | null> {
    return this.took(await signIn(name, password, preferences.lang));
  }

  async leave(): Promise<void> {
    await signOut(preferences.lang);
    location.assign('/');
  }

  took(answer: Answer<Told>): Problem | null {
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return answer.problem;
    const other = this.lost && this.told && this.told.name !== answer.value.name;
    const [before, role] = [this.workspace?.id, this.role];
    this.told = answer.value;
    if (before !== undefined && role !== this.role) this.changed = true;
    if (other) location.reload(); // what is open is not his
    else if (this.lost && answer.value.visitor !== 'nobody') {
      this.lost = false;
      this.#again();
    }
    return null;
  }

  #ended(): void {
    if (this.lost || this.told?.visitor !== 'account') return;
    this.lost = true;
  }
}

export const session = new Session();
