// The places of the studio, in the order a person meets them. The address says which one is open, /carte-id/place, and behind `?` what is looked at there.
import type { IconName } from '../parts/icons';

export const places = ['map', 'data', 'findings', 'actions', 'calendar', 'analyse'] as const;
// In no row: `new`, where a new map begins, `links`, who else may see it, and `pictures`, the pictures of all maps.
const others = ['new', 'links', 'pictures'] as const;
export type PlaceName = (typeof places)[number] | (typeof others)[number];

export const iconOf: Record<(typeof places)[number], IconName> = { map: 'map', data: 'data', findings: 'findings', actions: 'actions', calendar: 'calendar', analyse: 'analyse' };

export interface Address {
  map: string;
  place: PlaceName;
}

export function addressOf(path: string): Address {
  const [map = '', place = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { map: map === '-' ? '' : map, place: [...places, ...others].find((name) => name === place) ?? 'map' };
}

export const pathOf = (address: Address): string => `/${encodeURIComponent(address.map || '-')}/${address.place}`;
