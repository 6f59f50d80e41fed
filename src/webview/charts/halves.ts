import type { TemplateResult } from 'lit/html.js';
import type { BothHalves, KeptShare, Spells } from '../../core/figures/bothHalves.ts';
import { sayNumber } from '../../core/text/days.ts';
import { sayShare } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import { isEnough, rounded, sayEnough, sayPerAssignment, saySpells } from '../wording/halves.ts';
import { type Bar, drawBars } from './bars.ts';
import type { Cell, FigureTable } from './figureTable.ts';

/** P85 of both sides on one axis, each with what still runs. */
export function drawTurnaround(
  { you, team }: BothHalves['turnaround'],
  width: number,
  summary: string,
): TemplateResult {
  const bar = (label: string, side: Spells): Bar => ({
    label,
    figure:
      side.p85 === undefined ? { count: side.n, needed: side.needed } : { value: side.p85, text: sayNumber(side.p85) },
    running: side.oldestRunningInDays,
    note: saySpells(side).join('; '),
  });
  const bars = [bar(t('You'), you), bar(t('Your team'), team)];
  return drawBars([{ bars, axis: t('Working days, 85 % within; open end: still running') }], width, summary);
}

export function turnaroundTable({ turnaround: { you, team }, sendBacks }: BothHalves): FigureTable {
  const both = (name: string, cellOf: (side: Spells) => Cell): Cell[] => [name, cellOf(you), cellOf(team)];
  const yours = (name: string, cell: Cell): Cell[] => [name, cell, '–'];
  return {
    head: [t('Working days'), t('You'), t('Your team')],
    rows: [
      both(t('85 % within'), ({ p85, n, needed }) => p85 ?? sayEnough(n, needed)),
      both(t('Moves'), ({ n }) => n),
      both(t('Running'), ({ running }) => running),
      both(t('Oldest running'), ({ oldestRunningInDays }) => oldestRunningInDays ?? '–'),
      yours(t('Send-backs'), sendBacks.count),
      yours(t('Closed'), sendBacks.closed),
      yours(
        t('Send-backs per closed item'),
        sendBacks.closed === 0 ? '–' : rounded(sendBacks.count / sendBacks.closed),
      ),
    ],
  };
}

/** Kept of due, for both sides as parts of one whole. */
export function drawPromises({ you, team }: BothHalves['promises'], width: number, summary: string): TemplateResult {
  const bar = (label: string, share: KeptShare): Bar => ({
    label,
    figure: isEnough(share)
      ? { value: share.count / share.of, text: sayShare(share) }
      : { count: share.of, needed: share.needed },
  });
  return drawBars([{ bars: [bar(t('You'), you), bar(t('Your team'), team)], areShares: true }], width, summary);
}

export function promisesTable({ you, team }: BothHalves['promises']): FigureTable {
  const row = (name: string, share: KeptShare): Cell[] => [
    name,
    ...(isEnough(share) ? [share.count] : [sayEnough(share.of, share.needed)]),
    share.of,
  ];
  return { head: [t('Promises'), t('Kept'), t('Due')], rows: [row(t('You'), you), row(t('Your team'), team)] };
}

/** Changes of mind by their way, beside the assignments they hit. */
export function drawChanges(
  { requirementChanges, rerankings, assignments }: BothHalves['changes'],
  width: number,
  summary: string,
): TemplateResult {
  const bar = (label: string, count: number): Bar => ({
    label,
    figure: { value: count, text: sayNumber(count) },
    note: sayPerAssignment(count, assignments),
  });
  const bars = [bar(t('Requirement changes'), requirementChanges), bar(t('Priority changes'), rerankings)];
  return drawBars([{ bars }], width, summary);
}

export function changesTable({ requirementChanges, rerankings, assignments }: BothHalves['changes']): FigureTable {
  const row = (name: string, count: number): Cell[] => [name, count, assignments, rounded(count / assignments)];
  return {
    head: [t('Changes of mind'), t('Count'), t('Assignments'), t('Per assignment')],
    rows: [row(t('Requirement changes'), requirementChanges), row(t('Priority changes'), rerankings)],
  };
}
