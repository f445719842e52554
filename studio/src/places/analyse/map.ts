// The map as the charts want it: names, colours and order of touchpoints, stages and channels; which steps a funnel begins with.
import type { Figures, Workspace } from '../../api/client';
import { sayIn, type Lang } from '../../base/texts';
import { kHueCount } from '../../charts/palette';
import type { Places } from '../../charts/places';
import { stagesOf, textIn, touchpointsOf, type Content, type Touchpoint } from '../../model/content';

export interface Choice {
  id: string;
  name: string;
}

const isSeen = (touchpoint: Touchpoint): boolean => touchpoint.match !== undefined && touchpoint.match !== null && touchpoint.match !== 'none';

export const seenTouchpoints = (content: Content, lang: Lang): Choice[] =>
  stagesOf(content).flatMap((stage) => touchpointsOf(stage).filter(isSeen).map((touchpoint) => ({ id: touchpoint.id, name: textIn(touchpoint.name, lang) || touchpoint.id })));
export const seenStages = (content: Content, lang: Lang): Choice[] =>
  stagesOf(content).filter((stage) => touchpointsOf(stage).some(isSeen)).map((stage) => ({ id: stage.id, name: textIn(stage.name, lang) || stage.id }));

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.codePointAt(0)!) % 9973;
  return value;
}

// Events without a channel have one name everywhere.
export function channelPlaces(workspace: Workspace | null, lang: Lang): Places {
  const channels = new Map((workspace?.channels ?? []).map((channel, i) => [channel.id, { name: channel.name, i }]));
  return { name: (id) => (id === '' ? sayIn(lang, 'studio.analyse.channels.none') : (channels.get(id)?.name ?? id)), hue: (id) => (channels.get(id)?.i ?? hash(id)) % kHueCount, order: (id) => channels.get(id)?.i ?? channels.size };
}

export function placesOf(content: Content, lang: Lang): { places: Places; layerOf: (id: string) => number | null } {
  const names = new Map<string, string>();
  const layers = new Map<string, number>();
  const order = new Map<string, number>();
  const hues = new Map<string, number>();
  for (const [layer, stage] of stagesOf(content).entries()) {
    for (const place of [stage, ...touchpointsOf(stage)]) {
      names.set(place.id, textIn(place.name, lang) || place.id);
      layers.set(place.id, layer);
      hues.set(place.id, layer % kHueCount);
      order.set(place.id, order.size);
    }
  }
  return {
    places: { name: (id) => names.get(id) ?? id, hue: (id) => hues.get(id) ?? hash(id) % kHueCount, order: (id) => order.get(id) ?? order.size },
    layerOf: (id) => layers.get(id) ?? null,
  };
}

// Of each stage up to the goal the touchpoint that most customers come by, if anyone does, then the goal.
export function usualSteps(content: Content, figures: Figures | null): string[] {
  const customers = new Map((figures?.stages ?? []).flatMap((stage) => (stage.touchpoints ?? []).map((touchpoint) => [touchpoint.id, touchpoint.customers] as const)));
  const anyone = (touchpoint: Touchpoint): boolean => customers.size === 0 || (customers.get(touchpoint.id) ?? 0) > 0;
  const steps: string[] = [];
  for (const stage of stagesOf(content)) {
    const seen = touchpointsOf(stage).filter(isSeen);
    const goalAt = seen.findIndex((touchpoint) => touchpoint.id === content.goal);
    if (stage.phase === 'after') break;
    const best = seen.slice(0, goalAt < 0 ? undefined : goalAt).filter(anyone).sort((a, b) => (customers.get(b.id) ?? 0) - (customers.get(a.id) ?? 0))[0];
    if (best) steps.push(best.id);
    if (goalAt >= 0) break;
  }
  const goalSeen = stagesOf(content).some((stage) => touchpointsOf(stage).some((touchpoint) => touchpoint.id === content.goal && isSeen(touchpoint)));
  if (content.goal && goalSeen) steps.push(content.goal);
  return steps;
}
