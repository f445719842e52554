// A map shown to others: the whole of it, then stage by stage.
import type { Answer } from '../../api/client';

export interface Slide {
  stage: string; // "" : the whole map
  name: string;
}

// Where the slides come from: one map, as it stands.
export interface SlideSource {
  slides: () => Slide[];
  basis: () => string; // while it stays the same, so do the pictures
  draw: (stage: string) => Promise<Answer<string>>;
}

export class Slides {
  at = $state<number | null>(null); // null: nothing is shown
  svg = $state.raw('');
  told = $state('');
  readonly #source: SlideSource;
  #kept = new Map<string, Promise<string>>();

  constructor(source: SlideSource) {
    this.#source = source;
  }

  get slides(): Slide[] {
    return this.#source.slides();
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
    const slide = this.slides[index];
    if (!slide) return Promise.resolve('');
    const key = JSON.stringify([this.#source.basis(), slide.stage]);
    const known = this.#kept.get(key);
    if (known) return known;
    const asked = this.#source.draw(slide.stage).then((answer) => {
      this.told = answer.ok ? '' : answer.problem.message;
      return answer.ok ? answer.value : '';
    });
    this.#kept.set(key, asked);
    return asked;
  }
}
