// A touchpoint's card dragged to another place: above or below another card, into another stage. It lies above the others, and a line shows where it
// would fall; at the edge of what is seen, the map comes along; Escape lets go of it. A finger holds it for a moment first: without that, it moves the map.
import type { Attachment } from 'svelte/attachments';
import type { Target } from '../../model/targets';
import { stagesOf, touchpointsOf } from '../../model/content';
import { session } from '../../state/session.svelte';
import { studio } from '../../state/studio.svelte';
import { boxIn, elementIn, type Box } from './boxes';
import { moveTo } from './changes';
import { view } from './view.svelte';

const kThreshold = 6;
const kGap = 6;
const kHold = 350; // ms
const kEdge = 40; // px: so near to the edge the map comes along
const kPace = 16; // px a frame, at most

interface Landing {
  stage: string;
  index: number;
  x: number; // of the line, in units of the picture
  y: number;
  width: number;
  height: number; // of a line between cards side by side; else 0
}
interface Held {
  id: string;
  element: SVGGraphicsElement;
  behind: Node | null; // what it stood before
  x: number;
  y: number;
  free: boolean; // may be moved: at once with a mouse, after a moment with a finger
  at: { x: number; y: number }; // the pointer
}

// How far the map goes on in a frame: the nearer to the edge the further, but only the way the card was dragged.
function paceAt(at: number, dragged: number, low: number, high: number): number {
  if (Math.abs(dragged) < kEdge) return 0;
  const beyond = dragged < 0 ? at - (low + kEdge) : at - (high - kEdge);
  return Math.sign(beyond) === Math.sign(dragged) ? Math.max(-kPace, Math.min(kPace, (beyond / kEdge) * kPace)) : 0;
}

// Between cards side by side, where each touchpoint has its column: before the first whose middle the pointer has not passed.
function landingBeside(stage: string, cards: (Box | null)[], x: number): Landing | null {
  const known = cards.filter((card) => card !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!first || !last) return null;
  const mirrored = first.x > last.x;
  const index = known.filter((card) => (card.x + card.width / 2 < x) !== mirrored).length;
  const before = known[index - 1];
  const [at, behind] = before ? [before, !mirrored] : [first, mirrored];
  return { stage, index, x: behind ? at.x + at.width + kGap : at.x - kGap, y: at.y, width: 0, height: at.height };
}

// The stage under the pointer, how many of its other cards lie above it, and the line between those and the next one.
function landingAt(sheet: Element, dragged: Held, x: number, y: number): Landing | null {
  for (const stage of stagesOf(studio.content)) {
    const head = elementIn(sheet, `stage-${stage.id}`);
    const across = head?.getBoundingClientRect();
    if (!head || !across || x < across.left || x > across.right) continue;
    const column = boxIn(sheet, head);
    const cards = touchpointsOf(stage).filter((touchpoint) => touchpoint.id !== dragged.id).map((touchpoint) => elementIn(sheet, `tp-${touchpoint.id}`));
    const pointer = (x - across.left) / (head.getScreenCTM()?.a ?? 1) + (column?.x ?? 0);
    const sideways = view.wide ? landingBeside(stage.id, cards.map((card) => (card ? boxIn(sheet, card) : null)), pointer) : null;
    if (sideways) return sideways;
    const index = cards.filter((card) => card && y > card.getBoundingClientRect().top + card.getBoundingClientRect().height / 2).length;
    const [above, below] = [cards[index - 1], cards[index]].map((card) => (card ? boxIn(sheet, card) : null));
    const beside = above ?? below ?? column;
    if (!column || !beside) return null;
    const line = above ? above.y + above.height + kGap : below ? below.y - kGap : column.y + column.height + kGap;
    return { stage: stage.id, index, x: beside.x, y: line, width: beside.width, height: 0 };
  }
  return null;
}

export class Drag {
  moving = $state(false);
  landing = $state.raw<Landing | null>(null);
  #held: Held | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  on(targets: Map<string, Target>): Attachment<HTMLElement> {
    return (sheet) => {
      const handlers: [string, EventListener][] = [
        ['pointerdown', (event) => this.#down(targets, event as PointerEvent)],
        ['pointermove', (event) => this.#move(sheet, event as PointerEvent)],
        ['pointerup', () => this.#drop(true)],
        ['pointercancel', () => this.#drop(false)],
        ['contextmenu', (event) => this.moving && event.preventDefault()],
      ];
      const escaped = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') this.#drop(false);
      };
      const panned = (event: TouchEvent): void => {
        if (this.#held?.free) event.preventDefault();
      };
      for (const [name, handler] of handlers) sheet.addEventListener(name, handler);
      sheet.addEventListener('touchmove', panned, { passive: false });
      addEventListener('keydown', escaped);
      return () => {
        for (const [name, handler] of handlers) sheet.removeEventListener(name, handler);
        sheet.removeEventListener('touchmove', panned);
        removeEventListener('keydown', escaped);
      };
    };
  }

  #down(targets: Map<string, Target>, event: PointerEvent): void {
    const element = (event.target as Element).closest<SVGGraphicsElement>('[id^="tp-"]');
    const selects = element ? targets.get(element.id)?.selects : undefined;
    if (!element || selects?.kind !== 'touchpoint' || event.button !== 0 || !session.may('edit')) return;
    const held = { id: selects.id, element, behind: element.nextSibling, x: event.clientX, y: event.clientY, at: { x: event.clientX, y: event.clientY }, free: event.pointerType !== 'touch' };
    this.#held = held;
    clearTimeout(this.#timer);
    if (!held.free)
      this.#timer = setTimeout(() => {
        held.free = true;
        element.setAttribute('opacity', '0.85');
      }, kHold);
  }

  #move(sheet: HTMLElement, event: PointerEvent): void {
    const held = this.#held;
    if (!held) return;
    held.at = { x: event.clientX, y: event.clientY };
    if (!this.moving && Math.hypot(held.at.x - held.x, held.at.y - held.y) < kThreshold) return;
    if (!held.free) return this.#drop(false);
    if (!this.moving) {
      sheet.setPointerCapture(event.pointerId);
      held.element.parentNode?.appendChild(held.element); // above the others
      this.moving = true;
      this.#comeAlong(sheet, held);
    }
    this.#show(sheet, held);
  }

  #comeAlong(sheet: HTMLElement, held: Held): void {
    const scroller = sheet.closest('.scroller');
    if (this.#held !== held || !scroller) return;
    const seen = scroller.getBoundingClientRect();
    const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
    scroller.scrollBy(paceAt(held.at.x, held.at.x - held.x, seen.left, seen.right), paceAt(held.at.y, held.at.y - held.y, seen.top, seen.bottom));
    held.x -= scroller.scrollLeft - left;
    held.y -= scroller.scrollTop - top;
    if (scroller.scrollLeft !== left || scroller.scrollTop !== top) this.#show(sheet, held);
    requestAnimationFrame(() => this.#comeAlong(sheet, held));
  }

  #show(sheet: HTMLElement, held: Held): void {
    const scale = held.element.getScreenCTM()?.a ?? 1;
    held.element.setAttribute('transform', `translate(${(held.at.x - held.x) / scale} ${(held.at.y - held.y) / scale})`);
    held.element.setAttribute('opacity', '0.85');
    this.landing = landingAt(sheet, held, held.at.x, held.at.y);
  }

  #drop(lands: boolean): void {
    const [held, to] = [this.#held, this.landing];
    this.#held = null;
    this.landing = null;
    clearTimeout(this.#timer);
    held?.element.removeAttribute('opacity');
    if (!held || !this.moving) return;
    this.moving = false;
    held.element.removeAttribute('transform');
    const around = held.element.parentNode;
    around?.insertBefore(held.element, held.behind?.parentNode === around ? held.behind : null); // it may have been drawn anew meanwhile
    if (lands && to) void moveTo(held.id, to.stage, to.index);
  }
}
