import { hideTip, showTip } from './tip.ts';

/** A direction of the arrow keys: which way is forwards in the order of the points. */
type Along = 'x' | 'y';

/**
 * Arrow keys between the points of a chart: one stop for the Tab key, then along the order the points are drawn in, and
 * across it to the nearest. Enter and the letters of the tree act on the point.
 */
export function walkPoints(along: Along): (event: KeyboardEvent) => void {
  const [next, previous, over, back] =
    along === 'x'
      ? ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']
      : ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'];
  return (event) => {
    const chart = event.currentTarget;
    const at = event.target instanceof Element ? event.target.closest('[data-point]') : null;
    if (!(chart instanceof Element) || at === null) return;
    const points = [...chart.querySelectorAll<SVGGraphicsElement>('[data-point]')];
    const index = points.indexOf(at as SVGGraphicsElement);
    const to =
      event.key === next
        ? points[index + 1]
        : event.key === previous
          ? points[index - 1]
          : event.key === 'Home'
            ? points[0]
            : event.key === 'End'
              ? points.at(-1)
              : event.key === over || event.key === back
                ? nearest(at, points, along, event.key === over)
                : undefined;
    if (to === undefined) {
      if (event.key.startsWith('Arrow')) event.preventDefault();
      return;
    }
    event.preventDefault();
    for (const point of points) point.setAttribute('tabindex', point === to ? '0' : '-1');
    to.focus();
  };
}

/** The nearest point across: to the right or above when `isOver`, else to the left or below. */
function nearest(
  from: Element,
  points: readonly SVGGraphicsElement[],
  along: Along,
  isOver: boolean,
): SVGGraphicsElement | undefined {
  const start = centre(from);
  let best: SVGGraphicsElement | undefined;
  let least = Infinity;
  for (const point of points) {
    const { x, y } = centre(point);
    const across = along === 'x' ? start.y - y : x - start.x;
    const aside = Math.abs(along === 'x' ? x - start.x : y - start.y);
    const ahead = isOver ? across : -across;
    if (ahead <= 2) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}

function centre(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Shows what the point says of itself while it is pointed at or focused. */
export function showPoint(event: Event): void {
  const point = event.target instanceof Element ? event.target.closest('[data-point]') : null;
  if (point === null) hideTip();
  else showTip(point, point.getAttribute('aria-label') ?? '');
}

export function hidePoint(): void {
  hideTip();
}
