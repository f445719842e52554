// What of the picture the keyboard and a screen reader come to.
import { describedNotNamed, put } from '../../base/svg';
import { elementIn } from './boxes';

export const isPlace = (id: string): boolean => /^(tp|stage)-/.test(id);

// Touchpoints and stages take the keyboard with the arrows, personas and stretches of the river with Tab; the others are reached through them. What
// stands in an element is its name, what the picture says of it at length its description.
export function reachable(sheet: Element, ids: string[], selected: string): void {
  for (const id of ids) {
    if (!/^(tp|stage|persona|river)-/.test(id)) continue;
    const element = elementIn(sheet, id);
    put(element, 'role', 'button');
    element?.removeAttribute('aria-level');
    put(element, 'tabindex', id === selected || !isPlace(id) ? '0' : '-1');
    if (element?.hasAttribute('data-chosen') !== (id === selected)) element?.toggleAttribute('data-chosen', id === selected);
    if (element) describedNotNamed(element);
  }
  const first = ids.find((id) => id.startsWith('tp-'));
  if (first && !isPlace(selected)) put(elementIn(sheet, first), 'tabindex', '0');
}
