import { html, nothing, type TemplateResult } from 'lit/html.js';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { copyText } from './copyChart.ts';

/**
 * The line above a page: back to where it was opened from, and the page as Markdown.
 *
 * @param copy undefined while there is nothing to copy
 */
export function pageTools(
  session: Session,
  back: string,
  copy: { readonly label: string; readonly markdown: string } | undefined,
): TemplateResult {
  return html`<nav class="tools" aria-label=${t('Page')}>
    <button
      class="button quiet"
      id="back"
      aria-keyshortcuts="Escape"
      @click=${() => session.sendRequest({ type: 'back' })}
    >
      ${back} <kbd aria-hidden="true">${t('Esc')}</kbd>
    </button>
    ${
      copy === undefined
        ? nothing
        : html`<button class="button quiet" @click=${() => void copyText(session, copy.markdown)}>
            ${copy.label}
          </button>`
    }
  </nav>`;
}
