// Keys as they are printed on a keyboard: "Control+Shift+Z" is Ctrl+Maj+Z on a French one.
import { sayIn, type Lang } from './texts';

const kArrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const kNamed = ['Control', 'Shift', 'Delete', 'Escape'];

const named = (key: string, lang: Lang): string => kArrows[key] ?? (kNamed.includes(key) ? sayIn(lang, `studio.key.${key.toLowerCase()}`) : key);

// "+" alone is a key as well.
export const keysNamed = (keys: string, lang: Lang): string => (keys === '+' ? keys : keys.split('+').map((key) => named(key, lang)).join('+'));
