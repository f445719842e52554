// How the map is looked at: how large, which lanes, with or without the panel.
export const laneCodes = ['how', 'buyer', 'touchpoints', 'images', 'river', 'moves', 'emotion', 'does', 'wants', 'asks', 'says', 'frictions', 'actions', 'views', 'backstage'] as const;

const kSmallest = 0.2;
const kReadable = 0.5;
const kLargest = 3;

class View {
  zoom = $state<number | 'fit' | 'readable'>('readable');
  fitted = $state(1);
  hidden = $state<string[]>(['legend', 'moves', 'wants', 'asks']);
  panel = $state(true);

  get scale(): number {
    if (this.zoom === 'readable') return Math.max(this.fitted, kReadable);
    return this.zoom === 'fit' ? this.fitted : this.zoom;
  }

  scaleBy(factor: number): void {
    this.zoom = Math.min(kLargest, Math.max(kSmallest, this.scale * factor));
  }

  toggle(lane: string): void {
    this.hidden = this.hidden.includes(lane) ? this.hidden.filter((known) => known !== lane) : [...this.hidden, lane];
  }

  // As the server takes them.
  lanes(): string {
    return this.hidden.map((lane) => `no-${lane}`).join(',');
  }
}

export const view = new View();
