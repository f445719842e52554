// What was chosen in Analyse as the address keeps it, "?view=funnel&per=journey", and back: what stays as usual is left out, what cannot be is as usual.
import type { Chosen } from './choices.svelte';
import { views } from './views';

export type Linked = Chosen & { edges: number; steps: string[] | null; customer: string };

export const usual: Linked = {
  view: 'flow', per: 'customer', nodes: 'touchpoint', shape: 'steps', columns: 5, edges: 18, repeats: false,
  steps: null, stepsAre: 'touchpoint', order: 'free', window: '', every: 'month', active: '', customer: '',
};
const words: Partial<Record<keyof Linked, readonly string[]>> = {
  view: views, per: ['customer', 'journey'], nodes: ['touchpoint', 'stage', 'channel'], shape: ['steps', 'process'], stepsAre: ['touchpoint', 'stage'], order: ['free', 'strict', 'any'], every: ['day', 'week', 'month'],
};
const ranges: Partial<Record<keyof Linked, [number, number]>> = { columns: [2, 8], edges: [4, 60] };
const keys = Object.keys(usual) as (keyof Linked)[];

export function linkOf(chosen: Linked): string {
  const query = new URLSearchParams({ view: chosen.view });
  for (const key of keys) {
    const value = chosen[key];
    if (key === 'view' || value === null || value === usual[key]) continue;
    if (Array.isArray(value)) for (const one of value) query.append(key, one);
    else query.set(key, String(value));
  }
  return `?${query.toString()}`;
}

export function chosenIn(query: URLSearchParams): Linked {
  const chosen: Record<string, unknown> = { ...usual };
  for (const key of keys) {
    const [said, range] = [query.get(key), ranges[key]];
    if (said === null) continue;
    if (key === 'steps') chosen[key] = query.getAll(key);
    else if (key === 'repeats') chosen[key] = said === 'true';
    else if (range) chosen[key] = Math.min(range[1], Math.max(range[0], Math.round(Number(said)) || Number(usual[key])));
    else if (words[key]?.includes(said) ?? true) chosen[key] = said;
  }
  return chosen as unknown as Linked;
}
