import { html, type TemplateResult } from 'lit/html.js';
import { sayBesideKept, sayDrift, sayShare, saySpread } from '../../core/figures/figureText.ts';
import { percentile } from '../../core/figures/percentile.ts';
import type { Snapshot } from '../../core/panel/protocol.ts';
import { sayLateBy } from '../../core/text/days.ts';
import { counted, t } from '../../core/text/translate.ts';
import {
  changesTable,
  drawChanges,
  drawPromises,
  drawTurnaround,
  promisesTable,
  turnaroundTable,
} from '../charts/halves.ts';
import { drawSymmetry, symmetrySummary, symmetryTable } from '../charts/symmetry.ts';
import type { Session } from '../state/session.ts';
import { sayChanges, sayPromises, saySendBacks, sayTurnaround } from '../wording/halves.ts';
import { chartSection, emptySection } from './section.ts';

/** The tab that puts one definition to both sides of the wait: the leader's and the team's. */
export function bothHalvesPart(session: Session, { halves, scorecard }: Snapshot, width: number): TemplateResult {
  const { windowInDays, symmetry } = scorecard;
  const { turnaround, promises, changes } = halves;
  const [moves, kept, minds, kinds] = [
    sayTurnaround(turnaround),
    sayPromises(promises),
    sayChanges(changes, windowInDays),
    symmetrySummary(symmetry),
  ];
  const yours = html`<p class="faint">${t('Yours, in working days, over the last {0} days.', windowInDays)}</p>`;
  return html`${chartSection({
    id: 'turnaround',
    heading: t('Turnaround'),
    summary: moves,
    session,
    drawing: drawTurnaround(turnaround, width, moves),
    table: () => turnaroundTable(halves),
    after: html`<dl class="facts">
        <dt>${t('Send-backs')}</dt>
        <dd>${saySendBacks(halves.sendBacks)}</dd>
        <dt>${t('First response')}</dt>
        <dd>${saySpread(scorecard.responseTime)}</dd>
        <dt>${t('Until closed')}</dt>
        <dd>${saySpread(scorecard.decisionTime)}</dd>
      </dl>
      ${yours}`,
  })}
  ${chartSection({
    id: 'promises',
    heading: t('Promises'),
    summary: kept,
    session,
    drawing: drawPromises(promises, width, kept),
    table: () => promisesTable(promises),
    after: html`<dl class="facts">
        <dt>${t('Kept and stood')}</dt>
        <dd>${sayShare(scorecard.standing)}</dd>
        <dt>${t('Besides')}</dt>
        <dd>${sayBesideKept(scorecard)}</dd>
        <dt>${t('Closed late')}</dt>
        <dd>${sayLateness(scorecard.lateInWorkingDays)}</dd>
        <dt>${t('Drift')}</dt>
        <dd>${sayDrift(scorecard.drift)}</dd>
      </dl>
      ${yours}`,
  })}
  ${
    changes.assignments === 0
      ? emptySection('changes', t('Changes of Mind'), minds)
      : chartSection({
          id: 'changes',
          heading: t('Changes of Mind'),
          summary: minds,
          session,
          drawing: drawChanges(changes, width, minds),
          table: () => changesTable(changes),
        })
  }
  ${chartSection({
    id: 'symmetry',
    heading: t('Symmetry by Kind'),
    summary: kinds,
    session,
    drawing: drawSymmetry(symmetry, width, kinds),
    table: () => symmetryTable(symmetry),
    after: html`<p class="faint">${t('In working days, over the last {0} days.', windowInDays)}</p>`,
  })}`;
}

/** `3: half by up to 2 working days, the latest by 9 working days`. `days` are working days after the first promise, ascending. */
function sayLateness(days: readonly number[]): string {
  const [middle, last] = [percentile(days, 50), days.at(-1)];
  if (middle === undefined || last === undefined) return t('none');
  return counted(
    days.length,
    '{0}, by {1}',
    '{0}: half by up to {2}, the latest by {1}',
    sayLateBy(last),
    sayLateBy(middle),
  );
}
