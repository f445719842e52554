// What the person prefers: language and light. From the browser until chosen; kept in the browser.
import { sayIn, type Args, type Lang } from './texts';

export type Light = 'light' | 'dark';

const kLang = 'parcours.lang';
const kLight = 'parcours.light';

function storedOr<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  const stored = localStorage.getItem(key);
  return allowed.find((value) => value === stored) ?? otherwise;
}

class Preferences {
  lang = $state<Lang>(storedOr(kLang, ['fr', 'en'], navigator.language.startsWith('fr') ? 'fr' : 'en'));
  light = $state<Light>(storedOr(kLight, ['light', 'dark'], matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));

  choose(lang: Lang): void {
    this.lang = lang;
    localStorage.setItem(kLang, lang);
  }

  turn(): void {
    this.light = this.light === 'light' ? 'dark' : 'light';
    localStorage.setItem(kLight, this.light);
  }
}

export const preferences = new Preferences();

export const say = (key: string, args: Args = {}): string => sayIn(preferences.lang, key, args);
