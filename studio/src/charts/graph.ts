// Who follows whom as a graph: nodes with what comes in and what goes out, moves cut from the picture taken together. In = out, at every node.
import { inOrder, type Places } from './places';

export interface FlowLike {
  edges: { from: string; to: string; count: number; moves: number; median_s: number | null }[];
  starts: { at: string; count: number }[];
  ends: { at: string; count: number; open: number }[];
}
export interface GraphNode {
  id: string;
  visits: number; // = starts + in + cutIn + repeats = out + cutOut + repeats + open + ended
  starts: number;
  open: number;
  ended: number;
  repeats: number; // moves to itself
  cutIn: number; // moves that the picture leaves out
  cutOut: number;
}
export interface GraphEdge {
  from: string;
  to: string;
  moves: number;
  count: number;
  median_s: number | null;
  back: boolean; // against the order of the nodes
}
export interface Graph {
  nodes: GraphNode[]; // in order
  edges: GraphEdge[];
  cut: number; // moves left out
}

// Keeps the `most` widest edges between two nodes, and of every node at least the widest one out of it.
export function graphOf(flow: FlowLike, most: number, places: Places): Graph {
  const nodes = new Map<string, GraphNode>();
  const node = (id: string): GraphNode => {
    const known = nodes.get(id) ?? { id, visits: 0, starts: 0, open: 0, ended: 0, repeats: 0, cutIn: 0, cutOut: 0 };
    nodes.set(id, known);
    return known;
  };
  for (const { at, count } of flow.starts) node(at).starts += count;
  for (const { at, count, open } of flow.ends) {
    node(at).open += open;
    node(at).ended += count - open;
  }
  for (const edge of flow.edges) {
    node(edge.from);
    node(edge.to).visits += edge.moves;
  }
  for (const one of nodes.values()) one.visits += one.starts;
  const ids = inOrder(nodes.keys(), places);
  const rank = new Map(ids.map((id, i) => [id, i]));
  const edges: GraphEdge[] = [];
  let cut = 0;
  const ranked = flow.edges.filter((edge) => edge.from !== edge.to).sort((a, b) => b.moves - a.moves || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1));
  const leaves = new Set<string>();
  for (const [i, edge] of ranked.entries()) {
    if (i < most || !leaves.has(edge.from)) {
      edges.push({ ...edge, back: rank.get(edge.to)! < rank.get(edge.from)! });
      leaves.add(edge.from);
    } else {
      node(edge.from).cutOut += edge.moves;
      node(edge.to).cutIn += edge.moves;
      cut += edge.moves;
    }
  }
  for (const edge of flow.edges) if (edge.from === edge.to) node(edge.from).repeats += edge.moves;
  return { nodes: ids.map((id) => nodes.get(id)!), edges, cut };
}
