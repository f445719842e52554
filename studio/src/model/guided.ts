// Answers of the guided start, between the controls of the page and what is typed (docs/formats/guided.md).
export interface Asked {
  kind: string;
  proposal: string;
  answer?: string;
  choices?: { value: string; label: string }[];
  items?: string[];
}

const kApart = /\s*[;\n]\s*/;
const parts = (text: string): string[] => text.split(kApart).map((part) => part.trim()).filter((part) => part !== '');

// What stands on the page at first: the answer; without one, the proposal where it is chosen, nothing where it is written.
export const begun = (question: Asked): string => (question.answer ? question.answer : isChosen(question) ? question.proposal : '');
export const isChosen = (question: Asked): boolean => ['choice', 'choices', 'emotions', 'date'].includes(question.kind);
export const isLong = (question: Asked): boolean => question.kind === 'texts' || question.kind === 'contacts';

// Several texts: one a line on the page, with semicolons where they are kept.
export const asLines = (typed: string): string => parts(typed).join('\n');
export const asTyped = (lines: string): string => parts(lines).join('; ');

// The values chosen: each may be typed by its number, its value or its label.
export function chosenValues(question: Asked, typed: string): string[] {
  const choices = question.choices ?? [];
  if (typed === 'all') return choices.map((choice) => choice.value);
  const wanted = question.kind === 'choice' ? [typed.trim()] : typed.split(/\s*[;,]\s*/);
  return choices.filter((choice, i) => wanted.includes(choice.value) || wanted.includes(choice.label) || wanted.includes(String(i + 1))).map((choice) => choice.value);
}

// One number an item; what is missing counts as 0.
export function feelings(question: Asked, typed: string): number[] {
  const numbers = typed.trim().split(/[\s;,]+/).map(Number);
  return (question.items ?? []).map((_, i) => numbers[i] || 0);
}
