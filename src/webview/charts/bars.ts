import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { sayNumber } from '../../core/text/days.ts';
import { sayEnough } from '../wording/halves.ts';
import { letterWidth, widthOf } from './marks.ts';
import { wrapped } from './wrapped.ts';

/** A figure as a bar, or how many values are still missing for it. */
export interface Bar {
  readonly label: string;
  readonly figure:
    { readonly value: number; readonly text: string } | { readonly count: number; readonly needed: number };
  /** Drawn as a thin line with an open end below the bar: what has not ended yet, in the unit of the bar. */
  readonly running?: number | undefined;
  readonly notes?: readonly string[];
}

/** Bars on one scale. */
export interface BarGroup {
  readonly heading?: string;
  readonly bars: readonly Bar[];
  /** Shares from 0 to 1: each is drawn inside the outline of the whole. */
  readonly areShares?: boolean;
  /** The unit of the axis. Without it none is drawn; the numbers stand beside the bars. */
  readonly axis?: string;
}

const [barTop, barHeight, noteHeight, left] = [20, 13, 16, 6];

/** Draws bars below each other; a scale is the group's own. Without a single value a group has no axis either. */
export function drawBars(groups: readonly BarGroup[], width: number, summary: string): TemplateResult {
  let top = 0;
  const drawings = groups.map((group) => {
    const { drawing, height } = drawGroup(group, width);
    const at = top;
    top += height;
    return svg`<g transform="translate(0 ${at})">${drawing}</g>`;
  });
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${top}>${drawings}</svg>`;
}

function drawGroup({ heading, bars, areShares = false, axis }: BarGroup, width: number): Drawn {
  const values = bars.flatMap(({ figure, running }) => ('value' in figure ? [figure.value, running ?? 0] : []));
  const texts = bars.flatMap(({ figure }) => ('value' in figure ? [figure.text] : []));
  const right = width - 10 - widthOf(texts);
  const x = scaleLinear([0, areShares ? 1 : Math.max(1, max(values) ?? 1)], [left, right]);
  const hasAxis = axis !== undefined && values.length > 0;
  if (hasAxis) x.nice(4);
  const title = heading ?? (hasAxis ? axis : undefined);
  let y = title === undefined ? 0 : 22;
  const rows = bars.map((bar) => {
    const { drawing, height } = drawBar(bar, x, areShares, heading === undefined, width);
    const at = y;
    y += height;
    return svg`<g transform="translate(0 ${at})">${drawing}</g>`;
  });
  const drawing = svg`
    ${title === undefined ? '' : svg`<text class="label ${heading === undefined ? 'faint' : 'strong'}" x="0" y="11">${title}</text>`}
    ${rows}
    ${
      hasAxis
        ? svg`<line class="axis" x1=${left} x2=${right} y1=${y} y2=${y}></line>
        ${x
          .ticks(width < 480 ? 4 : 8)
          .filter(Number.isInteger)
          .map(
            (tick) => svg`<line class="tick" x1=${x(tick)} x2=${x(tick)} y1=${y} y2=${y + 4}></line>
              <text class="label" x=${x(tick)} y=${y + 17} text-anchor="middle">${sayNumber(tick)}</text>`,
          )}`
        : ''
    }`;
  return { drawing, height: y + (hasAxis ? 30 : heading === undefined ? 0 : 10) };
}

interface Drawn {
  readonly drawing: TemplateResult;
  readonly height: number;
}

function drawBar(
  { label, figure, running, notes = [] }: Bar,
  x: (value: number) => number,
  isShare: boolean,
  isStrong: boolean,
  width: number,
): Drawn {
  const lines = notes.flatMap((note) => wrapped(note, width, (text) => text.length * letterWidth));
  const hasRunning = 'value' in figure && running !== undefined;
  const below = barTop + barHeight + (hasRunning ? 14 : 2);
  return {
    drawing: svg`
      <text class="label ${isStrong ? 'strong' : ''}" x="0" y="13">${label}</text>
      ${'value' in figure ? drawValue(figure, x, isShare) : drawMissing(figure)}
      ${hasRunning ? drawRunning(x(running)) : ''}
      ${lines.map((line, index) => svg`<text class="label faint" x="0" y=${below + 12 + index * noteHeight}>${line}</text>`)}`,
    height: below + lines.length * noteHeight + (isStrong ? 14 : 6),
  };
}

function drawValue(
  { value, text }: { readonly value: number; readonly text: string },
  x: (value: number) => number,
  isShare: boolean,
): TemplateResult {
  const wide = value === 0 ? 0 : Math.max(2, x(value) - left);
  const end = isShare ? x(1) : left + wide;
  return svg`
    ${isShare ? svg`<rect class="ask" x=${left} y=${barTop} width=${x(1) - left} height=${barHeight} rx="2"></rect>` : ''}
    <rect class="take" x=${left} y=${barTop} width=${wide} height=${barHeight} rx="2"></rect>
    <text class="label number" x=${value === 0 && !isShare ? 0 : end + 6} y=${barTop + 11}>${text}</text>`;
}

function drawRunning(end: number): TemplateResult {
  const y = barTop + barHeight + 8;
  return svg`<line class="line" x1=${left} x2=${end} y1=${y} y2=${y}></line>
    <circle class="point" cx=${end} cy=${y} r="4"></circle>`;
}

/** A dot for each value that is needed, filled for those that are there. */
function drawMissing({ count, needed }: { readonly count: number; readonly needed: number }): TemplateResult {
  const step = 14;
  return svg`${Array.from(
    { length: needed },
    (_, index) => svg`<circle class="point ${index < count ? 'there' : ''}" cx=${left + index * step}
      cy=${barTop + barHeight / 2} r="4.5"></circle>`,
  )}
    <text class="label faint" x=${left + needed * step} y=${barTop + 11}>${sayEnough(count, needed)}</text>`;
}
