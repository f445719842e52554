// The picture of a StepFlow: bars and bands on one scale, to the pixel; what leaves is coral, what may still go on is grey.
import { showCount, showPercent, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import { kOther, type Places } from './places';
import { at, type Box, type Mark, type Scene, type Tone } from './scene';
import type { StepFlow, StepNode } from './steps';
import { kWeakBelow, kWithheldBelow } from './table';
import { fitted, textWidth } from './words';

const kBar = 16;
const kTop = 38;
const kLabel = 36;
const kGap = 16;
const kLastColumn = 180; // room for the words beside the last bars

export interface PlacedNode {
  node: StepNode;
  bar: Box;
  label: Box;
}

// Where bars and labels stand: none touches another.
export function placeSteps(flow: StepFlow, width: number, barsHeight: number): { nodes: PlacedNode[]; perUnit: number; pitch: number; height: number } {
  const perUnit = flow.total > 0 ? barsHeight / flow.total : 0;
  const pitch = flow.columns.length > 1 ? (width - kLastColumn) / (flow.columns.length - 1) : width;
  const nodes: PlacedNode[] = [];
  let height = kTop;
  for (const [column, inColumn] of flow.columns.entries()) {
    let y = kTop;
    const x = column * pitch;
    for (const node of inColumn) {
      const label = { x, y, w: Math.min(pitch, kLastColumn) - 14, h: kLabel };
      const bar = { x, y: y + kLabel + 3, w: kBar, h: node.count * perUnit };
      nodes.push({ node, bar, label });
      y = bar.y + bar.h + kGap;
    }
    height = Math.max(height, y);
  }
  return { nodes, perUnit, pitch, height };
}

function band(x0: number, y0: number, x1: number, y1: number, h: number): string {
  const half = (x0 + x1) / 2;
  return `M${at(x0)},${at(y0)}C${at(half)},${at(y0)} ${at(half)},${at(y1)} ${at(x1)},${at(y1)}V${at(y1 + h)}C${at(half)},${at(y1 + h)} ${at(half)},${at(y0 + h)} ${at(x0)},${at(y0 + h)}Z`;
}

const toneOf = (id: string, places: Places): Tone => (id === kOther ? 'quietMark' : `deep${places.hue(id)}`);

export function sankeyScene(flow: StepFlow, places: Places, lang: NumberLang, width: number): Scene {
  const { nodes, perUnit, pitch, height } = placeSteps(flow, width, 300);
  const say = (key: string, args: Record<string, string | number> = {}): string => sayIn(lang, key, args);
  const nameOf = (id: string): string => (id === kOther ? say('studio.analyse.other') : places.name(id));
  const keyed = new Map(nodes.map((placed) => [`${placed.node.column}\u0000${placed.node.id}`, placed]));
  const marks: Mark[] = [];
  for (const column of flow.columns.keys())
    marks.push({ kind: 'text', x: column * pitch, y: 14, text: say('studio.analyse.nth', { n: column + 1 }), size: 12, weight: 600, tone: 'soft' });

  // Bands leave and arrive in the order of the other side, so that they cross as little as they can.
  const left = new Map<StepNode, number>();
  const arrived = new Map<StepNode, number>();
  const rank = new Map(nodes.map((placed, i) => [placed.node, i]));
  const ends = flow.links.map((link) => ({ link, from: keyed.get(`${link.column}\u0000${link.from}`)!, to: keyed.get(`${link.column + 1}\u0000${link.to}`)! }));
  ends.sort((a, b) => rank.get(a.from.node)! - rank.get(b.from.node)! || rank.get(a.to.node)! - rank.get(b.to.node)!);
  for (const { link, from, to } of ends) {
    const [out, into] = [left.get(from.node) ?? 0, arrived.get(to.node) ?? 0];
    const h = link.count * perUnit;
    left.set(from.node, out + h);
    arrived.set(to.node, into + h);
    marks.push({
      kind: 'group',
      id: `link-${link.column}-${link.from}-${link.to}`,
      about: say('studio.analyse.flow.link', { from: nameOf(link.from), to: nameOf(link.to), n: link.count }),
      marks: [{ kind: 'path', d: band(from.bar.x + kBar, from.bar.y + out, to.bar.x, to.bar.y + into, h), fill: toneOf(link.from, places), opacity: 0.24 }],
    });
  }
  const spelled = nodes.every(({ node, label }) => textWidth(countedWhole(node, lang), 12) <= label.w); // all one way, or all the other
  for (const placed of nodes) marks.push(nodeMarks(placed, perUnit, lang, toneOf(placed.node.id, places), nameOf(placed.node.id), spelled));
  return { title: say('studio.analyse.flow.steps'), width, height, marks };
}

const endShare = (node: StepNode, lang: NumberLang): string => (node.ended > 0 && node.count >= kWithheldBelow ? showPercent(node.ended / node.count, lang) : '');

function countedWhole(node: StepNode, lang: NumberLang): string {
  const [counted, share] = [showCount(node.count, lang), endShare(node, lang)];
  return share === '' ? counted : `${counted} · ${sayIn(lang, 'studio.analyse.end_here', { share })}`;
}

function nodeMarks({ node, bar, label }: PlacedNode, perUnit: number, lang: NumberLang, tone: Tone, name: string, spelled: boolean): Mark {
  const goes = node.count - node.open - node.ended;
  const marks: Mark[] = [];
  let y = bar.y;
  for (const [count, fill] of [[goes, tone], [node.open, 'quietMark'], [node.ended, 'lossMark']] as const) {
    if (count > 0) marks.push({ kind: 'rect', x: bar.x, y, w: bar.w, h: count * perUnit, fill, ...(fill === 'quietMark' && count === node.open ? { hatched: true } : {}) });
    y += count * perUnit;
  }
  const share = endShare(node, lang);
  const said = spelled || share === '' ? countedWhole(node, lang) : `${showCount(node.count, lang)} · −${share}`;
  marks.push({ kind: 'text', x: label.x, y: label.y + 14, text: fitted(name, label.w, 13, 600), size: 13, weight: 600, tone: 'ink', halo: true });
  marks.push({ kind: 'text', x: label.x, y: label.y + 31, text: fitted(said, label.w, 12), size: 12, tone: node.count >= kWeakBelow && node.ended * 2 > node.count ? 'loss' : 'soft', halo: true });
  return {
    kind: 'group',
    id: `node-${node.column}-${node.id}`,
    about: sayIn(lang, 'studio.analyse.flow.node', { name, n: node.count, goes, open: node.open, ended: node.ended }),
    marks,
  };
}
