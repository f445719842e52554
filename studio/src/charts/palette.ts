// The colours behind the tones: those of the picture (src/render/theme.cpp), light and dark.
import type { Tone } from './scene';

export type Light = 'light' | 'dark';

const kHues: Record<Light, readonly (readonly [string, string])[]> = {
  light: [['#e1f3ed', '#0c6f5d'], ['#e2edfb', '#1d5ba6'], ['#ece6fb', '#6438b3'], ['#fbf0d8', '#8a5800'], ['#f9e5f1', '#9a2a72'], ['#dff1f6', '#0b667f'],
    ['#eef2d9', '#566312'], ['#e6e8fb', '#3d47b0'], ['#f7e9dc', '#854a1c'], ['#e3f2e0', '#2c6a2f'], ['#f3e4f7', '#81348f'], ['#e6eaef', '#42546b']],
  dark: [['#143a33', '#6fd8bd'], ['#1a2f4d', '#8bbcf7'], ['#2e2550', '#bda4f8'], ['#40300f', '#ecbb5c'], ['#451f38', '#f19fd0'], ['#12363f', '#72cbe2'],
    ['#303714', '#c3d16b'], ['#252b55', '#a6aefa'], ['#41291a', '#e8ad7f'], ['#1d3a1f', '#8ed18f'], ['#3b2142', '#dba0e6'], ['#29313c', '#b0c2d8']],
};
export const kHueCount = kHues.light.length;

type PlainTone = Exclude<Tone, `deep${number}` | `tint${number}`>;
const kPlain: Record<Light, Record<PlainTone, string>> = {
  light: { ink: '#191e2d', soft: '#5b6377', line: '#e2dfd7', paper: '#fdfcf9', card: '#ffffff', quiet: '#f2efe8', quietMark: '#a39d90', loss: '#ab2e0e', lossTint: '#fde6de', lossMark: '#e4572e',
    good: '#0b6b57', goodTint: '#e1f3ec', accent: '#1d5ba6', accentTint: '#e2edfb' },
  dark: { ink: '#f3f0e9', soft: '#aab0c0', line: '#363c4a', paper: '#14171f', card: '#1e222d', quiet: '#2a2c33', quietMark: '#7d7a72', loss: '#ffa78c', lossTint: '#47231a', lossMark: '#f26b43',
    good: '#6fd8bd', goodTint: '#143a33', accent: '#8bbcf7', accentTint: '#1a2f4d' },
};

export function colourOf(tone: Tone, light: Light): string {
  const hue = /^(deep|tint)(\d+)$/.exec(tone);
  if (!hue) return kPlain[light][tone as PlainTone];
  const pair = kHues[light][Number(hue[2]) % kHueCount]!;
  return hue[1] === 'tint' ? pair[0] : pair[1];
}
