// What a process holds, as Linux tells it.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const field = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
export const memoryOf = (pid) => field(pid, 'VmRSS') / 1024; // MiB
export const threadsOf = (pid) => field(pid, 'Threads');

// How many files and how many sockets it has open.
export function opened(pid) {
  const counts = { files: 0, sockets: 0 };
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    try {
      counts[readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith('socket:') ? 'sockets' : 'files'] += 1;
    } catch {
      // closed since it was listed
    }
  }
  return counts;
}

// Until it holds, however slow the machine; the test's own time limit is the end.
export async function until(holds) {
  while (!(await holds())) await pause(20);
}

// The same row of numbers for the same seed (xorshift); `below(n)` gives 0 … n − 1.
export function chance(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  const below = (n) => next() % n;
  return { below, one: (list) => list[below(list.length)] };
}

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
