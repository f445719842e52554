// What an answer stands on, in a line: "5 913 clients, 31 076 évènements, du 1 oct. au 21 nov. 2026, au 21 nov. 2026, données synthétiques".
import type { AnyAnswer } from '../../api/client';
import { showDay } from '../../base/days';
import { sayIn, type Lang } from '../../base/texts';

export function basisOf(answer: AnyAnswer, lang: Lang): string {
  const parts = [sayIn(lang, 'studio.analyse.basis', { customers: answer.customers_in_scope, events: answer.events })];
  if (answer.period.first && answer.period.last) parts.push(sayIn(lang, 'studio.analyse.between', { first: showDay(answer.period.first, lang), last: showDay(answer.period.last, lang) }));
  if (answer.as_of) parts.push(sayIn(lang, 'studio.analyse.as_of', { date: showDay(answer.as_of, lang) }));
  if (answer.synthetic) parts.push(sayIn(lang, 'studio.synthetic'));
  return parts.join(' · ');
}
