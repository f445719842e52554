// An instant of the log as a person reads it, on his own clock.
import { preferences } from '../../base/preferences.svelte';

export const shownTime = (at: string): string =>
  new Intl.DateTimeFormat(preferences.lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
