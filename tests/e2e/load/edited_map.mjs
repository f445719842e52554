// A map whose every line is known: what must be left of it after edits is worked out here from its lines, without the program.
const kStages = 5;
const kTouchpoints = 8;
export const kPlaces = kStages * kTouchpoints;

const placed = (n) => ({ stage: `stage_${Math.floor(n / kTouchpoints) + 1}`, touchpoint: `tp_${n + 1}` });
export const pathOf = (n) => `stages/${placed(n).stage}/touchpoints/${placed(n).touchpoint}/name`;
export const listOf = (n) => `stages/${placed(n).stage}/touchpoints`;
export const firstName = (n) => `Contact ${n + 1}`;
export const kTitle = 'Many hands';

export function mapText() {
  const touchpoint = (n) => [`      # kept: above tp_${n + 1}`, `      - id: tp_${n + 1}`, `        name: ${firstName(n)} # kept: beside tp_${n + 1}`, '        channel: site'];
  const stage = (s) => [`  - id: stage_${s + 1}   # kept: stage ${s + 1}`, `    name: Stage ${s + 1}`, '    phase: before', '    touchpoints:', ...Array.from({ length: kTouchpoints }, (_, k) => touchpoint(s * kTouchpoints + k)).flat(), ''];
  return ['# kept: the first line', 'parcours: 1', `title: ${kTitle} # kept: beside the title`, 'language: en', '', 'stages:', ...Array.from({ length: kStages }, (_, s) => stage(s)).flat(), '# kept: the last line', ''].join('\n');
}

// The map's lines with the names in `values` (path -> text).
export function expectedLines(values) {
  let text = mapText().replace(`title: ${kTitle} `, `title: ${values.get('title') ?? kTitle} `);
  for (let n = 0; n < kPlaces; ++n) text = text.replace(`name: ${firstName(n)} #`, `name: ${values.get(pathOf(n)) ?? firstName(n)} #`);
  return text.split('\n');
}

// The lines of a file, those of added touchpoints (their ids begin with "added_") apart: {lines, added: id -> name}.
export function apart(text) {
  const [lines, added] = [[], new Map()];
  for (const line of text.split('\n')) {
    const [, id, name] = /^ {6}- \{id: (added_\w+), name: (.*)\}$/.exec(line) ?? [];
    if (id) added.set(id, name);
    else lines.push(line);
  }
  return { lines, added };
}
