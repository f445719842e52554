// Files sent to the server, with how much of them has gone.
import { here } from '../base/here';
import { problemIn, type Answer } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Look = Schemas['Look'];
export type ImportDone = Schemas['ImportDone'];
export type Import = Schemas['Import'];

// The columns a person chose by role; "" means that there is none. What is not said is guessed.
export type Choices = Record<string, string>;

function send<T>(path: string, file: File, choices: Choices, lang: string, sent: (share: number) => void): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${here}${path}?${new URLSearchParams({ ...choices, name: file.name, lang }).toString()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => sent(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      if (request.status === 200) resolve({ ok: true, value: JSON.parse(request.responseText) as T });
      else resolve({ ok: false, problem: problemIn(request.status, request.responseText) });
    };
    request.onerror = () => resolve({ ok: false, problem: problemIn(0, '') });
    request.send(file);
  });
}

export const look = (file: File, choices: Choices, lang: string, sent: (share: number) => void): Promise<Answer<Look>> =>
  send('/api/look', file, choices, lang, sent);
export const importFile = (file: File, choices: Choices, lang: string, sent: (share: number) => void): Promise<Answer<ImportDone>> =>
  send('/api/imports', file, choices, lang, sent);
