import { describe, expect, test } from 'vitest';
import { claimEdit, nameOfEvent, newTouchpointFor } from '../src/model/claims';
import type { Content } from '../src/model/content';

const content: Content = {
  stages: [
    {
      id: 'buy',
      touchpoints: [
        { id: 'bare' },
        { id: 'one', match: { event: 'pay' } },
        { id: 'several', match: { event: ['pay', 'paid'] } },
        { id: 'finer', match: { event: 'pay', where: { channel: 'shop' } } },
        { id: 'pattern', match: { event: { like: 'pay*' } } },
        { id: 'list', match: [{ event: 'pay' }, { where: { channel: 'shop' } }] },
        { id: 'hidden', match: 'none' },
      ],
    },
  ],
};
const path = (id: string): string => `stages/buy/touchpoints/${id}/match`;

describe('an unclaimed event', () => {
  test('extends the rule of a touchpoint, which claims what it did before too', () => {
    expect(claimEdit(content, 'bare', 'call')).toEqual({ set: path('bare'), value: { event: 'call' }, was: null });
    expect(claimEdit(content, 'one', 'call')).toEqual({ set: `${path('one')}/event`, value: ['pay', 'call'], was: 'pay' });
    expect(claimEdit(content, 'several', 'call')).toEqual({ add: `${path('several')}/event`, value: 'call' });
    expect(claimEdit(content, 'finer', 'call')).toEqual({ set: path('finer'), value: [{ event: 'pay', where: { channel: 'shop' } }, { event: 'call' }], was: { event: 'pay', where: { channel: 'shop' } } });
    expect(claimEdit(content, 'pattern', 'call')).toEqual({ set: path('pattern'), value: [{ event: { like: 'pay*' } }, { event: 'call' }], was: { event: { like: 'pay*' } } });
    expect(claimEdit(content, 'list', 'call')).toEqual({ add: path('list'), value: { event: 'call' } });
    expect(claimEdit(content, 'hidden', 'call')).toBeNull();
    expect(claimEdit(content, 'nowhere', 'call')).toBeNull();
  });

  test('gets a touchpoint of its own, named as one says it', () => {
    expect(nameOfEvent('add_to_cart')).toBe('Add to cart');
    expect(nameOfEvent('élargir')).toBe('Élargir');
    expect(nameOfEvent('__')).toBe('__');
    expect(newTouchpointFor(content, 'buy', 'one', 'fr')).toEqual({ id: 'one_2', edit: { add: 'stages/buy/touchpoints', value: { id: 'one_2', name: { fr: 'One' }, match: { event: 'one' } }, index: 7 } });
    expect(newTouchpointFor(content, 'nowhere', 'one', 'fr')).toBeNull();
  });
});
