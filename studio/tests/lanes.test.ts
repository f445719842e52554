import { expect, test } from 'vitest';
import type { Content } from '../src/model/content';
import { freshLaneId, laneEdits } from '../src/model/lanes';

const content: Content = {
  lanes: [{ id: 'legal', name: 'Legal' }, { id: 'ideas', name: 'Ideas' }],
  stages: [{ id: 'look', lanes: { legal: 'Nothing' }, touchpoints: [{ id: 'post', lanes: { legal: ['A', 'B'], ideas: 'C' } }, { id: 'shop' }] }],
};

test('an own lane has an id of its own', () => {
  expect(freshLaneId('Idées neuves', content)).toBe('idees_neuves');
  expect(freshLaneId('Legal', content)).toBe('legal_2');
  expect(freshLaneId('Emotion', content)).toBe('emotion_2');
});

test('a lane goes with all that stands in it, and leaves no empty mapping', () => {
  expect(laneEdits(content, 'legal').map((edit) => edit.remove)).toEqual(['stages/look/lanes', 'stages/look/touchpoints/post/lanes/legal', 'lanes/legal']);
  expect(laneEdits({ ...content, lanes: [{ id: 'ideas' }] }, 'ideas').map((edit) => edit.remove)).toEqual(['stages/look/touchpoints/post/lanes/ideas', 'lanes']);
});
