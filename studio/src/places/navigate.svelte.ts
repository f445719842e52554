// Where the person is; follows the address bar, and moves it.
import { untrack } from 'svelte';
import { here } from '../base/here';
import type { Selection } from '../model/targets';
import { studio } from '../state/studio.svelte';
import { view } from './map/view.svelte';
import { addressOf, pathOf, type PlaceName } from './places';

const address = () => addressOf(location.pathname.slice(here.length));

class Navigator {
  map = $state(address().map);
  place = $state<PlaceName>(address().place);
  query = $state(location.search); // what is looked at there: "?view=funnel"
  reveal = $state.raw<{ selection: Selection; focus: boolean } | null>(null); // what the map should bring into sight
  field = $state(''); // what the panel should bring into sight: its label
  travelled = false; // got here by the browser's back and forward

  constructor() {
    addEventListener('popstate', () => {
      this.travelled = true;
      this.#follow();
    });
  }

  go(place: PlaceName, map = this.map, query = ''): void {
    if (place === this.place && map === this.map && (query === '' || query === this.query)) return;
    this.travelled = false;
    history.pushState(null, '', here + pathOf({ map, place }) + query);
    this.#follow();
  }

  // One of the pictures of all maps.
  picture(of: string, persona = ''): void {
    this.go('pictures', this.map, `?${new URLSearchParams({ of, ...(persona ? { persona } : {}) }).toString()}`);
  }

  // On the map, chosen and in sight; with the keyboard's focus unless something else is to have it.
  show(selection: Selection, focus = true): void {
    studio.selection = selection;
    this.reveal = { selection, focus };
    this.go('map');
  }

  // From a sentence about it to its place, with all that is known of it; to the field of that label, if one is named.
  lead(selection: Selection, field = ''): void {
    view.panel = true;
    this.field = field;
    this.show(selection, field === '');
  }

  settleOn(map: string): void {
    history.replaceState(null, '', here + pathOf({ map, place: this.place }) + location.search);
    this.#follow();
  }

  // What is looked at here, for the address to keep; `anew`: the browser's back leads to what was looked at before.
  tell(query: string, anew: boolean): void {
    if (query === location.search) return;
    if (anew) history.pushState(null, '', location.pathname + query);
    else history.replaceState(null, '', location.pathname + query);
    this.#follow();
  }

  #follow(): void {
    ({ map: this.map, place: this.place } = address());
    this.query = location.search;
  }
}

export const navigator = new Navigator();

// While a place is open, the address keeps what is looked at in it: `said` is written there, and what a link or the browser's buttons say is read. To be
// called first when the place is made.
export function kept(said: () => string, read: (asked: URLSearchParams) => void): void {
  const { place } = navigator;
  const take = (): void => {
    if (navigator.place === place) read(new URLSearchParams(location.search));
  };
  let first = true;
  $effect(() => {
    if (first && (location.search !== '' || navigator.travelled)) untrack(take);
    const query = said();
    untrack(() => navigator.tell(query, !first));
    first = false;
  });
  $effect(() => {
    addEventListener('popstate', take);
    return () => removeEventListener('popstate', take);
  });
}
