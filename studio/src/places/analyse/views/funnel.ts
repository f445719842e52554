// A funnel: how many reach each step, how long it takes, who may still go on.
import { showPercent } from '../../../base/numbers';
import { sayIn } from '../../../base/texts';
import { barsOf, funnelScene } from '../../../charts/funnel';
import { barePercent, count, kWithheldBelow, numbers, share, shares, span, word, words, type Table } from '../../../charts/table';
import { answerTo, type AnswerTo, type Context, type Drawn } from '../drawn';

export function funnelDrawn(context: Context): Drawn | null {
  const { lang, places } = context;
  const answer = answerTo('funnel', context.answered.answer);
  if (!answer) return null;
  const against = answerTo('funnel', context.answered.against);
  const names = answer.steps.map((step) => places.name(step.step));
  return {
    sentence: sentenceOf(answer, names, context),
    scene: (answer.steps[0]?.count ?? 0) > 0 ? funnelScene(answer.steps, against?.steps ?? null, names, answer.steps.map((step) => places.hue(step.step)), lang, context.width) : null,
    table: tableOf(answer, names, context),
    notes: [],
    legend: [
      { tone: 'deep1', text: sayIn(lang, 'studio.analyse.legend.on') },
      { tone: 'quietMark', text: sayIn(lang, 'studio.analyse.legend.open'), hatched: true },
      { tone: 'lossTint', text: sayIn(lang, 'studio.analyse.legend.gone') },
      ...(against ? [{ tone: 'quietMark' as const, text: sayIn(lang, 'studio.analyse.legend.against') }] : []),
    ],
    figures: ['count', 'open', 'share_of_previous', 'share_of_first', 'closed_share_of_first', 'median_s'],
    listed: (id) => {
      const step = Number(id.replace('step-', ''));
      return { title: sayIn(lang, 'studio.analyse.list.of_step', { name: names[step] ?? '' }), step: step + 1 };
    },
  };
}

function sentenceOf(answer: AnswerTo<'funnel'>, names: string[], { lang }: Context): string {
  const { steps } = answer;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || first.count === 0) return sayIn(lang, 'studio.analyse.ask.funnel');
  if (steps.length === 1) return sayIn(lang, `studio.analyse.funnel.one.${answer.unit}`, { n: first.count, first: names[0]! });
  const bars = barsOf(steps);
  const worst = bars.reduce((best, bar, i) => (bar.gone > bars[best]!.gone ? i : best), 0);
  const lost = steps[worst]!.count >= kWithheldBelow ? showPercent(bars[worst]!.gone / steps[worst]!.count, lang) : '·';
  return sayIn(lang, 'studio.analyse.funnel.whole', { share: barePercent(last.share_of_first, lang), first: names[0]!, last: names.at(-1)!, from: names[worst]!, to: names[worst + 1] ?? names[worst]!, lost });
}

function tableOf(answer: AnswerTo<'funnel'>, names: string[], context: Context): Table {
  const { lang } = context;
  const say = (key: string): string => sayIn(lang, key);
  const compared = new Map(context.answered.compared.map((row) => [row.at, row]));
  return {
    caption: say('studio.analyse.view.funnel'),
    columns: [words(say('studio.analyse.table.step'), 'step'), numbers(say(`studio.analyse.${answer.unit}`), 'count'), numbers(say('studio.analyse.table.open'), 'open'),
      shares(say('studio.analyse.table.of_previous'), 'share_of_previous'), shares(say('studio.analyse.table.of_first'), 'share_of_first'), shares(say('studio.analyse.table.closed_of_first'), 'closed_share_of_first'),
      numbers(say('studio.analyse.table.median'), 'median_s'), ...(compared.size > 0 ? [shares(say('studio.analyse.table.there'), 'there')] : [])],
    rows: answer.steps.map((step, i) => {
      const there = compared.get(step.step);
      return [word(names[i]!), count(step.count, lang), count(step.open, lang), share(step.share_of_previous, lang), share(step.share_of_first, lang), share(step.closed_share_of_first, lang), span(step.median_s, step.count, lang),
        ...(compared.size > 0 ? [there ? share(there.there, lang) : { shown: '', raw: [null, null, null, null] }] : [])];
    }),
  };
}
