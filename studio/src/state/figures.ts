// What is read off the measured map: where customers come from and go, how one kind of customer differs.
import type { Comparison, Figures, Place, Segment } from '../api/client';

export const kWithheldBelow = 5;
export const kWeakBelow = 30;

export interface Move {
  from: string;
  to: string;
  other: string; // the touchpoint at the other end
  count: number;
  moves: number;
  median_s: number | null;
}

export const placesOf = (stages: Place[] | undefined): Place[] => (stages ?? []).flatMap((stage) => stage.touchpoints ?? []);

const ranked = (moves: Move[]): Move[] => moves.sort((a, b) => b.count - a.count);

// Into a place and out of it, most customers first. Of a stage: what crosses its border.
export function movesOf(figures: Figures, ids: string[]): { into: Move[]; out: Move[] } {
  const within = new Set(ids);
  const arrows = (figures.arrows ?? []).filter((arrow) => within.size === 1 || !(within.has(arrow.from) && within.has(arrow.to)));
  return {
    into: ranked(arrows.filter((arrow) => within.has(arrow.to)).map((arrow) => ({ ...arrow, other: arrow.from }))),
    out: ranked(arrows.filter((arrow) => within.has(arrow.from)).map((arrow) => ({ ...arrow, other: arrow.to }))),
  };
}

// From some touchpoints to others.
export function movesBetween(figures: Figures, from: string[], to: string[]): Move[] {
  const [tails, heads] = [new Set(from), new Set(to)];
  return ranked((figures.arrows ?? []).filter((arrow) => tails.has(arrow.from) && heads.has(arrow.to)).map((arrow) => ({ ...arrow, other: arrow.to })));
}

// A stage or a touchpoint as a segment sees it.
export function placeIn(segment: Segment, id: string): Place | undefined {
  return segment.stages.find((stage) => stage.id === id) ?? placesOf(segment.stages).find((place) => place.id === id);
}

// Where a segment loses the largest share, among places with enough journeys to say so.
export function worstOf(segment: Segment): Place | undefined {
  const known = placesOf(segment.stages).filter((place) => place.drop_off.n >= kWeakBelow && place.drop_off.value !== null && place.lost > 0);
  return known.sort((a, b) => b.lost * (b.drop_off.value ?? 0) - a.lost * (a.drop_off.value ?? 0))[0];
}

// What differs for sure, the largest differences first.
export const sureOf = (rows: Comparison[] | undefined): Comparison[] =>
  (rows ?? []).filter((row) => row.surely).sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
