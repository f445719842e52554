// What a person does to a map with one gesture, as edits; of the map as it is once earlier ones are made, however fast they come.
import { preferences, say } from '../../base/preferences.svelte';
import { freshId, placed, stagesOf, textIn, touchpointsOf, type LocalText, type Stage } from '../../model/content';
import { addEdit, moveEdit, removeEdit, type MapEdit } from '../../model/edits';
import type { Selection } from '../../model/targets';
import { studio } from '../../state/studio.svelte';
import { navigator } from '../navigate.svelte';
import { view } from './view.svelte';

// The stage of what is selected, else the first.
function stageHere(): Stage | undefined {
  const { content, selection } = studio;
  if (selection.kind === 'touchpoint') return placed(content, selection.id)?.stage;
  return stagesOf(content).find((stage) => selection.kind === 'stage' && stage.id === selection.id) ?? stagesOf(content)[0];
}

// Brought into sight where the picture has it afterwards, unless something else is looked at by then.
async function doThenShow(edits: MapEdit[], selection: Selection): Promise<void> {
  if (!(await studio.edit(edits))) return;
  studio.selection = selection;
  await studio.drawn;
  if (studio.selection === selection && navigator.place === 'map') navigator.show(selection);
}

// A name nobody has yet: "New touchpoint", "New touchpoint 2".
function freshName(name: string, taken: (LocalText | undefined)[]): string {
  const known = new Set(taken.map((text) => textIn(text, preferences.lang)));
  for (let n = 1; ; ++n) {
    const next = n === 1 ? name : `${name} ${n}`;
    if (!known.has(next)) return next;
  }
}

// What is added is shown, and its name asked for.
async function doThenName(edits: MapEdit[], selection: Selection & { kind: 'stage' | 'touchpoint' }): Promise<void> {
  if (!(await studio.edit(edits))) return;
  view.panel = true;
  view.naming = selection.id;
  navigator.show(selection, false);
}

export function named(): void {
  view.naming = null;
  navigator.show(studio.selection);
}

// Behind the selected touchpoint, else last in the stage.
export async function addTouchpoint(to?: Stage): Promise<void> {
  await studio.idle;
  const stage = to ?? stageHere();
  if (!stage) return;
  const { content, selection } = studio;
  const here = selection.kind === 'touchpoint' ? placed(content, selection.id) : undefined;
  const name = freshName(say('studio.new_touchpoint'), stagesOf(content).flatMap((known) => touchpointsOf(known).map((touchpoint) => touchpoint.name)));
  const id = freshId(name, content);
  const index = here && here.stage.id === stage.id ? here.index + 1 : touchpointsOf(stage).length;
  await doThenName([addEdit(`stages/${stage.id}/touchpoints`, { id, name }, index)], { kind: 'touchpoint', id });
}

export async function addStage(): Promise<void> {
  await studio.idle;
  const { content } = studio;
  const stages = stagesOf(content);
  const here = stageHere();
  const name = freshName(say('studio.new_stage'), stages.map((stage) => stage.name));
  const id = freshId(name, content);
  const index = here ? stages.indexOf(here) + 1 : 0;
  const phase = here?.phase ?? 'before';
  await doThenName([addEdit('stages', { id, name, phase, touchpoints: [] }, index)], { kind: 'stage', id });
}

// `step` -1: earlier in its stage, 1: later. At the end of its stage it goes on into the next one.
export async function moveTouchpoint(id: string, step: -1 | 1): Promise<void> {
  await studio.idle;
  const { content } = studio;
  const here = placed(content, id);
  if (!here) return;
  const index = here.index + step;
  if (index >= 0 && index < touchpointsOf(here.stage).length) await doThenShow([moveEdit(content, here.path, index)], { kind: 'touchpoint', id });
  else await moveToStage(id, step);
}

export async function moveToStage(id: string, step: -1 | 1): Promise<void> {
  await studio.idle;
  const here = placed(studio.content, id);
  const stage = here && stagesOf(studio.content)[here.stageIndex + step];
  if (stage) await moveTo(id, stage.id, step === 1 ? 0 : touchpointsOf(stage).length);
}

export async function moveTo(id: string, stageId: string, index: number): Promise<void> {
  await studio.idle;
  const { content } = studio;
  const here = placed(content, id);
  const stage = stagesOf(content).find((known) => known.id === stageId);
  if (!here || !stage) return;
  const to = stage.id === here.stage.id ? undefined : `stages/${stage.id}/touchpoints`;
  if (!to && index === here.index) return;
  await doThenShow([moveEdit(content, here.path, index, to)], { kind: 'touchpoint', id });
}

export async function moveStage(id: string, step: -1 | 1): Promise<void> {
  await studio.idle;
  const { content } = studio;
  const index = stagesOf(content).findIndex((stage) => stage.id === id) + step;
  if (index < 0 || index >= stagesOf(content).length) return;
  await doThenShow([moveEdit(content, `stages/${id}`, index)], { kind: 'stage', id });
}

// What stood beside it is selected then, so that the keyboard does not lose its place.
export async function removeSelected(): Promise<void> {
  await studio.idle;
  const { content, selection } = studio;
  if (selection.kind !== 'stage' && selection.kind !== 'touchpoint') return;
  if (selection.kind === 'stage') {
    if (await studio.edit([removeEdit(content, `stages/${selection.id}`)])) studio.selection = { kind: 'map' };
    return;
  }
  const here = placed(content, selection.id);
  if (!here) return;
  const beside = touchpointsOf(here.stage)[here.index + 1] ?? touchpointsOf(here.stage)[here.index - 1];
  const next: Selection = beside ? { kind: 'touchpoint', id: beside.id } : { kind: 'stage', id: here.stage.id };
  if (await studio.edit([removeEdit(content, here.path)])) studio.selection = next;
}
