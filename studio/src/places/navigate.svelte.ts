// Where the person is; follows the address bar, and moves it.
import type { Selection } from '../model/targets';
import { studio } from '../state/studio.svelte';
import { addressOf, pathOf, type PlaceName } from './places';

class Navigator {
  map = $state(addressOf(location.pathname).map);
  place = $state<PlaceName>(addressOf(location.pathname).place);
  reveal = $state.raw<Selection | null>(null); // what the map should bring into sight

  constructor() {
    addEventListener('popstate', () => this.#follow());
  }

  go(place: PlaceName, map = this.map): void {
    if (place === this.place && map === this.map) return;
    history.pushState(null, '', pathOf({ map, place }));
    this.#follow();
  }

  show(selection: Selection): void {
    studio.selection = selection;
    this.reveal = selection;
    this.go('map');
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
