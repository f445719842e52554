// The program's pictures of the open map: each is fetched once for what it shows, and kept while one looks at another place.
import { getPicture, type PictureOf, type Problem } from '../api/client';
import { preferences } from '../base/preferences.svelte';
import { Latest } from './latest';
import { studio } from './studio.svelte';

export class Picture {
  svg = $state.raw('');
  problem = $state.raw<Problem | null>(null);
  #latest = new Latest<string>();
  #shown = '';

  constructor(
    readonly of: PictureOf,
    readonly persona = '',
  ) {}

  // Follows the map as it stands, seen through a lens; a map that cannot be drawn leaves the last picture alone.
  async follow(lanes = '', through: Record<string, string> = {}): Promise<void> {
    const { map, broken } = studio;
    if (!map || broken) return;
    if (this.#shown !== map.id) this.svg = '';
    this.#shown = map.id;
    const request = { of: this.of, lang: preferences.lang, theme: preferences.light, ...(lanes ? { lanes } : {}), ...(this.persona ? { persona: this.persona } : {}), ...through };
    const answer = await this.#latest.ask(JSON.stringify([studio.basis, request]), (signal) => getPicture(map.id, request, signal));
    if (!answer) return;
    if (answer.ok) this.svg = answer.value;
    this.problem = answer.ok ? null : answer.problem;
  }
}

export const pictures = { map: new Picture('map'), actions: new Picture('actions'), calendar: new Picture('calendar'), workshop: new Picture('workshop') };
