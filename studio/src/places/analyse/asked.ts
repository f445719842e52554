// The question to send, from what was chosen.
import type { Asked } from '../../api/client';
import { periodBefore } from '../../base/days';
import type { Chosen } from './choices.svelte';

export function questionOf(chosen: Chosen, steps: string[], asOf: string | null): Asked | null {
  const scope = { since: chosen.since || null, until: chosen.until || null, where: [...chosen.where] };
  const before = chosen.against === 'before' ? periodBefore(chosen.since, chosen.until, asOf) : null;
  const against = before ? { ...before, where: scope.where } : chosen.against !== '' && chosen.against !== 'before' ? { ...scope, where: chosen.against.split('\n') } : null;
  const common = { ...scope, per: chosen.per, against };
  switch (chosen.view) {
    case 'flow':
      if (chosen.shape === 'process') return { ...common, question: 'flow', nodes: chosen.nodes, collapse: !chosen.repeats };
      return { ...common, question: 'variants', nodes: chosen.nodes, collapse: !chosen.repeats, longest: chosen.columns + 1 };
    case 'variants':
      return { ...common, question: 'variants', nodes: chosen.nodes, collapse: !chosen.repeats, most: 200 };
    case 'funnel':
      return steps.length === 0 ? null : { ...common, question: 'funnel', nodes: chosen.stepsAre, steps, window: chosen.window || null, strict: chosen.order === 'strict', any_order: chosen.order === 'any', ...(chosen.by ? { by: chosen.by } : {}) };
    case 'channels':
      return { ...common, question: 'channels' };
    case 'retention':
      return { ...common, question: 'retention', every: chosen.every, nodes: 'touchpoint', ...(chosen.active ? { active: chosen.active } : {}) };
    case 'customer':
      return null;
  }
}
