// The keyboard on the map: arrows walk, Alt and arrows move, Enter types, Delete removes.
import { placed, stagesOf, touchpointsOf } from '../../model/content';
import type { Selection } from '../../model/targets';
import { session } from '../../state/session.svelte';
import { studio } from '../../state/studio.svelte';
import { navigator } from '../navigate.svelte';
import { addTouchpoint, moveStage, moveToStage, moveTouchpoint, removeSelected } from './changes';
import { view } from './view.svelte';

const kSteps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Where an arrow leads: across stages at the same height, up from the first touchpoint to its stage.
function neighbour(selection: Selection, across: number, down: number): Selection | null {
  const stages = stagesOf(studio.content);
  const here = selection.kind === 'touchpoint' ? placed(studio.content, selection.id) : undefined;
  const stageIndex = here?.stageIndex ?? stages.findIndex((stage) => selection.kind === 'stage' && stage.id === selection.id);
  const stage = stages[Math.max(0, stageIndex) + across];
  if (!stage) return null;
  const index = (here?.index ?? -1) + down;
  const list = touchpointsOf(stage);
  if (index < 0) return { kind: 'stage', id: stage.id };
  const touchpoint = list[Math.min(index, list.length - 1)];
  return touchpoint ? { kind: 'touchpoint', id: touchpoint.id } : { kind: 'stage', id: stage.id };
}

function move(selection: Selection, across: number, down: number): void {
  const step = across + down > 0 ? 1 : -1;
  if (selection.kind === 'stage' && across !== 0) void moveStage(selection.id, step);
  if (selection.kind === 'touchpoint') void (across === 0 ? moveTouchpoint(selection.id, step) : moveToStage(selection.id, step));
}

const editing: Record<string, (edit: () => void) => void> = {
  Enter: (edit) => edit(),
  F2: (edit) => edit(),
  Delete: () => void removeSelected(),
  Backspace: () => void removeSelected(),
  n: () => void addTouchpoint(),
};
const looking: Record<string, () => void> = {
  '+': () => view.scaleBy(1.2),
  '-': () => view.scaleBy(1 / 1.2),
  '0': () => (view.zoom = 'fit'),
};

export function keyPressed(event: KeyboardEvent, edit: () => void): void {
  const arrow = kSteps[event.key];
  if (event.ctrlKey || event.metaKey) return;
  const may = session.may('edit');
  if (arrow && event.altKey && may) move(studio.selection, ...arrow);
  else if (arrow) {
    const next = neighbour(studio.selection, ...arrow);
    if (next) navigator.show(next);
  } else if (looking[event.key]) looking[event.key]!();
  else if (may && editing[event.key]) editing[event.key]!(edit);
  else return;
  event.preventDefault();
}
