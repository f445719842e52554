import { describe, expect, test } from 'vitest';
import type { Answer } from '../src/api/client';
import { History } from '../src/state/history.svelte';
import { Latest } from '../src/state/latest';
import { Versions } from '../src/state/versions';

describe('what can be undone', () => {
  test('goes back and forth, step by step', () => {
    const history = new History();
    history.did({ before: 'a', after: 'b' });
    history.did({ before: 'b', after: 'c' });
    expect(history.next('undo', 'c')).toBe('b');
    history.travelled('undo');
    expect(history.next('undo', 'b')).toBe('a');
    expect(history.next('redo', 'b')).toBe('c');
    history.did({ before: 'b', after: 'd' });
    expect(history.next('redo', 'd')).toBeNull();
  });

  test('is hidden while the file says something else, and there again once it is mended', () => {
    const history = new History();
    history.did({ before: 'a', after: 'b' });
    expect(history.hidden('undo', 'b')).toBe(false);
    expect(history.next('undo', 'broken')).toBeNull();
    expect(history.hidden('undo', 'broken')).toBe(true);
    expect(history.next('undo', 'b')).toBe('a');
    expect(history.hidden('redo', 'b')).toBe(false);
  });
});

describe('a question asked over and over', () => {
  const open = (): { answer: Promise<Answer<string>>; give: (value: Answer<string>) => void } => {
    let give: (value: Answer<string>) => void = () => undefined;
    const answer = new Promise<Answer<string>>((resolve) => (give = resolve));
    return { answer, give };
  };
  const no: Answer<string> = { ok: false, problem: { status: 500, message: '', hint: null, problems: [], conflict: null } };

  test('is asked once and shared', async () => {
    const latest = new Latest<string>();
    let asked = 0;
    const question = (): Promise<Answer<string>> => Promise.resolve({ ok: true, value: String(++asked) });
    const answers = await Promise.all([latest.ask('k', question), latest.ask('k', question)]);
    expect(answers).toEqual([{ ok: true, value: '1' }, { ok: true, value: '1' }]);
    expect(await latest.ask('k', question)).toEqual({ ok: true, value: '1' });
  });

  test('is let go when a newer one comes, whichever answers first', async () => {
    const latest = new Latest<string>();
    const [old, young] = [open(), open()];
    let stopped = false;
    const first = latest.ask('old', (signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      return old.answer;
    });
    const second = latest.ask('young', () => young.answer);
    expect(stopped).toBe(true);
    young.give({ ok: true, value: 'young' });
    old.give({ ok: true, value: 'old' });
    expect(await first).toBeNull();
    expect(await second).toEqual({ ok: true, value: 'young' });
  });

  test('may be asked again when it failed', async () => {
    const latest = new Latest<string>();
    expect(await latest.ask('k', () => Promise.resolve(no))).toEqual(no);
    expect(await latest.ask('k', () => Promise.resolve({ ok: true, value: 'now' }))).toEqual({ ok: true, value: 'now' });
  });
});

describe('versions of files', () => {
  test('the first telling is no news, later ones are what differs', () => {
    const versions = new Versions();
    expect([...versions.take({ files: { a: '1', b: '1' } }, true)]).toEqual([]);
    expect([...versions.take({ files: { a: '2' } }, false)]).toEqual([['a', '2']]);
    expect([...versions.take({ files: { b: null } }, false)]).toEqual([['b', null]]);
    expect(versions.of('a')).toBe('2');
  });

  test('after a break, all is told again: only what differs is news, and what is missing is gone', () => {
    const versions = new Versions();
    versions.take({ files: { a: '1', b: '1', c: '1' } }, true);
    expect([...versions.take({ files: { a: '1', b: '2' } }, true)]).toEqual([['b', '2'], ['c', null]]);
    expect(versions.of('c')).toBeUndefined();
  });
});
