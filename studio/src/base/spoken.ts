// What the program says for a terminal, said on a page: names between quotation marks and not between `ticks`, a capital first, and no line that ends
// between n and its number.
const kQuotes = { fr: '«\u00a0$1\u00a0»', en: '“$1”' };

export function spoken(text: string, lang: 'fr' | 'en'): string {
  const quoted = text.replace(/`([^`]*)`/g, kQuotes[lang]).replace(/\bn = (?=\d)/g, 'n\u00a0=\u00a0');
  return quoted.charAt(0).toLocaleUpperCase(lang) + quoted.slice(1);
}
