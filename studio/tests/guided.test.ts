import { describe, expect, test } from 'vitest';
import { asLines, asTyped, begun, chosenValues, feelings } from '../src/model/guided';

const choices = [
  { value: 'site', label: 'Website' },
  { value: 'shop', label: 'Shop' },
  { value: 'phone', label: 'Phone' },
];

// As docs/formats/guided.md has them.
describe('answers of the guided start', () => {
  test('texts are a line each on the page, with semicolons where they are kept', () => {
    expect(asLines('Compares; Asks a friend')).toBe('Compares\nAsks a friend');
    expect(asTyped(' Compares \n\nAsks a friend\n')).toBe('Compares; Asks a friend');
    expect(asTyped(asLines('a; b; c'))).toBe('a; b; c');
  });

  test('a choice may be typed by its value, its label or its number', () => {
    for (const typed of ['shop', 'Shop', '2']) expect(chosenValues({ kind: 'choice', proposal: '', choices }, typed)).toEqual(['shop']);
    expect(chosenValues({ kind: 'choices', proposal: '', choices }, 'phone; Website')).toEqual(['site', 'phone']);
    expect(chosenValues({ kind: 'choices', proposal: '', choices }, '1, 3')).toEqual(['site', 'phone']);
    expect(chosenValues({ kind: 'choices', proposal: '', choices }, 'all')).toEqual(['site', 'shop', 'phone']);
    expect(chosenValues({ kind: 'choice', proposal: '', choices }, 'none of them')).toEqual([]);
  });

  test('a feeling for each item, 0 where none is said', () => {
    expect(feelings({ kind: 'emotions', proposal: '', items: ['a', 'b', 'c'] }, '1 -2')).toEqual([1, -2, 0]);
  });

  test('what is chosen begins at its proposal, what is written begins empty, and an answer stays', () => {
    expect(begun({ kind: 'choice', proposal: 'shop' })).toBe('shop');
    expect(begun({ kind: 'text', proposal: 'Our offer' })).toBe('');
    expect(begun({ kind: 'text', proposal: 'Our offer', answer: 'Rings' })).toBe('Rings');
  });
});
