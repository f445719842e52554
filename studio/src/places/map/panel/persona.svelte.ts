// The file of a persona as it stands, and how its fields save themselves: as those of the map do, in a file of its own.
import { getPersona, postPersonaEdits, type PersonaAnswer } from '../../../api/client';
import { preferences, say } from '../../../base/preferences.svelte';
import { linesIn, pathOfText, textIn, withLines, type Content, type Lines, type LocalText } from '../../../model/content';
import { removeEdit, setEdit, setOrRemove, type MapEdit } from '../../../model/edits';
import type { Save } from './save';

export class PersonaFile {
  file = $state.raw<PersonaAnswer | null>(null);
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  async load(): Promise<void> {
    const answer = await getPersona(this.#id, preferences.lang);
    if (answer.ok) this.file = answer.value;
  }

  get #content(): Content {
    return (this.file?.content ?? {}) as Content;
  }
  at = (key: string): unknown => (this.#content as Record<string, unknown>)[key];
  text = (key: string): string => textIn(this.at(key) as LocalText | undefined, preferences.lang);
  lines = (key: string): string => linesIn(this.at(key) as Lines | undefined, preferences.lang).join('\n');

  saveText = (key: string): Save => (value) => {
    const text = this.at(key) as LocalText | undefined;
    const path = pathOfText(key, text, preferences.lang);
    if (value !== '') return this.#saved([setEdit(this.#content, path, value)]);
    const other = path !== key && Object.keys(text as object).length > 1;
    return this.#saved(text === undefined ? [] : [removeEdit(this.#content, other ? path : key)]);
  };
  saveLines = (key: string): Save => (value) => {
    const lines = value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    return this.saveValue(key, withLines(this.at(key) as Lines | undefined, lines, preferences.lang));
  };
  saveValue = (key: string, value: unknown): Promise<string | null> => this.#saved(setOrRemove(this.#content, key, value));

  // What was refused, in words, or null. What somebody else wrote meanwhile is shown, and what was typed stays to be said again.
  async #saved(edits: MapEdit[]): Promise<string | null> {
    if (edits.length === 0 || !this.file) return null;
    const answer = await postPersonaEdits(this.#id, { of: this.file.of, edits }, preferences.lang);
    if (answer.ok) {
      this.file = answer.value;
      return null;
    }
    if (answer.problem.status === 409) await this.load();
    return answer.problem.problems[0]?.message ?? (answer.problem.message || say('studio.offline'));
  }
}
