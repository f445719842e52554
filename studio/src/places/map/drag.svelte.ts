// A touchpoint's card dragged to another place: above or below another card, into another stage.
import type { Attachment } from 'svelte/attachments';
import type { Target } from '../../model/targets';
import { stagesOf, touchpointsOf } from '../../model/content';
import { studio } from '../../state/studio.svelte';
import { moveTo } from './changes';

const kThreshold = 6;

interface Landing {
  stage: string;
  index: number;
}

const elementIn = (root: Element, id: string): Element | null => root.querySelector(`[id="${CSS.escape(id)}"]`);

// The stage under the pointer, and how many of its other cards lie above it.
function landing(root: Element, dragged: string, x: number, y: number): Landing | null {
  for (const stage of stagesOf(studio.content)) {
    const head = elementIn(root, `stage-${stage.id}`)?.getBoundingClientRect();
    if (!head || x < head.left || x > head.right) continue;
    const others = touchpointsOf(stage).filter((touchpoint) => touchpoint.id !== dragged);
    const above = others.filter((touchpoint) => {
      const box = elementIn(root, `tp-${touchpoint.id}`)?.getBoundingClientRect();
      return box !== undefined && y > box.top + box.height / 2;
    });
    return { stage: stage.id, index: above.length };
  }
  return null;
}

export function dragged(targets: Map<string, Target>): Attachment<HTMLElement> {
  return (root) => {
    let from: { id: string; element: SVGGraphicsElement; x: number; y: number } | null = null;
    let moving = false;

    const down = (event: PointerEvent): void => {
      const element = (event.target as Element).closest<SVGGraphicsElement>('[id^="tp-"]');
      const selects = element ? targets.get(element.id)?.selects : undefined;
      if (element && selects?.kind === 'touchpoint' && event.button === 0) from = { id: selects.id, element, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent): void => {
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moving && Math.hypot(dx, dy) < kThreshold) return;
      if (!moving) root.setPointerCapture(event.pointerId);
      moving = true;
      const scale = from.element.getScreenCTM()?.a ?? 1;
      from.element.setAttribute('transform', `translate(${dx / scale} ${dy / scale})`);
      from.element.setAttribute('opacity', '0.75');
    };
    const end = (event: PointerEvent): void => {
      const dropped = moving ? from : null;
      const to = dropped ? landing(root, dropped.id, event.clientX, event.clientY) : null;
      dropped?.element.removeAttribute('transform');
      dropped?.element.removeAttribute('opacity');
      from = null;
      moving = false;
      if (dropped && to && event.type === 'pointerup') void moveTo(dropped.id, to.stage, to.index);
    };
    const handlers = { pointerdown: down, pointermove: move, pointerup: end, pointercancel: end } as const;
    for (const [name, handler] of Object.entries(handlers)) root.addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) root.removeEventListener(name, handler as EventListener);
    };
  };
}
