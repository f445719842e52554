// What is asked, from what was chosen; and what of the map it is asked of.
import { describe, expect, test } from 'vitest';
import type { Content } from '../src/model/content';
import { dated, datedIn, daysUpTo, periodBefore, showDays } from '../src/base/days';
import { questionOf } from '../src/places/analyse/asked';
import type { Chosen } from '../src/places/analyse/choices.svelte';
import { placesOf, seenStages, seenTouchpoints, usualSteps } from '../src/places/analyse/map';
import { chosenIn, linkOf, usual } from '../src/places/analyse/link';
import type { Lens } from '../src/state/lens.svelte';

const chosen: Chosen = {
  view: 'flow', per: 'customer', nodes: 'touchpoint', shape: 'steps', columns: 5, repeats: false, stepsAre: 'touchpoint', order: 'free', window: '', every: 'week', active: '',
};
const all: Lens = { since: '', until: '', where: '', by: '', against: '' };
const content: Content = {
  goal: 'pay',
  stages: [
    { id: 'look', name: { fr: 'Regarder', en: 'Look' }, phase: 'before', touchpoints: [{ id: 'ad', name: 'Pub', match: { event: 'ad' } }, { id: 'page', name: 'Fiche', match: { event: 'page' } }, { id: 'friend', name: 'Ami', match: 'none' }] },
    { id: 'buy', name: 'Acheter', phase: 'during', touchpoints: [{ id: 'pay', name: 'Paie', match: { event: 'pay' } }] },
    { id: 'after', name: 'Après', phase: 'after', touchpoints: [{ id: 'talk', name: 'En parle' }] },
  ],
};

describe('the question', () => {
  test('step by step asks for paths one contact further than is shown', () => {
    expect(questionOf(chosen, all, [])).toMatchObject({ question: 'variants', nodes: 'touchpoint', collapse: true, longest: 6, against: null });
    expect(questionOf({ ...chosen, shape: 'process', repeats: true }, all, [])).toMatchObject({ question: 'flow', collapse: false });
  });

  test('a comparison is with another period of the same customers, or with others in the same period', () => {
    const funnel = { ...chosen, view: 'funnel' as const };
    const lens = { ...all, since: '2026-10-08', until: '2026-10-14', where: 'platform=mobile\nlang=fr' };
    const where = ['platform=mobile', 'lang=fr'];
    expect(questionOf(funnel, lens, ['ad'])).toMatchObject({ since: '2026-10-08', until: '2026-10-14', where, against: null });
    expect(questionOf(funnel, { ...lens, against: '2026-10-01..2026-10-07' }, ['ad', 'pay'])!.against).toEqual({ since: '2026-10-01', until: '2026-10-07', where });
    expect(questionOf(funnel, { ...lens, against: 'platform=desktop' }, ['ad'])!.against).toEqual({ since: '2026-10-08', until: '2026-10-14', where: ['platform=desktop'] });
    expect(questionOf(funnel, lens, [])).toBeNull();
    expect(questionOf({ ...funnel, order: 'any', window: '7d' }, { ...all, by: 'platform' }, ['ad'])).toMatchObject({ by: 'platform', where: [], since: null, any_order: true, strict: false, window: '7d' });
  });

  test('days are counted with their ends and said as the language writes them', () => {
    expect(daysUpTo('2026-03-02T08:00:00+01:00', 3)).toEqual({ since: '2026-02-28', until: '2026-03-02' });
    expect(showDays({ since: '2026-10-01', until: '2026-11-21' }, 'fr')).toBe('1 oct. – 21 nov. 2026');
    expect(showDays({ since: '2025-12-30', until: '2026-01-02' }, 'en')).toBe('30 Dec 2025 – 2 Jan 2026');
  });

  test('a period stands in one word, and only a period is read as one', () => {
    const days = { since: '2026-10-01', until: '2026-10-07' };
    expect(dated(days)).toBe('2026-10-01..2026-10-07');
    expect(datedIn(dated(days))).toEqual(days);
    for (const text of ['', '2026-10-01', '2026-10-01..', 'path=a..b', '2026-10-01..2026-10-07..2026-10-09']) expect(datedIn(text)).toBeNull();
  });

  test('the period before ends the day before, whatever month it is', () => {
    expect(periodBefore('2026-03-01', '', '2026-03-31T18:00:00+02:00')).toEqual({ since: '2026-01-29', until: '2026-02-28' });
    expect(periodBefore('', '2026-03-31', null)).toBeNull();
    expect(periodBefore('2026-03-02', '2026-03-01', null)).toBeNull();
  });

  test('the address says which; what cannot be is as usual', () => {
    const chosen = { ...usual, view: 'funnel', steps: ['ad', 'p&y'], repeats: true, columns: 7 } as const;
    const copy = { ...chosen, steps: [...chosen.steps] };
    expect(chosenIn(new URLSearchParams(linkOf(copy)))).toEqual(copy);
    expect(linkOf(usual)).toBe('?view=flow');
    expect(chosenIn(new URLSearchParams('view=nonsense&per=nobody&columns=99&since=2026-06-01'))).toEqual({ ...usual, columns: 8 });
  });
});

describe('the map', () => {
  test('only what can be found in the data is offered', () => {
    expect(seenTouchpoints(content, 'fr').map((one) => one.id)).toEqual(['ad', 'page', 'pay']);
    expect(seenStages(content, 'en')).toEqual([{ id: 'look', name: 'Look' }, { id: 'buy', name: 'Acheter' }]);
  });

  test('a funnel begins with the busiest touchpoint of each stage and ends with the goal', () => {
    expect(usualSteps(content, null)).toEqual(['ad', 'pay']);
    const stages = content.stages!.map((stage) => (stage.id === 'buy' ? { ...stage, touchpoints: [{ id: 'cart', match: { event: 'cart' } }, ...stage.touchpoints!] } : stage));
    expect(usualSteps({ ...content, stages }, null)).toEqual(['ad', 'cart', 'pay']);
    const place = (id: string, customers: number) => ({ id, customers, journeys: 0, lost: 0, drop_off: { count: 0, n: 0, value: null, low: null, high: null } });
    expect(usualSteps(content, { version: 1, map: 'm', measured: true, stages: [{ ...place('look', 9), touchpoints: [place('ad', 3), place('page', 8)] }] })).toEqual(['page', 'pay']);
  });

  test('names, colours and order are the map’s', () => {
    const { places, layerOf } = placesOf(content, 'fr');
    expect([places.name('look'), places.name('unknown'), places.hue('pay'), layerOf('pay'), layerOf('web')]).toEqual(['Regarder', 'unknown', 1, 1, null]);
    expect(places.order('ad')).toBeLessThan(places.order('pay'));
  });
});
