// What somebody saw when he began to type: that is what he changes, and not what came in meanwhile.
import type { MapAnswer } from '../api/client';
import type { Content } from '../model/content';
import { meantFor, type MapEdit } from '../model/edits';

export interface Meant {
  of: string; // the version of the map
  edits: MapEdit[];
}

export class Typing {
  #begun: { map: MapAnswer; foreign: number } | null = null;
  #foreign = 0;

  begin(map: MapAnswer | null): void {
    if (map) this.#begun ??= { map, foreign: this.#foreign };
  }
  end(): void {
    this.#begun = null;
  }
  // Somebody else's change.
  cameIn(): void {
    this.#foreign += 1;
  }

  // What the edits made now are meant for, once they are sent; `now`: the map as it is known then.
  ended(edits: MapEdit[]): (now: MapAnswer) => Meant {
    const begun = this.#begun;
    this.#begun = null;
    return (now) => {
      if (begun?.map.id !== now.id || begun.foreign === this.#foreign) return { of: now.of, edits };
      return { of: begun.map.of, edits: edits.map((edit) => meantFor(begun.map.content as Content, edit)) };
    };
  }
}
