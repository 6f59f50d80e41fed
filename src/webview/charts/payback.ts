import type { TemplateResult } from 'lit/html.js';
import { sayShare } from '../../core/figures/figureText.ts';
import type { Checked, Payback, Side } from '../../core/figures/payback.ts';
import type { Share } from '../../core/figures/scorecard.ts';
import { t } from '../../core/text/translate.ts';
import { sayEnough } from '../wording/halves.ts';
import { areEnough } from '../wording/payback.ts';
import { type BarGroup, drawBars } from './bars.ts';
import { type Cell, cellText, type FigureTable } from './figureTable.ts';

/** What is compared: the names of the two sides, how many each has, and the figures. */
export interface Comparison {
  readonly sides: readonly [string, string];
  readonly counted: string;
  readonly counts: readonly [number, number];
  readonly needed: number;
  readonly figures: readonly Figure[];
}

interface Figure {
  readonly name: string;
  readonly areShares?: boolean;
  readonly of: readonly [Value, Value];
}

/** A value over `n` cases; there is none where one of the sides has too few. */
interface Value {
  readonly n: number;
  readonly value: number | undefined;
  readonly cell: Cell;
}

export function clearOrAnyway({ clear, anyway, needed }: Payback): Comparison {
  const median = (name: string, valueOf: (side: Side) => number | undefined): Figure => ({
    name,
    of: [medianOf(clear.n, valueOf(clear)), medianOf(anyway.n, valueOf(anyway))],
  });
  return {
    sides: [t('Handed out clear'), t('Handed out anyway')],
    counted: t('Closed'),
    counts: [clear.n, anyway.n],
    needed,
    figures: [
      median(t('Requirement changes, median'), ({ medianChanges }) => medianChanges),
      median(t('Other interruptions, median'), ({ medianInterruptions }) => medianInterruptions),
      median(t('Working days spent waiting on you, median'), ({ medianYourDays }) => medianYourDays),
      { name: t('Met by the agreed day'), areShares: true, of: [shareOf(clear.met), shareOf(anyway.met)] },
    ],
  };
}

export function heldOrNot({ held, notHeld, needed }: Payback): Comparison {
  const stood = ({ stood: count, answered: of }: Checked): Value => shareOf({ count, of });
  const rework = ({ rework: { n, median } }: Checked): Value => medianOf(n, median);
  return {
    sides: [t('Held'), t('Not held')],
    counted: t('Checked'),
    counts: [held.answered, notHeld.answered],
    needed,
    figures: [
      { name: t('Stood'), areShares: true, of: [stood(held), stood(notHeld)] },
      { name: t('Working days of rework, median'), of: [rework(held), rework(notHeld)] },
    ],
  };
}

function medianOf(n: number, value: number | undefined): Value {
  return { n, value, cell: value ?? '–' };
}

function shareOf(share: Share): Value {
  return { n: share.of, value: share.of === 0 ? undefined : share.count / share.of, cell: sayShare(share) };
}

/** A group of two bars for each figure; with too few cases on a side, only how many there are. */
export function drawComparison(comparison: Comparison, width: number, summary: string): TemplateResult {
  const { sides, counts, needed, figures } = comparison;
  const missing = (side: 0 | 1, count: number) => ({ label: sides[side], figure: { count, needed } });
  if (!areEnough(needed, ...counts)) {
    return drawBars([{ bars: [missing(0, counts[0]), missing(1, counts[1])] }], width, summary);
  }
  const groups = figures.map(({ name, areShares, of }): BarGroup => {
    const isEnough = hasEnough(of, needed);
    const bar = (side: 0 | 1) => {
      const { n, value, cell } = of[side];
      return isEnough && value !== undefined
        ? {
            label: areShares === true ? sides[side] : t('{0} ({1})', sides[side], n),
            figure: { value, text: cellText(cell) },
          }
        : missing(side, n);
    };
    return { heading: name, areShares: areShares === true, bars: [bar(0), bar(1)] };
  });
  return drawBars(groups, width, summary);
}

function hasEnough([one, other]: Figure['of'], needed: number): boolean {
  return areEnough(needed, one.n, other.n);
}

export function comparisonTable({ sides, counted, counts, needed, figures }: Comparison): FigureTable {
  const cells = (of: Figure['of']): Cell[] =>
    of.map(({ n, cell }) => (hasEnough(of, needed) ? cell : sayEnough(n, needed)));
  return {
    head: [t('Figure'), ...sides],
    rows: [[counted, ...counts], ...figures.map(({ name, of }) => [name, ...cells(of)])],
  };
}
