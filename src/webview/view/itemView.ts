import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actsOf, type OfferedAct } from '../../core/panel/acts.ts';
import type { ItemPage, ItemSnapshot } from '../../core/panel/protocol.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { sayAct, sayActWithLetter } from '../wording/acts.ts';
import { requestIcon } from './icon.ts';
import { peopleButtons } from './personView.ts';
import { pageTools } from './pageTools.ts';

/** Renders the page of an item: what it is and how it stands, what can be done about it, and what happened to it. */
export function itemView(session: Session): TemplateResult {
  const { item } = session;
  const copy = item?.page && { label: t('Copy as Markdown'), markdown: item.markdown };
  return html`${pageTools(session, t('Back to the List'), copy)}
    ${
      item === undefined
        ? html`<h1>${t('Item')}</h1>
            <p class="faint">${t('Reading the log…')}</p>`
        : item.page === undefined
          ? html`<h1>${t('Item')}</h1>
              <p>${item.markdown}</p>`
          : pageView(item, item.page, session)
    }
    <p class="unseen" aria-live="polite" role="status">${session.announcement}</p>`;
}

function pageView(item: ItemSnapshot, page: ItemPage, session: Session): TemplateResult {
  const [what = '', ...more] = page.sentences;
  const acts = actsOf(item);
  return html`<article data-item=${item.id}>
    <h1>${page.title}</h1>
    <p class="faint">${requestIcon(item)} ${what}</p>
    <div class="acts" role="group" aria-label=${t('What you can do')}>
      <div class="buttons">
        ${acts.filter(({ letter }) => letter !== undefined).map((act) => actButton(act, item, session))}
      </div>
      <div class="buttons">
        ${acts.filter(({ letter }) => letter === undefined).map((act) => actButton(act, item, session))}
      </div>
    </div>
    <div class="columns">
      <section aria-labelledby="heading-now">
        <h2 id="heading-now">${t('Now')}</h2>
        ${more.map((sentence, index) => html`<p class=${item.overdue && index === 1 ? 'late' : ''}>${sentence}</p>`)}
        ${peopleButtons(page.people, session)}
        ${page.note === undefined ? nothing : html`<p class="note">${page.note}</p>`}
        ${page.link === undefined ? nothing : html`<p>${linkOf(page.link)}</p>`}
      </section>
      ${
        page.figures.length === 0
          ? nothing
          : html`<section aria-labelledby="heading-figures">
              <h2 id="heading-figures">${t('Figures')}</h2>
              <dl class="facts">
                ${page.figures.map(
                  ({ name, value }) =>
                    html`<dt>${name}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>
            </section>`
      }
    </div>
    ${
      page.slips.length === 0
        ? nothing
        : html`<section aria-labelledby="heading-slips">
            <h2 id="heading-slips">${t('Slips')}</h2>
            <ul>
              ${page.slips.map((slip) => html`<li>${slip}</li>`)}
            </ul>
          </section>`
    }
    <section aria-labelledby="heading-history">
      <h2 id="heading-history">${t('History')}</h2>
      <ol class="history">
        ${page.history.map(({ day, text }) => html`<li><span class="day">${day}</span> <span>${text}</span></li>`)}
      </ol>
    </section>
  </article>`;
}

function actButton({ act, letter }: OfferedAct, { id, offers }: ItemSnapshot, session: Session): TemplateResult {
  return html`<button
    class="button ${act === 'decide' ? 'primary' : ''}"
    data-act=${act}
    title=${sayActWithLetter(act, offers, letter)}
    aria-keyshortcuts=${letter ?? nothing}
    @click=${() => session.sendRequest({ type: 'act', act, id })}
  >
    ${sayAct(act, offers)}${letter === undefined ? nothing : html` <kbd aria-hidden="true">${letter}</kbd>`}
  </button>`;
}

/** Only a web address opens; anything else is plain text. */
function linkOf({ text, isWebAddress }: NonNullable<ItemPage['link']>): TemplateResult {
  return isWebAddress ? html`<a href=${text}>${text}</a>` : html`${text}`;
}
