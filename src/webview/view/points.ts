import { hideTip, showTip } from './tip.ts';

/** The axis along which the points are ordered. */
type Axis = 'x' | 'y';

/**
 * Keyboard handler for the points of a chart (a roving tabindex). Arrow keys along the axis follow the drawing order;
 * arrow keys across it go to the nearest point. Home and End go to the first and last point.
 */
export function walkPoints(axis: Axis): (event: KeyboardEvent) => void {
  const [next, previous, acrossForward, acrossBack] =
    axis === 'x'
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
              : event.key === acrossForward || event.key === acrossBack
                ? nearest(at, points, axis, event.key === acrossForward)
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

/** The nearest point across the axis: to the right or above when `isForward`, else to the left or below. */
function nearest(
  from: Element,
  points: readonly SVGGraphicsElement[],
  axis: Axis,
  isForward: boolean,
): SVGGraphicsElement | undefined {
  const start = centre(from);
  let best: SVGGraphicsElement | undefined;
  let least = Infinity;
  for (const point of points) {
    const { x, y } = centre(point);
    const across = axis === 'x' ? start.y - y : x - start.x;
    const aside = Math.abs(axis === 'x' ? x - start.x : y - start.y);
    const ahead = isForward ? across : -across;
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

/** Shows the label of a hovered or focused point as a tooltip. */
export function showPoint(event: Event): void {
  const point = event.target instanceof Element ? event.target.closest('[data-point]') : null;
  if (point === null) hideTip();
  else showTip(point, point.getAttribute('aria-label') ?? '');
}

export function hidePoint(): void {
  hideTip();
}
