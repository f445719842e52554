// The address of a link, behind that of the workspace: /l/TOKEN. A map may be called "l"; the names of places are no tokens.
import { addressOf, pathOf } from '../places';

export function tokenIn(path: string): string {
  const token = /^\/l\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  return pathOf(addressOf(path)) === path ? '' : token;
}
