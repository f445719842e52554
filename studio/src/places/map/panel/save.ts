// Fields of the panel save themselves; each gets back what was refused, in words, or null.
import { preferences, say } from '../../../base/preferences.svelte';
import { pathOfText, textIn, withLines, type Lines, type LocalText } from '../../../model/content';
import { removeEdit, setEdit, setOrRemove, valueAt, type MapEdit } from '../../../model/edits';
import { studio } from '../../../state/studio.svelte';

export type Save = (value: string) => Promise<string | null>;

export async function saved(edits: MapEdit[]): Promise<string | null> {
  if (await studio.edit(edits)) return null;
  if (studio.saving === 'conflict') return studio.settled.then(() => null);
  return studio.problem?.problems[0]?.message ?? (studio.problem?.message || say('studio.offline'));
}

export const saveWord = (path: string): Save => (value) => saved(setOrRemove(studio.content, path, value));
export const saveNumber = (path: string): Save => (value) => saved(setOrRemove(studio.content, path, value === '' ? null : Number(value)));
// What `read` makes of the words typed; null: it cannot, and `otherwise` says so.
export const saveRead = (path: string, read: (text: string) => unknown, otherwise: string): Save => (text) => {
  const value = text === '' ? '' : read(text);
  return value === null ? Promise.resolve(otherwise) : saved(setOrRemove(studio.content, path, value));
};
export const saveFlag = (path: string, flag: boolean): Promise<string | null> => saved(setOrRemove(studio.content, path, flag ? true : null));

// A text in the person's language; another language's is left alone. Without any text the key goes.
export function saveText(path: string): Save {
  return (value) => {
    const text = valueAt(studio.content, path) as LocalText | null;
    const full = pathOfText(path, text ?? undefined, preferences.lang);
    if (value !== '') return saved([setEdit(studio.content, full, value)]);
    const bilingual = full !== path && Object.keys(text as object).length > 1;
    return saved(text === null ? [] : [removeEdit(studio.content, bilingual ? full : path)]);
  };
}

// One line a text.
export function saveLines(path: string): Save {
  return (value) => {
    const lines = value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    return saved(setOrRemove(studio.content, path, withLines((valueAt(studio.content, path) ?? undefined) as Lines | undefined, lines, preferences.lang)));
  };
}

export const shown = (text: LocalText | undefined): string => textIn(text, preferences.lang);
