// Paths step by step: in column k the names of everybody's k-th contact, between the columns who went from which to which.
import { inOrder, kOther, type Places } from './places';

export interface Path {
  path: string[];
  count: number;
  open: number;
}
export interface StepNode {
  column: number;
  id: string; // a name, or kOther
  count: number; // = links out + further + open + ended
  further: number; // of the last column: those who go on beyond the picture
  open: number;
  ended: number;
}
export interface StepLink {
  column: number; // of where it comes from
  from: string;
  to: string;
  count: number;
}
export interface StepFlow {
  columns: StepNode[][]; // each in the map's order
  links: StepLink[];
  total: number;
}

// The names that a column shows; the rest are one node.
function shownNames(paths: Path[], column: number, most: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { path, count } of paths) if (path[column] !== undefined) counts.set(path[column], (counts.get(path[column]) ?? 0) + count);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Set(ranked.slice(0, ranked.length > most ? most - 1 : most).map(([name]) => name));
}

// REQUIRES: paths tell names apart one column further than is shown, so that who goes on can be told from who ends.
export function stepFlow(paths: Path[], columns: number, most: number, places: Places): StepFlow {
  const nodes: Map<string, StepNode>[] = [];
  const links = new Map<string, StepLink>();
  const shown = Array.from({ length: columns }, (_, column) => shownNames(paths, column, most));
  const nameAt = (path: string[], column: number): string => (shown[column]!.has(path[column]!) ? path[column]! : kOther);
  for (const { path, count, open } of paths) {
    for (let column = 0; column < Math.min(path.length, columns); ++column) {
      const id = nameAt(path, column);
      const inColumn = (nodes[column] ??= new Map<string, StepNode>());
      const node = inColumn.get(id) ?? { column, id, count: 0, further: 0, open: 0, ended: 0 };
      inColumn.set(id, node);
      node.count += count;
      if (path.length === column + 1) {
        node.open += open;
        node.ended += count - open;
      } else if (column + 1 === columns) {
        node.further += count;
      } else {
        const to = nameAt(path, column + 1);
        const key = `${column}\u0000${id}\u0000${to}`;
        const link = links.get(key) ?? { column, from: id, to, count: 0 };
        link.count += count;
        links.set(key, link);
      }
    }
  }
  return {
    columns: nodes.map((column) => inOrder(column.keys(), places).map((id) => column.get(id)!)),
    links: [...links.values()],
    total: paths.reduce((sum, path) => sum + path.count, 0),
  };
}
