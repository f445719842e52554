// A chart before it is drawn: boxes, lines and texts in order, with tones instead of colours. What a test looks at and Picture.svelte writes down.
export type Tone =
  | 'ink' | 'soft' | 'line' | 'paper' | 'card' | 'quiet' | 'quietMark' | 'loss' | 'lossTint' | 'lossMark' | 'good' | 'goodTint' | 'accent' | 'accentTint'
  | `deep${number}` | `tint${number}`;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface RectMark extends Box {
  kind: 'rect';
  fill: Tone;
  stroke?: Tone;
  r?: number;
  opacity?: number;
  hatched?: boolean; // not over, or still open
}
export interface PathMark {
  kind: 'path';
  d: string;
  fill?: Tone;
  stroke?: Tone;
  width?: number;
  opacity?: number;
  dashed?: boolean;
  arrow?: boolean; // a head at its end
}
export interface TextMark {
  kind: 'text';
  x: number;
  y: number; // of the baseline
  text: string;
  size: number;
  weight?: 400 | 600 | 700;
  tone: Tone;
  anchor?: 'start' | 'middle' | 'end';
  halo?: boolean; // legible over bands
}
export interface GroupMark {
  kind: 'group';
  id: string;
  about: string; // what the pointer, and a reader of the element, is told
  choose?: string; // can be chosen, and is called so
  marks: Mark[];
}
export type Mark = RectMark | PathMark | TextMark | GroupMark;

export interface Scene {
  title: string;
  width: number;
  height: number;
  marks: Mark[];
}

export const right = (box: Box): number => box.x + box.w;
export const bottom = (box: Box): number => box.y + box.h;
export const middle = (box: Box): number => box.y + box.h / 2;

// Numbers in paths: three digits are enough for any screen, and the same on every run.
export const at = (value: number): string => String(Math.round(value * 1000) / 1000);

export function flat(marks: Mark[]): Exclude<Mark, GroupMark>[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
}
