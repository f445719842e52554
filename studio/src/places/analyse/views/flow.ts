// Flow: contact by contact (paths cut after a few), or the graph of who follows whom.
import { showPercent } from '../../../base/numbers';
import { sayIn, type Lang } from '../../../base/texts';
import { graphOf } from '../../../charts/graph';
import { kOther } from '../../../charts/places';
import { processScene } from '../../../charts/process';
import { sankeyScene } from '../../../charts/sankey';
import { stepFlow, type StepFlow } from '../../../charts/steps';
import { count, kWithheldBelow, numbers, span, word, words, type Table } from '../../../charts/table';
import { answerTo, type AnswerTo, type Context, type Drawn } from '../drawn';

const kNamesMost = 7;

export function flowDrawn(context: Context): Drawn | null {
  const flow = answerTo('flow', context.answered.answer);
  const variants = answerTo('variants', context.answered.answer);
  return flow ? processDrawn(context, flow) : variants ? stepsDrawn(context, variants) : null;
}

function legend(lang: Lang, back: boolean): Drawn['legend'] {
  return [
    { tone: 'deep1', text: sayIn(lang, 'studio.analyse.legend.on') },
    { tone: 'quietMark', text: sayIn(lang, 'studio.analyse.legend.open'), hatched: true },
    { tone: 'lossMark', text: sayIn(lang, back ? 'studio.analyse.legend.ended_or_back' : 'studio.analyse.legend.ended') },
  ];
}

function stepsDrawn(context: Context, answer: AnswerTo<'variants'>): Drawn {
  const { lang, places } = context;
  const flow = stepFlow(answer.variants, context.chosen.columns, kNamesMost, places);
  return {
    sentence: stepsSentence(flow, answer.unit, context),
    scene: flow.total > 0 ? sankeyScene(flow, places, lang, context.width) : null,
    table: stepsTable(flow, context),
    notes: [],
    legend: legend(lang, false),
    figures: ['count', 'open'],
  };
}

function stepsSentence(flow: StepFlow, unit: string, { lang, places }: Context): string {
  const first = [...(flow.columns[0] ?? [])].filter((node) => node.id !== kOther).sort((a, b) => b.count - a.count)[0];
  if (!first || flow.total < kWithheldBelow) return sayIn(lang, 'studio.analyse.ask.flow');
  const ended = flow.columns[0]!.reduce((sum, node) => sum + node.ended, 0);
  return sayIn(lang, `studio.analyse.flow.first.${unit}`, { name: places.name(first.id), share: showPercent(first.count / flow.total, lang), ended: showPercent(ended / flow.total, lang) });
}

function stepsTable(flow: StepFlow, { lang, places }: Context): Table {
  const say = (key: string): string => sayIn(lang, key);
  const nameOf = (id: string): string => (id === kOther ? say('studio.analyse.other') : places.name(id));
  return {
    caption: say('studio.analyse.flow.steps'),
    columns: [numbers(say('studio.analyse.table.contact'), 'contact'), words(say('studio.analyse.table.at'), 'at'), numbers(say('studio.analyse.table.in'), 'in'),
      numbers(say('studio.analyse.table.on'), 'on'), numbers(say('studio.analyse.table.open'), 'open'), numbers(say('studio.analyse.table.ended'), 'ended')],
    rows: flow.columns.flatMap((column) => column.map((node) => [count(node.column + 1, lang), word(nameOf(node.id)), ...[node.count, node.count - node.open - node.ended, node.open, node.ended].map((n) => count(n, lang))])),
  };
}

function processDrawn(context: Context, answer: AnswerTo<'flow'>): Drawn {
  const { lang, places } = context;
  const graph = graphOf(answer, context.edges, places);
  const widest = graph.edges[0];
  const worst = [...graph.nodes].sort((a, b) => b.ended - a.ended)[0];
  return {
    sentence:
      widest && worst
        ? sayIn(lang, `studio.analyse.flow.widest.${answer.unit}`, { from: places.name(widest.from), to: places.name(widest.to), moves: widest.moves, worst: places.name(worst.id), ended: worst.ended })
        : sayIn(lang, 'studio.analyse.ask.flow'),
    scene: graph.nodes.length > 0 ? processScene(graph, places, { layerOf: context.layerOf }, answer.unit, lang, context.width) : null,
    table: edgesTable(answer, context),
    notes: graph.cut > 0 ? [sayIn(lang, 'studio.analyse.flow.cut', { n: graph.cut })] : [],
    legend: legend(lang, true),
    figures: ['moves', 'count', 'median_s', 'starts', 'ends', 'open'],
  };
}

function edgesTable(answer: AnswerTo<'flow'>, { lang, places }: Context): Table {
  const say = (key: string): string => sayIn(lang, key);
  return {
    caption: say('studio.analyse.flow.process'),
    columns: [words(say('studio.analyse.table.from'), 'from'), words(say('studio.analyse.table.to'), 'to'), numbers(say('studio.analyse.table.moves'), 'moves'),
      numbers(say(`studio.analyse.${answer.unit}`), 'count'), numbers(say('studio.analyse.table.median'), 'median_s')],
    rows: [
      ...answer.edges.map((edge) => [word(places.name(edge.from)), word(places.name(edge.to)), count(edge.moves, lang), count(edge.count, lang), span(edge.median_s, edge.moves, lang)]),
      ...answer.starts.map((start) => [word(say('studio.analyse.table.start')), word(places.name(start.at)), count(start.count, lang), count(start.count, lang), span(null, 0, lang)]),
      ...answer.ends.flatMap((end) => [
        [word(places.name(end.at)), word(say('studio.analyse.table.ended')), count(end.count - end.open, lang), count(end.count - end.open, lang), span(null, 0, lang)],
        [word(places.name(end.at)), word(say('studio.analyse.table.open')), count(end.open, lang), count(end.open, lang), span(null, 0, lang)],
      ]),
    ],
  };
}
