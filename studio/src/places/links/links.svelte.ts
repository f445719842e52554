// The links of the open map: listed, made, renewed, revoked.
import { getLinks, postLink, renewLink, revokeLink, type Link, type LinkWish } from '../../api/links';
import type { Answer, Problem } from '../../api/client';
import { preferences } from '../../base/preferences.svelte';
import { keepToken, keptAddress } from './kept';

export class MapLinks {
  all = $state.raw<Link[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  address = $state(keptAddress());
  renewed = $state(0); // grows when a token changes
  latest = -1; // the one just made
  readonly map: string;

  constructor(map: string) {
    this.map = map;
  }

  async load(): Promise<void> {
    const answer = await getLinks(this.map, preferences.lang);
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.all = answer.value.links;
  }

  // Its number, or what hinders it; the new one stands first in the list.
  async make(wish: LinkWish): Promise<Answer<number>> {
    const answer = await postLink(this.map, wish, preferences.lang);
    if (!answer.ok) return answer;
    keepToken(this.map, answer.value.link.id, answer.value.token);
    this.latest = answer.value.link.id;
    await this.load();
    return { ok: true, value: answer.value.link.id };
  }

  async renew(id: number): Promise<void> {
    const answer = await renewLink(this.map, id, preferences.lang);
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    keepToken(this.map, id, answer.value.token);
    this.renewed += 1;
    await this.load();
  }

  async revoke(id: number): Promise<void> {
    const answer = await revokeLink(this.map, id, preferences.lang);
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.all = answer.value.links;
  }
}
