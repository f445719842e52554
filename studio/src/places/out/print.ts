// The map on paper: its picture in the theme for print, alone on the sheet (studio.css, "On paper").
import { getPicture } from '../../api/client';
import { pictureOf } from '../../base/svg';
import { say } from '../../base/preferences.svelte';
import { scoped } from '../../state/lens.svelte';
import { studio } from '../../state/studio.svelte';

// What hinders it, in words; null when the browser has been asked to print.
export async function printMap(lang: string, lanes: string, layout: { wide?: 'yes' }): Promise<string | null> {
  if (!studio.map) return null;
  const answer = await getPicture(studio.map.id, { of: 'map', lang, theme: 'print', ...(lanes ? { lanes } : {}), ...layout, ...scoped.asked }, new AbortController().signal);
  if (!answer.ok) return answer.problem.message || say('studio.offline');
  const picture = pictureOf(answer.value);
  if (!picture) return say('studio.offline');
  const paper = document.createElement('div');
  paper.className = 'paper';
  paper.append(picture);
  document.body.append(paper);
  addEventListener('afterprint', () => paper.remove(), { once: true });
  print();
  return null;
}
