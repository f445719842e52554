// Who one is here, and who may come in.
import { ask, asked, asJson, sent, type Account, type AccountChange, type AccountLink, type Accounts, type Answer, type Audit, type Session } from './client';

export const getSession = (lang: string): Promise<Answer<Session>> => ask(`/api/session${asked({ lang })}`, asJson<Session>);
export const signIn = (name: string, password: string, lang: string): Promise<Answer<Session>> =>
  ask(`/api/session${asked({ lang })}`, asJson<Session>, sent('POST', { name, password }));
export const signOut = (lang: string): Promise<Answer<Session>> => ask(`/api/session${asked({ lang })}`, asJson<Session>, sent('DELETE'));
export const setUp = (code: string, name: string, password: string, lang: string): Promise<Answer<Session>> =>
  ask(`/api/setup${asked({ lang })}`, asJson<Session>, sent('POST', { code, name, password }));
export const choosePassword = (token: string, password: string, lang: string): Promise<Answer<Session>> =>
  ask(`/api/password-link${asked({ lang })}`, asJson<Session>, sent('POST', { token, password }));
export const changePassword = (old: string, password: string, lang: string): Promise<Answer<Session>> =>
  ask(`/api/password${asked({ lang })}`, asJson<Session>, sent('POST', { old, password }));

export const getAccounts = (lang: string): Promise<Answer<Accounts>> => ask(`/api/accounts${asked({ lang })}`, asJson<Accounts>);
export const makeAccount = (account: AccountChange & { name: string }, lang: string): Promise<Answer<AccountLink>> =>
  ask(`/api/accounts${asked({ lang })}`, asJson<AccountLink>, sent('POST', account));
export const changeAccount = (id: Account['id'], change: AccountChange, lang: string): Promise<Answer<Accounts>> =>
  ask(`/api/accounts/${id}${asked({ lang })}`, asJson<Accounts>, sent('PUT', change));
export const linkAccount = (id: Account['id'], lang: string): Promise<Answer<AccountLink>> => ask(`/api/accounts/${id}/link${asked({ lang })}`, asJson<AccountLink>, sent('POST'));
export const getAudit = (before: number, lang: string): Promise<Answer<Audit>> => ask(`/api/audit${asked({ lang, before: String(before) })}`, asJson<Audit>);
