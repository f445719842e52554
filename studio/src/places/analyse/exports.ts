// The picture and the table as files of the person's own.
import { colourOf, type Light } from '../../charts/palette';
import { csvOf, type Table } from '../../charts/table';
import { lines } from '../../charts/words';

const kMargin = 24;
const kTitle = 17;
const kTitleLine = 23;
const kPixels = 2; // of the PNG, for each of the picture

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveCsv = (name: string, table: Table): void => save(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));

// The upright fonts that the page itself is set in, a file a weight.
function pageFonts(): Map<string, string> {
  const fonts = new Map<string, string>();
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || rule.style.getPropertyValue('font-style') === 'italic') continue;
      const [weight, file] = [rule.style.getPropertyValue('font-weight'), /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]];
      if (file && !fonts.has(weight)) fonts.set(weight, new URL(file, sheet.href ?? location.href).href);
    }
  return fonts;
}

async function fontRules(): Promise<string> {
  const rules = await Promise.all(
    [...pageFonts()].map(async ([weight, url]) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${btoa(text)})}`;
    }),
  );
  return rules.join('');
}

// The picture on its paper, with its title, what it is of, and the font it is set in: the same in any viewer.
export async function svgText(picture: SVGSVGElement, title: string, under: string, light: Light): Promise<{ text: string; width: number; height: number }> {
  const [, , w = 0, h = 0] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const said = lines(title, w, kTitle, 700);
  const head = said.length * kTitleLine + 34;
  const [width, height] = [w + 2 * kMargin, h + 2 * kMargin + head];
  const copy = picture.cloneNode(true) as SVGSVGElement;
  for (const element of copy.querySelectorAll('[role], [tabindex], [class]')) for (const name of ['role', 'tabindex', 'class', 'aria-label']) element.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: kMargin, y: kMargin + head, width: w, height: h })) copy.setAttribute(name, String(value));
  copy.removeAttribute('class');
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  whole.setAttribute('font-family', "Inter, 'Noto Sans', Arial, sans-serif");
  const child = (name: string, attributes: Record<string, string | number>, text = ''): void => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    whole.append(element);
  };
  child('style', {}, await fontRules());
  child('rect', { width, height, fill: colourOf('paper', light) });
  for (const [i, line] of said.entries()) child('text', { x: kMargin, y: kMargin + 17 + i * kTitleLine, 'font-size': kTitle, 'font-weight': 700, fill: colourOf('ink', light) }, line);
  child('text', { x: kMargin, y: kMargin + 14 + said.length * kTitleLine, 'font-size': 12, fill: colourOf('soft', light) }, under);
  whole.append(copy);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

export async function saveSvg(name: string, picture: SVGSVGElement, title: string, under: string, light: Light): Promise<void> {
  const { text } = await svgText(picture, title, under, light);
  save(`${name}.svg`, new Blob([text], { type: 'image/svg+xml' }));
}

export async function savePng(name: string, picture: SVGSVGElement, title: string, under: string, light: Light): Promise<void> {
  const { text, width, height } = await svgText(picture, title, under, light);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * kPixels;
  canvas.height = height * kPixels;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) save(`${name}.png`, blob);
}
