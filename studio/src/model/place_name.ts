// A place of the map as one says it: "stages/decision/touchpoints/cart/name/en" is the name of "Adds to the cart".
import { sayIn, type Lang } from '../base/texts';
import { placed, stagesOf, textIn, type Content } from './content';
import { selectionAt } from './targets';

const kFields = [
  'name', 'channel', 'starts', 'served_by', 'does', 'wants', 'asks', 'says', 'emotion', 'friction', 'moment_of_truth', 'importance', 'phase', 'objective', 'how', 'title', 'offer', 'goal', 'optional',
  'repeatable', 'opens', 'team', 'system', 'owner', 'due', 'effort', 'status',
];

export function placeName(content: Content, path: string, lang: Lang): string {
  const chosen = selectionAt(path);
  const named = chosen.kind === 'touchpoint' ? placed(content, chosen.id)?.touchpoint.name : chosen.kind === 'stage' ? stagesOf(content).find((stage) => stage.id === chosen.id)?.name : undefined;
  const field = path.split('/').reverse().find((part) => kFields.includes(part));
  return [textIn(named, lang), field ? sayIn(lang, `studio.field.${field}`) : ''].filter(Boolean).join(' · ') || path;
}
