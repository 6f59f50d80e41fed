import {
  symbol,
  symbolCircle,
  symbolDiamond2,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { ItemKind } from '../../core/entries/itemFacts.ts';
import type { Verdict } from '../../core/panel/protocol.ts';

/** A shape for each kind, so that no colour has to tell them apart. */
export const kindShapes: Readonly<Record<ItemKind, SymbolType>> = {
  decision: symbolCircle,
  approval: symbolDiamond2,
  dependency: symbolSquare,
  clarity: symbolTriangle,
};

export const verdictShapes: Readonly<Record<Verdict, SymbolType>> = {
  unchecked: symbolCircle,
  held: symbolSquare,
  silence: symbolTriangle,
  reversed: symbolTimes,
};

/** The outline of a shape with the area of a circle of that radius. */
export function outline(shape: SymbolType, radius: number): string {
  return symbol(shape, Math.PI * radius * radius)() ?? '';
}

export interface LegendEntry {
  /** Class of the drawing before the words. */
  readonly look: string;
  readonly path: string;
  readonly words: string;
}

/** About how wide a letter of the labels is, rather too wide than too narrow: nothing is measured before it is drawn. */
export const letterWidth = 6.9;

/** The width the longest of these labels needs. */
export function widthOf(labels: readonly string[]): number {
  return Math.max(0, ...labels.map(({ length }) => length)) * letterWidth;
}

/** Words for each look, in as many lines as the width asks for. They are part of the drawing, so that a copy has them. */
export function legend(
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  right: number,
): { readonly height: number; readonly drawing: TemplateResult } {
  let [x, y] = [left, top];
  const placed = entries.map((entry) => {
    const width = 18 + entry.words.length * letterWidth + 14;
    if (x > left && x + width > right) [x, y] = [left, y + 18];
    const place = { ...entry, x, y };
    x += width;
    return place;
  });
  return {
    height: y - top + 18,
    drawing: svg`<g class="legend">${placed.map(
      ({ look, path, words, x, y }) => svg`
        <path class=${look} d=${path} transform="translate(${x + 7} ${y + 8})"></path>
        <text class="label" x=${x + 18} y=${y + 12}>${words}</text>`,
    )}</g>`,
  };
}

/** A title shortened to a number of letters. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const seen = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return seen.length <= letters
    ? text
    : `${seen
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}
