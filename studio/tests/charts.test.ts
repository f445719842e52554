// The charts as data: sums hold, nothing overlaps, the same result each time.
import { describe, expect, test } from 'vitest';
import { barsOf, funnelScene } from '../src/charts/funnel';
import { graphOf, type FlowLike } from '../src/charts/graph';
import { cohortsScene } from '../src/charts/cohorts';
import { matrixScene } from '../src/charts/matrix';
import { pathsScene } from '../src/charts/paths';
import { kOther, type Places } from '../src/charts/places';
import { processLayout, processScene } from '../src/charts/process';
import { placeSteps, sankeyScene } from '../src/charts/sankey';
import { bottom, flat, right, type Box, type Scene } from '../src/charts/scene';
import { stepFlow, type Path } from '../src/charts/steps';
import { csvOf, showShare, words, word } from '../src/charts/table';
import { positions, timelineScene, type LineEvent } from '../src/charts/timeline';
import { inTwo, fitted, lines, textWidth } from '../src/charts/words';

const kNames = 'abcdefghij'.split('');
const places: Places = { name: (id) => `Le point de contact ${id}`, hue: (id) => Math.max(0, kNames.indexOf(id)), order: (id) => (kNames.includes(id) ? kNames.indexOf(id) : 99) };

// A small linear congruential generator: the same numbers on every run.
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomPaths(seed: number, longest: number): Path[] {
  const next = random(seed);
  const found = new Map<string, Path>();
  for (let i = 0; i < 60; ++i) {
    const path = Array.from({ length: 1 + next(longest) }, () => kNames[next(kNames.length)]!);
    const count = 1 + next(40);
    found.set(path.join(), { path, count, open: next(count + 1) });
  }
  return [...found.values()];
}

// The flow that walking these paths gives.
function flowOf(paths: Path[]): FlowLike {
  const edges = new Map<string, FlowLike['edges'][number]>();
  const [starts, ends] = [new Map<string, number>(), new Map<string, { count: number; open: number }>()];
  for (const { path, count, open } of paths) {
    starts.set(path[0]!, (starts.get(path[0]!) ?? 0) + count);
    const end = ends.get(path.at(-1)!) ?? { count: 0, open: 0 };
    ends.set(path.at(-1)!, { count: end.count + count, open: end.open + open });
    for (let i = 0; i + 1 < path.length; ++i) {
      const [from, to] = [path[i]!, path[i + 1]!];
      const edge = edges.get(from + to) ?? { from, to, count: 0, moves: 0, median_s: 60 };
      edges.set(from + to, { ...edge, moves: edge.moves + count, count: edge.count + count });
    }
  }
  return { edges: [...edges.values()], starts: [...starts].map(([at, count]) => ({ at, count })), ends: [...ends].map(([at, one]) => ({ at, ...one })) };
}

const overlap = (a: Box, b: Box): boolean => a.x < right(b) - 1e-6 && right(a) > b.x + 1e-6 && a.y < bottom(b) - 1e-6 && bottom(a) > b.y + 1e-6;
function expectApart(boxes: Box[]): void {
  const touching = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)).map((b) => [a, b]));
  expect(touching).toEqual([]);
}

// Texts without a halo stand on something of their own: none may lie over another, or leave the picture.
function expectLegible(scene: Scene): void {
  const boxes = flat(scene.marks).flatMap((mark) => {
    if (mark.kind !== 'text' || mark.text === '') return [];
    const w = textWidth(mark.text, mark.size, mark.weight);
    const x = mark.anchor === 'middle' ? mark.x - w / 2 : mark.anchor === 'end' ? mark.x - w : mark.x;
    return [{ x, y: mark.y - mark.size * 0.75, w, h: mark.size * 0.95, text: mark.text }];
  });
  expectApart(boxes);
  for (const box of boxes) {
    expect(box.x, box.text).toBeGreaterThanOrEqual(-1);
    expect(right(box), box.text).toBeLessThanOrEqual(scene.width + 1);
    expect(bottom(box), box.text).toBeLessThanOrEqual(scene.height + 1);
  }
}

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

describe('contact by contact', () => {
  test('three customers by hand', () => {
    const flow = stepFlow([{ path: ['a', 'b'], count: 2, open: 1 }, { path: ['a'], count: 1, open: 0 }, { path: ['b', 'a', 'c'], count: 4, open: 0 }], 2, 7, places);
    expect(flow.total).toBe(7);
    expect(flow.columns[0]!.map((node) => [node.id, node.count, node.open, node.ended])).toEqual([['a', 3, 0, 1], ['b', 4, 0, 0]]);
    expect(flow.columns[1]!.map((node) => [node.id, node.count, node.further, node.open, node.ended])).toEqual([['a', 4, 4, 0, 0], ['b', 2, 0, 1, 1]]);
    expect(flow.links).toEqual([{ column: 0, from: 'a', to: 'b', count: 2 }, { column: 0, from: 'b', to: 'a', count: 4 }]);
  });

  test('what comes in goes out, ends, is open, or goes on beyond the picture', () => {
    for (const seed of seeds) {
      const paths = randomPaths(seed, 7);
      const flow = stepFlow(paths, 5, 6, places);
      const sum = (list: { count: number }[]): number => list.reduce((total, one) => total + one.count, 0);
      expect(sum(flow.columns[0]!)).toBe(sum(paths));
      for (const node of flow.columns.flat()) {
        const out = flow.links.filter((link) => link.column === node.column && link.from === node.id);
        const into = flow.links.filter((link) => link.column === node.column - 1 && link.to === node.id);
        expect(node.count).toBe(sum(out) + node.further + node.open + node.ended);
        if (node.column > 0) expect(node.count).toBe(sum(into));
      }
      expect(flow.columns.every((column) => column.length <= 6)).toBe(true);
    }
  });

  test('bars and labels lie apart, heights are on one scale, and the picture is the same each time', () => {
    for (const seed of seeds) {
      const flow = stepFlow(randomPaths(seed, 7), 5, 7, places);
      const { nodes, perUnit, height } = placeSteps(flow, 1100, 300);
      expectApart(nodes.flatMap(({ bar, label }) => [bar, label]));
      for (const { node, bar } of nodes) {
        expect(bar.h).toBeCloseTo(node.count * perUnit, 9);
        expect(bottom(bar)).toBeLessThan(height);
      }
      expect(sankeyScene(flow, places, 'fr', 1100)).toEqual(sankeyScene(flow, places, 'fr', 1100));
      expectLegible(sankeyScene(flow, places, 'fr', 1100));
    }
  });
});

describe('what leads where', () => {
  test('at every node what comes in is what goes out, ends and is open, arrows left out included', () => {
    for (const seed of seeds) {
      const graph = graphOf(flowOf(randomPaths(seed, 7)), 12, places);
      const sum = (moves: number[]): number => moves.reduce((total, one) => total + one, 0);
      for (const node of graph.nodes) {
        const into = sum(graph.edges.filter((edge) => edge.to === node.id).map((edge) => edge.moves));
        const out = sum(graph.edges.filter((edge) => edge.from === node.id).map((edge) => edge.moves));
        expect(node.visits).toBe(node.starts + into + node.cutIn + node.repeats);
        expect(node.visits).toBe(out + node.cutOut + node.repeats + node.open + node.ended);
      }
      expect(graph.cut).toBe(sum(graph.nodes.map((node) => node.cutOut)));
    }
  });

  test('cards lie apart, arrows over several columns run through gaps of their own', () => {
    for (const seed of seeds) {
      const graph = graphOf(flowOf(randomPaths(seed, 6)), 20, places);
      for (const stages of [{ layerOf: () => null }, { layerOf: (id: string) => Math.floor(kNames.indexOf(id) / 3) }]) {
        const layout = processLayout(graph, places, stages, 1100);
        const cards = [...layout.boxes.values()];
        expectApart(cards);
        for (const route of layout.routes)
          for (let i = 0; i + 1 < route.length; i += 2) {
            const [enters, leaves] = [route[i]!, route[i + 1]!];
            expect(enters.y).toBe(leaves.y);
            const through = { x: Math.min(enters.x, leaves.x), y: enters.y - 1, w: Math.abs(leaves.x - enters.x), h: 2 };
            expect(cards.some((card) => overlap(card, through))).toBe(false);
          }
        expect(processScene(graph, places, stages, 'customers', 'en', 1100)).toEqual(processScene(graph, places, stages, 'customers', 'en', 1100));
        expectLegible(processScene(graph, places, stages, 'customers', 'en', 1100));
      }
    }
  });
});

describe('a funnel', () => {
  const share = (count: number, n: number) => ({ count, n, value: n ? count / n : null, low: 0, high: 1 });
  const step = (name: string, count: number, open: number, before: number) => ({ step: name, count, open, median_s: 90, share_of_first: share(count, 100), share_of_previous: share(count, before) });
  const steps = [step('a', 100, 5, 0), step('b', 60, 10, 100), step('c', 20, 0, 60)];

  test('each bar is those who go on, are open, give up: exactly its count', () => {
    expect(barsOf(steps)).toEqual([{ on: 60, open: 5, gone: 35 }, { on: 20, open: 10, gone: 30 }, { on: 20, open: 0, gone: 0 }]);
  });

  test('is legible in both languages', () => {
    for (const lang of ['fr', 'en'] as const) expectLegible(funnelScene(steps, steps, ['Voit une publicité très longue', 'b', 'c'], [0, 1, 2], lang, 900));
  });
});

test('paths, channels and cohorts are legible', () => {
  for (const seed of seeds.slice(0, 12)) {
    const rows = randomPaths(seed, 12).slice(0, 18).map((path) => ({ ...path, share: { count: path.count, n: 900, value: path.count / 900, low: 0, high: 1 } }));
    expectLegible(pathsScene(rows, places, 'fr', 900));
    const next = random(seed);
    const ids = kNames.slice(0, 2 + next(7));
    expectLegible(matrixScene({ ids, moves: () => next(3000), last: () => next(9000) }, places.name, 'en', 980));
    const cell = () => ({ n: next(50), over: next(4) > 0, active_share: { count: 3, n: 50, value: next(100) / 100, low: 0, high: 1 } });
    expectLegible(cohortsScene(Array.from({ length: 8 }, (_, i) => ({ name: `${10 + i} sept. 2026`, size: 1234, cells: Array.from({ length: 8 - i }, cell) })), [cell().active_share, cell().active_share], 'fr', 980));
  }
});

test('a name too wide for one line is broken before it is cut', () => {
  expect(inTwo('Chat', 80, 12)).toEqual(['Chat']);
  expect(inTwo('Looks at a product page', 80, 12)).toEqual(['Looks at a', 'product page']);
  expect(inTwo('Looks at a product page once more', 80, 12)).toEqual(['Looks at a', 'product pag…']);
});

describe('a line of time', () => {
  const event = (seconds: number | null, lane: string, journey = 1): LineEvent => ({ lane, onMap: true, seconds, date: seconds === null ? '' : `${1 + Math.floor(seconds / 86_400)} oct. 2026`, about: '', journey });

  test('later is further right, longer is more space, points never touch', () => {
    const xs = positions([event(0, 'a'), event(0, 'a'), event(60, 'a'), event(86_400, 'b'), event(90 * 86_400, 'c', 2)]);
    const gaps = xs.slice(1).map((x, i) => x - xs[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26);
    expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
    expect(positions([event(null, 'a'), event(null, 'b')])).toHaveLength(2);
  });

  test('is legible', () => {
    for (const seed of seeds) {
      const next = random(seed);
      let at = 0;
      const events = Array.from({ length: 25 }, () => event((at += next(3) === 0 ? next(400_000) : next(600)), kNames[next(5)]!, 1));
      expectLegible(timelineScene(events, kNames.slice(0, 5), places, places.name, 'fr', 800));
    }
  });
});

describe('tables', () => {
  test('a spreadsheet runs nothing of what a customer is called', () => {
    const table = { caption: '', columns: [words('Who', 'who'), { name: 'n', keys: ['n', 'low'], numeric: true }], rows: [[word('=1+1 "x"'), { shown: '3', raw: [3, null] }]] };
    expect(csvOf(table)).toBe('who,n,low\n"\'=1+1 ""x""",3,\n');
  });

  test('a share says its interval and n, and hides below five', () => {
    expect(showShare({ count: 1, n: 10, value: 0.1, low: 0.0179, high: 0.4042 }, 'en')).toBe('10% [1.8–40.4] n\u00a010');
    expect(showShare({ count: 1, n: 4, value: 0.25, low: 0, high: 1 }, 'fr')).toBe('·');
    expect(showShare({ count: 0, n: 0, value: null, low: null, high: null }, 'fr')).toBe('–');
  });

  test('a text is cut to its room', () => {
    expect(fitted('court', 200, 13)).toBe('court');
    expect(textWidth(fitted('Un nom de point de contact qui n’en finit pas', 90, 13, 600), 13, 600)).toBeLessThanOrEqual(90);
    expect(fitted(kOther, 500, 12)).toBe(kOther);
    expect(lines('un deux trois quatre', textWidth('trois quatre', 13), 13)).toEqual(['un deux', 'trois quatre']);
  });
});
