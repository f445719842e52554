// Where fields are only read: what they say stands there as text, and what says nothing is left out.
import { getContext, setContext } from 'svelte';

const kReading = Symbol('reading');
export const setReading = (reads: () => boolean): void => void setContext(kReading, reads);
export const readingHere = (): (() => boolean) => getContext<(() => boolean) | undefined>(kReading) ?? (() => false);
