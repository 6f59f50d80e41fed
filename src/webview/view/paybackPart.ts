import { html, nothing, type TemplateResult } from 'lit/html.js';
import { calibrationInDays } from '../../core/figures/calibration.ts';
import type { Snapshot } from '../../core/panel/protocol.ts';
import { t } from '../../core/text/translate.ts';
import { calibrationTable, drawCalibration } from '../charts/calibration.ts';
import { clearOrAnyway, comparisonTable, drawComparison, heldOrNot } from '../charts/payback.ts';
import type { Session } from '../state/session.ts';
import { sayCalibration, sayClearOrAnyway, sayHeldOrNot } from '../wording/payback.ts';
import { chartSection } from './section.ts';

/** The tab that asks whether deliberateness pays, from the leader's own log. It claims no cause. */
export function paybackPart(session: Session, { payback, calibration }: Snapshot, width: number): TemplateResult {
  const [outcomes, checks, sureness] = [sayClearOrAnyway(payback), sayHeldOrNot(payback), sayCalibration(calibration)];
  const [clear, held] = [clearOrAnyway(payback), heldOrNot(payback)];
  const { brier } = calibration;
  return html`${chartSection({
    id: 'clear',
    heading: t('Clear or Anyway'),
    summary: outcomes,
    session,
    drawing: drawComparison(clear, width, outcomes),
    table: () => comparisonTable(clear),
    after: html`<p class="faint">${t('Closed assignments, over all time. It shows what goes together, not why.')}</p>`,
  })}
  ${chartSection({
    id: 'held',
    heading: t('Held or Not'),
    summary: checks,
    session,
    drawing: drawComparison(held, width, checks),
    table: () => comparisonTable(held),
    after: html`<p class="faint">
      ${t('Decisions whose check was answered, over all time. It shows what goes together, not why.')}
    </p>`,
  })}
  ${chartSection({
    id: 'calibration',
    heading: t('Calibration'),
    summary: sureness,
    session,
    drawing: drawCalibration(calibration, width, sureness),
    table: () => calibrationTable(calibration),
    after: html`${
        brier === undefined
          ? nothing
          : html`<dl class="facts">
              <dt>${t('Brier score')}</dt>
              <dd>${t('{0} (0 is best; always saying 50 % gets 0.25)', Math.round(brier * 100) / 100)}</dd>
            </dl>`
      }
      <p class="faint">
        ${t(
          'Decisions that said how sure you were and whose check was answered in the last {0} days.',
          calibrationInDays,
        )}
      </p>`,
  })}`;
}
