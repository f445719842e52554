// The actions of a map as rows of a table: each with the friction and the touchpoint it answers, and what is measured there.
import type { Lang } from '../base/texts';
import { placed, stagesOf, textIn, touchpointsOf, type Action, type Content, type Friction, type PlacedTouchpoint } from './content';

// As the measured map lists them, best first.
export interface ActionFigures {
  id: string;
  may_gain: { value: number; low: number; high: number; n: number } | null;
  lost_customers: number | null;
}

export interface ActionRow {
  action: Action;
  friction: Friction | null;
  place: PlacedTouchpoint | null;
  importance: number | null; // of the touchpoint to the customer, else that of its stage
  figures: ActionFigures | null;
  rank: number; // from 0, as measured; those without figures after the others, as the file has them
  order: number; // of its touchpoint along the map
}

export const actionStates = ['todo', 'doing', 'done', 'dropped'] as const;
export const actionColumns = ['what', 'importance', 'effort', 'owner', 'due', 'answers', 'state', 'gain'] as const;
export type ActionColumn = (typeof actionColumns)[number];

interface Answered {
  friction: Friction;
  place: PlacedTouchpoint;
  order: number;
}

// Every friction of the map, along it.
export function frictionsOf(content: Content): Answered[] {
  const all: Answered[] = [];
  for (const stage of stagesOf(content))
    for (const { id } of touchpointsOf(stage)) {
      const place = placed(content, id)!;
      for (const friction of place.touchpoint.friction ?? []) all.push({ friction, place, order: all.length });
    }
  return all;
}

export function actionRows(content: Content, figures: ActionFigures[]): ActionRow[] {
  const frictions = new Map(frictionsOf(content).map((answered) => [answered.friction.id, answered]));
  const ranks = new Map(figures.map((known, rank) => [known.id, rank]));
  return (content.actions ?? []).map((action, index) => {
    const answered = frictions.get(action.for ?? '');
    const rank = ranks.get(action.id);
    return {
      action,
      friction: answered?.friction ?? null,
      place: answered?.place ?? null,
      importance: answered?.place.touchpoint.importance ?? answered?.place.stage.importance ?? null,
      figures: rank === undefined ? null : figures[rank]!,
      rank: rank ?? figures.length + index,
      order: answered?.order ?? frictions.size,
    };
  });
}

const stateOf = (action: Action): number => (actionStates as readonly string[]).indexOf(action.status ?? 'todo');

// What a column is sorted by; null: there is nothing, which comes last whichever way. Money and customers are not compared: money where one row has it.
function keyOf(row: ActionRow, column: ActionColumn, lang: Lang, money: boolean): string | number | null {
  if (column === 'what') return textIn(row.action.text, lang) || row.action.id;
  if (column === 'importance') return row.importance;
  if (column === 'effort') return row.action.effort ?? null;
  if (column === 'owner') return row.action.owner || null;
  if (column === 'due') return row.action.due || null;
  if (column === 'answers') return row.place ? row.order : null;
  if (column === 'state') return stateOf(row.action);
  return (money ? row.figures?.may_gain?.value : row.figures?.lost_customers) ?? null;
}

// Ids in the order of the column; without one, as they are ranked. Equal ones stay ranked.
export function sortedActions(rows: ActionRow[], column: ActionColumn | null, down: boolean, lang: Lang): string[] {
  const money = rows.some((row) => row.figures?.may_gain);
  const ranked = [...rows].sort((a, b) => a.rank - b.rank);
  if (column === null) return ranked.map((row) => row.action.id);
  const compare = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), lang));
  return ranked
    .map((row) => ({ id: row.action.id, key: keyOf(row, column, lang, money) }))
    .sort((a, b) => (a.key === null || b.key === null ? Number(a.key === null) - Number(b.key === null) : compare(a.key, b.key) * (down ? -1 : 1)))
    .map((row) => row.id);
}
