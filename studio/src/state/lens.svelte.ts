// What the figures are looked at through: a period, a segment, a breakdown, a comparison. Kept while one goes from place to place.
import { getScoped, getSegments, type Figures, type Problem, type Segments } from '../api/client';
import { preferences } from '../base/preferences.svelte';
import { Latest } from './latest';
import { studio } from './studio.svelte';

export interface Lens {
  since: string;
  until: string;
  where: string; // FIELD=VALUE, one a line
  by: string;
  against: string; // such filters, or DAY..DAY
}
export const plain: Lens = { since: '', until: '', where: '', by: '', against: '' };

class Scoped {
  lens = $state.raw<Lens>(plain);
  figures = $state.raw<Figures | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  fields = $state.raw<Segments['fields']>([]);
  personas = $state.raw<Segments['personas']>([]);
  #asked = '';
  readonly #latest = new Latest<Figures>();

  // The map as a whole, of all customers: nothing to ask again.
  get isPlain(): boolean {
    return Object.values(this.lens).every((value) => value === '');
  }

  // Asked in a request: what is chosen.
  get asked(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.lens).filter(([, value]) => value !== ''));
  }
  // The figures to show beside the picture that is seen through the lens; nothing where it cannot be looked through.
  get shown(): Figures | null {
    if (this.isPlain) return studio.figures;
    return this.problem ? null : (this.figures ?? studio.figures);
  }

  // As the address keeps it: "?since=2026-06-01&by=platform".
  get link(): string {
    const query = new URLSearchParams(this.asked).toString();
    return query === '' ? '' : `?${query}`;
  }
  read(query: URLSearchParams): void {
    const next = Object.fromEntries(Object.keys(plain).map((key) => [key, query.getAll(key).join('\n')])) as unknown as Lens;
    if (JSON.stringify(next) !== JSON.stringify(this.lens)) this.lens = next;
  }

  // As the workspace calls it: a channel has a name.
  valueName(field: string, value: string): string {
    return field === 'channel' ? (studio.workspace?.channels.find((channel) => channel.id === value)?.name ?? value) : value;
  }

  look(change: Partial<Lens>): void {
    this.lens = { ...this.lens, ...change };
  }

  async follow(): Promise<void> {
    const map = studio.map;
    if (!map || studio.broken || !studio.figures?.measured) return;
    void this.learn();
    if (this.isPlain) {
      this.figures = null;
      this.problem = null;
      return;
    }
    const lang = preferences.lang;
    const scope = this.asked;
    this.busy = true;
    const answer = await this.#latest.ask(JSON.stringify([studio.basis, lang, scope]), (signal) => getScoped(map.id, lang, scope, signal));
    if (!answer) return;
    this.busy = false;
    this.problem = answer.ok ? null : answer.problem;
    this.figures = answer.ok ? answer.value : null;
  }

  // What can be looked through: the fields of the events, the personas.
  async learn(): Promise<void> {
    const map = studio.map?.id ?? '';
    const asked = `${map} ${studio.events}`;
    if (this.#asked === asked) return;
    this.#asked = asked;
    const answer = await getSegments(map, preferences.lang);
    if (answer.ok) ({ fields: this.fields, personas: this.personas } = answer.value);
  }
}

export const scoped = new Scoped();
