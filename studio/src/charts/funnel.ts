// A funnel: a bar a step, on one scale; of those who stop, who may still go on in grey, who gave up in coral. The compared one thin beneath.
import { showCount, showDuration, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import { type Mark, type Scene } from './scene';
import { barePercent, kWeakBelow, showShare, type ShareLike } from './table';
import { inTwo } from './words';

export interface StepLike {
  step: string;
  count: number;
  open: number;
  median_s: number | null;
  share_of_first: ShareLike;
  share_of_previous: ShareLike;
}
const kRow = 92;
const kName = 210;
const kWords = 210;

export interface FunnelBar {
  on: number; // those who reach the next step
  open: number;
  gone: number;
}

// What becomes of those who reach each step; the three are exactly its count. Of the last step all have arrived.
export function barsOf(steps: StepLike[]): FunnelBar[] {
  return steps.map((step, i) => {
    const next = steps[i + 1];
    return next ? { on: next.count, open: step.open, gone: step.count - next.count - step.open } : { on: step.count, open: 0, gone: 0 };
  });
}

export function funnelScene(steps: StepLike[], against: StepLike[] | null, names: string[], hues: number[], lang: NumberLang, width: number): Scene {
  const most = Math.max(1, steps[0]?.count ?? 1);
  const thereMost = Math.max(1, against?.[0]?.count ?? 1);
  const room = width - kName - kWords;
  const bars = barsOf(steps);
  const marks: Mark[] = steps.map((step, i) => {
    const y = i * kRow;
    const said = inTwo(`${i + 1}. ${names[i]!}`, kName - 18, 14, 600);
    const group: Mark[] = [
      { kind: 'rect', x: 0, y, w: width, h: kRow - 26, fill: 'paper', opacity: 0 }, // the whole row can be clicked
      ...said.map((text, line): Mark => ({ kind: 'text', x: 0, y: y + 24 - 9 * (said.length - 1) + 18 * line, text, size: 14, weight: 600, tone: 'ink' })),
      { kind: 'text', x: 0, y: y + 44 + 7 * (said.length - 1), text: showCount(step.count, lang), size: 13, tone: 'soft' },
    ];
    let x = kName;
    for (const [count, fill] of [[bars[i]!.on, `deep${hues[i]!}`], [bars[i]!.open, 'quietMark'], [bars[i]!.gone, 'lossTint']] as const) {
      const w = (count / most) * room;
      if (w > 0) group.push({ kind: 'rect', x, y: y + 6, w, h: 34, fill, ...(fill === 'quietMark' ? { hatched: true } : {}) });
      x += w;
    }
    const there = against?.[i];
    if (there) group.push({ kind: 'rect', x: kName, y: y + 43, w: Math.max(1, (there.count / thereMost) * room), h: 8, fill: 'quietMark' });
    group.push(...wordsOf(step, i, y, x + 14, lang));
    if (i > 0 && step.median_s !== null && step.count > 0)
      group.push({ kind: 'text', x: kName, y: y - 12, text: sayIn(lang, 'studio.analyse.funnel.time', { time: showDuration(step.median_s, lang) }), size: 12, tone: 'soft' });
    return { kind: 'group', id: `step-${i}`, about: aboutStep(step, names[i]!, bars[i]!, lang), choose: sayIn(lang, 'studio.analyse.funnel.who', { name: names[i]! }), marks: group };
  });
  return { title: sayIn(lang, 'studio.analyse.view.funnel'), width, height: Math.max(1, steps.length) * kRow - 24, marks };
}

function wordsOf(step: StepLike, i: number, y: number, x: number, lang: NumberLang): Mark[] {
  if (i === 0) return [];
  const weak = step.share_of_previous.n < kWeakBelow;
  return [
    { kind: 'text', x, y: y + 20, text: barePercent(step.share_of_previous, lang), size: 17, weight: 700, tone: weak ? 'soft' : 'ink' },
    { kind: 'text', x, y: y + 36, text: sayIn(lang, 'studio.analyse.funnel.of_first', { share: barePercent(step.share_of_first, lang) }), size: 12, tone: 'soft' },
  ];
}

function aboutStep(step: StepLike, name: string, bar: FunnelBar, lang: NumberLang): string {
  const said = sayIn(lang, 'studio.analyse.funnel.step', { name, n: step.count, on: bar.on, open: bar.open, gone: bar.gone });
  return step.share_of_previous.n > 0 ? `${said} · ${showShare(step.share_of_previous, lang)}` : said;
}
