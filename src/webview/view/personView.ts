import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChangedRow, PersonSnapshot } from '../../core/panel/protocol.ts';
import { sayName, sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { contextOfItem } from '../table/itemKeys.ts';
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
                  ${t('Review with {0} ({1})', sayName(name), sayNumber(toReview.length))}
                </button>`
          }
          <button class="button" @click=${() => session.sendRequest({ type: 'markDiscussed', name })}>
            ${t('Discussed today')}
          </button>
        </div>
      </div>
      ${changedPart(person, session)}
      ${lists.map(({ heading, rows }) => part(t('{0} ({1})', heading, sayNumber(rows.length)), firstRows(rows, session)))}
      ${
        handedOut.length === 0
          ? nothing
          : part(
              t('Handed out'),
              html`<ul class="lines">
                ${handedOut.map(
                  ({ id, title, facts }) =>
                    html`<li>${briefLink(id, title, session)} <span class="faint">${facts}</span></li>`,
                )}
              </ul>`,
            )
      }
      ${interruptions.length === 0 ? nothing : part(t('Interruptions in the last 90 days'), lines(interruptions))}
      ${isEmpty ? html`<p>${t('What you capture for {0} appears here.', sayName(name))}</p>` : nothing}
    </article>
    <p class="unseen" aria-live="polite" role="status">${session.announcement}</p>`;
}

function changedPart({ changed }: PersonSnapshot, session: Session): TemplateResult | typeof nothing {
  if (changed === undefined) return nothing;
  if (changed.length === 0)
    return part(t('Since you last talked'), html`<p class="faint">${t('Nothing changed.')}</p>`);
  return part(
    t('Since you last talked'),
    html`<ul class="lines">
      ${changed.map((change) => (change.about === 'item' ? changedItem(change, session) : changedAssignment(change, session)))}
    </ul>`,
  );
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

function part(heading: string, content: unknown): TemplateResult {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

function lines(texts: readonly string[]): TemplateResult {
  return html`<ul class="lines">
    ${texts.map((text) => html`<li>${text}</li>`)}
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
