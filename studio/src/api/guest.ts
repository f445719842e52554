// What those who come by a link may ask. docs/formats/links.md
import { asJson, ask, asked, asText, sent, type Answer } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type GuestLink = Schemas['GuestLink'];
export type Said = Schemas['Said'];
export type OwnSaid = Schemas['OwnSaid'];
export type Joined = Schemas['Joined'];

// What he shows with every request.
export interface Shown {
  token: string;
  pass: string;
  contributor: string;
}

function by(shown: Shown, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  if (shown.pass) headers.set('Parcours-Pass', shown.pass);
  if (shown.contributor) headers.set('Parcours-Contributor', shown.contributor);
  return { ...init, headers };
}

const at = (shown: Shown, rest: string, query: Record<string, string>): string => `/api/links/${encodeURIComponent(shown.token)}${rest}${asked(query)}`;

export const getGuestLink = (shown: Shown, lang: string): Promise<Answer<GuestLink>> => ask(at(shown, '', { lang }), asJson<GuestLink>, by(shown));
export const enter = (shown: Shown, passcode: string, lang: string): Promise<Answer<Schemas['Pass']>> =>
  ask(at(shown, '/enter', { lang }), asJson<Schemas['Pass']>, sent('POST', { passcode }));
export const getGuestPicture = (shown: Shown, query: Record<string, string>): Promise<Answer<string>> => ask(at(shown, '/picture', query), asText, by(shown));
export const getGuestPage = (shown: Shown, query: Record<string, string>): Promise<Answer<Blob>> => ask(at(shown, '/page', query), (response) => response.blob(), by(shown));
export const join = (shown: Shown, team: string, lang: string): Promise<Answer<Joined>> => ask(at(shown, '/join', { lang }), asJson<Joined>, by(shown, sent('POST', { team })));
export const getOwnSaid = (shown: Shown, lang: string): Promise<Answer<OwnSaid>> => ask(at(shown, '/said', { lang }), asJson<OwnSaid>, by(shown));
export const saySo = (shown: Shown, said: Said, lang: string): Promise<Answer<unknown>> => ask(at(shown, '/said', { lang }), asJson<unknown>, by(shown, sent('POST', said)));
