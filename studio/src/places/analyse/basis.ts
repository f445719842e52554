// What an answer stands on, in a line: "5 913 clients, 31 076 évènements, du 1 oct. au 21 nov. 2026, au 21 nov. 2026, données synthétiques".
import type { AnyAnswer } from '../../api/client';
import { sayIn, type Lang } from '../../base/texts';

// A date as the answer's own zone wrote it; the browser's zone does not change it.
export function dateIn(text: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
}

export function basisOf(answer: AnyAnswer, lang: Lang): string {
  const parts = [sayIn(lang, 'studio.analyse.basis', { customers: answer.customers_in_scope, events: answer.events })];
  if (answer.period.first && answer.period.last) parts.push(sayIn(lang, 'studio.analyse.between', { first: dateIn(answer.period.first, lang), last: dateIn(answer.period.last, lang) }));
  if (answer.as_of) parts.push(sayIn(lang, 'studio.analyse.as_of', { date: dateIn(answer.as_of, lang) }));
  if (answer.synthetic) parts.push(sayIn(lang, 'studio.synthetic'));
  return parts.join(' · ');
}
