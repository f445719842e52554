import { describe, expect, test } from 'vitest';
import { actionRows, sortedActions, type ActionFigures } from '../src/model/actions';
import type { Content } from '../src/model/content';

// Three frictions along the map, four actions: one answers nothing, one stands where only the stage has an importance.
const content: Content = {
  stages: [
    { id: 'look', name: 'Looks', importance: 2, touchpoints: [{ id: 'post', friction: [{ id: 'dull' }] }] },
    {
      id: 'buy',
      importance: 5,
      touchpoints: [
        { id: 'pay', importance: 4, friction: [{ id: 'fees' }] },
        { id: 'box', friction: [{ id: 'late' }] },
      ],
    },
  ],
  actions: [
    { id: 'film', for: 'dull', text: { fr: 'Écrire un film', en: 'A film' }, effort: 5, due: '2027-03-01' },
    { id: 'free', text: 'zero fees', owner: 'Zoé', status: 'done' },
    { id: 'track', for: 'late', text: 'Suivi', effort: 2, due: '2026-12-01', owner: 'Ana' },
    { id: 'upfront', for: 'fees', text: 'Port compris', effort: 2, status: 'doing' },
  ],
};
const estimate = (value: number): ActionFigures['may_gain'] => ({ value, low: value / 2, high: value * 2, n: 100 });
const figures: ActionFigures[] = [
  { id: 'upfront', may_gain: estimate(900), lost_customers: 12 },
  { id: 'film', may_gain: estimate(1000), lost_customers: 40 },
  { id: 'track', may_gain: null, lost_customers: 3 },
  { id: 'free', may_gain: null, lost_customers: null },
];

describe('actions as rows', () => {
  test('say which friction they answer, where, and what is at stake there', () => {
    const rows = actionRows(content, figures);
    expect(rows.map((row) => [row.action.id, row.friction?.id, row.place?.touchpoint.id, row.importance, row.rank])).toEqual([
      ['film', 'dull', 'post', 2, 1],
      ['free', undefined, undefined, null, 3],
      ['track', 'late', 'box', 5, 2],
      ['upfront', 'fees', 'pay', 4, 0],
    ]);
    expect(rows[3]!.figures?.may_gain?.value).toBe(900);
  });

  test('without figures stand as in the file', () => {
    expect(sortedActions(actionRows(content, []), null, false, 'en')).toEqual(['film', 'free', 'track', 'upfront']);
    expect(actionRows({}, figures)).toEqual([]);
  });

  test('are sorted by any column, what says nothing last whichever way', () => {
    const by = (column: Parameters<typeof sortedActions>[1], down = false): string => sortedActions(actionRows(content, figures), column, down, 'fr').join(' ');
    expect(by(null)).toBe('upfront film track free');
    expect(by('what')).toBe('film upfront track free'); // É like E
    expect(by('importance', true)).toBe('track upfront film free');
    expect(by('importance')).toBe('film upfront track free');
    expect(by('effort')).toBe('upfront track film free'); // equal ones stay ranked
    expect(by('effort', true)).toBe('film upfront track free');
    expect(by('owner')).toBe('track free upfront film');
    expect(by('due')).toBe('track film upfront free');
    expect(by('answers')).toBe('film upfront track free');
    expect(by('answers', true)).toBe('track upfront film free');
    expect(by('state')).toBe('film track upfront free');
    expect(by('gain', true)).toBe('film upfront track free');
  });

  test('without money are sorted by customers lost', () => {
    const lost = figures.map((known) => ({ ...known, may_gain: null }));
    expect(sortedActions(actionRows(content, lost), 'gain', true, 'en').join(' ')).toBe('film upfront track free');
    expect(sortedActions(actionRows(content, lost), 'gain', false, 'en').join(' ')).toBe('track upfront film free');
  });
});
