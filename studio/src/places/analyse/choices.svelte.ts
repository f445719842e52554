// What the person has chosen to ask: the question, and each question's own options. Of which period and whom, and compared with what, is the lens's (state/lens).
import type { Asked } from '../../api/client';
import { chosenIn, linkOf, type Linked } from './link';
import type { ViewName } from './views';

export type Nodes = 'touchpoint' | 'stage' | 'channel';
export type MembersWho = 'lapsed' | 'returned' | 'all';
export type StepOrder = 'free' | 'strict' | 'any';

// What the question to send is made of; plain, so that it is tested without a browser.
export interface Chosen {
  view: ViewName;
  per: 'customer' | 'journey';
  nodes: Nodes;
  shape: 'steps' | 'process';
  columns: number;
  repeats: boolean;
  stepsAre: 'touchpoint' | 'stage';
  order: StepOrder;
  window: string;
  every: 'day' | 'week' | 'month';
  active: string;
}

class Choices implements Linked {
  view = $state<ViewName>('flow');
  per = $state<'customer' | 'journey'>('customer');

  nodes = $state<Nodes>('touchpoint');
  shape = $state<'steps' | 'process'>('steps');
  columns = $state(5);
  edges = $state(18);
  repeats = $state(false);

  steps = $state.raw<string[] | null>(null); // null: the usual ones of the map
  stepsAre = $state<'touchpoint' | 'stage'>('touchpoint');
  order = $state<StepOrder>('free');
  window = $state(''); // '': the map's

  every = $state<'day' | 'week' | 'month'>('month');
  active = $state(''); // '': any event

  customer = $state('');
  listed = $state.raw<Listed | null>(null);

  // As the address keeps it.
  get link(): string {
    return linkOf(this);
  }
  read(query: URLSearchParams): void {
    const chosen = chosenIn(query);
    if (chosen.view !== this.view) this.listed = null;
    Object.assign(this, chosen);
  }

  open(view: ViewName): void {
    if (view === this.view) return;
    this.view = view;
    this.listed = null;
  }

  // The customers of a figure, to be chosen from.
  list(listed: Listed | null): void {
    this.listed = listed;
  }

  who(who: MembersWho): void {
    if (this.listed) this.listed = { ...this.listed, wanted: { ...this.listed.wanted, who } };
  }

  show(customer: string): void {
    this.customer = customer;
    const kept = this.listed;
    this.open('customer');
    this.listed = kept;
  }
}

export interface Listed {
  title: string;
  wanted: { step?: number; day?: string; who?: MembersWho };
  ask: Asked;
}

export const choices = new Choices();
