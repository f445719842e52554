// The question to send, from what was chosen.
import type { Asked } from '../../api/client';
import { datedIn } from '../../base/days';
import type { Lens } from '../../state/lens.svelte';
import type { Chosen } from './choices.svelte';

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

// The period and the customers looked at.
export const scopeOf = (lens: Lens): { since: string | null; until: string | null; where: string[] } => ({ since: lens.since || null, until: lens.until || null, where: lines(lens.where) });

// Another period of the same customers, or other customers of the same period.
function othersOf(lens: Lens): ReturnType<typeof scopeOf> | null {
  if (lens.against === '') return null;
  const days = datedIn(lens.against);
  return { ...scopeOf(lens), ...(days ?? { where: lines(lens.against) }) };
}

export function questionOf(chosen: Chosen, lens: Lens, steps: string[]): Asked | null {
  const common = { ...scopeOf(lens), per: chosen.per, against: othersOf(lens) };
  switch (chosen.view) {
    case 'flow':
      if (chosen.shape === 'process') return { ...common, question: 'flow', nodes: chosen.nodes, collapse: !chosen.repeats };
      return { ...common, question: 'variants', nodes: chosen.nodes, collapse: !chosen.repeats, longest: chosen.columns + 1 };
    case 'variants':
      return { ...common, question: 'variants', nodes: chosen.nodes, collapse: !chosen.repeats, most: 200 };
    case 'funnel':
      return steps.length === 0 ? null : { ...common, question: 'funnel', nodes: chosen.stepsAre, steps, window: chosen.window || null, strict: chosen.order === 'strict', any_order: chosen.order === 'any', ...(lens.by ? { by: lens.by } : {}) };
    case 'channels':
      return { ...common, question: 'channels' };
    case 'retention':
      return { ...common, question: 'retention', every: chosen.every, nodes: 'touchpoint', ...(chosen.active ? { active: chosen.active } : {}) };
    case 'customer':
      return null;
  }
}
