// Events that no touchpoint claims, given to one: its rule is extended by just that, and stays as it is written otherwise.
import type { Lang } from '../base/texts';
import { freshId, placed, stagesOf, touchpointsOf, type Content } from './content';
import { addEdit, setEdit, type MapEdit } from './edits';

const isNames = (value: unknown): value is string[] => Array.isArray(value) && value.every((name) => typeof name === 'string');

// Nothing when there is no such touchpoint, or no data can show it.
export function claimEdit(content: Content, touchpoint: string, event: string): MapEdit | null {
  const place = placed(content, touchpoint);
  const match = place?.touchpoint.match ?? null;
  if (!place || match === 'none') return null;
  const path = `${place.path}/match`;
  if (match === null) return setEdit(content, path, { event });
  if (Array.isArray(match)) return addEdit(path, { event });
  const rule = match as { event?: unknown };
  const ofNamesAlone = Object.keys(rule).join() === 'event';
  if (ofNamesAlone && isNames(rule.event)) return addEdit(`${path}/event`, event);
  if (ofNamesAlone && typeof rule.event === 'string') return setEdit(content, `${path}/event`, [rule.event, event]);
  return setEdit(content, path, [match, { event }]); // a finer rule: that, or this event
}

// "add_to_cart" -> "Add to cart"
export function nameOfEvent(event: string): string {
  const words = event.replace(/[_\-.:/]+/g, ' ').replace(/\s+/g, ' ').trim() || event;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// A new touchpoint for it, last in the stage.
export function newTouchpointFor(content: Content, stageId: string, event: string, lang: Lang): { id: string; edit: MapEdit } | null {
  const stage = stagesOf(content).find((known) => known.id === stageId);
  if (!stage) return null;
  const name = nameOfEvent(event);
  const id = freshId(name, content);
  return { id, edit: addEdit(`stages/${stage.id}/touchpoints`, { id, name: { [lang]: name }, match: { event } }, touchpointsOf(stage).length) };
}
