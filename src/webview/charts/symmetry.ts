import type { TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import type { Symmetry } from '../../core/figures/scorecard.ts';
import { sayNumber } from '../../core/text/days.ts';
import { saySymmetry, sayTargetKind } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import { type BarGroup, drawBars } from './bars.ts';
import type { FigureTable } from './figureTable.ts';

/** Target and P85 as two bars per kind, all on one scale of working days. */
export function drawSymmetry(symmetry: readonly Symmetry[], width: number, summary: string): TemplateResult {
  const most = max(symmetry, ({ target, p85 }) => Math.max(1, target, p85 ?? 0));
  const groups = symmetry.map(({ kind, target, closed, needed, p85, ratio }): BarGroup => {
    const text = ratio === undefined ? sayNumber(p85 ?? 0) : t('{0} ({1}×)', p85 ?? 0, ratio.toFixed(1));
    return {
      heading: sayTargetKind(kind),
      most,
      bars: [
        { label: t('you ask'), figure: { value: target, text: sayNumber(target) }, isAsked: true },
        { label: t('you take'), figure: p85 === undefined ? { count: closed, needed } : { value: p85, text } },
      ],
    };
  });
  return drawBars(groups, width, summary);
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
