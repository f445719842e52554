// The places of the studio, in the order a person meets them. The address says which one is open: /carte-id/place.
import type { IconName } from '../parts/icons';

export const places = ['map', 'data', 'findings', 'actions', 'calendar', 'analyse'] as const;
// `new` is where a new map begins, `links` who else may see it; they stand in no row.
const aside = ['new', 'links'] as const;
export type PlaceName = (typeof places)[number] | (typeof aside)[number];

export const iconOf: Record<(typeof places)[number], IconName> = { map: 'map', data: 'data', findings: 'findings', actions: 'actions', calendar: 'calendar', analyse: 'analyse' };

export interface Address {
  map: string;
  place: PlaceName;
}

export function addressOf(path: string): Address {
  const [map = '', place = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { map: map === '-' ? '' : map, place: [...aside, ...places].find((name) => name === place) ?? 'map' };
}

export const pathOf = (address: Address): string => `/${encodeURIComponent(address.map || '-')}/${address.place}`;
