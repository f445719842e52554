// The names of the events that were imported, the most frequent first: what a touchpoint's rule may look for.
import { postQuestion } from '../api/client';
import { preferences } from '../base/preferences.svelte';
import { Latest } from './latest';
import { studio } from './studio.svelte';

class EventNames {
  all = $state.raw<string[]>([]);
  #latest = new Latest<string[]>();

  async follow(): Promise<void> {
    const [map, lang] = [studio.map?.id, preferences.lang];
    if (!map || !studio.workspace?.has_events) return;
    const answer = await this.#latest.ask(`${map} ${studio.events}`, async () => {
      const told = await postQuestion(map, { question: 'flow', nodes: 'event' }, lang);
      if (!told.ok) return told;
      const counts = new Map<string, number>();
      const { answer } = told.value;
      if (answer.question === 'flow') {
        for (const { at, count } of answer.starts) counts.set(at, (counts.get(at) ?? 0) + count);
        for (const { to, moves } of answer.edges) counts.set(to, (counts.get(to) ?? 0) + moves);
      }
      return { ok: true, value: [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name) };
    });
    if (answer?.ok) this.all = answer.value;
  }
}

export const eventNames = new EventNames();
