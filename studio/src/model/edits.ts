// Edits as docs/formats/http.md takes them. Each says what the element was when it was made, so that the server can merge it with others.
import type { Content } from './content';

export interface MapEdit {
  set?: string;
  add?: string;
  move?: string;
  remove?: string;
  value?: unknown;
  key?: string;
  to?: string;
  index?: number;
  was?: unknown;
}

// What stands at the path ("stages/pay/touchpoints/card/name"); null when nothing does. Lists are walked by id, else by index.
export function valueAt(content: unknown, path: string): unknown {
  let here: unknown = content;
  for (const step of path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (Array.isArray(here)) here = here.find((item) => typeof item === 'object' && item !== null && (item as { id?: unknown }).id === step) ?? here[Number(step)];
    else if (typeof here === 'object' && here !== null) here = (here as Record<string, unknown>)[step];
    else return null;
  }
  return here ?? null;
}

export const setEdit = (content: Content, path: string, value: unknown): MapEdit => ({ set: path, value, was: valueAt(content, path) });
export const removeEdit = (content: Content, path: string): MapEdit => ({ remove: path, was: valueAt(content, path) });
export const addEdit = (list: string, value: unknown, index?: number): MapEdit => ({ add: list, value, ...(index === undefined ? {} : { index }) });
export function moveEdit(content: Content, path: string, index: number, to?: string): MapEdit {
  return { move: path, index, was: valueAt(content, path), ...(to === undefined ? {} : { to }) };
}

// The same edit, meant for what an older content said.
export function meantFor(content: Content, edit: MapEdit): MapEdit {
  return edit.was === undefined ? edit : { ...edit, was: valueAt(content, edit.set ?? edit.move ?? edit.remove ?? '') };
}

// A value that may be cleared: empty means that the key goes.
export function setOrRemove(content: Content, path: string, value: unknown): MapEdit[] {
  const empty = value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (!empty) return JSON.stringify(valueAt(content, path)) === JSON.stringify(value) ? [] : [setEdit(content, path, value)];
  return valueAt(content, path) === null ? [] : [removeEdit(content, path)];
}
