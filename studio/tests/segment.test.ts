import { describe, expect, test } from 'vitest';
import { segmentShown, segmentTyped } from '../src/model/segment';

describe('a segment as one line', () => {
  test('is shown and read back', () => {
    const segment = { platform: 'mobile', country: ['FR', 'BE'] };
    expect(segmentShown(segment, 'or')).toBe('platform = mobile; country = FR or BE');
    expect(segmentTyped('platform = mobile; country = FR ou BE')).toEqual(segment);
    expect(segmentShown(undefined, 'or')).toBe('');
    expect(segmentTyped('city=Saint-Ouen')).toEqual({ city: 'Saint-Ouen' });
  });
  test('what says more than a line is left alone', () => {
    expect(segmentShown({ age: { min: 25 } }, 'or')).toBeNull();
    expect(segmentShown({ note: 'a=b' }, 'or')).toBeNull();
  });
  test.each(['mobile', 'platform =', '= mobile', 'a = b = c'])('“%s” is none', (typed) => expect(segmentTyped(typed)).toBeNull());
});
