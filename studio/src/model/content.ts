// What a map's file says, as plain data: docs/formats/map.md. Read leniently, as the file may be half written.
import type { Lang } from '../base/texts';
import type { OwnLane } from './lanes';
import type { When } from './when';

export type LocalText = string | { fr?: string; en?: string };
export type Words = LocalText | { text?: LocalText; by?: string }; // whose they are: a persona's
export type Lines = Words | Words[];

export interface Emotion {
  value?: number;
  source?: LocalText;
}
export interface Friction {
  id: string;
  text?: LocalText;
  by?: string;
  source?: LocalText;
  expect?: { drop_off?: number };
}
export interface Touchpoint {
  id: string;
  name?: LocalText;
  channel?: string;
  starts?: string;
  served_by?: string;
  match?: unknown;
  why?: LocalText;
  does?: Lines;
  wants?: Lines;
  asks?: Lines;
  says?: Lines;
  emotion?: number | Emotion | Record<string, number | Emotion>;
  moment_of_truth?: { promise?: LocalText };
  friction?: Friction[];
  backstage?: { team?: LocalText; system?: LocalText };
  lanes?: Record<string, Lines>;
  opens?: string;
  optional?: boolean;
  repeatable?: boolean;
  importance?: number;
}
export interface StageContent {
  text?: LocalText;
  kind?: string;
  via?: string[];
  lead_time?: string;
}
export interface Stage {
  id: string;
  name?: LocalText;
  phase?: string;
  objective?: string;
  opens?: string;
  importance?: number;
  when?: When;
  how?: LocalText;
  contents?: StageContent[];
  lanes?: Record<string, Lines>;
  buyer?: (LocalText | { text?: LocalText; touchpoint?: string })[];
  touchpoints?: Touchpoint[];
}
export interface Action {
  id: string;
  for?: string;
  text?: LocalText;
  owner?: string;
  due?: string;
  effort?: number;
  status?: string;
}
export interface Content {
  title?: LocalText;
  offer?: LocalText;
  personas?: string[];
  goal?: string;
  state?: string;
  target_date?: string;
  reviewed?: string;
  channels_are?: string;
  lanes?: OwnLane[];
  stages?: Stage[];
  actions?: Action[];
}

export function textIn(text: LocalText | undefined | null, lang: Lang): string {
  if (text === undefined || text === null) return '';
  if (typeof text !== 'object') return String(text);
  return text[lang] ?? text.fr ?? text.en ?? '';
}

// The path to edit so that the text changes in that language and in no other.
export function pathOfText(path: string, text: LocalText | undefined, lang: Lang): string {
  return typeof text === 'object' && text !== null ? `${path}/${lang}` : path;
}

const isOwned = (words: Words | undefined | null): words is { text?: LocalText; by?: string } => typeof words === 'object' && words !== null && 'text' in words;
export const wordsIn = (words: Words | undefined | null): LocalText | undefined => (isOwned(words) ? words.text : (words ?? undefined));

// The path to edit so that the words change in that language, and neither in the other nor whose they are.
export const pathOfWords = (path: string, words: Words | undefined, lang: Lang): string => pathOfText(isOwned(words) ? `${path}/text` : path, wordsIn(words), lang);

export function linesIn(lines: Lines | undefined, lang: Lang): string[] {
  return lineList(lines).map((line) => textIn(wordsIn(line), lang));
}

// The lines with `texts` in one language, what stands in the other, and whose they are, kept where a line was only changed. Nothing when no line is left.
export function withLines(lines: Lines | undefined, texts: string[], lang: Lang): Lines | null {
  const before = lineList(lines);
  const sameCount = before.length === texts.length;
  const after = texts.map((text, i) => {
    const old = sameCount ? before[i] : before.find((line) => textIn(wordsIn(line), lang) === text);
    const own = wordsIn(old);
    const said = typeof own === 'object' ? { ...own, [lang]: text } : text;
    return isOwned(old) ? { ...old, text: said } : said;
  });
  if (after.length === 0) return null;
  return after.length === 1 && !(Array.isArray(lines) && sameCount) ? after[0]! : after;
}

const lineList = (lines: Lines | undefined): Words[] => (lines === undefined || lines === null ? [] : Array.isArray(lines) ? lines : [lines]);

// Whose each line is: a persona's id; "": everyone's.
export const ownersOf = (lines: Lines | undefined): string[] => lineList(lines).map((line) => (isOwned(line) ? (line.by ?? '') : ''));

// The lines with line `i` said by that persona; "": by everyone.
export function withOwner(lines: Lines | undefined, i: number, by: string): Lines {
  const after = lineList(lines).map((line, at) => (at !== i ? line : by === '' ? (wordsIn(line) ?? '') : { text: wordsIn(line) ?? '', by }));
  return Array.isArray(lines) ? after : after[0]!;
}

export const stagesOf = (content: Content): Stage[] => content.stages ?? [];
export const touchpointsOf = (stage: Stage): Touchpoint[] => stage.touchpoints ?? [];

export interface PlacedTouchpoint {
  stage: Stage;
  stageIndex: number;
  touchpoint: Touchpoint;
  index: number;
  path: string;
}

export function placed(content: Content, id: string): PlacedTouchpoint | undefined {
  for (const [stageIndex, stage] of stagesOf(content).entries())
    for (const [index, touchpoint] of touchpointsOf(stage).entries())
      if (touchpoint.id === id) return { stage, stageIndex, touchpoint, index, path: `stages/${stage.id}/touchpoints/${id}` };
  return undefined;
}

// An id nobody has yet, from what a person typed: "Reçoit l’écrin" -> "recoit_l_ecrin".
export function freshId(name: string, content: Content): string {
  const taken = new Set(stagesOf(content).flatMap((stage) => [stage.id, ...touchpointsOf(stage).flatMap((t) => [t.id, ...(t.friction ?? []).map((f) => f.id)])]));
  for (const action of content.actions ?? []) taken.add(action.id);
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const base = /^[a-z]/.test(plain) ? plain.slice(0, 40) : `x_${plain}`.slice(0, 40).replace(/_$/, '');
  for (let n = 1; ; ++n) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!taken.has(id)) return id;
  }
}
