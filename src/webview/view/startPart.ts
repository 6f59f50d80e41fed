import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FirstRow, Snapshot } from '../../core/panel/protocol.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { contextOfItem, walkList } from '../table/itemKeys.ts';
import { actButtons } from './actButtons.ts';
import { icon, requestIcon } from './icon.ts';

/** The first thing on the panel: what to do now, in one sentence with its buttons. */
export function startPart({ start, open: rows }: Snapshot, session: Session): TemplateResult {
  const { item, sentence, toReview } = start;
  const [before, after] = sentence;
  const open = (): void => {
    if (item !== undefined) session.sendRequest({ type: 'act', act: 'openItem', id: item.id });
  };
  return html`<section
    class="start"
    aria-label=${t('Start here')}
    data-item=${item?.id ?? nothing}
    data-vscode-context=${item === undefined ? nothing : contextOfItem(item)}
  >
    <p class="first">
      ${before}${
        item === undefined
          ? nothing
          : html`<span class="link" role="link" tabindex="0" data-focus @click=${open} @keydown=${onEnter(open)}
              >${item.title}</span
            >`
      }${after}
    </p>
    <div class="buttons">
      ${item === undefined ? nothing : actButtons(item, session, true)}
      ${
        toReview > 0
          ? html`<button class="button" @click=${() => session.sendRequest({ type: 'reviewAll' })}>
              ${t('Review all ({0})', toReview)}
            </button>`
          : nothing
      }
      ${
        rows.length === 0
          ? html`<button class="button primary" @click=${() => session.sendRequest({ type: 'capture' })}>
                ${t('Capture')}
              </button>
              ${
                session.isNew
                  ? html`<button class="button" @click=${() => session.sendRequest({ type: 'addSample' })}>
                      ${t('Add sample items')}
                    </button>`
                  : nothing
              }`
          : nothing
      }
    </div>
  </section>`;
}

/** A title inside a sentence is no button element, because the words of a button do not wrap with the sentence. */
function onEnter(open: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === 'Enter') open();
  };
}

/** The first rows of the list, with the same buttons. */
export function firstRows(rows: readonly FirstRow[], session: Session): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<ol class="first-rows" @keydown=${walkList}>
    ${rows.map(
      (row) =>
        html`<li data-item=${row.id} data-vscode-context=${contextOfItem(row)}>
          <span class="what">
            <button
              class="link"
              data-focus
              @click=${() => session.sendRequest({ type: 'act', act: 'openItem', id: row.id })}
            >
              ${row.title}
            </button>
            <span class="brief ${row.overdue ? 'over' : ''}"
              >${row.isHeld ? icon('pause') : nothing}${requestIcon(row)}${row.facts}</span
            >
          </span>
          <span class="buttons">${actButtons(row, session)}</span>
        </li>`,
    )}
  </ol>`;
}
