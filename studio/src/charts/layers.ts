// A layered layout: nodes in columns, an edge over several columns led through a gap of its own in each, so that none runs behind a node.
import type { Box } from './scene';

export interface LayerEdge {
  from: string;
  to: string;
  width: number;
}
export interface Layered {
  boxes: Map<string, Box>;
  routes: { x: number; y: number }[][]; // by edge: where it enters and leaves each gap it passes, from its begin to its end
  width: number;
  height: number;
}
export interface LayerSizes {
  node: { w: number; h: number };
  gapX: number;
  gapY: number;
}
interface Slot {
  key: string;
  layer: number;
  h: number;
  fixed: number; // rank of a node in its layer; NaN for a gap
  y: number;
  near: Slot[];
}

// `layers`: the ids of each column, in the order they keep.
export function layered(layers: string[][], edges: LayerEdge[], sizes: LayerSizes): Layered {
  const slots: Slot[][] = layers.map((ids, layer) => ids.map((key, i) => ({ key, layer, h: sizes.node.h, fixed: i, y: 0, near: [] })));
  const byId = new Map(slots.flat().map((slot) => [slot.key, slot]));
  const chains = edges.map((edge, i) => chainOf(edge, i, byId, slots));
  for (const chain of chains)
    for (let i = 0; i + 1 < chain.length; ++i) {
      chain[i]!.near.push(chain[i + 1]!);
      chain[i + 1]!.near.push(chain[i]!);
    }
  settle(slots, sizes.gapY);
  const columnWidth = sizes.node.w + sizes.gapX;
  const top = Math.min(...slots.flat().map((slot) => slot.y));
  const boxes = new Map<string, Box>();
  for (const slot of byId.values()) boxes.set(slot.key, { x: slot.layer * columnWidth, y: slot.y - top, w: sizes.node.w, h: slot.h });
  const routes = chains.map((chain) => {
    const sides = chain[0]!.layer < chain.at(-1)!.layer ? [0, sizes.node.w] : [sizes.node.w, 0];
    return chain.slice(1, -1).flatMap((slot) => sides.map((side) => ({ x: slot.layer * columnWidth + side, y: centre(slot) - top })));
  });
  return { boxes, routes, width: layers.length * columnWidth - sizes.gapX, height: Math.max(...slots.flat().map((slot) => slot.y + slot.h)) - top };
}

// The edge's ends, and between them a new gap in each column it passes.
function chainOf(edge: LayerEdge, number: number, byId: Map<string, Slot>, slots: Slot[][]): Slot[] {
  const [from, to] = [byId.get(edge.from)!, byId.get(edge.to)!];
  const chain = [from];
  const way = Math.sign(to.layer - from.layer);
  for (let layer = from.layer + way; way !== 0 && layer !== to.layer; layer += way) {
    const gap: Slot = { key: `\u0000gap${number}`, layer, h: edge.width + 4, fixed: NaN, y: 0, near: [] };
    slots[layer]!.push(gap);
    chain.push(gap);
  }
  return [...chain, to];
}

const centre = (slot: Slot): number => slot.y + slot.h / 2;
const wished = (slot: Slot): number => (slot.near.length === 0 ? centre(slot) : slot.near.reduce((sum, other) => sum + centre(other), 0) / slot.near.length);

// Nodes keep their order among themselves; gaps stand where they bend the least. A few rounds, always the same.
function settle(slots: Slot[][], gap: number): void {
  for (const column of slots) stack(column, gap);
  for (let round = 0; round < 6; ++round)
    for (const column of round % 2 === 0 ? slots : [...slots].reverse()) {
      place(column);
      stack(column, gap);
    }
}

// One under the other, every column about the same middle line.
function stack(column: Slot[], gap: number): void {
  let y = -(column.reduce((sum, slot) => sum + slot.h + gap, -gap) / 2);
  for (const slot of column) {
    slot.y = y;
    y += slot.h + gap;
  }
}

// Orders the gaps among the nodes by where they want to be.
function place(column: Slot[]): void {
  const nodes = column.filter((slot) => !Number.isNaN(slot.fixed)).sort((a, b) => a.fixed - b.fixed);
  const gaps = column.filter((slot) => Number.isNaN(slot.fixed)).sort((a, b) => wished(a) - wished(b) || (a.key < b.key ? -1 : 1));
  const order: Slot[] = [];
  for (const node of nodes) {
    while (gaps[0] && wished(gaps[0]) < centre(node)) order.push(gaps.shift()!);
    order.push(node);
  }
  column.splice(0, column.length, ...order, ...gaps);
}
