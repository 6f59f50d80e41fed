import { html, nothing, type TemplateResult } from 'lit/html.js';
import { t } from '../../core/text/translate.ts';
import { type Cell, cellText, type FigureTable, markdownOf, rowsShown, sayMoreRows } from '../charts/figureTable.ts';
import type { Session } from '../state/session.ts';
import { copyPicture, copyText } from './copyChart.ts';

interface Section {
  readonly id: string;
  readonly heading: string;
  /** A sentence about what the chart shows. */
  readonly summary: string;
  readonly drawing: TemplateResult;
  /** Built only when it is shown or copied. */
  readonly table: () => FigureTable;
  readonly session: Session;
  /** Content between the summary and the drawing. */
  readonly before?: TemplateResult;
  /** Content below the drawing. */
  readonly after?: TemplateResult;
}

/** A chart with heading, summary, its figures as a table, and buttons to copy it as Markdown or as a picture. */
export function chartSection(section: Section): TemplateResult {
  const { id, heading, summary, drawing, table, session } = section;
  const isShown = session.state.tables.includes(id);
  const toggle = (event: Event): void => {
    const isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (isOpen === session.state.tables.includes(id)) return;
    const others = session.state.tables.filter((other) => other !== id);
    session.updateView({ tables: isOpen ? [...others, id] : others });
  };
  const picture = (event: Event): void => {
    const parent = (event.currentTarget as Element).closest('section');
    if (parent !== null) void copyPicture(session, parent, heading, summary);
  };
  return html`<section aria-labelledby="heading-${id}" data-section=${id}>
    <div class="head">
      <h2 id="heading-${id}" tabindex="-1">${heading}</h2>
      <div class="tools">
        <button class="button quiet" @click=${() => void copyText(session, markdownOf(heading, summary, table()))}>
          ${t('Copy as Markdown')}
        </button>
        <button class="button quiet" @click=${picture}>${t('Copy as Picture')}</button>
      </div>
    </div>
    <p class="summary">${summary}</p>
    ${section.before ?? nothing}
    <div class="chart">${drawing}</div>
    ${section.after ?? nothing}
    <details ?open=${isShown} @toggle=${toggle}>
      <summary>${t('Show as table')}</summary>
      ${isShown ? figures(table(), heading, session) : nothing}
    </details>
  </section>`;
}

/** A section that says why there is nothing to draw. */
export function emptySection(id: string, heading: string, sentence: string): TemplateResult {
  return html`<section aria-labelledby="heading-${id}">
    <h2 id="heading-${id}">${heading}</h2>
    <p class="empty">${sentence}</p>
  </section>`;
}

/** Columns that stand side by side in the narrowest panel. Of more, each row becomes a card there. */
const columnsSideBySide = 3;

function figures({ head, rows }: FigureTable, caption: string, session: Session): TemplateResult {
  const more = rows.length - rowsShown;
  // What stands in place of a number, such as “not enough yet”, ends where the numbers of its column end.
  const classes = head.map((_, column) => (rows.some((row) => typeof row[column] === 'number') ? 'number' : ''));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table class="figures ${head.length > columnsSideBySide ? 'wide' : ''}">
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${head.map((name, column) => html`<th scope="col" class=${classes[column]}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, rowsShown).map(
            (row) =>
              html`<tr>
                ${row.map(
                  (cell, column) =>
                    html`<td class=${classes[column]} data-name=${head[column]}>${cellContent(cell, session)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${more > 0 ? html`<p class="faint">${sayMoreRows(more)}</p>` : nothing}`;
}

function cellContent(cell: Cell, session: Session): unknown {
  if (typeof cell !== 'object') return cellText(cell);
  const open = (): void => session.sendRequest({ type: 'openPerson', name: cell.person });
  return html`<button class="link" @click=${open}>${cellText(cell)}</button>`;
}
