import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { sayNumber } from '../../core/text/days.ts';
import { sayEnough } from '../wording/halves.ts';
import { letterWidth, widthOf } from './marks.ts';
import { wrapped } from './wrapped.ts';

/** A figure as a bar, or how many of the values it needs are there. */
export interface Bar {
  readonly label: string;
  readonly figure: Value | Missing;
  /** What has not ended yet, in the unit of the bar: a thin line below it with an open end. */
  readonly running?: number | undefined;
  readonly note?: string;
  /** An outline: what is asked for, beside what is. */
  readonly isAsked?: boolean;
}

interface Value {
  readonly value: number;
  readonly text: string;
}

interface Missing {
  readonly count: number;
  readonly needed: number;
}

/** Bars on one scale. */
export interface BarGroup {
  readonly heading?: string;
  readonly bars: readonly Bar[];
  /** Shares from 0 to 1: each is drawn inside the outline of the whole. */
  readonly areShares?: boolean;
  /** The end of the scale. Default: the greatest value. */
  readonly most?: number | undefined;
  /** The unit of the axis. Without it none is drawn; the numbers stand beside the bars. */
  readonly axis?: string;
}

interface Drawn {
  readonly drawing: TemplateResult;
  readonly height: number;
}

/** Where bars begin, and whether their labels stand before them. In narrow drawings these stand above. */
interface Place {
  readonly left: number;
  readonly isBeside: boolean;
  readonly width: number;
}

const [barHeight, lineHeight] = [13, 16];

/** Draws bars below each other. A group without a single value has no axis either. */
export function drawBars(groups: readonly BarGroup[], width: number, summary: string): TemplateResult {
  const labels = 24 + widthOf(groups.flatMap(({ bars }) => bars.map(({ label }) => label)));
  const isBeside = labels < width / 3;
  const place = { left: isBeside ? labels : 1, isBeside, width };
  const { drawing, height } = stacked(groups.map((group) => drawGroup(group, place)));
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${height}>${drawing}</svg>`;
}

function drawGroup({ heading, bars, areShares = false, most, axis }: BarGroup, place: Place): Drawn {
  const { left, width } = place;
  const values = bars.flatMap(({ figure, running = 0 }) => ('value' in figure ? [figure.value, running] : []));
  const right = width - 10 - widthOf(bars.flatMap(({ figure }) => ('value' in figure ? [figure.text] : [])));
  const x = scaleLinear([0, areShares ? 1 : (most ?? Math.max(1, max(values) ?? 1))], [left, right]);
  const hasAxis = axis !== undefined && values.length > 0;
  if (hasAxis) x.nice(4);
  return stacked([
    ...(heading === undefined ? [] : [drawLines(heading, 'strong', 0, width)]),
    ...(hasAxis ? [drawLines(axis, 'faint', 0, width)] : []),
    ...bars.map((bar) => drawBar(bar, x, areShares, heading === undefined, place)),
    ...(hasAxis ? [drawAxis(x, width < 480 ? 4 : 8)] : []),
    ...(heading === undefined ? [] : [{ drawing: svg``, height: 12 }]),
  ]);
}

function drawBar(bar: Bar, x: Scale, isShare: boolean, isStrong: boolean, place: Place): Drawn {
  const { label, figure, running, note, isAsked = false } = bar;
  const { left, isBeside, width } = place;
  const noteLeft = isBeside ? left : 0;
  const { drawing, height } = stacked([
    'value' in figure ? drawValue(figure, x, isShare, isAsked) : drawMissing(figure, left, width),
    ...('value' in figure && running !== undefined ? [drawRunning(x, running)] : []),
    ...(note === undefined ? [] : [drawLines(note, 'faint', noteLeft, width)]),
  ]);
  const top = isBeside ? 2 : 20;
  return {
    drawing: svg`<text class="label ${isStrong ? 'strong' : ''}" x="0" y="13">${label}</text>
      <g transform="translate(0 ${top})">${drawing}</g>`,
    height: top + height + (isStrong ? 10 : 4),
  };
}

type Scale = (value: number) => number;

function drawValue({ value, text }: Value, x: Scale, isShare: boolean, isAsked: boolean): Drawn {
  const left = x(0);
  const wide = value === 0 ? 0 : Math.max(2, x(value) - left);
  const end = isShare ? x(1) : left + wide;
  const bar = (className: string, width: number) =>
    svg`<rect class=${className} x=${left} width=${width} height=${barHeight} rx="2"></rect>`;
  return {
    drawing: svg`${isShare ? bar('ask', x(1) - left) : ''}${bar(isAsked ? 'ask' : 'take', wide)}
      <text class="label number" x=${end === left ? left : end + 6} y="11">${text}</text>`,
    height: barHeight + 2,
  };
}

function drawRunning(x: Scale, running: number): Drawn {
  return {
    drawing: svg`<line class="line" x1=${x(0)} x2=${x(running)} y1="5" y2="5"></line>
      <circle class="point" cx=${x(running)} cy="5" r="4"></circle>`,
    height: 11,
  };
}

/** A dot for each value that is needed, filled for those that are there. */
function drawMissing({ count, needed }: Missing, left: number, width: number): Drawn {
  const step = 14;
  const [text, after] = [sayEnough(count, needed), left + 5 + needed * step];
  const isBelow = after + widthOf([text]) > width;
  return {
    drawing: svg`${Array.from(
      { length: needed },
      (_, index) => svg`<circle class="point ${index < count ? 'there' : ''}" cx=${left + 5 + index * step}
        cy=${barHeight / 2} r="4.5"></circle>`,
    )}
      <text class="label faint" x=${isBelow ? left : after} y=${isBelow ? 11 + lineHeight : 11}>${text}</text>`,
    height: barHeight + 2 + (isBelow ? lineHeight : 0),
  };
}

function drawAxis(x: ReturnType<typeof scaleLinear<number, number>>, count: number): Drawn {
  const [left = 0, right = 0] = x.range();
  return {
    drawing: svg`<line class="axis" x1=${left} x2=${right} y1="0" y2="0"></line>
      ${x
        .ticks(count)
        .filter(Number.isInteger)
        .map(
          (tick) => svg`<line class="tick" x1=${x(tick)} x2=${x(tick)} y1="0" y2="4"></line>
            <text class="label" x=${x(tick)} y="17" text-anchor=${tick === 0 ? 'start' : 'middle'}>${sayNumber(tick)}</text>`,
        )}`,
    height: 26,
  };
}

/** A text, wrapped to the width. */
function drawLines(text: string, className: string, left: number, width: number): Drawn {
  const lines = wrapped(text, width - left, (line) => line.length * letterWidth);
  return {
    drawing: svg`${lines.map(
      (line, index) => svg`<text class="label ${className}" x=${left} y=${12 + index * lineHeight}>${line}</text>`,
    )}`,
    height: lines.length * lineHeight + 4,
  };
}

/** The drawings below each other. */
function stacked(parts: readonly Drawn[]): Drawn {
  let height = 0;
  const drawing = svg`${parts.map((part) => {
    const top = height;
    height += part.height;
    return svg`<g transform="translate(0 ${top})">${part.drawing}</g>`;
  })}`;
  return { drawing, height };
}
