import { describe, expect, test } from 'vitest';
import { daysShown, daysTyped, durationShown, durationTyped, kindOf, toldAs } from '../src/model/when';

describe('durations as people type them', () => {
  test.each([
    ['12', '12d'],
    ['12 j', '12d'],
    ['10 jours', '10d'],
    ['48 h', '48h'],
    ['2 semaines', '2w'],
    ['2 sem.', '2w'],
    ['1 day 12 h', '1d12h'],
    ['1d12h', '1d12h'],
    ['45 min', '45min'],
  ])('%s is %s', (typed, written) => expect(durationTyped(typed)).toBe(written));
  test.each(['', 'soon', '3 ans', 'j', '1,5 j', '-3 d', '3 j bientôt'])('“%s” is none', (typed) => expect(durationTyped(typed)).toBeNull());
  test('shown in their language, and read back', () => {
    expect(durationShown('1d12h', 'fr')).toBe('1\u00a0j 12\u00a0h');
    expect(durationShown('2w', 'fr')).toBe('2\u00a0sem.');
    expect(durationShown('2w', 'en')).toBe('2\u00a0w');
    expect(durationShown(undefined, 'fr')).toBe('');
    for (const written of ['12d', '2w', '1d12h', '48h', '45min']) for (const lang of ['fr', 'en'] as const) expect(durationTyped(durationShown(written, lang))).toBe(written);
  });
});

describe('days after another stage', () => {
  test('one number, or the least and the most', () => {
    expect(daysTyped('3')).toBe(3);
    for (const typed of ['3-5', '3 – 5', '3 à 5', '3 to 5']) expect(daysTyped(typed)).toEqual([3, 5]);
    for (const typed of ['', 'three', '3 or 5', '-1']) expect(daysTyped(typed)).toBeNull();
    expect([daysShown(3), daysShown([3, 5]), daysShown(undefined)]).toEqual(['3', '3–5', '']);
    expect(daysTyped(daysShown([3, 5]))).toEqual([3, 5]);
  });
});

describe('a stage told another way', () => {
  const likely = { today: '2027-01-02', before: 'look' };
  test('keeps how long it lasts', () => {
    const when = { after: 'look', days: [3, 5] as [number, number], lasts: '48h' };
    expect(kindOf(when)).toBe('after');
    expect(toldAs('start', when, likely)).toEqual({ start: '2027-01-02', lasts: '48h' });
    expect(toldAs('', when, likely)).toEqual({ lasts: '48h' });
    expect(toldAs('before_target', undefined, likely)).toEqual({ before_target: '30d' });
    expect(toldAs('after', undefined, likely)).toEqual({ after: 'look', days: 1 });
    expect(toldAs('', { start: '2027-01-01' }, likely)).toBeNull();
  });
});
