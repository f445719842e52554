// The server's answers, typed from docs/formats/openapi.yaml. Refusals and broken lines are values.
import { here } from '../base/here';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Workspace = Schemas['Workspace'];
export type MapAnswer = Schemas['Map'];
export type Figures = Schemas['Figures'];
export type Place = Schemas['Place'];
export type Share = Schemas['Share'];
export type Report = Schemas['Report'];
export type Finding = Schemas['Finding'];
export type PersonaAnswer = Schemas['PersonaFile'];
export type Edit = Schemas['Edit'];
export type Conflict = Schemas['Conflict'];
export type Imports = Schemas['Imports'];
export type Quality = Schemas['Quality'];
export type Person = Schemas['Person'];
export type Forgotten = Schemas['Forgotten'];
export type Changes = Schemas['Changes'];
export type Asked = Schemas['Asked'];
export type Answered = Schemas['Answered'];
export type AskedCustomers = Schemas['AskedCustomers'];
export type Customers = Schemas['Customers'];
export type Customer = Schemas['Customer'];
export type Segments = Schemas['Segments'];
export type AnyAnswer = Schemas['AnyAnswer'];
export type Segment = Schemas['Segment'];
export type Comparison = Schemas['Comparison'];
export type Templates = Schemas['Templates'];
export type Guided = Schemas['Guided'];
export type GuidedQuestion = Guided['questions'][number];
export type NewMap = Schemas['NewMap'];
export type Session = Schemas['Session'];
export type Account = Schemas['Account'];
export type AccountChange = Schemas['AccountChange'];
export type Accounts = Schemas['Accounts'];
export type AccountLink = Schemas['AccountLink'];
export type Audit = Schemas['Audit'];
export const ofAllMaps = ['overview', 'portfolio', 'stakeholders', 'impact', 'persona'] as const;
export type PictureOf = 'map' | 'slide' | 'actions' | 'personas' | 'calendar' | 'workshop' | (typeof ofAllMaps)[number];

// status 0: the server could not be reached.
export interface Problem {
  status: number;
  message: string;
  hint: string | null;
  problems: Finding[];
  conflict: Conflict | null;
}
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const kOffline: Problem = { status: 0, message: '', hint: null, problems: [], conflict: null };

export function problemIn(status: number, text: string): Problem {
  try {
    const body = JSON.parse(text) as Schemas['Refusal'] & Partial<Conflict>;
    return {
      status,
      message: body.error.message,
      hint: body.error.hint,
      problems: body.problems ?? [],
      conflict: body.conflict && body.map ? (body as Conflict) : null,
    };
  } catch {
    return { ...kOffline, status };
  }
}

function refused(status: number, text: string): { ok: false; problem: Problem } {
  if (status === 401 && text.includes('"sign-in"')) signedOut.tell();
  if (status === 403) forbidden.tell();
  return { ok: false, problem: problemIn(status, text) };
}

// One who is no longer signed in finds out by any answer; whoever set this does what is to be done then.
export const signedOut = { tell: (): void => undefined };
// Likewise what he may do no longer.
export const forbidden = { tell: (): void => undefined };

export async function ask<T>(path: string, read: (response: Response) => Promise<T>, init?: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(here + path, init);
    if (!response.ok) return refused(response.status, await response.text());
    return { ok: true, value: await read(response) };
  } catch {
    return { ok: false, problem: kOffline };
  }
}

export const asJson = <T>(response: Response): Promise<T> => response.json() as Promise<T>;
export const asText = (response: Response): Promise<string> => response.text();
const map = (id: string): string => `/api/maps/${encodeURIComponent(id)}`;
export const asked = (query: Record<string, string>): string => `?${new URLSearchParams(query).toString()}`;

export function sent(method: 'POST' | 'PUT' | 'DELETE', body: unknown = {}): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

export const getWorkspace = (lang: string, signal: AbortSignal): Promise<Answer<Workspace>> => ask(`/api/workspace${asked({ lang })}`, asJson<Workspace>, { signal });
export const getMap = (id: string, lang: string, signal: AbortSignal): Promise<Answer<MapAnswer>> => ask(map(id) + asked({ lang }), asJson<MapAnswer>, { signal });
export const getFigures = (id: string, lang: string, signal: AbortSignal): Promise<Answer<Figures>> => ask(`${map(id)}/figures${asked({ lang })}`, asJson<Figures>, { signal });
// Of all events unless told: `since`, `until`, `where`, `by`, `against`.
export const getScoped = (id: string, lang: string, scope: Record<string, string>, signal: AbortSignal): Promise<Answer<Figures>> =>
  ask(`${map(id)}/figures${asked({ lang, ...scope })}`, asJson<Figures>, { signal });
export const getReport = (id: string, lang: string, signal: AbortSignal): Promise<Answer<Report>> => ask(`${map(id)}/findings${asked({ lang })}`, asJson<Report>, { signal });

export interface PictureRequest {
  of: PictureOf;
  lang: string;
  theme: string;
  lanes?: string;
  stage?: string;
  wide?: 'yes';
  persona?: string;
  since?: string;
  until?: string;
  where?: string;
  by?: string;
  against?: string;
}
export function getPicture(id: string, request: PictureRequest, signal: AbortSignal): Promise<Answer<string>> {
  const { of, ...others } = request;
  const several = ofAllMaps.some((name) => name === of);
  return ask(several ? `/api/several/${of}${asked(others)}` : `${map(id)}/picture${asked({ ...request })}`, asText, { signal });
}

// `of`: the version of the map that they change.
export const postEdits = (id: string, body: { of: string; edits: Edit[] }, lang: string): Promise<Answer<MapAnswer>> =>
  ask(`${map(id)}/edits${asked({ lang })}`, asJson<MapAnswer>, sent('POST', body));
export const putText = (id: string, of: string, text: string, lang: string): Promise<Answer<MapAnswer>> =>
  ask(`${map(id)}/text${asked({ lang })}`, asJson<MapAnswer>, sent('PUT', { of, text }));

const persona = (id: string): string => `/api/personas/${encodeURIComponent(id)}`;
export const getPersona = (id: string, lang: string): Promise<Answer<PersonaAnswer>> => ask(persona(id) + asked({ lang }), asJson<PersonaAnswer>);
export const postPersona = (name: string, lang: string): Promise<Answer<PersonaAnswer>> => ask(`/api/personas${asked({ lang })}`, asJson<PersonaAnswer>, sent('POST', { name }));
export const postPersonaEdits = (id: string, body: { of: string; edits: Edit[] }, lang: string): Promise<Answer<PersonaAnswer>> =>
  ask(`${persona(id)}/edits${asked({ lang })}`, asJson<PersonaAnswer>, sent('POST', body));

export const postQuestion = (id: string, question: Asked, lang: string): Promise<Answer<Answered>> => ask(`${map(id)}/ask${asked({ lang })}`, asJson<Answered>, sent('POST', question));
export const getCustomers = (id: string, wanted: AskedCustomers, lang: string): Promise<Answer<Customers>> =>
  ask(`${map(id)}/customers${asked({ lang })}`, asJson<Customers>, sent('POST', wanted));
export const getCustomer = (id: string, customer: string, lang: string): Promise<Answer<Customer>> => ask(`${map(id)}/customer${asked({ id: customer, lang })}`, asJson<Customer>);
export const getSegments = (id: string, lang: string): Promise<Answer<Segments>> => ask(`${map(id)}/segments${asked({ lang })}`, asJson<Segments>);

// A file to keep.
export const getOut = (id: string, form: string, options: Record<string, string>): Promise<Answer<Blob>> =>
  ask(`${map(id)}/out/${form}${asked(options)}`, (response) => response.blob());

export const getTemplates = (lang: string): Promise<Answer<Templates>> => ask(`/api/templates${asked({ lang })}`, asJson<Templates>);
export const getTemplatePicture = (name: string, lang: string, theme: string, signal: AbortSignal): Promise<Answer<string>> =>
  ask(`/api/templates/${encodeURIComponent(name)}/picture${asked({ lang, theme })}`, asText, { signal });
export const getGuided = (lang: string): Promise<Answer<Guided>> => ask(`/api/guided${asked({ lang })}`, asJson<Guided>);
export const answerGuided = (id: string, typed: string | null, lang: string): Promise<Answer<Guided>> =>
  ask(`/api/guided${asked({ lang })}`, asJson<Guided>, sent('POST', { id, typed }));
export const forgetGuided = (lang: string): Promise<Answer<Guided>> =>
  ask(`/api/guided${asked({ lang })}`, asJson<Guided>, { method: 'DELETE', headers: { 'Content-Type': 'application/json' } });
export const postMap = (wish: { template: string; structure: boolean } | { guided: true }, lang: string): Promise<Answer<NewMap>> =>
  ask(`/api/maps${asked({ lang })}`, asJson<NewMap>, sent('POST', wish));
export const uploadMap = (file: File, lang: string): Promise<Answer<NewMap>> =>
  ask(`/api/maps${asked({ lang, name: file.name })}`, asJson<NewMap>, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });

export const getImports = (): Promise<Answer<Imports>> => ask('/api/imports', asJson<Imports>);
export const getQuality = (): Promise<Answer<Quality>> => ask('/api/quality', asJson<Quality>);
// Whom it is about goes in the body: an address stands in logs.
export const findPerson = (id: string, lang: string): Promise<Answer<Person>> => ask(`/api/person${asked({ lang })}`, asJson<Person>, sent('POST', { id }));
export const forgetPerson = (id: string, again: string, lang: string): Promise<Answer<Forgotten>> =>
  ask(`/api/forget${asked({ lang })}`, asJson<Forgotten>, sent('POST', { id, again }));
export const removeImport = (id: number, lang: string): Promise<Answer<Imports>> =>
  ask(`/api/imports/${id}${asked({ lang })}`, asJson<Imports>, { method: 'DELETE', headers: { 'Content-Type': 'application/json' } });

export interface ImportProgress {
  rows: number;
  share: number | null;
}

// Calls `changed` with what has changed on disk (`whole`: with all there is), as long as it is not told to stop; `reachable` follows whether the
// server is there; `gone`: it refuses us.
export function listen(changed: (changes: Changes, whole: boolean) => void, importing: (progress: ImportProgress) => void, reachable: (is: boolean) => void, gone: () => void): () => void {
  const source = new EventSource(`${here}/api/changes`);
  source.addEventListener('open', () => reachable(true));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) gone();
    else reachable(false);
  });
  for (const kind of ['there', 'changed']) source.addEventListener(kind, (event) => changed(JSON.parse((event as MessageEvent<string>).data) as Changes, kind === 'there'));
  source.addEventListener('importing', (event) => importing(JSON.parse((event as MessageEvent<string>).data) as ImportProgress));
  return () => source.close();
}
