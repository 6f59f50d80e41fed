import {
  symbol,
  symbolCircle,
  symbolDiamond2,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import { svg, type TemplateResult } from 'lit/html.js';
import type { ItemKind } from '../../core/entries/itemFacts.ts';
import type { Verdict } from '../../core/panel/protocol.ts';

/** One shape per kind, so that kinds differ without colour. */
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

/** SVG path of a shape with the area of a circle of that radius. */
export function outline(shape: SymbolType, radius: number): string {
  return symbol(shape, Math.PI * radius * radius)() ?? '';
}

export interface LegendEntry {
  /** CSS class of the symbol. */
  readonly className: string;
  readonly path: string;
  readonly label: string;
}

/** Estimated width of a label letter in CSS pixels, rounded up: text is not measured before it is drawn. */
export const letterWidth = 6.9;

/** Estimated width of the longest label. */
export function widthOf(labels: readonly string[]): number {
  return Math.max(0, ...labels.map(({ length }) => length)) * letterWidth;
}

/** The legend, wrapped to the width. Part of the drawing, so that a copied picture includes it. */
export function legend(
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  right: number,
): { readonly height: number; readonly drawing: TemplateResult } {
  let [x, y] = [left, top];
  const placed = entries.map((entry) => {
    const width = 18 + entry.label.length * letterWidth + 14;
    if (x > left && x + width > right) [x, y] = [left, y + 18];
    const place = { ...entry, x, y };
    x += width;
    return place;
  });
  return {
    height: y - top + 18,
    drawing: svg`<g class="legend">${placed.map(
      ({ className, path, label, x, y }) => svg`
        <path class=${className} d=${path} transform="translate(${x + 7} ${y + 8})"></path>
        <text class="label" x=${x + 18} y=${y + 12}>${label}</text>`,
    )}</g>`,
  };
}

/** The text truncated to a number of grapheme clusters. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return graphemes.length <= letters
    ? text
    : `${graphemes
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}
