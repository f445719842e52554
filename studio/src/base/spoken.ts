// What the program says for a terminal, said on a page: names between quotation marks and not between `ticks`, and a capital first.
const kQuotes = { fr: '«\u00a0$1\u00a0»', en: '“$1”' };

export function spoken(text: string, lang: 'fr' | 'en'): string {
  const quoted = text.replace(/`([^`]*)`/g, kQuotes[lang]);
  return quoted.charAt(0).toLocaleUpperCase(lang) + quoted.slice(1);
}
