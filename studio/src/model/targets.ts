// The elements of the picture (docs/formats/picture.md, "Ids") and what of the map each one shows: what a click selects, what a text edits.
import type { Lang } from '../base/texts';
import { linesIn, pathOfText, pathOfWords, stagesOf, textIn, touchpointsOf, type Content, type Lines, type LocalText, type Touchpoint, type Words } from './content';
import { objectiveMeant, objectiveNamed } from './objective';

export type Selection =
  | { kind: 'map' }
  | { kind: 'stage' | 'touchpoint' | 'persona'; id: string }
  | { kind: 'river'; id: string } // the stretch from that stage to the next
  | { kind: 'arrow'; from: string; to: string }; // between two touchpoints

export interface Target {
  selects: Selection;
  path?: string; // of the text it shows
  text?: string;
  meant?: (typed: string) => string; // what of it the file keeps; absent: as it is typed
}

const kLines = ['does', 'wants', 'asks', 'says'] as const;
// As the renderer writes ids: what is not a letter, a digit, `_`, `-` or `.` becomes `-`.
const svgId = (id: string): string => id.replace(/[^A-Za-z0-9_.-]/gu, '-');

export function targetsOf(content: Content, lang: Lang): Map<string, Target> {
  const targets = new Map<string, Target>();
  const add = (id: string, target: Target): void => {
    if (!targets.has(svgId(id))) targets.set(svgId(id), target);
  };
  const text = (value: LocalText | undefined, path: string): Pick<Target, 'path' | 'text'> => ({ path: pathOfText(path, value, lang), text: textIn(value, lang) });
  const whole: Selection = { kind: 'map' };
  add('title', { selects: whole, ...text(content.title, 'title') });
  for (const stage of stagesOf(content)) {
    const path = `stages/${stage.id}`;
    const selects: Selection = { kind: 'stage', id: stage.id };
    add(`stage-${stage.id}`, { selects, ...text(stage.name, `${path}/name`) });
    if (stage.objective) add(`objective-${stage.id}`, { selects, path: `${path}/objective`, text: objectiveNamed(stage.objective, lang), meant: objectiveMeant });
    if (stage.how !== undefined) add(`how-${stage.id}`, { selects, ...text(stage.how, `${path}/how`) });
    for (const [i, step] of (stage.buyer ?? []).entries()) {
      const inner = typeof step === 'object' && 'text' in step;
      const value = inner ? step.text : (step as LocalText);
      add(`buyer-${stage.id}-${i + 1}`, { selects, ...text(value, `${path}/buyer/${i}${inner ? '/text' : ''}`) });
    }
    addLanes(add, text, stage.id, path, stage.lanes, selects);
    add(`river-${stage.id}`, { selects: { kind: 'river', id: stage.id } });
    add(`leak-${stage.id}`, { selects });
    for (const touchpoint of touchpointsOf(stage)) addTouchpoint(add, text, `${path}/touchpoints/${touchpoint.id}`, touchpoint, lang);
  }
  const ids = stagesOf(content).flatMap((stage) => touchpointsOf(stage).map((touchpoint) => touchpoint.id));
  for (const from of ids) for (const to of ids) add(`move-${from}-${to}`, { selects: { kind: 'arrow', from, to } });
  for (const id of content.personas ?? []) add(`persona-${id}`, { selects: { kind: 'persona', id } });
  for (const action of content.actions ?? []) add(`action-${action.id}`, { selects: selectionOfFriction(content, action.for), ...text(action.text, `actions/${action.id}/text`) });
  return targets;
}

function addTouchpoint(
  add: (id: string, target: Target) => void,
  text: (value: LocalText | undefined, path: string) => Pick<Target, 'path' | 'text'>,
  path: string,
  touchpoint: Touchpoint,
  lang: Lang,
): void {
  const { id } = touchpoint;
  const selects: Selection = { kind: 'touchpoint', id };
  add(`tp-${id}`, { selects, ...text(touchpoint.name, `${path}/name`) });
  for (const key of kLines)
    for (const [i, line] of linesIn(touchpoint[key], lang).entries()) {
      const many = Array.isArray(touchpoint[key]);
      const value = many ? (touchpoint[key] as Words[])[i] : (touchpoint[key] as Words);
      add(`${key}-${id}${i === 0 ? '' : `-${i + 1}`}`, { selects, path: pathOfWords(`${path}/${key}${many ? `/${i}` : ''}`, value, lang), text: line });
    }
  for (const friction of touchpoint.friction ?? []) add(`friction-${friction.id}`, { selects, ...text(friction.text, `${path}/friction/${friction.id}/text`) });
  addLanes(add, text, id, path, touchpoint.lanes, selects);
  if (touchpoint.moment_of_truth) add(`moment-${id}`, { selects, ...text(touchpoint.moment_of_truth.promise, `${path}/moment_of_truth/promise`) });
  for (const other of [`emotion-${id}`, `emotion-${id}-authored`, `backstage-${id}`, `image-${id}`]) add(other, { selects });
}

// Lines of own lanes; those of a stage stand in one element, where only a single one is written.
function addLanes(
  add: (id: string, target: Target) => void,
  text: (value: LocalText | undefined, path: string) => Pick<Target, 'path' | 'text'>,
  id: string,
  path: string,
  lanes: Record<string, Lines> | undefined,
  selects: Selection,
): void {
  for (const [lane, said] of Object.entries(lanes ?? {})) {
    const many = Array.isArray(said);
    for (const [i, line] of (many ? said : [said]).entries()) {
      const written = selects.kind === 'touchpoint' || !many || said.length === 1 ? text(line as LocalText, `${path}/lanes/${lane}${many ? `/${i}` : ''}`) : {};
      add(`${lane}-${id}${i === 0 ? '' : `-${i + 1}`}`, { selects, ...written });
    }
  }
}

function selectionOfFriction(content: Content, friction: string | undefined): Selection {
  for (const stage of stagesOf(content))
    for (const touchpoint of touchpointsOf(stage))
      if (friction !== undefined && (touchpoint.friction ?? []).some((known) => known.id === friction)) return { kind: 'touchpoint', id: touchpoint.id };
  return { kind: 'map' };
}

// The selection that a path of a finding leads to.
export function selectionAt(path: string): Selection {
  const [top, stage, list, touchpoint] = path.split('/');
  if (top !== 'stages' || !stage) return { kind: 'map' };
  return list === 'touchpoints' && touchpoint ? { kind: 'touchpoint', id: touchpoint } : { kind: 'stage', id: stage };
}

export function elementOf(selection: Selection): string {
  if (selection.kind === 'map') return 'title';
  if (selection.kind === 'arrow') return svgId(`move-${selection.from}-${selection.to}`);
  return svgId(`${selection.kind === 'touchpoint' ? 'tp' : selection.kind}-${selection.id}`);
}
