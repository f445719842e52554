// Where the server has the open workspace: /w/ID, or nothing where it serves one alone.
export const here: string = /^\/w\/[^/]+/.exec(globalThis.location?.pathname ?? '')?.[0] ?? '';
