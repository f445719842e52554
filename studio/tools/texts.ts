// text/studio.txt and text/studio_*.txt, the studio's sentences in both languages, as the module `virtual:texts`. The same files are held to the house's rules of French by tests/house.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const kFolder = fileURLToPath(new URL('../../text/', import.meta.url));
const kFiles = readdirSync(kFolder).filter((name) => /^studio(_[a-z]+)?\.txt$/.test(name)).sort();

export type Catalogue = Record<string, { fr: string; en: string }>;

export function readTexts(source: string): Catalogue {
  const catalogue: Catalogue = {};
  let key = '';
  for (const line of source.split('\n').map((line) => line.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const head = /^\[(.+)\]$/.exec(line);
    const text = /^(fr|en)\s*=\s*(.*)$/.exec(line);
    if (head?.[1] && catalogue[head[1]]) throw new Error(`text/studio*.txt: ${line} stands already`);
    if (head?.[1]) catalogue[(key = head[1])] = { fr: '', en: '' };
    else if (text && catalogue[key]) catalogue[key]![text[1] as 'fr' | 'en'] = text[2]!.replaceAll('\\n', '\n');
    else throw new Error(`text/studio*.txt: expected [key], fr = … or en = …: ${line}`);
  }
  return catalogue;
}

export function texts(): Plugin {
  return {
    name: 'texts',
    resolveId: (id) => (id === 'virtual:texts' ? '\0texts' : null),
    load(id) {
      if (id !== '\0texts') return null;
      for (const name of kFiles) this.addWatchFile(kFolder + name);
      return `export default ${JSON.stringify(readTexts(kFiles.map((name) => readFileSync(kFolder + name, 'utf8')).join('\n')))}`;
    },
  };
}
