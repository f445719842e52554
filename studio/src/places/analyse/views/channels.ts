// Channels: moves from one to another, and which was the last.
import { sayIn } from '../../../base/texts';
import { matrixScene } from '../../../charts/matrix';
import { barePercent, count, numbers, share, shares, showShare, word, words } from '../../../charts/table';
import { answerTo, type Context, type Drawn } from '../drawn';

const kChannelsMost = 9;

export function channelsDrawn(context: Context): Drawn | null {
  const { lang, places } = context;
  const answer = answerTo('channels', context.answered.answer);
  if (!answer) return null;
  const say = (key: string, args = {}): string => sayIn(lang, key, args);
  const moves = new Map(answer.moves.map((move) => [`${move.from ?? ''}\u0000${move.to ?? ''}`, move.moves]));
  const last = new Map(answer.last.map((one) => [one.channel ?? '', one.count]));
  const seen = new Map<string, number>(last);
  for (const move of answer.moves) for (const id of [move.from ?? '', move.to ?? '']) seen.set(id, (seen.get(id) ?? 0) + move.moves);
  const ids = [...seen].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, kChannelsMost).map(([id]) => id);
  const change = answer.changes[0];
  const sentence = answer.cannot_be_seen_because
    ? say(`studio.analyse.channels.unseen.${answer.cannot_be_seen_because}`)
    : change
      ? say('studio.analyse.channels.many', { share: barePercent(answer.on_two_or_more, lang), from: places.name(change.from ?? ''), to: places.name(change.to ?? ''), n: change.moves })
      : say('studio.analyse.channels.single', { share: barePercent(answer.on_two_or_more, lang) });
  const afterMove = new Map(answer.changes.map((one) => [`${one.from ?? ''}\u0000${one.to ?? ''}`, one.went_on]));
  return {
    sentence,
    scene: ids.length > 0 ? matrixScene({ ids, moves: (from, to) => moves.get(`${from}\u0000${to}`) ?? 0, last: (id) => last.get(id) ?? 0 }, places.name, lang, context.width) : null,
    table: {
      caption: say('studio.analyse.view.channels'),
      columns: [words(say('studio.analyse.table.from'), 'from'), words(say('studio.analyse.table.to'), 'to'), numbers(say('studio.analyse.table.moves'), 'moves'), numbers(say('studio.analyse.customers'), 'count'),
        shares(say('studio.analyse.table.went_on'), 'went_on')],
      rows: answer.moves.map((move) => {
        const went = move.from === move.to ? undefined : afterMove.get(`${move.from ?? ''}\u0000${move.to ?? ''}`);
        return [word(places.name(move.from ?? '')), word(places.name(move.to ?? '')), count(move.moves, lang), count(move.count, lang), went ? share(went, lang) : { shown: '', raw: [null, null, null, null] }];
      }),
    },
    notes: [say('studio.analyse.channels.stay', { share: showShare(answer.went_on_after_staying, lang) })],
    legend: [],
    figures: ['moves', 'last', 'on_two_or_more', 'went_on', 'went_on_after_staying', 'joined'],
  };
}
