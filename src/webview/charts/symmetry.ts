import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Symmetry } from '../../core/figures/scorecard.ts';
import { sayNumber } from '../../core/text/days.ts';
import { saySymmetry, sayTargetKind } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import type { FigureTable } from './figureTable.ts';

const rowHeight = 92;

/** Target and P85 as two bars per kind, all on one scale of working days. */
export function drawSymmetry(symmetry: readonly Symmetry[], width: number, summary: string): TemplateResult {
  const [left, right] = [76, width - 40];
  const most = max(symmetry, ({ target, p85 }) => Math.max(target, p85 ?? 0)) ?? 1;
  const length = scaleLinear([0, Math.max(1, most)], [0, right - left]);
  const bar = (days: number): number => Math.max(2, length(days));
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${symmetry.length * rowHeight}>
    ${symmetry.map((row, index) => {
      const top = index * rowHeight;
      return svg`
        <text class="label strong" x="0" y=${top + 14}>${sayTargetKind(row.kind)}</text>
        <text class="label faint" x="0" y=${top + 30}>${saySymmetry(row)}</text>
        <text class="label" x=${left - 8} y=${top + 49} text-anchor="end">${t('you ask')}</text>
        <rect class="ask" x=${left} y=${top + 39.5} width=${bar(row.target)} height="13" rx="2"></rect>
        <text class="label number" x=${left + bar(row.target) + 6} y=${top + 50}>${sayNumber(row.target)}</text>
        <text class="label" x=${left - 8} y=${top + 67} text-anchor="end">${t('you take')}</text>
        ${
          row.p85 === undefined
            ? svg`<text class="label faint" x=${left} y=${top + 68}
                >–</text>`
            : svg`<rect class="take" x=${left} y=${top + 57} width=${bar(row.p85)} height="13" rx="2"></rect>
                <line class="asked" x1=${left + bar(row.target)} x2=${left + bar(row.target)} y1=${top + 54} y2=${top + 73}></line>
                <text class="label number" x=${left + bar(row.p85) + 6} y=${top + 68}>${sayNumber(row.p85)}</text>`
        }`;
    })}
  </svg>`;
}

export function symmetryTable(symmetry: readonly Symmetry[]): FigureTable {
  return {
    head: [t('Kind'), t('You ask, working days'), t('You take, 85 % within'), t('Times'), t('Closed')],
    rows: symmetry.map(({ kind, target, p85, ratio, closed }) => [
      sayTargetKind(kind),
      target,
      p85 ?? t('not enough yet'),
      ratio === undefined ? '–' : t('{0}×', ratio.toFixed(1)),
      closed,
    ]),
  };
}

/** A sentence about the kind with the highest ratio of P85 to target. */
export function symmetrySummary(symmetry: readonly Symmetry[]): string {
  const worst = symmetry
    .filter(({ ratio }) => ratio !== undefined)
    .toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))
    .at(0);
  return worst === undefined
    ? t('Not enough was closed in the last 90 days to compare you with what you ask.')
    : t('{0}: {1}', sayTargetKind(worst.kind), saySymmetry(worst));
}
