import { html, type TemplateResult } from 'lit/html.js';
import type { Snapshot } from '../../core/panel/protocol.ts';
import {
  sayAgreedClear,
  sayChurnSummary,
  sayClarityOwed,
  sayDragSummary,
  sayInterruptionsSummary,
  sayRequirementChanges,
} from '../wording/assignments.ts';
import { sayShare } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import {
  churnTable,
  drawChurn,
  drawDrag,
  drawInterruptions,
  handedOutTable,
  interruptionsTable,
} from '../charts/handedOut.ts';
import type { Session } from '../state/session.ts';
import { chartSection } from './section.ts';

/** The tab about assignments: how clear they are, and how often the leader changes them afterwards. */
export function handedOutPart(session: Session, { handedOut, today }: Snapshot, width: number): TemplateResult {
  const { figures, rows } = handedOut;
  if (rows.length === 0 && figures.churn.every(({ rerankings }) => rerankings === 0)) {
    return html`<p class="empty">
      ${t('Nothing handed out in the last {0} days. “Assign Work” asks eight questions first.', figures.windowInDays)}
    </p>`;
  }
  const [drag, churn, interruptions] = [
    sayDragSummary(figures),
    sayChurnSummary(figures.churn),
    sayInterruptionsSummary(figures),
  ];
  return html`${chartSection({
    id: 'drag',
    heading: t('Top Drag'),
    summary: drag,
    session,
    drawing: drawDrag(rows, width, drag),
    table: () => handedOutTable(rows),
    after: html`<dl class="facts">
        <dt>${t('Fully clear at hand-out')}</dt>
        <dd>${sayAgreedClear(figures.agreedClear)}</dd>
        <dt>${t('Clarity')}</dt>
        <dd>${sayClarityOwed(figures.clarity)}</dd>
        <dt>${t('Requirement changes')}</dt>
        <dd>${sayRequirementChanges(figures.changes)}</dd>
        <dt>${t('Met')}</dt>
        <dd>${sayShare(figures.met)}</dd>
      </dl>
      <p class="faint">${t('Over the last {0} days; clarity as it stands now.', figures.windowInDays)}</p>`,
  })}
  ${chartSection({
    id: 'interruptions',
    heading: t('Interruptions'),
    summary: interruptions,
    session,
    drawing: drawInterruptions(figures.interruptions, width, interruptions),
    table: () => interruptionsTable(figures.interruptions),
  })}
  ${chartSection({
    id: 'churn',
    heading: t('Churn'),
    summary: churn,
    session,
    drawing: drawChurn(figures.churn, today, width, churn),
    table: () => churnTable(figures.churn, today),
  })}`;
}
