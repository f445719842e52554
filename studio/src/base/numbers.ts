// Numbers as a person of the language writes them; the same forms as src/base/number.h gives.
export type NumberLang = 'fr' | 'en';

const kLocale = { fr: 'fr-FR', en: 'en-GB' } as const;

export const showCount = (count: number, lang: NumberLang): string => new Intl.NumberFormat(kLocale[lang], { maximumFractionDigits: 0 }).format(count);

// 0.1243 -> "12 %": a whole percentage, with one decimal below ten.
export function showPercent(share: number, lang: NumberLang): string {
  return showPercentDigits(share, lang) + (lang === 'fr' ? '\u202f%' : '%');
}

export function showPercentDigits(share: number, lang: NumberLang): string {
  const digits = share < 0.0995 ? 1 : 0;
  return new Intl.NumberFormat(kLocale[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share * 100);
}

// A difference of shares: 0.123 -> "+12.3 points".
export function showPoints(difference: number, lang: NumberLang): string {
  const points = new Intl.NumberFormat(kLocale[lang], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(difference * 100));
  return `${difference < 0 ? '−' : '+'}${points}`;
}

export const showMoney = (amount: number, currency: string, lang: NumberLang): string =>
  new Intl.NumberFormat(kLocale[lang], { style: 'currency', currency, maximumFractionDigits: Math.abs(amount) >= 100 ? 0 : 2 }).format(amount);

// Seconds, two units at most: "4 min 10 s", "2 j 5 h".
export function showDuration(seconds: number, lang: NumberLang): string {
  const units: [number, string][] = [
    [86_400, lang === 'fr' ? 'j' : 'd'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [size, name] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count}\u00a0${name}`);
    else if (parts.length > 0) break;
  }
  return parts.join(' ') || '0\u00a0s';
}
