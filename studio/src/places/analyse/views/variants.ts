// Whole paths, the most frequent first.
import { sayIn } from '../../../base/texts';
import { pathsScene } from '../../../charts/paths';
import { barePercent, count, numbers, share, shares, word, words } from '../../../charts/table';
import { answerTo, type Context, type Drawn } from '../drawn';

const kDrawn = 18;

export function variantsDrawn(context: Context): Drawn | null {
  const { lang, places } = context;
  const answer = answerTo('variants', context.answered.answer);
  if (!answer) return null;
  const say = (key: string, args = {}): string => sayIn(lang, key, args);
  const named = (path: string[]): string => path.map(places.name).join(' → ');
  const compared = new Map(context.answered.compared.map((row) => [row.at, row]));
  const first = answer.variants[0];
  return {
    sentence: first ? say('studio.analyse.variants.most', { path: named(first.path), share: barePercent(first.share, lang), n: answer.total }) : say('studio.analyse.ask.variants'),
    scene: first ? pathsScene(answer.variants.slice(0, kDrawn), places, lang, context.width) : null,
    table: {
      caption: say('studio.analyse.view.variants'),
      columns: [words(say('studio.analyse.table.path'), 'path'), numbers(say(`studio.analyse.${answer.unit}`), 'count'), shares(say('studio.analyse.table.share'), 'share'), numbers(say('studio.analyse.table.open'), 'open'),
        ...(compared.size > 0 ? [shares(say('studio.analyse.table.there'), 'there')] : [])],
      rows: answer.variants.map((one) => {
        const there = compared.get(one.path.join(' → '));
        return [word(named(one.path)), count(one.count, lang), share(one.share, lang), count(one.open, lang), ...(compared.size > 0 ? [there ? share(there.there, lang) : { shown: '', raw: [null, null, null, null] }] : [])];
      }),
    },
    notes: answer.total > kDrawn ? [say('studio.analyse.variants.more', { n: Math.min(kDrawn, answer.variants.length), total: answer.total })] : [],
    legend: [],
    figures: ['count', 'share', 'open'],
  };
}
