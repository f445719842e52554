// shrink_png.mjs FILE…: rewrites PNGs of the program (8 bits, not interlaced) with a palette of at most 256 of their colours: a third of the size.
// For the pictures of the documents, of which there are many; what a person draws keeps all its colours.
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync, inflateSync, crc32 } from 'node:zlib';

const MOST_COLOURS = 256, FLAT_COLOURS = 64;

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  return chunks;
}

const paeth = (left, above, corner) => {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
};

// The bytes of the pixels, with the filters of the lines undone.
function unfiltered(raw, stride, step) {
  const height = raw.length / (stride + 1);
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const left = x < step ? 0 : pixels[y * stride + x - step];
      const above = y === 0 ? 0 : pixels[(y - 1) * stride + x];
      const corner = x < step || y === 0 ? 0 : pixels[(y - 1) * stride + x - step];
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return pixels;
}

// Colours a sixteenth of the scale apart, so that a few rare bright ones are not crowded out by a hundred shades of grey.
const neighbourhood = (colour) => colour & 0xf0f0f0;

// The commonest colours, which are those of areas; the commonest of each further neighbourhood; and for each colour of the picture the place of the nearest of them.
function paletteOf(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const commonest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const flat = commonest.slice(0, FLAT_COLOURS);
  const seen = new Set(flat.map(neighbourhood));
  const rest = commonest.slice(FLAT_COLOURS).filter((colour) => !seen.has(neighbourhood(colour)) && seen.add(neighbourhood(colour)));
  const palette = [...flat, ...rest].slice(0, MOST_COLOURS);
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const place = new Map();
  for (const colour of counts.keys()) {
    let best = 0;
    for (let i = 1; i < palette.length; ++i) if (distance(colour, palette[i]) < distance(colour, palette[best])) best = i;
    place.set(colour, best);
  }
  return { palette, place };
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

function shrunk(png) {
  const chunks = chunksOf(png);
  const head = Buffer.from(chunks[0].data);
  const [width, height, depth, kind, interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9], head[12]];
  if (depth !== 8 || interlaced || (kind !== 2 && kind !== 6)) return png;
  const step = kind === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(chunks.filter((c) => c.type === 'IDAT').map((c) => c.data)));
  const pixels = unfiltered(raw, width * step, step);
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; ++i) colours[i] = (pixels[i * step] << 16) | (pixels[i * step + 1] << 8) | pixels[i * step + 2];
  const { palette, place } = paletteOf(colours);
  const lines = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < colours.length; ++i) lines[i + Math.floor(i / width) + 1] = place.get(colours[i]);
  head[9] = 3;
  const plte = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', head), chunk('PLTE', plte), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([png.subarray(0, 8), ...parts]);
}

for (const file of process.argv.slice(2)) {
  const png = readFileSync(file);
  const smaller = shrunk(png);
  if (smaller.length < png.length) writeFileSync(file, smaller);
}
