// What the brand wants of a stage: the map's file keeps a word of the list, or what its author wrote; a person reads and types it in their language.
import { sayIn, type Lang } from '../base/texts';

export const kObjectives = ['inspire', 'inform', 'reassure', 'convert', 'serve', 'retain', 'recommend'];

export const objectiveNamed = (kept: string, lang: Lang): string => (kObjectives.includes(kept) ? sayIn(lang, `studio.objective.${kept}`) : kept);

export function objectiveMeant(typed: string): string {
  const word = typed.toLowerCase();
  return kObjectives.find((id) => [id, objectiveNamed(id, 'fr'), objectiveNamed(id, 'en')].some((name) => name.toLowerCase() === word)) ?? typed;
}
