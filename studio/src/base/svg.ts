// Text of an SVG (the server’s picture, an icon) as an element. Parsed as a picture: nothing in it runs; its own styles and font stay behind, the page has them.
interface Policy {
  createHTML(text: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): Policy;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('parcours-picture', { createHTML: (text) => text });

// As it was sent, in a document of its own: what is shown is a copy of it. null: it is no picture.
export function parsedPicture(svg: string): Element | null {
  const bare = svg.replace(/<style>[^<]*<\/style>/g, '');
  const trusted = (policy ? policy.createHTML(bare) : bare) as string;
  const root = new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  for (const unwanted of root.querySelectorAll('style, script, foreignObject, a')) unwanted.remove();
  return root;
}

export const copyOf = (picture: Element): SVGSVGElement => document.importNode(picture, true) as SVGSVGElement;

let named = 0;

// Under names of its own: a page may hold several pictures, and each has its first gradient.
function nameDefinitions(picture: Element): void {
  const mark = `p${++named}-`;
  for (const defined of picture.querySelectorAll('linearGradient, clipPath')) defined.id = mark + defined.id;
  for (const name of ['fill', 'stroke', 'clip-path'])
    for (const user of picture.querySelectorAll(`[${name}^="url(#"]`)) user.setAttribute(name, (user.getAttribute(name) ?? '').replace('url(#', `url(#${mark}`));
}

// To stand beside other pictures.
export function pictureOf(svg: string): SVGSVGElement | null {
  const picture = parsedPicture(svg);
  if (picture) nameDefinitions(picture);
  return picture && copyOf(picture);
}

// Nothing happens when it says so already: even the same value would have the whole picture laid out again.
export function put(element: Element | null | undefined, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// Of what is chosen in a picture: what stands in it is its name, as one sees it; what the picture says of it at length describes it.
export function describedNotNamed(element: Element): void {
  const said = element.getAttribute('aria-label');
  if (said === null) return;
  element.removeAttribute('aria-label');
  put(element, 'aria-description', said);
}
