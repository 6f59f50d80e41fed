import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Day } from '../../core/time/day.ts';
import type { HandedOutRow } from '../../core/panel/protocol.ts';
import { sayDay, sayName, sayNumber } from '../../core/text/days.ts';
import { sayDragOf } from '../wording/assignments.ts';
import { t } from '../../core/text/translate.ts';
import type { WorkFigures } from '../../core/assignments/workFigures.ts';
import type { FigureTable } from './figureTable.ts';
import { shortened } from './marks.ts';

const shownRows = 12;
const rowHeight = 42;

/** One bar per assignment: its working days, with the leader's share filled. */
export function drawDrag(rows: readonly HandedOutRow[], width: number, summary: string): TemplateResult {
  const shown = rows.slice(0, shownRows);
  const most = Math.max(1, max(shown, ({ drag }) => drag.of) ?? 0);
  const length = scaleLinear([0, most], [0, width - 64]);
  const more = rows.length - shown.length;
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width}
      height=${18 + shown.length * rowHeight + (more > 0 ? 20 : 4)}>
    <text class="label faint" x="0" y="11">${t('Working days; filled: yours')}</text>
    ${shown.map(({ outcome, owner, drag }, index) => {
      const top = 18 + index * rowHeight;
      return svg`<g aria-label=${sayDragOf(outcome, drag)}>
        <text class="label strong" x="0" y=${top + 14}>${shortened(outcome, Math.floor(width / 7) - 20)}</text>
        <text class="label" x=${width} y=${top + 14} text-anchor="end">${sayName(owner)}</text>
        <rect class="ask" x="0.5" y=${top + 20.5} width=${Math.max(2, length(drag.of))} height="12" rx="2"></rect>
        ${drag.yours > 0 ? svg`<rect class="take" x="0" y=${top + 20} width=${length(drag.yours)} height="13" rx="2"></rect>` : ''}
        <text class="label number" x=${Math.max(2, length(drag.of)) + 6} y=${top + 31}
          >${t('{0} of {1}', drag.yours, drag.of)}</text>
      </g>`;
    })}
    ${more > 0 ? svg`<text class="label faint" x="0" y=${30 + shown.length * rowHeight}>${t('and {0} more in the table', more)}</text>` : ''}
  </svg>`;
}

export function handedOutTable(rows: readonly HandedOutRow[]): FigureTable {
  return {
    head: [
      t('Assignment'),
      t('Owner'),
      t('State'),
      t('Age'),
      t('Days'),
      t('Yours'),
      t('Changes'),
      t('Cost'),
      t('You owe'),
    ],
    rows: rows.map(({ outcome, owner, ended, ageInDays, drag, changes, costInDays, owed }) => [
      outcome,
      { person: owner },
      ended === undefined ? t('open') : ended === 'met' ? t('met') : t('missed'),
      ageInDays,
      drag.of,
      drag.yours,
      changes,
      costInDays,
      owed,
    ]),
  };
}

/** One bar per week: the number of re-rankings. */
export function drawChurn(churn: WorkFigures['churn'], today: Day, width: number, summary: string): TemplateResult {
  const height = 120;
  const step = width / Math.max(1, churn.length);
  const most = Math.max(1, max(churn, ({ rerankings }) => rerankings) ?? 0);
  const y = scaleLinear([0, most], [0, height - 48]);
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${height}>
    ${churn.map(({ rerankings }, index) =>
      rerankings === 0
        ? svg`<line class="grid" x1=${index * step + 3} x2=${(index + 1) * step - 3} y1=${height - 24} y2=${height - 24}></line>`
        : svg`<rect class="take" x=${index * step + 3} width=${Math.max(2, step - 6)} y=${height - 24 - y(rerankings)}
              height=${y(rerankings)} rx="2"></rect>
            <text class="label number" x=${(index + 0.5) * step} y=${height - 28 - y(rerankings)} text-anchor="middle"
              >${sayNumber(rerankings)}</text>`,
    )}
    ${[0, churn.length - 1].map((week) => {
      const endsOn = churn[week]?.weekEndsOn;
      return endsOn === undefined
        ? ''
        : svg`<text class="label" x=${week === 0 ? 0 : width} y=${height - 6} text-anchor=${week === 0 ? 'start' : 'end'}
            >${sayDay(endsOn, today)}</text>`;
    })}
  </svg>`;
}

export function churnTable(churn: WorkFigures['churn'], today: Day): FigureTable {
  return {
    head: [t('Week to'), t('Re-rankings')],
    rows: churn.toReversed().map(({ weekEndsOn, rerankings }) => [sayDay(weekEndsOn, today), rerankings]),
  };
}

/** One bar per person: the interruptions, with the count of this week as text. */
export function drawInterruptions(
  interruptions: WorkFigures['interruptions'],
  width: number,
  summary: string,
): TemplateResult {
  const shown = interruptions.slice(0, shownRows);
  const most = Math.max(1, max(shown, ({ count }) => count) ?? 0);
  const length = scaleLinear([0, most], [0, width - 64]);
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${4 + shown.length * rowHeight}>
    ${shown.map(({ person, count, thisWeek }, index) => {
      const top = index * rowHeight;
      return svg`
        <text class="label strong" x="0" y=${top + 14}>${shortened(sayName(person), Math.floor(width / 7) - 16)}</text>
        <text class="label" x=${width} y=${top + 14} text-anchor="end">${t('{0} this week', thisWeek)}</text>
        <rect class="take" x="0" y=${top + 20} width=${Math.max(2, length(count))} height="12" rx="2"></rect>
        <text class="label number" x=${Math.max(2, length(count)) + 6} y=${top + 30}>${sayNumber(count)}</text>`;
    })}
  </svg>`;
}

export function interruptionsTable(interruptions: WorkFigures['interruptions']): FigureTable {
  return {
    head: [t('Person'), t('Interruptions'), t('This week')],
    rows: interruptions.map(({ person, count, thisWeek }) => [{ person }, count, thisWeek]),
  };
}
