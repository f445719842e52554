// How wide a text is in Inter, without a browser: the same on every machine. In parts of the size; a little generous, so that nothing is cut.
const kNarrow = 'ijl.,:;’\'!|· \u00a0\u202fI()[]';
const kSlim = 'frt-"“”«»/';
const kWide = 'mwMW%@—…';

function widthOf(letter: string): number {
  if (kNarrow.includes(letter)) return 0.29;
  if (kSlim.includes(letter)) return 0.4;
  if (kWide.includes(letter)) return 0.9;
  return letter >= 'A' && letter <= 'Z' ? 0.7 : 0.58;
}

export function textWidth(text: string, size: number, weight = 400): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size * (weight >= 600 ? 1.06 : 1);
}

// The text in lines that fit, broken between words.
export function lines(text: string, width: number, size: number, weight = 400): string[] {
  const out: string[] = [];
  for (const word of text.split(' ')) {
    const longer = out.length > 0 ? `${out.at(-1)} ${word}` : word;
    if (out.length > 0 && textWidth(longer, size, weight) <= width) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
}

// The text as far as it fits, with an ellipsis where it was cut.
export function fitted(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size, weight) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

// The text in one line where it fits, else in two, the second cut where it must be.
export function inTwo(text: string, width: number, size: number, weight = 400): string[] {
  const [first = '', ...others] = lines(text, width, size, weight);
  return [first, others.join(' ')].filter((line) => line !== '').map((line) => fitted(line, width, size, weight));
}
