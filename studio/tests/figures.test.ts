import { describe, expect, test } from 'vitest';
import type { Comparison, Figures, Place, Segment, Share } from '../src/api/client';
import { showPoints } from '../src/base/numbers';
import { movesOf, placeIn, sureOf, worstOf } from '../src/state/figures';

const share = (count: number, n: number): Share => ({ count, n, value: n === 0 ? null : count / n, low: 0, high: 1 });
const place = (id: string, lost: number, n: number): Place => ({ id, customers: n, journeys: n, lost, drop_off: share(lost, n) });
const arrow = (from: string, to: string, count: number): NonNullable<Figures['arrows']>[number] => ({ from, to, count, moves: count, median_s: null });

describe('the measured map read', () => {
  const figures: Figures = { version: 1, map: 'm', measured: true, arrows: [arrow('a', 'b', 3), arrow('c', 'b', 7), arrow('b', 'b', 2), arrow('b', 'd', 4)] };

  test('moves into a touchpoint and out of it, most customers first', () => {
    expect(movesOf(figures, ['b']).into.map((move) => [move.other, move.count])).toEqual([['c', 7], ['a', 3], ['b', 2]]);
    expect(movesOf(figures, ['b']).out.map((move) => move.other)).toEqual(['d', 'b']);
  });

  test('of a stage, what crosses its border', () => {
    expect(movesOf(figures, ['a', 'b']).into.map((move) => move.other)).toEqual(['c']);
    expect(movesOf(figures, ['a', 'b']).out.map((move) => move.other)).toEqual(['d']);
  });

  test('a segment loses most where many are lost and much of them; few journeys say nothing', () => {
    const stage: Place = { ...place('s', 0, 0), touchpoints: [place('few', 9, 10), place('many', 40, 400), place('most', 30, 60)] };
    const segment: Segment = { value: 'mobile', customers: 1, journeys: 1, closed: 1, conversion: share(0, 0), stages: [stage] };
    expect(worstOf(segment)?.id).toBe('most');
    expect(placeIn(segment, 'many')?.lost).toBe(40);
    expect(placeIn(segment, 's')?.id).toBe('s');
  });

  test('only what is sure, the largest difference first', () => {
    const row = (value: number, surely: boolean): Comparison => ({ touchpoint: null, figure: 'conversion', here: share(1, 2), difference: { value, low: 0, high: 0, n: 2 }, surely });
    expect(sureOf([row(0.1, true), row(-0.4, true), row(0.9, false)]).map((known) => known.difference.value)).toEqual([-0.4, 0.1]);
    expect(sureOf(undefined)).toEqual([]);
  });

  test('points', () => {
    expect(showPoints(-0.1279, 'en')).toBe('−12.8');
    expect(showPoints(0.05, 'fr')).toBe('+5,0');
  });
});
