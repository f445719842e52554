// What the checks say for whoever has the file at hand, with its ids and keys between `ticks`, said with the names that the map and its panel give them.
import { sayIn, type Lang } from '../base/texts';
import { placed, stagesOf, textIn, touchpointsOf, type Content } from './content';

// The labels in the panel of what a key of the file holds.
const kFields = ['name', 'channel', 'starts', 'served_by', 'does', 'wants', 'asks', 'says', 'emotion', 'moment_of_truth', 'why', 'importance', 'phase', 'objective', 'how', 'offer', 'goal', 'opens', 'owner', 'due', 'effort', 'status', 'channels_are', 'reviewed'];
const kWithValues = ['starts', 'served_by', 'status', 'channels_are']; // chosen among values that have names of their own
const kLabels: Record<string, string> = {
  ...Object.fromEntries(kFields.map((key) => [key, `studio.field.${key}`])),
  when: 'studio.when',
  match: 'studio.field.event',
  friction: 'studio.field.new_friction',
  buyer: 'studio.field.new_buyer',
  backstage: 'studio.section.more',
  actions: 'studio.section.actions',
  'match: none': 'studio.sight.hidden',
};

const kTicked = /`([^`]*)`/g;
const quoted = (name: string, lang: Lang): string => (lang === 'fr' ? `«\u00a0${name}\u00a0»` : `“${name}”`);
const isOfFile = (words: string): boolean => /^[a-z_]+:|^parcours /.test(words);

function labelOf(words: string, lang: Lang): string | null {
  const [, key = ''] = /^([a-z_]+)(?=:|$)/.exec(words) ?? [];
  const label = kLabels[words] ?? kLabels[key];
  return label === undefined ? null : sayIn(lang, label);
}

// `served_by: person` is "Served by: A person".
function valueOf(words: string, lang: Lang): string {
  const [, key = '', value = ''] = /^([a-z_]+): ([a-z]+)$/.exec(words) ?? [];
  return kWithValues.includes(key) ? sayIn(lang, `studio.${key}.${value}`) : '';
}

export function nameOfElement(content: Content, id: string, lang: Lang): string {
  const frictions = stagesOf(content).flatMap((stage) => touchpointsOf(stage).flatMap((touchpoint) => touchpoint.friction ?? []));
  const named = placed(content, id)?.touchpoint.name ?? stagesOf(content).find((stage) => stage.id === id)?.name ?? (frictions.find((known) => known.id === id) ?? content.actions?.find((known) => known.id === id))?.text;
  return textIn(named, lang);
}

export function inNames(content: Content, text: string, lang: Lang): string {
  return text.replace(kTicked, (ticked, words: string) => {
    const name = (isOfFile(words) ? '' : nameOfElement(content, words, lang)) || labelOf(words, lang);
    const value = valueOf(words, lang);
    return name ? quoted(value ? sayIn(lang, 'studio.kinds.where', { field: name, value }) : name, lang) : ticked;
  });
}

// Whether it can be followed by one who has the page and not the file.
export const isOfPage = (text: string, lang: Lang): boolean => [...text.matchAll(kTicked)].every(([, words = '']) => !isOfFile(words) || labelOf(words, lang) !== null);

// The label of the field that the words speak of first; "" when they speak of none.
export function fieldIn(text: string, lang: Lang): string {
  for (const [, words = ''] of text.matchAll(kTicked)) {
    const label = isOfFile(words) ? labelOf(words, lang) : null;
    if (label) return label;
  }
  return '';
}
