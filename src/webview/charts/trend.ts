import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Day } from '../../core/time/day.ts';
import type { TrendWeek } from '../../core/figures/trend.ts';
import { sayWeek } from '../wording/charts.ts';
import { sayDay, sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import { hidePoint, showPoint, walkPoints } from '../view/points.ts';
import type { FigureTable } from './figureTable.ts';
import { widthOf } from './marks.ts';

const stripHeight = 120;

/** Open items and person-days per week, as two charts over the same weeks. */
export function drawTrend(weeks: readonly TrendWeek[], today: Day, width: number, summary: string): TemplateResult {
  const widest = widthOf(weeks.flatMap(({ open, personDays }) => [sayNumber(open), sayNumber(personDays)]));
  const [left, right] = [16 + widest, width - 10 - widest];
  const x = scaleLinear([0, Math.max(1, weeks.length - 1)], [left + 6, right - 6]);
  const strips = [
    { name: t('Open items'), of: (week: TrendWeek) => week.open, className: 'open' },
    { name: t('Person-days of waiting'), of: (week: TrendWeek) => week.personDays, className: 'people' },
  ];
  const height = strips.length * (stripHeight + 14) + 24;
  const step = weeks.length > 1 ? x(1) - x(0) : right - left;
  return svg`<svg class="drawing" role="group" aria-label=${summary} width=${width} height=${height}
      @keydown=${walkPoints('x')} @pointerover=${showPoint} @pointerleave=${hidePoint}
      @focusin=${showPoint} @focusout=${hidePoint}>
    ${strips.map(({ name, of, className }, index) => {
      const top = index * (stripHeight + 14) + 26;
      const bottom = top + stripHeight - 22;
      const most = Math.max(1, max(weeks, of) ?? 0);
      const y = scaleLinear([0, most], [bottom, top]).nice(2);
      const place = (_: TrendWeek, week: number): number => x(week);
      const shape = area<TrendWeek>(place, bottom, (week) => y(of(week)))(weeks) ?? '';
      const path = line<TrendWeek>(place, (week) => y(of(week)))(weeks) ?? '';
      const now = weeks.at(-1);
      return svg`
        <text class="label strong" x="0" y=${top - 12}>${name}</text>
        ${y.ticks(2).map(
          (value) => svg`<line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)}></line>
            <text class="label" x=${left - 8} y=${y(value) + 4} text-anchor="end">${sayNumber(value)}</text>`,
        )}
        <path class="area ${className}" d=${shape}></path>
        <path class="line ${className}" d=${path}></path>
        ${
          now === undefined
            ? ''
            : svg`<circle class="now ${className}" cx=${x(weeks.length - 1)} cy=${y(of(now))} r="3.5"></circle>
              <text class="label strong number" x=${right + 4} y=${y(of(now)) + 4}>${sayNumber(of(now))}</text>`
        }`;
    })}
    ${[0, Math.floor((weeks.length - 1) / 2), weeks.length - 1].map((week, index) => {
      const endsOn = weeks[week]?.endsOn;
      // Between the two others there is room for one more only in a wide chart.
      return endsOn === undefined || (index === 1 && width < 480)
        ? ''
        : svg`<text class="label" x=${x(week)} y=${height - 6} text-anchor=${['start', 'middle', 'end'][index] ?? 'middle'}
            >${sayDay(endsOn, today)}</text>`;
    })}
    ${weeks.map(
      (week, index) => svg`<rect data-point class="week" role="img" tabindex=${index === weeks.length - 1 ? 0 : -1}
        aria-label=${sayWeek(week, today)} x=${x(index) - step / 2} y="14" width=${step} height=${height - 38}></rect>`,
    )}
  </svg>`;
}

export function trendTable(weeks: readonly TrendWeek[], today: Day): FigureTable {
  return {
    head: [t('Week to'), t('Open items'), t('Person-days')],
    rows: weeks.toReversed().map(({ endsOn, open, personDays }) => [sayDay(endsOn, today), open, personDays]),
  };
}
