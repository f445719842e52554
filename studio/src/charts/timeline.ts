// One customer's events as a line through lanes: a lane a touchpoint (or an event nobody claims), a point an event, the time between as space and words.
import { showDuration, type NumberLang } from '../base/numbers';
import { sayIn } from '../base/texts';
import type { Places } from './places';
import { at, type Mark, type Scene, type Tone } from './scene';
import { fitted, textWidth } from './words';

export interface LineEvent {
  lane: string; // id of a touchpoint, or of what is none
  onMap: boolean;
  seconds: number | null; // since 1970; null in a log that knows only the order
  date: string; // shown
  about: string;
  journey: number;
}
const kNames = 200;
const kLane = 38;
const kTop = 58;
const kStep = 26; // between two events at one time
const kLongest = 120;
const kAfterLast = 120; // room for the last date

// Where each point stands: later is further right, a longer time is more space, no two points of a line touch. Drawn closer where that makes it fit `room`.
export function positions(events: LineEvent[], room = Infinity): number[] {
  const extra = events.slice(1).map((event, i) => {
    const before = events[i]!;
    const gap = event.seconds !== null && before.seconds !== null ? Math.max(0, event.seconds - before.seconds) : 0;
    return Math.min(kLongest - kStep, Math.log2(1 + gap / 60) * 6) + (before.journey !== event.journey ? 40 : 0);
  });
  const sum = extra.reduce((total, one) => total + one, 0);
  const free = room - kNames - 24 - kAfterLast - extra.length * kStep;
  const closer = sum > 0 ? Math.min(1, Math.max(0.25, free / sum)) : 1;
  let x = kNames + 24;
  return [...(events.length > 0 ? [x] : []), ...extra.map((one) => (x += kStep + one * closer))];
}

export function timelineScene(events: LineEvent[], lanes: string[], places: Places, name: (lane: string) => string, lang: NumberLang, least: number): Scene {
  const xs = positions(events, least);
  const rank = new Map(lanes.map((lane, i) => [lane, i]));
  const y = (lane: string): number => kTop + rank.get(lane)! * kLane + kLane / 2;
  const width = Math.max(least, (xs.at(-1) ?? kNames) + kAfterLast);
  const height = kTop + lanes.length * kLane + 12;
  const toneOf = (lane: string, onMap: boolean): Tone => (onMap ? `deep${places.hue(lane)}` : 'quietMark');
  const marks: Mark[] = [];
  for (const [i, lane] of lanes.entries()) {
    const onMap = events.some((event) => event.lane === lane && event.onMap);
    if (i % 2 === 0) marks.push({ kind: 'rect', x: 0, y: kTop + i * kLane, w: width, h: kLane, fill: 'quiet', opacity: 0.5, r: 6 });
    marks.push({ kind: 'text', x: 10, y: y(lane) + 5, text: fitted(name(lane), kNames - 26, 13, onMap ? 600 : 400), size: 13, weight: onMap ? 600 : 400, tone: onMap ? 'ink' : 'soft' });
  }
  marks.push(...betweenMarks(events, xs, height, lang));
  const line = events.map((event, i) => `${i === 0 ? 'M' : 'L'}${at(xs[i]!)},${at(y(event.lane))}`).join('');
  if (events.length > 1) marks.push({ kind: 'path', d: line, stroke: 'soft', width: 1.6, opacity: 0.55 });
  for (const [i, event] of events.entries()) {
    const point: Mark = { kind: 'rect', x: xs[i]! - 6.5, y: y(event.lane) - 6.5, w: 13, h: 13, r: 6.5, fill: toneOf(event.lane, event.onMap), stroke: 'card' };
    marks.push({ kind: 'group', id: `event-${i}`, about: event.about, marks: [point] });
  }
  return { title: sayIn(lang, 'studio.analyse.view.customer'), width, height, marks };
}

// Dates where there is room for them, spans where they are long, and a line where a new journey begins.
function betweenMarks(events: LineEvent[], xs: number[], height: number, lang: NumberLang): Mark[] {
  const marks: Mark[] = [];
  let [dateFree, spanFree] = [0, 0];
  for (const [i, event] of events.entries()) {
    const x = xs[i]!;
    const before = events[i - 1];
    const fresh = !before || before.date !== event.date;
    const w = textWidth(event.date, 11.5, 600);
    if (fresh && x - 6 >= dateFree) {
      marks.push({ kind: 'text', x: x - 6, y: 20, text: event.date, size: 11.5, weight: 600, tone: 'ink' });
      dateFree = x + w + 6;
    }
    if (!before || event.seconds === null || before.seconds === null) continue;
    const text = showDuration(event.seconds - before.seconds, lang);
    const half = textWidth(text, 11) / 2;
    const mid = (x + xs[i - 1]!) / 2;
    if (event.seconds - before.seconds >= 3600 && mid - half >= spanFree && 2 * half < x - xs[i - 1]! + 30) {
      marks.push({ kind: 'text', x: mid, y: 42, text, size: 11, tone: 'soft', anchor: 'middle' });
      spanFree = mid + half + 6;
    }
    if (before.journey !== event.journey) marks.push({ kind: 'path', d: `M${at(mid)},${kTop - 8}V${at(height)}`, stroke: 'soft', width: 1, dashed: true });
  }
  return marks;
}
