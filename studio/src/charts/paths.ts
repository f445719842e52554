// Whole paths as rows of coloured steps: how many customers take each.
import { showCount, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import type { Places } from './places';
import { type Mark, type Scene } from './scene';
import { barePercent, showShare, type ShareLike } from './table';
import { inTwo } from './words';

const kRow = 38;
const kLead = 168;
const kChip = 150;
const kLongest = 7; // steps that a row is made to show
const kSpace = 3;

export interface PathRow {
  path: string[];
  count: number;
  open: number;
  share: ShareLike;
}

// How many steps a row has room for; a longer path says how many more there are.
export function chipsOf(rows: PathRow[], width: number): { w: number; most: number } {
  const longest = Math.min(kLongest, Math.max(1, ...rows.map((row) => row.path.length)));
  const room = width - kLead - 40;
  const w = Math.min(kChip, room / longest - kSpace);
  return { w, most: Math.max(1, Math.floor(room / (w + kSpace))) };
}

export function pathsScene(rows: PathRow[], places: Places, lang: NumberLang, width: number): Scene {
  const { w, most } = chipsOf(rows, width);
  const widest = Math.max(1, ...rows.map((row) => row.count));
  const marks = rows.map((row, i) => rowOf(row, i * kRow, { w, most, widest }, places, lang));
  return { title: sayIn(lang, 'studio.analyse.view.variants'), width, height: rows.length * kRow, marks };
}

function rowOf(row: PathRow, y: number, { w, most, widest }: { w: number; most: number; widest: number }, places: Places, lang: NumberLang): Mark {
  const marks: Mark[] = [
    { kind: 'rect', x: 0, y: y + 8, w: 52, h: 22, fill: 'quiet', r: 4 },
    { kind: 'rect', x: 0, y: y + 8, w: (row.count / widest) * 52, h: 22, fill: 'accent', r: 4, opacity: 0.75 },
    { kind: 'text', x: 62, y: y + 23.5, text: showCount(row.count, lang), size: 13, weight: 600, tone: 'ink' },
    { kind: 'text', x: kLead - 14, y: y + 23.5, text: barePercent(row.share, lang), size: 12.5, tone: 'soft', anchor: 'end' },
  ];
  const shown = row.path.slice(0, row.path.length > most ? most - 1 : most);
  for (const [k, id] of shown.entries()) {
    const x = kLead + k * (w + kSpace);
    const hue = places.hue(id);
    marks.push({ kind: 'rect', x, y: y + 3, w, h: 32, fill: `tint${hue}`, r: 5 });
    const said = inTwo(places.name(id), w - 14, 11.5, 600);
    for (const [line, text] of said.entries()) marks.push({ kind: 'text', x: x + 8, y: y + 23 + 13 * (line - (said.length - 1) / 2), text, size: 11.5, weight: 600, tone: `deep${hue}` });
  }
  const after = kLead + shown.length * (w + kSpace) + 6;
  if (shown.length < row.path.length) marks.push({ kind: 'text', x: after, y: y + 23, text: `+ ${row.path.length - shown.length}`, size: 12, weight: 600, tone: 'soft' });
  const names = row.path.map((id) => places.name(id)).join(' → ');
  return { kind: 'group', id: `path-${y / kRow}`, about: `${sayIn(lang, 'studio.analyse.variants.row', { path: names, n: row.count, open: row.open })} · ${showShare(row.share, lang)}`, marks };
}
