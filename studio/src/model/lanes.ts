// A map's own lanes: docs/formats/map.md, "Lanes of one's own".
import { freshId, stagesOf, touchpointsOf, type Content, type Lines, type LocalText } from './content';
import { removeEdit, type MapEdit } from './edits';

export interface OwnLane {
  id: string;
  name?: LocalText;
  note?: LocalText;
}

// The lanes that every map has; an own one has another id.
export const laneCodes = ['how', 'buyer', 'touchpoints', 'images', 'river', 'moves', 'emotion', 'does', 'wants', 'asks', 'says', 'frictions', 'actions', 'views', 'backstage'] as const;

export function freshLaneId(name: string, content: Content): string {
  const taken = new Set<string>([...laneCodes, 'legend', ...(content.lanes ?? []).map((lane) => lane.id)]);
  const base = freshId(name, {});
  for (let n = 1; ; ++n) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!taken.has(id)) return id;
  }
}

// Whatever stands in a lane, with its path, of stages and touchpoints.
function placed(content: Content): { path: string; lanes: Record<string, Lines> }[] {
  return stagesOf(content).flatMap((stage) => [
    { path: `stages/${stage.id}/lanes`, lanes: stage.lanes ?? {} },
    ...touchpointsOf(stage).map((touchpoint) => ({ path: `stages/${stage.id}/touchpoints/${touchpoint.id}/lanes`, lanes: touchpoint.lanes ?? {} })),
  ]);
}

// The lane taken away, with all that stands in it.
export function laneEdits(content: Content, id: string): MapEdit[] {
  const texts = placed(content).flatMap(({ path, lanes }) => (id in lanes ? [removeEdit(content, Object.keys(lanes).length === 1 ? path : `${path}/${id}`)] : []));
  const last = (content.lanes ?? []).length === 1;
  return [...texts, removeEdit(content, last ? 'lanes' : `lanes/${id}`)];
}
