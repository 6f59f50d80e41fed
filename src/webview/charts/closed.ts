import { svg, type TemplateResult } from 'lit/html.js';
import { max } from 'd3-array';
import { scaleLinear, scaleSqrt } from 'd3-scale';
import { type Day, dayFromNumber, dayNumber, laterDay } from '../../core/time/day.ts';
import { type ClosedPoint, type Snapshot, verdicts } from '../../core/panel/protocol.ts';
import { sayClosedPoint, sayVerdict } from '../wording/charts.ts';
import { sayDay, sayNumber } from '../../core/text/days.ts';
import { sayTargetKind } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import { hidePoint, showPoint, walkPoints } from '../view/points.ts';
import type { FigureTable } from './figureTable.ts';
import { legend, outline, verdictShapes, widthOf } from './marks.ts';
import { ticksUpTo } from './ticks.ts';

const height = 260;
const tickDays = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

/** Scatterplot of closed items: closing day by working days waited. */
export function drawClosed(
  snapshot: Snapshot,
  width: number,
  summary: string,
  whenOpened: (id: string) => void,
): TemplateResult {
  const { closed, scorecard } = snapshot;
  const { p85 } = scorecard.decisionTime;
  const edge = p85 === undefined ? '' : t('85 % · {0} wd', sayNumber(p85));
  const most = Math.max(5, max(closed, ({ decisionTime }) => decisionTime) ?? 0);
  const left = 16 + widthOf([sayNumber(Math.ceil(most))]);
  const [right, top, bottom] = [width - 12 - widthOf([edge]), 22, height - 26];
  const first = dayNumber(closed[0]?.closedOn ?? snapshot.today);
  // A closing can be on record for a day after today, from a zone that is ahead.
  const last = dayNumber(laterDay(closed.at(-1)?.closedOn ?? snapshot.today, snapshot.today));
  const x = scaleLinear([Math.min(first, last - 14), last], [left + 8, right - 8]);
  const y = scaleSqrt([0, most * 1.05], [bottom - 6, top + 4]);
  const words = legend(
    verdicts.map((verdict) => ({
      className: `closed ${verdict}`,
      path: outline(verdictShapes[verdict], 4.5),
      label: sayVerdict(verdict),
    })),
    4,
    height + 4,
    width,
  );
  const open = (event: Event): void => {
    const at = event.target instanceof Element ? event.target.closest('[data-point]') : null;
    const id = at?.getAttribute('data-item');
    if (typeof id === 'string') whenOpened(id);
  };
  const walk = walkPoints('x');
  return svg`<svg class="drawing" role="group" aria-label=${summary} width=${width} height=${height + words.height + 6}
      @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' ? open(event) : walk(event))} @click=${open}
      @pointerover=${showPoint} @pointerleave=${hidePoint} @focusin=${showPoint} @focusout=${hidePoint}>
    <text class="label faint" x="4" y="11">${t('Working days to close, square-root scale')}</text>
    ${ticksUpTo(most * 1.05, tickDays, y, 18).map(
      ({ days, y: at }) => svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
        <text class="label" x=${left - 8} y=${at + 4} text-anchor="end">${sayNumber(days)}</text>`,
    )}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    ${dateTicks(x.domain() as [number, number], width).map(
      ({ day, anchor }) => svg`<text class="label" x=${x(dayNumber(day))} y=${bottom + 16} text-anchor=${anchor}
        >${sayDay(day, snapshot.today)}</text>`,
    )}
    ${
      p85 === undefined
        ? ''
        : svg`<line class="band strong" x1=${left} x2=${right} y1=${y(p85)} y2=${y(p85)}></line>
          <text class="label" x=${right + 6} y=${y(p85) + 4}>${edge}</text>`
    }
    ${closed.map(
      (
        point,
        index,
      ) => svg`<path data-point data-item=${point.id} role="button" tabindex=${index === closed.length - 1 ? 0 : -1}
        aria-label=${sayClosedPoint(point, snapshot.today)} class="closed ${point.verdict}"
        d=${outline(verdictShapes[point.verdict], closed.length > 300 ? 3.5 : 4.5)}
        transform="translate(${x(dayNumber(point.closedOn)).toFixed(1)} ${y(point.decisionTime).toFixed(1)})"></path>`,
    )}
    ${words.drawing}
  </svg>`;
}

/** The first and last day, and two days between them if there is room. */
function dateTicks([first, last]: [number, number], width: number): { day: Day; anchor: string }[] {
  const parts = width < 480 ? 1 : 3;
  return Array.from({ length: parts + 1 }, (_, index) => ({
    day: dayFromNumber(Math.round(first + ((last - first) * index) / parts)),
    anchor: index === 0 ? 'start' : index === parts ? 'end' : 'middle',
  }));
}

export function closedTable(closed: readonly ClosedPoint[], today: Day): FigureTable {
  return {
    head: [t('Item'), t('Kind'), t('Closed'), t('Working days'), t('Since then')],
    rows: closed
      .toReversed()
      .map(({ title, targetKind, closedOn, decisionTime, verdict }) => [
        title,
        sayTargetKind(targetKind),
        sayDay(closedOn, today),
        decisionTime,
        sayVerdict(verdict),
      ]),
  };
}
