// How wide a text is in Inter, without a browser: the same on every machine. In parts of the size; a little generous, so that nothing is cut.
const kNarrow = 'ijl.,:;’\'!|· \u00a0\u202fI()[]';
const kSlim = 'frt-"“”«»/';
const kWide = 'mwMW%@—…';

function widthOf(letter: string): number {
  if (kNarrow.includes(letter)) return 0.3;
  if (kSlim.includes(letter)) return 0.42;
  if (kWide.includes(letter)) return 0.92;
  return letter >= 'A' && letter <= 'Z' ? 0.72 : 0.61;
}

export function textWidth(text: string, size: number, weight = 400): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size * (weight >= 600 ? 1.06 : 1);
}

// The text as far as it fits, with an ellipsis where it was cut.
export function fitted(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size, weight) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
