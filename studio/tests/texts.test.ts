import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keysNamed } from '../src/base/key_names';
import { spoken } from '../src/base/spoken';
import { kObjectives, objectiveMeant, objectiveNamed } from '../src/model/objective';
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
    expect(() => readTexts('[a]\nfr = Un\nen = One\n[a]\nfr = Deux\nen = Two\n')).toThrow('[a] stands already');
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

test('keys are named as they are printed', () => {
  expect(keysNamed('Control+Shift+Z', 'fr')).toBe('Ctrl+Maj+Z');
  expect(keysNamed('Alt+ArrowUp', 'en')).toBe('Alt+↑');
  expect(keysNamed('Delete', 'fr')).toBe('Suppr');
  expect(keysNamed('+', 'fr')).toBe('+');
});

test('what the brand wants is read and typed in the person’s language, and kept as a word of the list', () => {
  const drawn = readTexts(readFileSync(path.resolve(import.meta.dirname, '../../text/render.txt'), 'utf8'));
  for (const id of kObjectives)
    for (const lang of ['fr', 'en'] as const) {
      const name = objectiveNamed(id, lang);
      expect(name).toBe(drawn[`render.objective.${id}`]?.[lang]); // as the picture says it
      expect(objectiveMeant(name)).toBe(id);
    }
  expect(objectiveMeant('reassure')).toBe('reassure');
  expect(objectiveMeant('Faire rire')).toBe('Faire rire');
  expect(objectiveNamed('Faire rire', 'en')).toBe('Faire rire');
});
