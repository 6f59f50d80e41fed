import { svg, type TemplateResult } from 'lit/html.js';
import { itemKinds } from '../../core/entries/itemFacts.ts';
import type { Band, OpenRow, Snapshot } from '../../core/panel/protocol.ts';
import { sayAgeAxis, sayAskedLine, sayBand, sayBandShortly } from '../wording/charts.ts';
import { sayNumber } from '../../core/text/days.ts';
import { sayKind } from '../../core/items/itemText.ts';
import { sayHeap, sayOver, sayPlay, sayPoint } from '../wording/panel.ts';
import { t } from '../../core/text/translate.ts';
import { hidePoint, showPoint, walkPoints } from '../view/points.ts';
import { type AgeingLayout, layOutAgeing, nameHeight, nameLines, placeOfLabel, type Point } from './ageingLayout.ts';
import type { FigureTable } from './figureTable.ts';
import { kindShapes, legend, letterWidth, outline, shortened, widthOf } from './marks.ts';

interface AgeingChart {
  readonly rows: readonly OpenRow[];
  readonly snapshot: Snapshot;
  readonly asked: Snapshot['asked'][keyof Snapshot['asked']] | undefined;
  readonly width: number;
  readonly summary: string;
  /** The value of `data-vscode-context`, for VS Code's context menu. */
  readonly context: (row: OpenRow) => string;
  readonly whenOpened: (row: OpenRow) => void;
}

/** Every open item by state and age, over bands of the leader's own cycle times. */
export function drawAgeing(chart: AgeingChart): TemplateResult {
  const { rows, snapshot, asked, width, summary } = chart;
  const { bands } = snapshot.cycle;
  const sayEdge = width < 480 ? sayBandShortly : sayBand;
  const edges = [...bands.map(sayEdge), ...(asked === undefined ? [] : [sayAskedLine(asked.target)])];
  const layout = layOutAgeing({ rows, bands, asked, width, gutter: 14 + widthOf(edges) });
  const words = legend(legendEntries(), 4, layout.height + 6, width);
  const open = (event: Event): void => {
    const at = event.target instanceof Element ? event.target.closest('[data-point]') : null;
    const row = rows.find(({ id }) => id === at?.getAttribute('data-item'));
    if (row !== undefined) chart.whenOpened(row);
  };
  const walk = walkPoints('y');
  return svg`<svg class="drawing" role="group" aria-label=${summary} width=${width} height=${layout.height + words.height + 8}
      @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' ? open(event) : walk(event))} @click=${open}
      @pointerover=${showPoint} @pointerleave=${hidePoint} @focusin=${showPoint} @focusout=${hidePoint}>
    ${drawBackground(layout, sayEdge)}
    ${layout.heaps.map((heap, index) => {
      const ages = heap.rows.map(({ ageInDays }) => ageInDays);
      const overdue = heap.rows.filter((row) => row.overdue).length;
      const label = sayHeap(heap.rows.length, Math.min(...ages), Math.max(...ages), overdue);
      const isFirst = layout.points.length === 0 && index === 0;
      return svg`<g data-point role="img" tabindex=${isFirst ? 0 : -1} aria-label=${label}
        class=${overdue > 0 ? 'heap over' : 'heap'}>
        <rect x=${heap.x - heap.width / 2} y=${heap.y - 7} width=${heap.width} height="14" rx="3"></rect>
        <text class="label" x=${heap.x} y=${heap.y + 4} text-anchor="middle">${sayNumber(heap.rows.length)}</text></g>`;
    })}
    ${layout.points.map(
      (
        { row, x, y, radius },
        index,
      ) => svg`<path data-point data-item=${row.id} data-vscode-context=${chart.context(row)}
        role="button" tabindex=${index === 0 ? 0 : -1} aria-label=${sayPoint(row, snapshot.cycle.closed, snapshot.today)}
        class=${row.overdue ? 'point over' : 'point'} d=${outline(kindShapes[row.kind], radius)}
        transform="translate(${x} ${y})"></path>`,
    )}
    ${layout.heaps.length === 0 ? labelOldest(layout) : ''}
    ${words.drawing}
  </svg>`;
}

function drawBackground(layout: AgeingLayout, sayEdge: (band: Band) => string): TemplateResult {
  const { left, right, top, bottom, columns, ticks, bands, asked, width } = layout;
  const zones = bands.map((band, index) => ({ ...band, above: bands[index + 1]?.y ?? top }));
  return svg`
    ${zones.map(
      ({ percent, y, above }) =>
        svg`<rect class="zone zone${percent}" x=${left} y=${above} width=${right - left} height=${Math.max(0, y - above)}></rect>`,
    )}
    ${ticks.map(
      ({ days, y }) => svg`<line class="tick" x1=${left - 4} x2=${left} y1=${y} y2=${y}></line>
        <text class="label" x=${left - 8} y=${y + 4} text-anchor="end">${sayNumber(days)}</text>`,
    )}
    <line class="axis" x1=${left} x2=${left} y1=${top} y2=${bottom}></line>
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    <text class="label faint" x="4" y=${top - 3}>${sayAgeAxis(layout.isLogarithmic)}</text>
    ${columns.map(({ play, x, width: step, count }, index) => {
      const offset = (index % nameLines(width)) * nameHeight;
      return svg`${index > 0 ? svg`<line class="grid" x1=${x} x2=${x} y1=${top} y2=${bottom}></line>` : ''}
        <text class="label" x=${x + step / 2} y=${bottom + 17 + offset} text-anchor="middle"
          >${sayPlay(play)} <tspan class="number">${sayNumber(count)}</tspan></text>`;
    })}
    ${bands.map(
      (band) => svg`<line class="band" x1=${left} x2=${right} y1=${band.y} y2=${band.y}></line>
        <line class="lead" x1=${right} x2=${right + 6} y1=${band.y} y2=${band.labelY}></line>
        <text class="label" x=${right + 9} y=${band.labelY + 4}>${sayEdge(band)}</text>`,
    )}
    ${
      asked === undefined
        ? ''
        : svg`<line class="asked" x1=${left} x2=${right} y1=${asked.y} y2=${asked.y}></line>
          <text class="label strong" x=${right + 9} y=${asked.labelY + 4}>${sayAskedLine(asked.target)}</text>`
    }`;
}

/** Labels the oldest point with its title. Without room for a word or two there is no label. */
function labelOldest({ points, left, right }: AgeingLayout): TemplateResult | string {
  let oldest: Point | undefined;
  for (const point of points) if (oldest === undefined || point.row.ageInDays > oldest.row.ageInDays) oldest = point;
  if (oldest === undefined) return '';
  const { x, room, isBefore } = placeOfLabel(oldest, points, { left, right });
  const letters = Math.floor(room / letterWidth);
  if (letters < fewestLetters) return '';
  return svg`<text class="label name" x=${x} y=${oldest.y + 4}
    text-anchor=${isBefore ? 'end' : 'start'} aria-hidden="true">${shortened(oldest.row.title, letters)}</text>`;
}

const fewestLetters = 10;

function legendEntries(): Parameters<typeof legend>[0] {
  return [
    ...itemKinds.map((kind) => ({ className: 'point', path: outline(kindShapes[kind], 5), label: sayKind(kind) })),
    { className: 'point over', path: outline(kindShapes.decision, 5), label: t('Filled: past its promise') },
    { className: 'point', path: outline(kindShapes.decision, 7.5), label: t('Larger: more people wait') },
  ];
}

/** The figures of the chart as a table. */
export function ageingTable(rows: readonly OpenRow[]): FigureTable {
  return {
    head: [t('Item'), t('Kind'), t('State'), t('Age in days'), t('People waiting'), t('Past its promise')],
    rows: rows
      .filter(({ play }) => play !== undefined)
      .toSorted((a, b) => b.ageInDays - a.ageInDays)
      .map((row) => [
        row.title,
        sayKind(row.kind),
        row.play === undefined ? '' : sayPlay(row.play),
        row.ageInDays,
        row.waiting.length,
        sayOver(row) ?? t('no'),
      ]),
  };
}
