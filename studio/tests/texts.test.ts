import { spoken } from '../src/base/spoken';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../src/base/texts';
import { showDuration, showMoney, showPercent } from '../src/base/numbers';
import { readTexts } from '../tools/texts';

describe('texts', () => {
  test('a word follows its number, as each language counts', () => {
    expect(sayIn('fr', 'studio.other_findings', { n: 1 })).toBe('1 autre constat');
    expect(sayIn('fr', 'studio.other_findings', { n: 0 })).toBe('0 autre constat');
    expect(sayIn('en', 'studio.other_findings', { n: 0 })).toBe('0 other findings');
    expect(sayIn('en', 'studio.other_findings', { n: 1200 })).toBe('1,200 other findings');
  });

  test('what is missing is a bug that shows', () => {
    expect(() => sayIn('fr', 'studio.nothing')).toThrow();
    expect(() => sayIn('fr', 'studio.other_findings')).toThrow();
  });

  test('a broken file of texts is refused', () => {
    expect(readTexts('# c\n[a.b]\nfr = Un\\nDeux\nen = One\n')).toEqual({ 'a.b': { fr: 'Un\nDeux', en: 'One' } });
    expect(() => readTexts('fr = alone')).toThrow();
  });
});

// As src/base/number.h writes them.
describe('numbers', () => {
  test('percentages', () => {
    expect(showPercent(0.1243, 'fr')).toBe('12\u202f%');
    expect(showPercent(0.0512, 'fr')).toBe('5,1\u202f%');
    expect(showPercent(0.6, 'en')).toBe('60%');
  });

  test('money and durations', () => {
    expect(showMoney(1234, 'EUR', 'en')).toBe('€1,234');
    expect(showMoney(12.5, 'EUR', 'en')).toBe('€12.50');
    expect(showDuration(250, 'fr')).toBe('4\u00a0min 10\u00a0s');
    expect(showDuration(2 * 86_400 + 5 * 3_600 + 59, 'en')).toBe('2\u00a0d 5\u00a0h');
    expect(showDuration(86_400 + 30, 'fr')).toBe('1\u00a0j');
    expect(showDuration(0, 'fr')).toBe('0\u00a0s');
  });
});

test('what is said for a terminal is said on a page', () => {
  expect(spoken('columns separated by `;`, of `date`', 'en')).toBe('Columns separated by “;”, of “date”');
  expect(spoken('évènement `achat`', 'fr')).toBe('Évènement « achat »'.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»'));
  expect(spoken('', 'fr')).toBe('');
});
