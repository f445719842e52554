// Whose a word or a friction can be: everyone's, or a persona's of the map.
import { say } from '../../../base/preferences.svelte';
import { scoped } from '../../../state/lens.svelte';
import { studio } from '../../../state/studio.svelte';

export const nameOfPersona = (id: string): string => scoped.personas.find((persona) => persona.id === id)?.name || id;

// Nothing to choose from: a map of one persona is all that persona's. What stands in the file is offered all the same.
export function peopleWith(owners: (string | undefined)[]): { id: string; name: string }[] {
  const own = owners.filter((id): id is string => id !== undefined && id !== '');
  const personas = studio.content.personas ?? [];
  if (personas.length < 2 && own.length === 0) return [];
  return [{ id: '', name: say('studio.whose.everyone') }, ...[...new Set([...personas, ...own])].map((id) => ({ id, name: nameOfPersona(id) }))];
}
