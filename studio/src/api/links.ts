// Links of a map, for those who make them. docs/formats/links.md
import { asJson, ask, asked, sent, type Answer } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Link = Schemas['Link'];
export type LinkWish = Schemas['LinkWish'];
export type NewLink = Schemas['NewLink'];
export type AllSaid = Schemas['AllSaid'];

const at = (map: string, rest = ''): string => `/api/maps/${encodeURIComponent(map)}/links${rest}`;
const removing: RequestInit = { method: 'DELETE', headers: { 'Content-Type': 'application/json' } };

export const getLinks = (map: string, lang: string): Promise<Answer<Schemas['Links']>> => ask(at(map) + asked({ lang }), asJson<Schemas['Links']>);
export const postLink = (map: string, wish: LinkWish, lang: string): Promise<Answer<NewLink>> => ask(at(map) + asked({ lang }), asJson<NewLink>, sent('POST', wish));
export const renewLink = (map: string, id: number, lang: string): Promise<Answer<NewLink>> => ask(at(map, `/${id}/renew`) + asked({ lang }), asJson<NewLink>, sent('POST', {}));
export const revokeLink = (map: string, id: number, lang: string): Promise<Answer<Schemas['Links']>> => ask(at(map, `/${id}`) + asked({ lang }), asJson<Schemas['Links']>, removing);
export const getSaid = (map: string, id: number, lang: string): Promise<Answer<AllSaid>> => ask(at(map, `/${id}/said`) + asked({ lang }), asJson<AllSaid>);
export const removePerson = (map: string, id: number, person: number, lang: string): Promise<Answer<AllSaid>> =>
  ask(at(map, `/${id}/people/${person}`) + asked({ lang }), asJson<AllSaid>, removing);
