// A text as a QR code: the outline of its dark modules, one unit each, and how many there are on a side.
import { encode } from 'uqr';

export interface QrOutline {
  size: number;
  path: string;
}

export function qrOutline(text: string): QrOutline {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; ++x) {
      if (!row[x]) continue;
      const from = x;
      while (x < size && row[x]) ++x;
      path += `M${from} ${y}h${x - from}v1H${from}z`;
    }
  });
  return { size, path };
}
