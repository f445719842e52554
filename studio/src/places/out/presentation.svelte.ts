// The map shown to others: the whole of it, then stage by stage.
import { preferences } from '../../base/preferences.svelte';
import { getPicture } from '../../api/client';
import { stagesOf, textIn } from '../../model/content';
import { studio } from '../../state/studio.svelte';

export interface Slide {
  stage: string; // "" : the whole map
  name: string;
}

class Presentation {
  at = $state<number | null>(null); // null: nothing is shown
  svg = $state.raw('');
  told = $state('');
  #kept = new Map<string, Promise<string>>();

  get slides(): Slide[] {
    const { content } = studio;
    return [{ stage: '', name: textIn(content.title, preferences.lang) }, ...stagesOf(content).map((stage) => ({ stage: stage.id, name: textIn(stage.name, preferences.lang) || stage.id }))];
  }

  begin(): void {
    this.#kept.clear();
    void this.go(0);
  }

  end(): void {
    this.at = null;
    this.svg = '';
  }

  async go(to: number): Promise<void> {
    const index = Math.min(Math.max(to, 0), this.slides.length - 1);
    this.at = index;
    const svg = await this.#picture(index);
    if (this.at !== index) return;
    this.svg = svg;
    if (index + 1 < this.slides.length) void this.#picture(index + 1); // the next one is at hand
  }

  #picture(index: number): Promise<string> {
    const [map, slide] = [studio.map, this.slides[index]];
    if (!map || !slide) return Promise.resolve('');
    const request = { of: 'map', lang: preferences.lang, theme: preferences.light, ...(slide.stage ? { stage: slide.stage } : {}) } as const;
    const key = JSON.stringify([studio.basis, request]);
    const known = this.#kept.get(key);
    if (known) return known;
    const asked = getPicture(map.id, request, new AbortController().signal).then((answer) => {
      this.told = answer.ok ? '' : answer.problem.message;
      return answer.ok ? answer.value : '';
    });
    this.#kept.set(key, asked);
    return asked;
  }
}

export const presentation = new Presentation();
