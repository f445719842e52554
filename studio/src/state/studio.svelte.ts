// The open workspace and map: what is shown, what is being saved, what was done. Everything that changes the map goes through edit().
import { getFigures, getMap, getReport, getWorkspace, postEdits, putText, type Answer, type Changes, type Figures, type ImportProgress, type MapAnswer, type Problem, type Report, type Workspace } from '../api/client';
import { preferences, say } from '../base/preferences.svelte';
import type { Content } from '../model/content';
import type { MapEdit } from '../model/edits';
import type { Selection } from '../model/targets';
import { History, type Way } from './history.svelte';
import { Latest } from './latest';
import { Line } from './line.svelte';
import { Typing } from './typing';
import { Versions } from './versions';

export type { ImportProgress } from '../api/client';
export type Saving = 'saved' | 'saving' | 'refused' | 'conflict' | 'offline';

class Studio {
  workspace = $state.raw<Workspace | null>(null);
  map = $state.raw<MapAnswer | null>(null); // the last that could be read
  broken = $state.raw<MapAnswer | null>(null); // as the file is now, when errors keep it from being drawn
  figures = $state.raw<Figures | null>(null); // null: not known
  report = $state.raw<Report | null>(null);
  unmeasured = $state.raw<Problem | null>(null); // why there are no figures
  saving = $state<Saving>('saved');
  problem = $state.raw<Problem | null>(null); // of the last edit that was refused
  pending = $state.raw<MapEdit[] | null>(null); // edits that met a conflict
  changedElsewhere = $state(false);
  selection = $state.raw<Selection>({ kind: 'map' });
  importing = $state.raw<ImportProgress | null>(null);
  events = $state(0); // grows when the events change
  drawn = Promise.resolve(); // once the picture shows the last edit that was taken
  readonly history = new History();
  #around = $state(0); // grows when settings, personas or views change
  #draw: () => Promise<void> = () => Promise.resolve();
  #opened = '';
  readonly #line = new Line();
  #queue: Promise<unknown> = Promise.resolve();
  readonly #typing = new Typing();
  #settled = Promise.resolve();
  #settle: () => void = () => undefined;
  readonly #versions = new Versions();
  readonly #workspaces = new Latest<Workspace>();
  readonly #maps = new Latest<MapAnswer>();
  readonly #figures = new Latest<Figures>();
  readonly #reports = new Latest<Report>();
  #asked = 0; // so that a map is asked for anew
  #renewed = 0; // likewise the workspace

  get content(): Content {
    return (this.map?.content ?? {}) as Content;
  }
  get reachable(): boolean {
    return this.#line.reachable;
  }
  // What figures and pictures rest on: while it stays the same, so do they.
  get basis(): string {
    return [this.map?.id, this.map?.of, this.events, this.#around].join(' ');
  }
  // The file is no map at all just now: there is nothing to edit.
  get unreadable(): boolean {
    return this.broken !== null && !this.broken.readable;
  }
  get #now(): string {
    return (this.broken ?? this.map)?.text ?? '';
  }
  // Once all that was asked for so far is done.
  get idle(): Promise<unknown> {
    return this.#queue;
  }
  can = (way: Way): boolean => !this.unreadable && this.history.next(way, this.#now) !== null;
  cutOff = (way: Way): boolean => this.history.hidden(way, this.#now);

  // `draw` is called as soon as an edit is taken, before the page is drawn anew: the picture comes first, figures after it. Gives what ends that.
  onTaken(draw: () => Promise<void>): () => void {
    this.#draw = draw;
    return () => void (this.#draw = () => Promise.resolve());
  }

  start(): void {
    this.#line.listen((changes, whole) => void this.#changed(changes, whole), (progress) => (this.importing = progress));
  }

  async loadWorkspace(): Promise<void> {
    const lang = preferences.lang;
    const answer = await this.#workspaces.ask(`${lang} ${this.#renewed}`, (signal) => getWorkspace(lang, signal));
    if (answer?.ok) this.workspace = answer.value;
    else if (answer) this.problem = answer.problem;
  }

  // After a map was added, say.
  async renew(): Promise<void> {
    this.#renewed += 1;
    await this.loadWorkspace();
  }

  // Nothing happens when it is open already in this language.
  async open(id: string): Promise<void> {
    const opened = `${id} ${preferences.lang}`;
    if (this.#opened === opened) return;
    this.#opened = opened;
    await this.#load(id);
  }

  async #load(id: string): Promise<void> {
    const [lang, before] = [preferences.lang, this.map];
    const answer = await this.#maps.ask(`${id} ${lang} ${++this.#asked}`, (signal) => getMap(id, lang, signal));
    if (!answer) return;
    if (this.map !== before && this.map?.id === id) return this.#load(id); // an edit was taken meanwhile, and this may be older
    if (!answer.ok) {
      this.#opened = '';
      this.problem = answer.problem;
      return;
    }
    if (this.map?.id !== id) this.#forget();
    this.#show(answer.value);
    await this.measure();
  }

  #forget(): void {
    this.history.clear();
    this.selection = { kind: 'map' };
    this.map = this.broken = this.figures = this.report = this.problem = this.pending = null;
    this.saving = 'saved';
  }

  // What cannot be read leaves the last readable map in place, with all that was typed on it.
  #show(map: MapAnswer): void {
    this.broken = map.usable ? null : map;
    if (map.readable || this.map === null) this.map = map;
  }

  async measure(): Promise<void> {
    const id = this.map?.id;
    if (!id || this.broken) return;
    const lang = preferences.lang;
    const key = `${this.basis} ${lang}`;
    const [figures, report] = await Promise.all([
      this.#figures.ask(key, (signal) => getFigures(id, lang, signal)),
      this.#reports.ask(key, (signal) => getReport(id, lang, signal)),
    ]);
    if (figures) this.figures = figures.ok ? figures.value : null;
    if (figures) this.unmeasured = figures.ok ? null : figures.problem;
    if (report) this.report = report.ok ? report.value : null;
  }

  typing = (): void => this.#typing.begin(this.map);
  typed = (): void => this.#typing.end();

  // One after the other, in the order they were made. True when the map took them.
  edit(edits: MapEdit[]): Promise<boolean> {
    if (edits.length === 0) return Promise.resolve(true);
    const meant = this.#typing.ended(edits);
    return this.#queued(async (map) => {
      if (this.unreadable) return this.#refused({ status: 422, message: say('studio.broken.first'), hint: null, problems: [], conflict: null }, edits);
      const answer = await this.#outlasting(() => postEdits(map.id, meant(map), preferences.lang));
      if (!answer.ok) return this.#refused(answer.problem, edits);
      if (answer.value.before !== undefined) this.#typing.cameIn();
      if (answer.value.of !== map.of) this.history.did({ before: answer.value.before ?? map.text, after: answer.value.text });
      return this.#took(answer.value);
    });
  }

  undo = (): Promise<boolean> => this.#travel('undo');
  redo = (): Promise<boolean> => this.#travel('redo');

  // After a conflict: theirs stays, or ours is made over it.
  async settle(mine: boolean): Promise<void> {
    const edits = this.pending;
    const theirs = this.problem?.conflict?.map;
    this.pending = null;
    this.problem = null;
    this.saving = 'saved';
    if (theirs) this.#show(theirs);
    if (mine && edits) await this.edit(edits);
    else void this.measure();
    this.#settle();
  }
  // Once it was chosen which of two changes stays.
  get settled(): Promise<void> {
    return this.#settled;
  }

  #travel(way: Way): Promise<boolean> {
    return this.#queued(async (map) => {
      const step = this.can(way) ? this.history.next(way, map.text) : null;
      if (step === null) return false;
      const answer = await this.#outlasting(() => putText(map.id, map.of, step, preferences.lang));
      if (!answer.ok) return this.#refused(answer.problem, null);
      this.history.travelled(way);
      return this.#took(answer.value);
    });
  }

  // Work that comes to nothing leaves what was said of the saving before.
  #queued(work: (map: MapAnswer) => Promise<boolean>): Promise<boolean> {
    const next = this.#queue.then(() => {
      if (!this.map) return false;
      const before = this.saving;
      this.saving = 'saving';
      return work(this.map).finally(() => {
        if (this.saving === 'saving' || this.saving === 'offline') this.saving = before;
      });
    });
    this.#queue = next;
    return next;
  }

  #took(map: MapAnswer): boolean {
    if (map.id === this.map?.id) this.#show(map);
    this.problem = null;
    this.saving = 'saved';
    this.drawn = this.#draw();
    void this.drawn.then(() => this.measure());
    return true;
  }

  #refused(problem: Problem, edits: MapEdit[] | null): boolean {
    this.problem = problem;
    this.saving = problem.conflict ? 'conflict' : 'refused';
    if (problem.conflict) {
      this.pending = edits;
      this.#settled = new Promise((settle) => (this.#settle = settle));
    }
    return false;
  }

  // Nothing typed is lost to a server that is away: it is sent again until it is there.
  #outlasting = (send: () => Promise<Answer<MapAnswer>>): Promise<Answer<MapAnswer>> => this.#line.outlast(send, () => (this.saving = 'offline'));

  // Our own edits come back as changes too: the map has that version already.
  async #changed(changes: Changes, whole: boolean): Promise<void> {
    this.importing = null;
    await this.#queue;
    const news = this.#versions.take(changes, whole);
    const mine = this.map?.file ?? '';
    const now = this.#versions.of(mine);
    if (news.has('events')) this.events += 1;
    if ([...news.keys()].some((file) => !file.startsWith('maps/') && file !== 'events')) this.#around += 1;
    if (news.size > 1 || (news.size === 1 && !news.has(mine))) void this.renew();
    const before = (this.broken ?? this.map)?.of;
    if (!this.map || now === undefined || now === before || !(whole || news.has(mine))) return this.measure();
    this.#typing.cameIn();
    await this.#load(this.map.id);
    this.changedElsewhere = this.broken === null && this.map.of !== before;
  }
}

export const studio = new Studio();
