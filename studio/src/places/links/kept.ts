// The addresses of links made in this browser. The server keeps only digests of their tokens: whoever did not keep one renews the link.
import { here } from '../../base/here';

const kTokens = 'parcours.links';
const kAddress = 'parcours.address';

type Tokens = Record<string, string>;

function tokens(): Tokens {
  try {
    return JSON.parse(localStorage.getItem(kTokens) ?? '{}') as Tokens;
  } catch {
    return {};
  }
}

const keyOf = (map: string, id: number): string => `${location.origin}${here} ${map} ${id}`;

export const keptToken = (map: string, id: number): string => tokens()[keyOf(map, id)] ?? '';
export function keepToken(map: string, id: number, token: string): void {
  localStorage.setItem(kTokens, JSON.stringify({ ...tokens(), [keyOf(map, id)]: token }));
}

// Where others reach the studio: as it is open here, unless somebody said otherwise.
export const keptAddress = (): string => localStorage.getItem(kAddress) ?? location.origin;
export function keepAddress(address: string): void {
  if (address === location.origin || address === '') localStorage.removeItem(kAddress);
  else localStorage.setItem(kAddress, address);
}

// Only this machine reaches it.
export function isLoopback(address: string): boolean {
  try {
    return /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
  } catch {
    return false;
  }
}

export const addressOf = (origin: string, token: string): string => `${origin.replace(/\/+$/, '')}${here}/l/${token}`;
