// The graph of the process: a card a node, arrows as wide as the moves they carry, back ones too.
import { showCount, showDuration, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { layered, type Layered } from './layers';
import { inOrder, type Places } from './places';
import { at, bottom, middle, right, type Box, type Mark, type Scene } from './scene';
import { fitted, textWidth } from './words';

const kCard = { w: 166, h: 66 };
const kPad = 10;
const kPadRight = 56; // room for what curves round the cards of the last column, and its number
const kWidest = 22;

export interface Stages {
  layerOf: (id: string) => number | null; // null: by what follows what
}

// Columns: the map's stages where they are known, else how far a node lies from where people start, forward moves only.
export function layersOf(graph: Graph, places: Places, stages: Stages): string[][] {
  const ids = graph.nodes.map((node) => node.id);
  const layer = new Map<string, number>();
  for (const id of ids) {
    const before = graph.edges.filter((edge) => !edge.back && edge.to === id).map((edge) => (layer.get(edge.from) ?? 0) + 1);
    layer.set(id, stages.layerOf(id) ?? Math.max(0, ...before));
  }
  const used = [...new Set(layer.values())].sort((a, b) => a - b);
  return used.map((number) => inOrder(ids.filter((id) => layer.get(id) === number), places));
}

const widthOf = (moves: number, most: number): number => Math.max(1.5, (moves / most) * kWidest);

export function processLayout(graph: Graph, places: Places, stages: Stages, width: number): Layered {
  const layers = layersOf(graph, places, stages);
  const most = Math.max(1, ...graph.edges.map((edge) => edge.moves));
  const gapX = layers.length > 1 ? Math.max(48, (width - kPad - kPadRight - layers.length * kCard.w) / (layers.length - 1)) : 48;
  return layered(layers, graph.edges.map((edge) => ({ from: edge.from, to: edge.to, width: widthOf(edge.moves, most) })), { node: kCard, gapX, gapY: 24 });
}

export function processScene(graph: Graph, places: Places, stages: Stages, unit: string, lang: NumberLang, width: number): Scene {
  const layout = processLayout(graph, places, stages, width);
  const most = Math.max(1, ...graph.edges.map((edge) => edge.moves));
  const marks: Mark[] = [];
  const taken: Box[] = [...layout.boxes.values()];
  const labels: Mark[] = [];
  for (const [i, edge] of graph.edges.entries()) {
    const points = pointsOf(edge, layout, i);
    const thick = widthOf(edge.moves, most);
    marks.push({
      kind: 'group',
      id: `edge-${edge.from}-${edge.to}`,
      about: aboutEdge(edge, places, unit, lang),
      marks: [{ kind: 'path', d: curve(points, isWithin(edge, layout)), stroke: edge.back ? 'lossMark' : `deep${places.hue(edge.from)}`, width: thick, opacity: edge.back ? 0.5 : 0.4, arrow: true }],
    });
    const label = labelOf(edge, points, isWithin(edge, layout) && points[0]!.x === points[1]!.x ? kBend * 0.75 : 0, taken, lang);
    if (label) labels.push(label);
  }
  for (const node of graph.nodes) marks.push(cardOf(node, layout.boxes.get(node.id)!, places, lang));
  return { title: sayIn(lang, 'studio.analyse.flow.process'), width: layout.width + kPad + kPadRight, height: layout.height + 2 * kPad, marks: shifted([...marks, ...labels], kPad) };
}

type Point = { x: number; y: number };
const kBend = 34;
const isWithin = (edge: GraphEdge, layout: Layered): boolean => layout.boxes.get(edge.from)!.x === layout.boxes.get(edge.to)!.x;

// From side to side; within a column round its right side; against the order from the left side to the right one.
function pointsOf(edge: GraphEdge, layout: Layered, number: number): Point[] {
  const [from, to] = [layout.boxes.get(edge.from)!, layout.boxes.get(edge.to)!];
  const lane = ((number % 5) - 2) * 7; // arrows side by side do not share one line
  if (from.x === to.x) {
    const down = to.y > from.y;
    if (standsBetween(from, to, layout)) return [{ x: right(from), y: middle(from) + lane }, { x: right(to), y: middle(to) + lane }];
    return [{ x: from.x + from.w / 2 + lane * 2, y: down ? bottom(from) : from.y }, { x: to.x + to.w / 2 + lane * 2 + 0.01, y: down ? to.y : bottom(to) }];
  }
  const forward = to.x > from.x;
  return [{ x: forward ? right(from) : from.x, y: middle(from) + lane }, ...layout.routes[number]!, { x: forward ? to.x : right(to), y: middle(to) + lane }];
}

const standsBetween = (from: Box, to: Box, layout: Layered): boolean =>
  [...layout.boxes.values()].some((box) => box.x === from.x && box.y > Math.min(from.y, to.y) && box.y < Math.max(from.y, to.y));

// Within a column straight down, or round the right side of what stands between; else an S from side to side.
function curve(points: Point[], within: boolean): string {
  let d = `M${at(points[0]!.x)},${at(points[0]!.y)}`;
  for (let i = 1; i < points.length; ++i) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const half = (a.x + b.x) / 2;
    if (within && a.x === b.x) d += `C${at(a.x + kBend)},${at(a.y)} ${at(b.x + kBend)},${at(b.y)} ${at(b.x)},${at(b.y)}`;
    else if (within) d += `L${at(b.x)},${at(b.y)}`;
    else if (a.y === b.y) d += `L${at(b.x)},${at(b.y)}`;
    else d += `C${at(half)},${at(a.y)} ${at(half)},${at(b.y)} ${at(b.x)},${at(b.y)}`;
  }
  return d;
}

const touches = (a: Box, b: Box): boolean => a.x < right(b) && right(a) > b.x && a.y < bottom(b) && bottom(a) > b.y;

// Its number beside its begin, where there is room; else the pointer and the table tell it.
function labelOf(edge: GraphEdge, points: Point[], bend: number, taken: Box[], lang: NumberLang): Mark | null {
  const text = showCount(edge.moves, lang);
  const [a, b] = [points[0]!, points[1]!];
  for (const share of [0.5, 0.35, 0.65]) {
    const eased = share * share * (3 - 2 * share);
    const spot = { x: a.x + bend + (b.x - a.x) * share, y: a.y + (b.y - a.y) * eased };
    const w = textWidth(text, 11.5, 600) + 6;
    const box = { x: spot.x - w / 2, y: spot.y - 8, w, h: 16 };
    if (taken.some((other) => touches(box, other))) continue;
    taken.push(box);
    return { kind: 'text', x: spot.x, y: spot.y + 4, text, size: 11.5, weight: 600, tone: edge.back ? 'loss' : 'ink', anchor: 'middle', halo: true };
  }
  return null;
}

function aboutEdge(edge: GraphEdge, places: Places, unit: string, lang: NumberLang): string {
  const said = sayIn(lang, `studio.analyse.flow.edge.${unit}`, { from: places.name(edge.from), to: places.name(edge.to), moves: edge.moves, n: edge.count });
  return edge.median_s === null ? said : `${said} · ${sayIn(lang, 'studio.analyse.median', { time: showDuration(edge.median_s, lang) })}`;
}

// A card: its name, how many come by, and under it what becomes of them: on (its colour), may still go on (grey), ended (coral).
function cardOf(node: GraphNode, box: Box, places: Places, lang: NumberLang): Mark {
  const onwards = node.visits - node.open - node.ended;
  const inner = box.w - 24;
  const marks: Mark[] = [
    { kind: 'rect', ...box, fill: 'card', stroke: 'line', r: 10 },
    { kind: 'text', x: box.x + 12, y: box.y + 22, text: fitted(places.name(node.id), inner, 13, 600), size: 13, weight: 600, tone: 'ink' },
    { kind: 'text', x: box.x + 12, y: box.y + 41, text: sayIn(lang, 'studio.analyse.visits', { n: node.visits }), size: 12, tone: 'soft' },
  ];
  if (node.ended > 0) marks.push({ kind: 'text', x: right(box) - 12, y: box.y + 41, text: `−${showCount(node.ended, lang)}`, size: 12, weight: 600, tone: 'loss', anchor: 'end' });
  let x = box.x + 12;
  for (const [count, fill] of [[onwards, `deep${places.hue(node.id)}`], [node.open, 'quietMark'], [node.ended, 'lossMark']] as const) {
    const w = node.visits > 0 ? (count / node.visits) * inner : 0;
    if (w > 0) marks.push({ kind: 'rect', x, y: bottom(box) - 14, w, h: 5, fill });
    x += w;
  }
  const about = sayIn(lang, 'studio.analyse.flow.card', { name: places.name(node.id), visits: node.visits, starts: node.starts, goes: onwards, repeats: node.repeats, cut: node.cutOut, open: node.open, ended: node.ended });
  return { kind: 'group', id: `card-${node.id}`, about, marks };
}

function shifted(marks: Mark[], by: number): Mark[] {
  return marks.map((mark) => {
    if (mark.kind === 'group') return { ...mark, marks: shifted(mark.marks, by) };
    if (mark.kind === 'path') return { ...mark, d: mark.d.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => `${at(Number(x) + by)},${at(Number(y) + by)}`) };
    return { ...mark, x: mark.x + by, y: mark.y + by };
  });
}
