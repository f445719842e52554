// Which files there are, and in which version, as the server tells it.
import type { Changes } from '../api/client';

export class Versions {
  #known: Map<string, string> | null = null;

  // What is new since the last time; `whole`: all files are told, what is not among them is gone. The first time nothing is new.
  take(changes: Changes, whole: boolean): Map<string, string | null> {
    const told = new Map(Object.entries(changes.files));
    const before = this.#known;
    if (whole && before) for (const file of before.keys()) if (!told.has(file)) told.set(file, null);
    this.#known ??= new Map();
    const news = new Map<string, string | null>();
    for (const [file, version] of told) {
      if (before && (before.get(file) ?? null) !== version) news.set(file, version);
      if (version === null) this.#known.delete(file);
      else this.#known.set(file, version);
    }
    return news;
  }

  of(file: string): string | undefined {
    return this.#known?.get(file);
  }
}
