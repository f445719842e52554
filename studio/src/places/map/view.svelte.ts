// How the map is looked at: how large, which lanes, with or without the panel.
import { laneCodes } from '../../model/lanes';
import { studio } from '../../state/studio.svelte';

const kSmallest = 0.2;
const kLegible = 0.68; // below it the picture's small text (11.5 px) cannot be read
const kReadable = 0.8;
const kLargest = 3;
const kMargins = 40; // around the picture
const kWide = 1500; // from there on the panel has room beside a legible map

class View {
  zoom = $state<number | 'fit' | 'readable'>('readable');
  place = $state(1150); // px across, the panel's included: opening it changes no size
  room = $state(1150); // px across, beside the panel
  picture = $state(1600);
  hidden = $state<string[]>(['legend', 'moves', 'wants', 'asks']);
  panel = $state(innerWidth >= kWide);
  wide = $state(false); // a column for each touchpoint
  naming = $state<string | null>(null); // the touchpoint or stage just added, whose name is asked for

  #fitted(across: number): number {
    return Math.max(kSmallest, (across - kMargins) / this.picture);
  }

  // At first: the whole width if that can be read, else as large as can be read.
  get scale(): number {
    const whole = this.#fitted(this.place);
    if (this.zoom === 'readable') return whole >= kLegible ? Math.min(whole, 1) : kReadable;
    return this.zoom === 'fit' ? this.#fitted(this.room) : this.zoom;
  }

  scaleBy(factor: number): void {
    this.zoom = Math.min(kLargest, Math.max(kSmallest, this.scale * factor));
  }

  toggle(lane: string): void {
    this.hidden = this.hidden.includes(lane) ? this.hidden.filter((known) => known !== lane) : [...this.hidden, lane];
  }

  // The address keeps it behind what the figures are looked at through: "?since=2026-06-01&wide=yes".
  link(through: string): string {
    return this.wide ? `${through}${through === '' ? '?' : '&'}wide=yes` : through;
  }
  get asked(): { wide?: 'yes' } {
    return this.wide ? { wide: 'yes' } : {};
  }

  // As the server takes them.
  lanes(): string {
    const there = new Set<string>([...laneCodes, 'legend', ...(studio.content.lanes ?? []).map((lane) => lane.id)]);
    return this.hidden.flatMap((lane) => (there.has(lane) ? [`no-${lane}`] : [])).join(',');
  }
}

export const view = new View();
