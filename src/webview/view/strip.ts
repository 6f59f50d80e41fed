import { html, nothing, type TemplateResult } from 'lit';
import type { Share } from '../../core/figures/scorecard.ts';
import type { Snapshot } from '../../core/panel/protocol.ts';
import { sayNumber } from '../../core/text/days.ts';
import { sayOverdueKinds } from '../wording/panel.ts';
import { counted, t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';

/** The six main figures, each with a short explanation. */
export function figureStrip({ totals, scorecard }: Snapshot, session: Session): TemplateResult {
  const { oldest } = totals;
  const days = scorecard.windowInDays;
  return html`<dl class="strip">
    ${figure(t('Overdue'), sayNumber(totals.overdue), sayOverdueKinds(totals), totals.overdue > 0 ? 'warn' : '')}
    ${figure(
      t('Drifting'),
      sayNumber(totals.drifting),
      totals.overdue === totals.drifting ? t('past the promise, not on hold') : t('of them not on hold'),
    )}
    ${figure(
      t('Person-days'),
      sayNumber(totals.personDays),
      counted(totals.open, 'of waiting, over {0} item', 'of waiting, over {0} items'),
    )}
    ${
      oldest === undefined
        ? figure(t('Oldest'), '–', t('nothing waits'))
        : figure(
            t('Oldest'),
            t('{0} d', sayNumber(oldest.ageInDays)),
            html`<button
              class="link"
              @click=${() => session.sendRequest({ type: 'act', act: 'openItem', id: oldest.id })}
            >
              ${oldest.title}
            </button>`,
          )
    }
    ${figure(t('Kept'), sayOf(scorecard.kept), t('closed by the first promise, {0} days', days))}
    ${figure(t('Kept and stood'), sayOf(scorecard.standing), t('in time and not reversed, {0} days', days))}
  </dl>`;
}

function figure(name: string, value: string, about: string | TemplateResult, className = ''): TemplateResult {
  return html`<div class="figure ${className}">
    <dt>${name}</dt>
    <dd class="value">${value}</dd>
    <dd class="about">${about === '' ? nothing : about}</dd>
  </div>`;
}

function sayOf({ count, of }: Share): string {
  return of === 0 ? '–' : t('{0} of {1}', sayNumber(count), sayNumber(of));
}
