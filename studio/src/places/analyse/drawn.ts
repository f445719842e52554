// What a view makes of an answer: a sentence, a picture, the table behind it.
import type { AnyAnswer, Answered } from '../../api/client';
import type { Lang } from '../../base/texts';
import type { Places } from '../../charts/places';
import type { Scene, Tone } from '../../charts/scene';
import type { Table } from '../../charts/table';
import type { Chosen } from './choices.svelte';

export interface Context {
  lang: Lang;
  width: number;
  places: Places;
  layerOf: (id: string) => number | null; // the stage of a touchpoint or stage, counted from 0
  chosen: Chosen;
  edges: number; // arrows drawn
  answered: Answered;
}

export interface Drawn {
  sentence: string;
  scene: Scene | null; // null: there is nothing to draw
  table: Table;
  notes: string[];
  legend: { tone: Tone; text: string; hatched?: boolean }[];
  figures: string[]; // keys of the definitions that the picture shows
  listed?: (id: string) => { title: string; step?: number; day?: string } | null; // what of it can be chosen
}

export type AnswerTo<Kind extends AnyAnswer['question']> = Extract<AnyAnswer, { question: Kind }>;

export function answerTo<Kind extends AnyAnswer['question']>(kind: Kind, answer: AnyAnswer | null): AnswerTo<Kind> | null {
  return answer?.question === kind ? (answer as AnswerTo<Kind>) : null;
}
