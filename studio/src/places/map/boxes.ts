// Where an element of the picture stands, in the picture's own units: right at any zoom, and while the page is being laid out anew.
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const elementIn = (root: Element, id: string): SVGGraphicsElement | null => root.querySelector<SVGGraphicsElement>(`#${CSS.escape(id)}`);

export function boxIn(sheet: Element, element: SVGGraphicsElement): Box | null {
  const toScreen = (sheet.firstElementChild as SVGSVGElement | null)?.getScreenCTM();
  const own = element.getScreenCTM();
  if (!toScreen || !own || toScreen.a === 0) return null;
  const box = element.getBBox();
  const matrix = toScreen.inverse().multiply(own);
  const corner = new DOMPoint(box.x, box.y).matrixTransform(matrix);
  return { x: corner.x, y: corner.y, width: box.width * matrix.a, height: box.height * matrix.d };
}

// Of an element by its id. A stretch of the river, whose own element is but its labels, is as wide as its stage and as high as the river.
export function boxOfId(sheet: Element, id: string): Box | null {
  const element = elementIn(sheet, id);
  const own = element ? boxIn(sheet, element) : null;
  if (!own || !id.startsWith('river-')) return own;
  const [river, stage] = [boxOfId(sheet, 'river'), boxOfId(sheet, id.replace('river-', 'stage-'))];
  return river && stage ? { x: stage.x, width: stage.width, y: river.y, height: river.height } : own;
}

// Of the river's band, which is one: the stretch below the stage that stands there on the screen.
export function stretchAt(root: Element, ids: string[], x: number): string | null {
  const stage = ids.find((id) => {
    const box = id.startsWith('stage-') ? elementIn(root, id)?.getBoundingClientRect() : undefined;
    return box !== undefined && x >= box.left && x <= box.right;
  });
  return stage?.replace('stage-', 'river-') ?? null;
}
