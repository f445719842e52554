// The sentences of the studio, from text/studio.txt, and how their slots are filled: `{name}`, `{n|one|many}`, `{{` and `}}` for braces.
import catalogue from 'virtual:texts';
import { showCount } from './numbers';

export type Lang = 'fr' | 'en';
export type Args = Record<string, string | number>;

function wordFor(lang: Lang, n: number, one: string, many: string): string {
  const single = lang === 'fr' ? Math.abs(n) < 2 : n === 1;
  return single ? one : many;
}

function filled(slot: string, args: Args, lang: Lang): string {
  const [name = '', one, many] = slot.split('|');
  const value = args[name];
  if (value === undefined) throw new Error(`no argument ${name}`);
  if (one !== undefined && many !== undefined) return wordFor(lang, Number(value), one, many);
  return typeof value === 'number' ? showCount(value, lang) : value;
}

export function sayIn(lang: Lang, key: string, args: Args = {}): string {
  const entry = catalogue[key];
  if (!entry) throw new Error(`no text ${key}`);
  return entry[lang].replace(/\{\{|\}\}|\{([^{}]+)\}/g, (whole, slot: string | undefined) => (slot === undefined ? whole.charAt(0) : filled(slot, args, lang)));
}
