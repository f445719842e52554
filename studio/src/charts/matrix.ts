// Moves from row to column, the darker the more of the row's; at the right how often each was the last.
import { showCount, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import { type Mark, type Scene } from './scene';
import { inTwo } from './words';

export interface Matrix {
  ids: string[];
  moves: (from: string, to: string) => number;
  last: (id: string) => number;
}
const kTop = 64;
const kCell = 52;
const kNarrow = 760; // below it heads and bars give room to the cells
const kLeast = 54; // narrower than that nobody can read: the picture is wider than its frame then

export function matrixScene(matrix: Matrix, names: (id: string) => string, lang: NumberLang, width: number): Scene {
  const { ids } = matrix;
  const narrow = width < kNarrow;
  const [head, end] = narrow ? [92, 120] : [168, 190];
  const size = narrow ? 11 : 12.5;
  const cellWidth = Math.max(kLeast, Math.min(128, (width - head - end) / Math.max(1, ids.length)));
  const side = head + ids.length * cellWidth + 28;
  const whole = Math.max(width, side + end - 28);
  const most = Math.max(1, ...ids.flatMap((from) => ids.map((to) => matrix.moves(from, to))));
  const lasts = Math.max(1, ...ids.map(matrix.last));
  const marks: Mark[] = [
    { kind: 'text', x: head, y: 14, text: sayIn(lang, 'studio.analyse.channels.to'), size: 12, weight: 600, tone: 'soft' },
    { kind: 'text', x: 0, y: kTop - 12, text: sayIn(lang, 'studio.analyse.channels.from'), size: 12, weight: 600, tone: 'soft' },
    { kind: 'text', x: side, y: kTop - 12, text: sayIn(lang, 'studio.analyse.channels.last'), size: 12, weight: 600, tone: 'soft' },
  ];
  for (const [i, to] of ids.entries()) {
    const said = inTwo(names(to), cellWidth - (narrow ? 4 : 8), size, 600);
    for (const [k, text] of said.entries()) marks.push({ kind: 'text', x: head + (i + 0.5) * cellWidth, y: kTop - 12 - 15 * (said.length - 1 - k), text, size, weight: 600, tone: 'ink', anchor: 'middle' });
  }
  for (const [row, from] of ids.entries()) {
    const y = kTop + row * kCell;
    const said = inTwo(names(from), head - 12, size + 0.5, 600);
    for (const [k, text] of said.entries()) marks.push({ kind: 'text', x: 0, y: y + 31 + 16 * (k - (said.length - 1) / 2), text, size: size + 0.5, weight: 600, tone: 'ink' });
    for (const [column, to] of ids.entries()) marks.push(cellOf(matrix, from, to, { x: head + column * cellWidth, y, w: cellWidth - 3, h: kCell - 3 }, most, names, lang));
    const last = matrix.last(from);
    marks.push({ kind: 'rect', x: side, y: y + 17, w: (last / lasts) * (end - 92), h: 16, fill: 'lossMark', opacity: 0.75, r: 3 });
    marks.push({ kind: 'text', x: side + (last / lasts) * (end - 92) + 8, y: y + 30, text: showCount(last, lang), size: 12.5, tone: 'soft' });
  }
  return { title: sayIn(lang, 'studio.analyse.view.channels'), width: whole, height: kTop + ids.length * kCell, marks };
}

function cellOf(matrix: Matrix, from: string, to: string, box: { x: number; y: number; w: number; h: number }, most: number, names: (id: string) => string, lang: NumberLang): Mark {
  const moves = matrix.moves(from, to);
  const strong = moves / most > 0.55;
  return {
    kind: 'group',
    id: `cell-${from}-${to}`,
    about: sayIn(lang, 'studio.analyse.channels.cell', { from: names(from), to: names(to), n: moves }),
    marks: [
      { kind: 'rect', ...box, fill: 'quiet', r: 4, ...(from === to ? { opacity: 0.6 } : {}) },
      { kind: 'rect', ...box, fill: from === to ? 'quietMark' : 'accent', r: 4, opacity: moves === 0 ? 0 : 0.12 + 0.78 * (moves / most) },
      { kind: 'text', x: box.x + box.w / 2, y: box.y + 30, text: moves === 0 ? '–' : showCount(moves, lang), size: 13, weight: moves === 0 ? 400 : 600, tone: strong && from !== to ? 'card' : moves === 0 ? 'soft' : 'ink', anchor: 'middle' },
    ],
  };
}
