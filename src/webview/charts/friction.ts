import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Friction } from '../../core/figures/friction.ts';
import { sayLate } from '../wording/charts.ts';
import { sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { FigureTable } from './figureTable.ts';
import { shortened } from './marks.ts';

/** One source of waiting, with its display name. */
export interface FrictionSource extends Omit<Friction<unknown>, 'key'> {
  readonly name: string;
  /** Whose it is, if it is a person. */
  readonly person?: string | undefined;
}

/** Most sources drawn; the table has all of them. */
const sourcesShown = 12;
const rowHeight = 42;

/** One bar per source: its person-days, with the count of late items above the bar. */
export function drawFriction(sources: readonly FrictionSource[], width: number, summary: string): TemplateResult {
  const shown = sources.slice(0, sourcesShown);
  const right = width - 64;
  const most = Math.max(1, max(shown, ({ personDays }) => personDays) ?? 0);
  const length = scaleLinear([0, most], [0, right]);
  const more = sources.length - shown.length;
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width}
      height=${18 + shown.length * rowHeight + (more > 0 ? 20 : 4)}>
    <text class="label faint" x="0" y="11">${t('Person-days of waiting')}</text>
    ${shown.map(({ name, personDays, late, items }, index) => {
      const top = 18 + index * rowHeight;
      const wide = Math.max(2, length(personDays));
      return svg`
        <text class="label strong" x="0" y=${top + 14}>${shortened(name, Math.floor(width / 7) - 16)}</text>
        <text class="label" x=${width} y=${top + 14} text-anchor="end">${sayLate(late, items)}</text>
        <rect class="take" x="0" y=${top + 20} width=${wide} height="12" rx="2"></rect>
        <text class="label number" x=${wide + 6} y=${top + 30}>${sayNumber(personDays)}</text>`;
    })}
    ${more > 0 ? svg`<text class="label faint" x="0" y=${30 + shown.length * rowHeight}>${t('and {0} more in the table', more)}</text>` : ''}
  </svg>`;
}

export function frictionTable(sources: readonly FrictionSource[], of: string): FigureTable {
  return {
    head: [of, t('Items'), t('Late'), t('Working days'), t('Person-days')],
    rows: sources.map(({ name, person, items, late, workingDaysWaited, personDays }) => [
      person === undefined ? name : { person },
      items,
      late,
      workingDaysWaited,
      personDays,
    ]),
  };
}
