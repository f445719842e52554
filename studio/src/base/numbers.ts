// Numbers as a person of the language writes them; the same forms as src/base/number.h gives.
export type NumberLang = 'fr' | 'en';

const kLocale = { fr: 'fr-FR', en: 'en-GB' } as const;

export const showCount = (count: number, lang: NumberLang): string => new Intl.NumberFormat(kLocale[lang], { maximumFractionDigits: 0 }).format(count);

// 0.1243 -> "12 %": a whole percentage, with one decimal below ten.
export function showPercent(share: number, lang: NumberLang): string {
  return showPercentDigits(share, lang) + (lang === 'fr' ? '\u202f%' : '%');
}

const digitsOf = (share: number): number => (share < 0.0995 ? 1 : 0);

// Both bounds with a decimal when one of them has: 0.0785, 0.11 -> "7.9–11.0".
export function showPercentRange(low: number, high: number, lang: NumberLang): string {
  const digits = Math.max(digitsOf(low), digitsOf(high));
  return `${showPercentDigits(low, lang, digits)}–${showPercentDigits(high, lang, digits)}`;
}

function showPercentDigits(share: number, lang: NumberLang, digits = digitsOf(share)): string {
  return new Intl.NumberFormat(kLocale[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share * 100);
}

// A difference of shares: 0.123 -> "+12.3 points".
export function showPoints(difference: number, lang: NumberLang): string {
  const points = new Intl.NumberFormat(kLocale[lang], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(difference * 100));
  return `${difference < 0 ? '−' : '+'}${points}`;
}

export const showMoney = (amount: number, currency: string, lang: NumberLang): string =>
  new Intl.NumberFormat(kLocale[lang], { style: 'currency', currency, maximumFractionDigits: Math.abs(amount) >= 100 ? 0 : 2 }).format(amount);

// The currency said once: "38 191–45 215 €", "€38,191–45,215".
export function showMoneyRange(low: number, high: number, currency: string, lang: NumberLang): string {
  const one = lang === 'fr' ? low : high;
  const bare = new Intl.NumberFormat(kLocale[lang], { maximumFractionDigits: Math.abs(one) >= 100 ? 0 : 2 }).format(one);
  return lang === 'fr' ? `${bare}–${showMoney(high, currency, lang)}` : `${showMoney(low, currency, lang)}–${bare}`;
}

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
