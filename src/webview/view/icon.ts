import calendar from '@vscode/codicons/src/icons/calendar.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronLeft from '@vscode/codicons/src/icons/chevron-left.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg';
import { svg, type TemplateResult } from 'lit';

/** VS Code's icons as SVG paths: these few take a hundredth of the size of the icon font. */
const icons = { calendar, check, chevronLeft, chevronRight, ellipsis };

export function icon(name: keyof typeof icons): TemplateResult {
  const [, path = ''] = /\bd="([^"]+)"/.exec(icons[name]) ?? [];
  return svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${path}></path></svg>`;
}
