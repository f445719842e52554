// One customer's events as a line of time through the touchpoints of the map.
import type { Customer } from '../../../api/client';
import { showDuration } from '../../../base/numbers';
import { sayIn, type Lang } from '../../../base/texts';
import { inOrder, type Places } from '../../../charts/places';
import { count, numbers, word, words, type Cell } from '../../../charts/table';
import { timelineScene, type LineEvent } from '../../../charts/timeline';
import { showDay } from '../../../base/days';
import type { Drawn } from '../drawn';

type Held = Customer['events'][number];

// "12 Oct 2026 10:05", as finely as it is known.
function timeOf(event: Held, lang: Lang): string {
  if (!event.time) return '';
  return event.unit === 'day' ? showDay(event.time, lang) : `${showDay(event.time, lang)} ${event.time.slice(11, event.unit === 'min' ? 16 : 19)}`;
}

function said(event: Held, lang: Lang, places: Places, channels: Places): string {
  const more = [event.channel ? channels.name(event.channel) : '', event.source ? `← ${event.source}` : '', event.value === null ? '' : String(event.value), event.score === null ? '' : `★ ${event.score}`];
  return [timeOf(event, lang), event.event, ...event.touchpoints.map(places.name), ...more].filter(Boolean).join(' · ');
}

const text = (value: string | number | null): Cell => ({ shown: value === null ? '' : String(value), raw: [value] });

export function customerDrawn(customer: Customer, places: Places, channels: Places, lang: Lang, width: number): Drawn {
  const say = (key: string, args = {}): string => sayIn(lang, key, args);
  const line: LineEvent[] = customer.events.map((event) => ({
    lane: event.touchpoints[0] ?? `\u0001${event.event}`,
    onMap: event.touchpoints.length > 0,
    seconds: event.time ? Date.parse(event.time) / 1000 : null,
    date: event.time ? showDay(event.time, lang) : '',
    about: said(event, lang, places, channels),
    journey: event.journey,
  }));
  const lanes = inOrder(new Set(line.map((event) => event.lane)), places);
  const times = line.flatMap((event) => (event.seconds === null ? [] : [event.seconds]));
  const unclaimed = line.filter((event) => !event.onMap).length;
  const name = customer.identities[0] ?? '';
  return {
    sentence:
      times.length > 0
        ? say('studio.analyse.customer.line', { name, events: line.length, time: showDuration(Math.max(...times) - Math.min(...times), lang), journeys: line.at(-1)?.journey ?? 0 })
        : say('studio.analyse.customer.line_untimed', { name, events: line.length }),
    scene: timelineScene(line, lanes, places, (lane) => (lane.startsWith('\u0001') ? lane.slice(1) : places.name(lane)), lang, width),
    table: {
      caption: say('studio.analyse.view.customer'),
      columns: [words(say('studio.analyse.table.time'), 'time'), words(say('studio.analyse.table.event'), 'event'), words(say('studio.analyse.table.touchpoint'), 'touchpoints'), words(say('studio.analyse.table.channel'), 'channel'),
        numbers(say('studio.analyse.table.value'), 'value'), numbers(say('studio.analyse.table.journey'), 'journey')],
      rows: customer.events.map((event) => [{ shown: timeOf(event, lang), raw: [event.time] }, word(event.event), word(event.touchpoints.map(places.name).join(', ')), { ...text(event.channel), shown: event.channel ? channels.name(event.channel) : '' },
        text(event.value), count(event.journey, lang)]),
    },
    notes: [...(customer.identities.length > 1 ? [say('studio.analyse.customer.also', { names: customer.identities.slice(1).join(', ') })] : []), ...(unclaimed > 0 ? [say('studio.analyse.customer.unclaimed', { n: unclaimed })] : []), ...(customer.synthetic ? [say('studio.synthetic')] : [])],
    legend: [],
    figures: [],
  };
}
