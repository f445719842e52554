// The grid of cohorts: who came in a period, and what share was active in each period after. A period that still runs is hatched and shows its count.
import { showCount, showPercent, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import { type Mark, type Scene } from './scene';
import { kWeakBelow, kWithheldBelow, showShare, type ShareLike } from './table';

export interface CohortRow {
  name: string;
  size: number;
  cells: { n: number; over: boolean; active_share: ShareLike }[];
}
const kHead = 200;
const kTop = 34;
const kRow = 32;

// How many periods there is room for.
export const periodsShown = (cohorts: CohortRow[], width: number): number => Math.max(1, Math.min(Math.max(0, ...cohorts.map((row) => row.cells.length)), Math.floor((width - kHead) / 52)));

export function cohortsScene(cohorts: CohortRow[], mean: ShareLike[], lang: NumberLang, width: number): Scene {
  const periods = periodsShown(cohorts, width);
  const w = Math.min(92, (width - kHead) / periods);
  const marks: Mark[] = [
    { kind: 'text', x: 0, y: 16, text: sayIn(lang, 'studio.analyse.retention.cohort'), size: 12, weight: 600, tone: 'soft' },
    { kind: 'text', x: kHead - 18, y: 16, text: sayIn(lang, 'studio.analyse.customers'), size: 12, weight: 600, tone: 'soft', anchor: 'end' },
  ];
  for (let k = 0; k < periods; ++k) marks.push({ kind: 'text', x: kHead + (k + 0.5) * w, y: 16, text: `+${k}`, size: 12, weight: 600, tone: 'soft', anchor: 'middle' });
  const strongest = Math.max(0.01, ...cohorts.flatMap((row) => row.cells.slice(1).map((cell) => cell.active_share.value ?? 0)));
  for (const [i, row] of cohorts.entries()) marks.push(rowOf(row, i, periods, w, strongest, lang));
  const y = kTop + cohorts.length * kRow + 8;
  marks.push({ kind: 'text', x: 0, y: y + 20, text: sayIn(lang, 'studio.analyse.retention.mean'), size: 12.5, weight: 700, tone: 'ink' });
  for (const [k, share] of mean.slice(0, periods).entries())
    marks.push({ kind: 'text', x: kHead + (k + 0.5) * w, y: y + 20, text: shown(share, lang), size: 12.5, weight: 700, tone: share.n < 30 ? 'soft' : 'ink', anchor: 'middle' });
  return { title: sayIn(lang, 'studio.analyse.view.retention'), width, height: y + 34, marks };
}

function shown(share: ShareLike, lang: NumberLang): string {
  if (share.value === null) return '';
  if (share.n < kWithheldBelow) return '·';
  return share.count === 0 ? '0' : showPercent(share.value, lang);
}

function rowOf(row: CohortRow, i: number, periods: number, w: number, strongest: number, lang: NumberLang): Mark {
  const y = kTop + i * kRow;
  const marks: Mark[] = [
    { kind: 'rect', x: 0, y, w: kHead + periods * w, h: kRow, fill: 'paper', opacity: 0 }, // the whole row can be clicked
    { kind: 'text', x: 0, y: y + 20, text: row.name, size: 12.5, weight: 600, tone: 'ink' },
    { kind: 'text', x: kHead - 18, y: y + 20, text: showCount(row.size, lang), size: 12.5, tone: 'soft', anchor: 'end' },
  ];
  for (const [k, cell] of row.cells.slice(0, periods).entries()) {
    const share = cell.active_share.value ?? 0;
    const depth = k === 0 ? 0.16 : 0.1 + 0.8 * Math.min(1, share / strongest);
    const box = { x: kHead + k * w, y: y + 2, w: w - 3, h: kRow - 4, r: 4 };
    const weak = cell.active_share.n < kWeakBelow;
    const text = cell.over ? shown(cell.active_share, lang) : showCount(cell.n, lang);
    marks.push({
      kind: 'group',
      id: `cell-${i}-${k}`,
      about: sayIn(lang, 'studio.analyse.retention.cell', { name: row.name, k, n: cell.n, share: cell.over ? showShare(cell.active_share, lang) : sayIn(lang, 'studio.analyse.legend.running') }),
      marks: [
        cell.over ? { kind: 'rect', ...box, fill: 'accent', opacity: weak ? Math.min(depth, 0.3) : depth } : { kind: 'rect', ...box, fill: 'quiet', hatched: true },
        { kind: 'text', x: box.x + box.w / 2, y: y + 20, text, size: 12, tone: !cell.over || weak ? 'soft' : depth > 0.6 ? 'card' : 'ink', anchor: 'middle' },
      ],
    });
  }
  return { kind: 'group', id: `cohort-${i}`, about: sayIn(lang, 'studio.analyse.retention.row', { name: row.name, n: row.size }), choose: sayIn(lang, 'studio.analyse.retention.who', { name: row.name }), marks };
}
