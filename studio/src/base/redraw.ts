// A picture drawn anew over the one that is shown. Only what differs is replaced: the rest keeps its layout, its focus and what the page has put on it.
import { copyOf, put } from './svg';

// What the page has changed in the one shown does not count, as long as it is still the same element at the same place.
function stillThere(shown: Node | undefined, before: Node): boolean {
  if (shown?.nodeType !== before.nodeType || shown.nodeName !== before.nodeName) return false;
  return !(shown instanceof Element && before instanceof Element) || shown.id === before.id;
}

function takeAttributes(shown: Element, before: Element, after: Element): void {
  for (const { name } of before.attributes) if (!after.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of after.attributes) if (before.getAttribute(name) !== value) shown.setAttribute(name, value);
}

// `shown` is a copy of `before`, both as parsed; afterwards it is one of `after`.
function redraw(shown: Element, before: Element, after: Element): void {
  takeAttributes(shown, before, after);
  const [here, old, young] = [[...shown.childNodes], [...before.childNodes], [...after.childNodes]];
  const alike = here.length === old.length && old.length === young.length && old.every((node, n) => stillThere(here[n], node));
  if (!alike) return shown.replaceChildren(...young.map((node) => document.importNode(node, true)));
  old.forEach((was, n) => {
    const [is, seen] = [young[n], here[n]];
    if (!is || !seen || was.isEqualNode(is)) return;
    if (was instanceof Element && is instanceof Element && seen instanceof Element && stillThere(was, is)) redraw(seen, was, is);
    else seen.replaceWith(document.importNode(is, true));
  });
}

// `next` in the sheet, as large as the sheet is; `last`: what is in it, as it was parsed, or null when all is to be new.
export function show(sheet: Element, last: Element | null, next: Element): SVGSVGElement {
  const shown = sheet.firstElementChild;
  if (shown && last) redraw(shown, last, next);
  else sheet.replaceChildren(copyOf(next));
  const picture = sheet.firstElementChild as SVGSVGElement;
  for (const side of ['width', 'height']) put(picture, side, '100%');
  return picture;
}
