import { svg, type TemplateResult } from 'lit/html.js';
import { scaleLinear } from 'd3-scale';
import type { Calibration, SurenessBand } from '../../core/figures/calibration.ts';
import { sayShare } from '../../core/figures/figureText.ts';
import { t } from '../../core/text/translate.ts';
import { sayBand } from '../wording/payback.ts';
import { drawBars } from './bars.ts';
import type { FigureTable } from './figureTable.ts';
import { legend, outline, verdictShapes, widthOf } from './marks.ts';

const [rowHeight, top] = [34, 8];

/**
 * A reliability diagram, one row for each band: an outline where the share that stood is expected, and a dot where it is.
 * Before enough answers, how many there are.
 */
export function drawCalibration(calibration: Calibration, width: number, summary: string): TemplateResult {
  const { answered, needed, brier, bands } = calibration;
  if (brier === undefined) {
    return drawBars([{ bars: [{ label: t('Answered'), figure: { count: answered, needed } }] }], width, summary);
  }
  const left = 10 + widthOf(bands.map(sayBand));
  const right = width - 12 - widthOf(bands.map(sayStood));
  const x = scaleLinear([0, 100], [left + 6, right - 6]);
  const bottom = top + bands.length * rowHeight;
  const words = legend(
    [
      { className: 'ask', path: 'M-6-5h12v10h-12z', label: t('stated') },
      { className: 'point there', path: outline(verdictShapes.unchecked, 5), label: t('what stood') },
    ],
    0,
    bottom + 28,
    width,
  );
  return svg`<svg class="drawing" role="img" aria-label=${summary} width=${width} height=${bottom + 34 + words.height}>
    ${bands.map((band, index) => {
      const y = top + index * rowHeight + rowHeight / 2;
      const at = x((100 * band.stood) / band.n);
      return svg`
        <text class="label" x="0" y=${y + 4}>${sayBand(band)}</text>
        <line class="grid" x1=${left} x2=${right} y1=${y} y2=${y}></line>
        <rect class="ask stated" x=${x(band.from)} width=${x(band.to) - x(band.from)} y=${y - 8} height="16" rx="2"></rect>
        ${band.n === 0 ? '' : svg`<circle class="point there" cx=${at} cy=${y} r="5"></circle>`}
        <text class="label ${band.n === 0 ? 'faint' : ''}" x=${right + 8} y=${y + 4}>${sayStood(band)}</text>`;
    })}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    ${(right - left < 150 ? [0, 100] : [0, 50, 100]).map(
      (percent) => svg`<line class="tick" x1=${x(percent)} x2=${x(percent)} y1=${bottom} y2=${bottom + 4}></line>
        <text class="label" x=${x(percent)} y=${bottom + 17} text-anchor="middle">${t('{0} %', percent)}</text>`,
    )}
    ${words.drawing}
  </svg>`;
}

function sayStood({ stood, n }: SurenessBand): string {
  return n === 0 ? t('none') : sayShare({ count: stood, of: n });
}

export function calibrationTable(calibration: Calibration): FigureTable {
  const { answered, brier, reliability, resolution, uncertainty, bands, unanswered } = calibration;
  const scores: [string, number | undefined][] = [
    [t('Brier score'), brier],
    [t('Reliability'), reliability],
    [t('Resolution'), resolution],
    [t('Uncertainty'), uncertainty],
  ];
  return {
    head: [t('Stated'), t('Stood'), t('Answered')],
    rows: [
      ...bands.map((band) => [sayBand(band), band.stood, band.n]),
      ...scores.map(([name, score]) => [name, score ?? t('not enough yet'), answered]),
      [t('Check day passed'), t('no answer'), unanswered],
    ],
  };
}
