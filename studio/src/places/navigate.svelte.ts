// Where the person is; follows the address bar, and moves it.
import type { Selection } from '../model/targets';
import { studio } from '../state/studio.svelte';
import { view } from './map/view.svelte';
import { addressOf, pathOf, type PlaceName } from './places';

class Navigator {
  map = $state(addressOf(location.pathname).map);
  place = $state<PlaceName>(addressOf(location.pathname).place);
  reveal = $state.raw<{ selection: Selection; focus: boolean } | null>(null); // what the map should bring into sight

  constructor() {
    addEventListener('popstate', () => this.#follow());
  }

  go(place: PlaceName, map = this.map): void {
    if (place === this.place && map === this.map) return;
    history.pushState(null, '', pathOf({ map, place }));
    this.#follow();
  }

  // On the map, chosen and in sight; with the keyboard's focus unless something else is to have it.
  show(selection: Selection, focus = true): void {
    studio.selection = selection;
    this.reveal = { selection, focus };
    this.go('map');
  }

  // From a sentence about it to its place, with all that is known of it.
  lead(selection: Selection): void {
    view.panel = true;
    this.show(selection);
  }

  settleOn(map: string): void {
    history.replaceState(null, '', pathOf({ map, place: this.place }));
    this.#follow();
  }

  #follow(): void {
    ({ map: this.map, place: this.place } = addressOf(location.pathname));
  }
}

export const navigator = new Navigator();
