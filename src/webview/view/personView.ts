import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChangedRow, PersonSnapshot } from '../../core/panel/protocol.ts';
import { sayName } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { contextOfItem, walkList } from '../table/itemKeys.ts';
import { pageTools } from './pageTools.ts';
import { firstRows } from './startPart.ts';

/** Renders the page of a person: what changed since the last talk, and what waits between them and the leader. */
export function personView(person: PersonSnapshot, session: Session): TemplateResult {
  const { name, toReview, lists, handedOut, interruptions } = person;
  const isEmpty = lists.length + handedOut.length + interruptions.length === 0;
  return html`${pageTools(session, t('Back'), { label: t('Copy for a 1:1'), markdown: person.markdown })}
    <article>
      <h1>${person.title}</h1>
      ${person.sentences.map((sentence, index) => html`<p class=${index === 0 ? '' : 'faint'}>${sentence}</p>`)}
      <div class="acts" role="group" aria-label=${t('What you can do')}>
        <div class="buttons">
          ${
            toReview.length === 0
              ? nothing
              : html`<button
                  class="button primary"
                  data-focus
                  @click=${() => session.sendRequest({ type: 'review', ids: toReview })}
                >
                  ${t('Review with {0} ({1})', sayName(name), toReview.length)}
                </button>`
          }
          <button class="button" @click=${() => session.sendRequest({ type: 'markDiscussed', name })}>
            ${t('Discussed today')}
          </button>
        </div>
      </div>
      ${changedPart(person, session)}
      ${lists.map(({ heading, rows }) => listPart(heading, rows, (shown) => firstRows(shown, session), session))}
      ${listPart(
        t('Handed out'),
        handedOut,
        (shown) =>
          lines(
            shown.map(
              ({ id, title, facts }) =>
                html`<li>${briefLink(id, title, session)} <span class="faint">${facts}</span></li>`,
            ),
          ),
        session,
      )}
      ${listPart(
        t('Interruptions in the last 90 days'),
        interruptions,
        (shown) => lines(shown.map((text) => html`<li>${text}</li>`)),
        session,
      )}
      ${isEmpty ? html`<p>${t('What you capture for {0} appears here.', sayName(name))}</p>` : nothing}
    </article>
    <p class="unseen" aria-live="polite" role="status">${session.announcement}</p>`;
}

function changedPart({ changed }: PersonSnapshot, session: Session): TemplateResult | typeof nothing {
  if (changed === undefined) return nothing;
  const heading = t('Since you last talked');
  if (changed.length === 0) {
    return html`<section>
      <h2>${heading}</h2>
      <p class="faint">${t('Nothing changed.')}</p>
    </section>`;
  }
  const row = (change: ChangedRow): TemplateResult =>
    change.about === 'item' ? changedItem(change, session) : changedAssignment(change, session);
  return listPart(heading, changed, (shown) => lines(shown.map(row)), session);
}

function changedItem(change: ChangedRow, session: Session): TemplateResult {
  const { id, title, lines } = change;
  return html`<li data-item=${id} data-vscode-context=${contextOfItem(change)}>
    <button class="link" data-focus @click=${() => session.sendRequest({ type: 'act', act: 'openItem', id })}>
      ${title}
    </button>
    <span class="faint">${lines.join('; ')}</span>
  </li>`;
}

function changedAssignment({ id, title, lines }: ChangedRow, session: Session): TemplateResult {
  return html`<li>${briefLink(id, title, session)} <span class="faint">${lines.join('; ')}</span></li>`;
}

function briefLink(id: string, title: string, session: Session): TemplateResult {
  return html`<button class="link" @click=${() => session.sendRequest({ type: 'openBrief', id })}>${title}</button>`;
}

/** How many rows of a list are shown at first. */
const rowsShown = 10;

/** The lists that are shown as a whole, by the name of the person and their heading. */
const whole = new Set<string>();

/** The first rows of a list under its heading, and a button for the rest; nothing of an empty one. */
function listPart<R>(
  heading: string,
  rows: readonly R[],
  draw: (shown: readonly R[]) => TemplateResult | typeof nothing,
  session: Session,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const key = `${session.person?.name} ${heading}`;
  const [id, isLong, isWhole] = [encodeURIComponent(heading), rows.length > rowsShown, whole.has(key)];
  const toggle = (): void => {
    if (!whole.delete(key)) whole.add(key);
    session.drawNow();
    document.getElementById(`all-${id}`)?.focus();
  };
  const button = (text: string): TemplateResult =>
    html`<button
      id="all-${id}"
      class="button quiet"
      aria-expanded=${isWhole ? 'true' : 'false'}
      aria-describedby="heading-${id}"
      @click=${toggle}
    >
      ${text}
    </button>`;
  return html`<section class="list">
    <div class="head">
      <h2 id="heading-${id}">${t('{0} ({1})', heading, rows.length)}</h2>
      ${isLong && isWhole ? button(t('Show Fewer')) : nothing}
    </div>
    ${draw(isWhole ? rows : rows.slice(0, rowsShown))}
    ${isLong && !isWhole ? button(t('All {0}', rows.length)) : nothing}
  </section>`;
}

function lines(rows: readonly TemplateResult[]): TemplateResult {
  return html`<ul class="lines" @keydown=${walkList}>
    ${rows}
  </ul>`;
}

/** A button for each person that something names: it opens their page. */
export function peopleButtons(people: readonly string[], session: Session): TemplateResult | typeof nothing {
  if (people.length === 0) return nothing;
  return html`<div class="buttons people" role="group" aria-label=${t('People')}>
    ${people.map(
      (name) =>
        html`<button class="button quiet" @click=${() => session.sendRequest({ type: 'openPerson', name })}>
          ${sayName(name)}
        </button>`,
    )}
  </div>`;
}
