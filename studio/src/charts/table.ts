// The table behind a picture: what a screen reader reads and a spreadsheet opens.
import { showCount, showDuration, showPercent, showPercentRange, type NumberLang } from '../base/numbers';

export interface Cell {
  shown: string;
  raw: (string | number | null)[]; // one a column of the CSV
  weak?: boolean;
}
export interface Column {
  name: string;
  keys: string[]; // the columns of the CSV it becomes
  numeric: boolean;
}
export interface Table {
  caption: string;
  columns: Column[];
  rows: Cell[][];
}
export interface ShareLike {
  count: number;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

export const kWithheldBelow = 5;
export const kWeakBelow = 30;

export const words = (name: string, key: string): Column => ({ name, keys: [key], numeric: false });
export const numbers = (name: string, key: string): Column => ({ name, keys: [key], numeric: true });
export const shares = (name: string, key: string): Column => ({ name, keys: [key, `${key}_low`, `${key}_high`, `${key}_n`], numeric: true });

export const word = (text: string): Cell => ({ shown: text, raw: [text] });
export const count = (value: number, lang: NumberLang): Cell => ({ shown: showCount(value, lang), raw: [value] });
export const span = (seconds: number | null, n: number, lang: NumberLang): Cell => ({
  shown: seconds === null ? '–' : n < kWithheldBelow ? '·' : showDuration(seconds, lang),
  raw: [seconds],
});
export const share = (value: ShareLike, lang: NumberLang): Cell => ({ shown: showShare(value, lang), raw: [value.value, value.low, value.high, value.n], weak: value.n < kWeakBelow });

// "12 % [11–13] n 6 103"; "·" when it is withheld, "–" when there is none.
export function showShare(value: ShareLike, lang: NumberLang): string {
  if (value.value === null || value.low === null || value.high === null) return '–';
  if (value.n < kWithheldBelow) return '·';
  return `${showPercent(value.value, lang)} [${showPercentRange(value.low, value.high, lang)}] n\u00a0${showCount(value.n, lang)}`;
}

// "12 %", or nothing where so few stand behind it.
export const barePercent = (value: ShareLike, lang: NumberLang): string => (value.value === null || value.n < kWithheldBelow ? '·' : showPercent(value.value, lang));

const kFormula = /^[=+\-@\t\r]/;

// As src/base/csv.h: in quotes, behind an apostrophe when a spreadsheet would run it.
function quoted(text: string): string {
  return `"${(kFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

export function csvOf(table: Table): string {
  const lines = [table.columns.flatMap((column) => column.keys).join(',')];
  for (const row of table.rows) lines.push(row.flatMap((cell) => cell.raw.map((value) => (value === null ? '' : typeof value === 'number' ? String(value) : quoted(value)))).join(','));
  return `${lines.join('\n')}\n`;
}
