// Days as text, "2026-11-22": shown as a person of the language writes them, and counted with. No zone: a day is the day that was said.
import type { NumberLang } from './numbers';

export interface Period {
  since: string;
  until: string;
}

const kDay = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const format = (lang: NumberLang, year: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'short', ...(year ? { year: 'numeric' } : {}), timeZone: 'UTC' });

// A date or a time as the answer's own zone wrote it; the browser's zone does not change it.
export const showDay = (text: string, lang: NumberLang, year = true): string => format(lang, year).format(new Date(`${text.slice(0, 10)}T00:00:00Z`));

// "1 oct. – 21 nov. 2026"; the year once where it is the same.
export const showDays = (days: Period, lang: NumberLang): string => `${showDay(days.since, lang, days.since.slice(0, 4) !== days.until.slice(0, 4))} – ${showDay(days.until, lang)}`;

// The days up to and with `last`.
export const daysUpTo = (last: string, days: number): Period => ({ since: iso(Date.parse(last.slice(0, 10)) - (days - 1) * kDay), until: last.slice(0, 10) });

// "2026-10-01..2026-11-21", as a comparison is asked for; and back: nothing when the text is no such period.
export const dated = (days: Period): string => `${days.since}..${days.until}`;
export function datedIn(text: string): Period | null {
  const [since = '', until = '', ...more] = text.split('..');
  return /^\d{4}-\d\d-\d\d$/.test(since) && /^\d{4}-\d\d-\d\d$/.test(until) && more.length === 0 ? { since, until } : null;
}

// The period of the same length that ends the day before; nothing without a begin.
export function periodBefore(since: string, until: string, asOf: string | null): Period | null {
  const end = until || (asOf ?? '').slice(0, 10);
  if (!since || !end) return null;
  const [from, to] = [Date.parse(since), Date.parse(end)];
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return null;
  const days = Math.round((to - from) / kDay) + 1;
  return { since: iso(from - days * kDay), until: iso(from - kDay) };
}
