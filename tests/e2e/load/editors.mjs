// Several people who edit one map at once, and the books that are kept of what each was told.
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { chance } from './machine.mjs';
import { firstName, kPlaces, kTitle, listOf, pathOf } from './edited_map.mjs';

const nameIn = (content, n) => content.stages.flatMap((stage) => stage.touchpoints).find((touchpoint) => touchpoint.id === `tp_${n + 1}`).name;

// One answer a row: {path, was, value, kept, theirs}; of an added touchpoint: {added, name, kept}.
export async function editAtOnce(url, { editors, edits, seed }) {
  const rows = [];
  const each = edits / editors;
  await Promise.all(Array.from({ length: editors }, (_, n) => editor(url, rows, n, editors, each, chance(seed * 1000 + n))));
  return rows;
}

async function editor(url, rows, me, editors, count, luck) {
  const { get, post, close } = client(url);
  const own = Array.from({ length: kPlaces }, (_, n) => n).filter((n) => n % editors === me % kPlaces);
  let map = (await get('api/maps/many')).json();
  for (let n = 0; n < count; ++n) {
    if (luck.below(4) === 0) map = (await get('api/maps/many')).json(); // else it edits the map as it last saw it, which others have changed
    const value = `Editor ${me} edit ${n}`;
    const kind = luck.below(10);
    if (kind === 0) {
      const added = `added_${me}_${n}`;
      const answer = await post('api/maps/many/edits', { of: map.of, edits: [{ add: listOf(luck.one(own)), value: { id: added, name: value } }] });
      map = noted(rows, { added, name: value }, answer);
      continue;
    }
    const place = kind < 3 ? 0 : luck.one(own); // the first touchpoint and the title are everybody's
    const path = kind === 1 ? 'title' : pathOf(place);
    const was = kind === 1 ? map.content.title : nameIn(map.content, place);
    map = noted(rows, { path, was, value }, await post('api/maps/many/edits', { of: map.of, edits: [{ set: path, value, was }] }));
  }
  close();
}

// Gives the map as the answer has it.
function noted(rows, row, answer) {
  const body = answer.json();
  if (answer.status === 409) {
    assert.equal(body.error.code, 'changed-elsewhere');
    rows.push({ ...row, kept: false, conflict: body.conflict });
    return body.map;
  }
  assert.equal(answer.status, 200, answer.text);
  rows.push({ ...row, kept: true });
  return body;
}

// What each place says in the end if no kept edit was lost: an edit is kept only where it found what it was made on, so those of a place form one chain
// from its first text. Fails when one is left over.
export function endOf(rows) {
  const places = new Map([['title', kTitle], ...Array.from({ length: kPlaces }, (_, n) => [pathOf(n), firstName(n)])]);
  for (const [path, first] of places) {
    const steps = new Map();
    for (const row of rows.filter((row) => row.path === path && row.kept)) {
      assert.ok(!steps.has(row.was), `${path}: two edits were kept of “${row.was}”, so one overwrote the other`);
      steps.set(row.was, row.value);
    }
    let [text, used] = [first, 0];
    for (; steps.has(text); ++used) text = steps.get(text);
    assert.equal(used, steps.size, `${path}: a kept edit is in no chain`);
    places.set(path, text);
  }
  return places;
}
