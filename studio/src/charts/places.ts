// How the ids of an answer are shown: a touchpoint, stage or channel by its name, in its stage's colour, in the map's order.
export interface Places {
  name: (id: string) => string;
  hue: (id: string) => number;
  order: (id: string) => number; // what is not on the map comes last
}

export const kOther = '\u0000other'; // nodes and moves that a picture leaves out, taken together

export function inOrder(ids: Iterable<string>, places: Places): string[] {
  const rank = (id: string): number => (id === kOther ? Number.MAX_SAFE_INTEGER : places.order(id));
  return [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
