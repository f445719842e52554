import { describe, expect, test } from 'vitest';
import { freshId, linesIn, ownersOf, pathOfText, placed, textIn, withLines, withOwner, type Content } from '../src/model/content';
import { moveEdit, setOrRemove, valueAt } from '../src/model/edits';
import { placeName } from '../src/model/place_name';
import { fieldIn, inNames, isOfPage } from '../src/model/in_names';
import { elementOf, selectionAt, targetsOf } from '../src/model/targets';

const content: Content = {
  title: { fr: 'La bague', en: 'The ring' },
  stages: [
    { id: 'look', name: 'Découverte', buyer: ['Se demande quand', { text: { fr: 'Compare' }, touchpoint: 'post' }], touchpoints: [{ id: 'post', name: 'Voit', does: { fr: 'Regarde', en: 'Looks' } }] },
    {
      id: 'buy',
      name: 'Décision',
      touchpoints: [
        { id: 'pay', name: 'Paie', asks: ['Le prix', { fr: 'La taille', en: 'The size' }], friction: [{ id: 'late fees', text: 'Port tardif' }] },
        { id: 'box', name: 'Reçoit l’écrin' },
      ],
    },
  ],
  actions: [{ id: 'show', for: 'late fees', text: 'Port compris' }],
};

describe('texts of a map', () => {
  test('are read and edited in one language', () => {
    expect(textIn(content.title, 'en')).toBe('The ring');
    expect(textIn({ en: 'only' }, 'fr')).toBe('only');
    expect(pathOfText('title', content.title, 'fr')).toBe('title/fr');
    expect(pathOfText('title', 'plain', 'fr')).toBe('title');
  });

  test('lines keep what stands in the other language', () => {
    const before = [{ fr: 'un', en: 'one' }, 'deux'];
    expect(withLines(before, ['UN', 'deux'], 'fr')).toEqual([{ fr: 'UN', en: 'one' }, 'deux']);
    expect(withLines(before, ['un', 'deux', 'trois'], 'fr')).toEqual([{ fr: 'un', en: 'one' }, 'deux', 'trois']);
    expect(withLines(before, ['un'], 'fr')).toEqual({ fr: 'un', en: 'one' });
    expect(withLines(['a'], ['b'], 'fr')).toEqual(['b']);
    expect(withLines('a', [], 'fr')).toBeNull();
    expect(linesIn('a', 'fr')).toEqual(['a']);
  });

  test('lines keep whose they are', () => {
    const before = ['tous', { text: { fr: 'lui', en: 'him' }, by: 'diego' }, { text: 'elle', by: 'karen' }];
    expect(linesIn(before, 'fr')).toEqual(['tous', 'lui', 'elle']);
    expect(withLines(before, ['TOUS', 'LUI', 'elle'], 'fr')).toEqual(['TOUS', { text: { fr: 'LUI', en: 'him' }, by: 'diego' }, { text: 'elle', by: 'karen' }]);
    expect(withLines(before, ['tous', 'elle'], 'fr')).toEqual(['tous', { text: 'elle', by: 'karen' }]);
    expect(linesIn({ text: 'seul', by: 'karen' }, 'en')).toEqual(['seul']);
    expect(withLines({ text: 'seul', by: 'karen' }, ['seule'], 'fr')).toEqual({ text: 'seule', by: 'karen' });
  });

  test('a line is given to a persona, or back to everyone, and says the same', () => {
    const before = ['tous', { fr: 'lui', en: 'him' }, { text: 'elle', by: 'karen' }];
    expect(ownersOf(before)).toEqual(['', '', 'karen']);
    expect(withOwner(before, 1, 'diego')).toEqual(['tous', { text: { fr: 'lui', en: 'him' }, by: 'diego' }, { text: 'elle', by: 'karen' }]);
    expect(withOwner(before, 2, '')).toEqual(['tous', { fr: 'lui', en: 'him' }, 'elle']);
    expect(withOwner(before, 2, 'diego')).toEqual(['tous', { fr: 'lui', en: 'him' }, { text: 'elle', by: 'diego' }]);
    expect(withOwner('seul', 0, 'karen')).toEqual({ text: 'seul', by: 'karen' });
    expect(withOwner({ text: 'seul', by: 'karen' }, 0, '')).toBe('seul');
    expect(ownersOf(undefined)).toEqual([]);
  });

  test('an id is made from what is typed, and is nobody else’s', () => {
    expect(freshId('Reçoit l’écrin', content)).toBe('recoit_l_ecrin');
    expect(freshId('Pay', content)).toBe('pay_2');
    expect(freshId('2 clics', content)).toBe('x_2_clics');
    expect(freshId('送', content)).toMatch(/^[a-z]/);
  });
});

describe('edits', () => {
  test('say what the element was', () => {
    expect(valueAt(content, 'stages/buy/touchpoints/pay/asks/1/en')).toBe('The size');
    expect(valueAt(content, 'stages/buy/touchpoints/pay/nothing')).toBeNull();
    expect(moveEdit(content, 'stages/look', 1)).toEqual({ move: 'stages/look', index: 1, was: content.stages![0] });
  });

  test('an emptied value goes, an equal one is no edit', () => {
    expect(setOrRemove(content, 'stages/look/name', '')).toEqual([{ remove: 'stages/look/name', was: 'Découverte' }]);
    expect(setOrRemove(content, 'stages/look/how', '')).toEqual([]);
    expect(setOrRemove(content, 'stages/look/name', 'Découverte')).toEqual([]);
    expect(setOrRemove(content, 'stages/look/how', 'x')).toEqual([{ set: 'stages/look/how', value: 'x', was: null }]);
  });
});

// Ids as docs/formats/picture.md gives them.
describe('elements of the picture', () => {
  const targets = targetsOf(content, 'fr');

  test('lead to what they show', () => {
    expect(targets.get('tp-pay')).toMatchObject({ path: 'stages/buy/touchpoints/pay/name', text: 'Paie' });
    expect(targets.get('title')).toMatchObject({ path: 'title/fr', text: 'La bague' });
    expect(targets.get('asks-pay')).toMatchObject({ path: 'stages/buy/touchpoints/pay/asks/0' });
    expect(targets.get('asks-pay-2')).toMatchObject({ path: 'stages/buy/touchpoints/pay/asks/1/fr' });
    expect(targets.get('does-post')).toMatchObject({ path: 'stages/look/touchpoints/post/does/fr' });
    expect(targets.get('buyer-look-2')).toMatchObject({ path: 'stages/look/buyer/1/text/fr', text: 'Compare' });
    expect(targets.get('friction-late-fees')?.selects).toEqual({ kind: 'touchpoint', id: 'pay' });
    expect(targets.get('action-show')?.selects).toEqual({ kind: 'touchpoint', id: 'pay' });
  });

  test('words of a persona are edited below whose they are', () => {
    const own: Content = { stages: [{ id: 's', touchpoints: [{ id: 'a', says: ['tous', { text: { fr: 'lui' }, by: 'diego' }, { text: 'elle', by: 'karen' }] }] }] };
    const of = targetsOf(own, 'fr');
    expect(of.get('says-a')).toMatchObject({ path: 'stages/s/touchpoints/a/says/0', text: 'tous' });
    expect(of.get('says-a-2')).toMatchObject({ path: 'stages/s/touchpoints/a/says/1/text/fr', text: 'lui' });
    expect(of.get('says-a-3')).toMatchObject({ path: 'stages/s/touchpoints/a/says/2/text', text: 'elle' });
  });

  test('a finding leads to its element', () => {
    expect(selectionAt('stages/buy/touchpoints/pay/friction/0')).toEqual({ kind: 'touchpoint', id: 'pay' });
    expect(selectionAt('stages/buy/name')).toEqual({ kind: 'stage', id: 'buy' });
    expect(selectionAt('reviewed')).toEqual({ kind: 'map' });
    expect(elementOf({ kind: 'touchpoint', id: 'a b' })).toBe('tp-a-b');
    expect(placed(content, 'box')).toMatchObject({ stageIndex: 1, index: 1 });
  });
});

describe('a place of the map, as one says it', () => {
  test('is what it is of, and the field', () => {
    expect(placeName(content, 'stages/buy/touchpoints/pay/name/en', 'en')).toBe('Paie · Name');
    expect(placeName(content, 'stages/look/how', 'fr')).toMatch(/^Découverte · ./);
    expect(placeName(content, 'title/fr', 'en')).toBe('Title');
    expect(placeName(content, 'reviewed', 'en')).toBe('reviewed');
  });
});

describe('what the checks say of the file', () => {
  test('is said with the names of the map and of the panel', () => {
    expect(inNames(content, '`pay` does not say where the contact happens', 'en')).toBe('“Paie” does not say where the contact happens');
    expect(inNames(content, 'rien n’est prévu contre `late fees`', 'fr')).toBe('rien n’est prévu contre «\u00a0Port tardif\u00a0»');
    expect(inNames(content, 'add `owner:` and `due:`', 'en')).toBe('add “Owner” and “Due”');
    expect(inNames(content, 'offer a person (`served_by: person`)', 'en')).toBe('offer a person (“Served by: A person”)');
    expect(inNames(content, 'did you mean `page_view`?', 'en')).toBe('did you mean `page_view`?');
  });
  test('leads to the field it speaks of, and is left to the file where the page has none', () => {
    expect(fieldIn('add `channel:`', 'en')).toBe('Channel');
    expect(fieldIn('add `match:`, or `match: none` with `why:`', 'en')).toBe('Event');
    expect(fieldIn('review it, then `reviewed: 2026-01-01`', 'en')).toBe('Reviewed on');
    expect(fieldIn('make one narrower with `where:`', 'en')).toBe('');
    expect(isOfPage('add `channel:`', 'en')).toBe(true);
    expect(isOfPage('did you mean `page_view`?', 'en')).toBe(true);
    expect(isOfPage('make one of the rules narrower with `where:`', 'en')).toBe(false);
  });
});
