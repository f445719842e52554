// Text of an SVG (the server’s picture, an icon) as an element. Parsed as a picture: nothing in it runs; its own styles and font stay behind, the page has them.
interface Policy {
  createHTML(text: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): Policy;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('parcours-picture', { createHTML: (text) => text });

export function pictureOf(svg: string): SVGSVGElement | null {
  const bare = svg.replace(/<style>[^<]*<\/style>/g, '');
  const trusted = (policy ? policy.createHTML(bare) : bare) as string;
  const root = new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  for (const unwanted of root.querySelectorAll('style, script, foreignObject, a')) unwanted.remove();
  return document.importNode(root, true) as unknown as SVGSVGElement;
}
