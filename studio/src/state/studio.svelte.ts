// The open workspace and map: what is shown, what is being saved, what was done. Everything that changes the map goes through edit().
import { getFigures, getMap, getReport, getWorkspace, listen, postEdits, putText, type Changes, type Figures, type ImportProgress, type MapAnswer, type Problem, type Report, type Workspace } from '../api/client';
import { preferences } from '../base/preferences.svelte';
import type { Content } from '../model/content';
import type { MapEdit } from '../model/edits';
import type { Selection } from '../model/targets';
import { History } from './history.svelte';

export type { ImportProgress } from '../api/client';
export type Saving = 'saved' | 'saving' | 'refused' | 'conflict' | 'offline';

class Studio {
  workspace = $state<Workspace | null>(null);
  map = $state.raw<MapAnswer | null>(null);
  figures = $state.raw<Figures | null>(null);
  report = $state.raw<Report | null>(null);
  saving = $state<Saving>('saved');
  problem = $state.raw<Problem | null>(null); // of the last edit that was refused
  pending = $state.raw<MapEdit[] | null>(null); // edits that met a conflict
  reachable = $state(true);
  changedElsewhere = $state(false);
  selection = $state.raw<Selection>({ kind: 'map' });
  importing = $state.raw<ImportProgress | null>(null);
  events = $state(0); // grows when the events change
  readonly history = new History();
  #queue: Promise<unknown> = Promise.resolve();

  get content(): Content {
    return (this.map?.content ?? {}) as Content;
  }

  async start(): Promise<void> {
    await this.loadWorkspace();
    listen(
      (changes) => void this.#changed(changes),
      (progress) => (this.importing = progress),
      (is) => (this.reachable = is),
    );
  }

  async loadWorkspace(): Promise<void> {
    const answer = await getWorkspace(preferences.lang);
    if (answer.ok) this.workspace = answer.value;
    else this.problem = answer.problem;
  }

  async open(id: string): Promise<void> {
    const answer = await getMap(id, preferences.lang);
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    if (this.map?.id !== id) {
      this.history.clear();
      this.selection = { kind: 'map' };
    }
    this.map = answer.value;
    await this.measure();
  }

  async measure(): Promise<void> {
    const id = this.map?.id;
    if (!id) return;
    const [figures, report] = await Promise.all([getFigures(id, preferences.lang), getReport(id, preferences.lang)]);
    if (this.map?.id !== id) return;
    this.figures = figures.ok ? figures.value : null;
    this.report = report.ok ? report.value : null;
  }

  // One after the other, in the order they were made. True when the map took them.
  edit(edits: MapEdit[]): Promise<boolean> {
    if (edits.length === 0) return Promise.resolve(true);
    return this.#queued(async (map) => {
      const answer = await postEdits(map.id, map.of, edits, preferences.lang);
      if (!answer.ok) return this.#refused(answer.problem, edits);
      if (answer.value.of !== map.of) this.history.did({ before: map.text, after: answer.value.text });
      return this.#took(answer.value);
    });
  }

  undo = (): Promise<boolean> => this.#travel('undo');
  redo = (): Promise<boolean> => this.#travel('redo');

  // After a conflict: theirs stays, or ours is made over it.
  settle(mine: boolean): void {
    const edits = this.pending;
    const theirs = this.problem?.conflict?.map;
    this.pending = null;
    this.problem = null;
    this.saving = 'saved';
    if (theirs) this.map = theirs;
    if (mine && edits) void this.edit(edits);
    else void this.measure();
  }

  #travel(way: 'undo' | 'redo'): Promise<boolean> {
    return this.#queued(async (map) => {
      const step = this.history.next(way, map.text);
      if (step === null) return false;
      const answer = await putText(map.id, map.of, step, preferences.lang);
      if (!answer.ok) return this.#refused(answer.problem, null);
      this.history.travelled(way);
      return this.#took(answer.value);
    });
  }

  #queued(work: (map: MapAnswer) => Promise<boolean>): Promise<boolean> {
    const next = this.#queue.then(() => {
      if (!this.map) return false;
      this.saving = 'saving';
      return work(this.map).finally(() => {
        if (this.saving === 'saving') this.saving = 'saved';
      });
    });
    this.#queue = next;
    return next;
  }

  #took(map: MapAnswer): boolean {
    this.map = map;
    this.problem = null;
    this.saving = 'saved';
    void this.measure();
    return true;
  }

  #refused(problem: Problem, edits: MapEdit[] | null): boolean {
    this.problem = problem;
    this.saving = problem.conflict ? 'conflict' : problem.status === 0 ? 'offline' : 'refused';
    if (problem.conflict) this.pending = edits;
    return false;
  }

  async #changed(changes: Changes): Promise<void> {
    this.importing = null;
    await this.#queue;
    const version = this.map ? changes.files[`maps/${this.map.id}.yaml`] : undefined;
    if ('events' in changes.files) this.events += 1;
    await this.loadWorkspace();
    if (!this.map) return;
    if (typeof version === 'string' && version !== this.map.of) {
      await this.open(this.map.id);
      this.changedElsewhere = true;
    } else if (Object.keys(changes.files).some((file) => !file.startsWith('maps/'))) {
      await this.measure();
    }
  }
}

export const studio = new Studio();
