// The open map, presented: sheets as wide as a screen, the whole of it and each stage.
import { getPicture } from '../../api/client';
import { preferences } from '../../base/preferences.svelte';
import { stagesOf, textIn } from '../../model/content';
import { scoped } from '../../state/lens.svelte';
import { studio } from '../../state/studio.svelte';
import { Slides } from './slides.svelte';

export const presentation = new Slides({
  slides: () => [
    { stage: '', name: textIn(studio.content.title, preferences.lang) },
    ...stagesOf(studio.content).map((stage) => ({ stage: stage.id, name: textIn(stage.name, preferences.lang) || stage.id })),
  ],
  basis: () => `${studio.basis} ${preferences.lang} ${preferences.light} ${scoped.link}`,
  draw: (stage) => getPicture(studio.map?.id ?? '', { of: 'slide', lang: preferences.lang, theme: preferences.light, ...(stage ? { stage } : {}), ...scoped.asked }, new AbortController().signal),
});
