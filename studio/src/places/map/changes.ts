// What a person does to a map with one gesture, as edits.
import { say } from '../../base/preferences.svelte';
import { freshId, placed, stagesOf, touchpointsOf, type Stage } from '../../model/content';
import { addEdit, moveEdit, removeEdit, type MapEdit } from '../../model/edits';
import type { Selection } from '../../model/targets';
import { studio } from '../../state/studio.svelte';
import { navigator } from '../navigate.svelte';

// The stage of what is selected, else the first.
function stageHere(): Stage | undefined {
  const { content, selection } = studio;
  if (selection.kind === 'touchpoint') return placed(content, selection.id)?.stage;
  return stagesOf(content).find((stage) => selection.kind === 'stage' && stage.id === selection.id) ?? stagesOf(content)[0];
}

async function doThenShow(edits: MapEdit[], selection: Selection): Promise<void> {
  if (await studio.edit(edits)) navigator.show(selection);
}

// Behind the selected touchpoint, else last in the stage.
export async function addTouchpoint(stage = stageHere()): Promise<void> {
  if (!stage) return;
  const { content, selection } = studio;
  const here = selection.kind === 'touchpoint' ? placed(content, selection.id) : undefined;
  const name = say('studio.new_touchpoint');
  const id = freshId(name, content);
  const index = here && here.stage.id === stage.id ? here.index + 1 : touchpointsOf(stage).length;
  await doThenShow([addEdit(`stages/${stage.id}/touchpoints`, { id, name }, index)], { kind: 'touchpoint', id });
}

export async function addStage(): Promise<void> {
  const { content } = studio;
  const stages = stagesOf(content);
  const here = stageHere();
  const name = say('studio.new_stage');
  const id = freshId(name, content);
  const index = here ? stages.indexOf(here) + 1 : 0;
  const phase = here?.phase ?? 'before';
  await doThenShow([addEdit('stages', { id, name, phase, touchpoints: [] }, index)], { kind: 'stage', id });
}

// `step` -1: earlier in its stage, 1: later. At the end of its stage it goes on into the next one.
export async function moveTouchpoint(id: string, step: -1 | 1): Promise<void> {
  const { content } = studio;
  const here = placed(content, id);
  if (!here) return;
  const index = here.index + step;
  if (index >= 0 && index < touchpointsOf(here.stage).length) await doThenShow([moveEdit(content, here.path, index)], { kind: 'touchpoint', id });
  else await moveToStage(id, step);
}

export async function moveToStage(id: string, step: -1 | 1): Promise<void> {
  const here = placed(studio.content, id);
  const stage = here && stagesOf(studio.content)[here.stageIndex + step];
  if (stage) await moveTo(id, stage.id, step === 1 ? 0 : touchpointsOf(stage).length);
}

export async function moveTo(id: string, stageId: string, index: number): Promise<void> {
  const { content } = studio;
  const here = placed(content, id);
  const stage = stagesOf(content).find((known) => known.id === stageId);
  if (!here || !stage) return;
  const to = stage.id === here.stage.id ? undefined : `stages/${stage.id}/touchpoints`;
  if (!to && index === here.index) return;
  await doThenShow([moveEdit(content, here.path, index, to)], { kind: 'touchpoint', id });
}

export async function moveStage(id: string, step: -1 | 1): Promise<void> {
  const { content } = studio;
  const index = stagesOf(content).findIndex((stage) => stage.id === id) + step;
  if (index < 0 || index >= stagesOf(content).length) return;
  await doThenShow([moveEdit(content, `stages/${id}`, index)], { kind: 'stage', id });
}

// What stood beside it is selected then, so that the keyboard does not lose its place.
export async function removeSelected(): Promise<void> {
  const { content, selection } = studio;
  if (selection.kind === 'map') return;
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
