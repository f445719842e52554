// When a stage takes place, and durations, as docs/formats/map.md has them and as people type them.
export interface When {
  start?: string;
  end?: string;
  after?: string;
  days?: number | [number, number];
  before_target?: string;
  lasts?: string;
}
export const whenKinds = ['', 'start', 'after', 'before_target'] as const;
export type WhenKind = (typeof whenKinds)[number];

export const kindOf = (when: When | undefined): WhenKind => whenKinds.find((kind) => kind !== '' && when?.[kind] !== undefined) ?? '';

// The same stage told another way, from something likely; how long it lasts stays. null: nothing is said of it any more.
export function toldAs(kind: WhenKind, when: When | undefined, likely: { today: string; before: string }): When | null {
  const lasts = when?.lasts === undefined ? {} : { lasts: when.lasts };
  if (kind === 'start') return { start: likely.today, ...lasts };
  if (kind === 'after') return { after: likely.before, days: 1, ...lasts };
  if (kind === 'before_target') return { before_target: '30d', ...lasts };
  return when?.lasts === undefined ? null : lasts;
}

const units: Record<string, string> = {
  w: 'w', week: 'w', weeks: 'w', sem: 'w', semaine: 'w', semaines: 'w',
  d: 'd', day: 'd', days: 'd', j: 'd', jour: 'd', jours: 'd', '': 'd',
  h: 'h', hour: 'h', hours: 'h', heure: 'h', heures: 'h',
  min: 'min', minute: 'min', minutes: 'min',
};

// "12 j", "12 days" or "12" -> "12d"; "1 j 12 h" -> "1d12h". null: no duration.
export function durationTyped(text: string): string | null {
  const parts = [...text.trim().toLowerCase().matchAll(/(\d+)\s*([a-z]*)\.?\s*/gy)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('').length !== text.trim().length) return null;
  const read = parts.map(([, count, unit]) => (units[unit ?? ''] === undefined ? null : `${Number(count)}${units[unit ?? '']}`));
  return read.includes(null) ? null : read.join('');
}

// "12d" -> "12 j" in French, "12 d" in English.
export function durationShown(written: string | undefined, lang: 'fr' | 'en'): string {
  const french: Record<string, string> = { d: 'j', w: 'sem.' };
  return [...(written ?? '').matchAll(/(\d+)([a-z]+)/g)].map(([, count, unit = '']) => `${count}\u00a0${lang === 'fr' ? (french[unit] ?? unit) : unit}`).join(' ');
}

// "3", "3-5", "3 to 5", "3 à 5". null: no number of days.
export function daysTyped(text: string): number | [number, number] | null {
  const read = /^\s*(\d{1,4})\s*(?:(?:-|–|to|à)\s*(\d{1,4}))?\s*$/.exec(text);
  if (!read) return null;
  return read[2] === undefined ? Number(read[1]) : [Number(read[1]), Number(read[2])];
}

export const daysShown = (days: When['days']): string => (Array.isArray(days) ? days.join('–') : days === undefined ? '' : String(days));
