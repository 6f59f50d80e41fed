import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { OpenRow } from '../../core/panel/protocol.ts';
import { targetKinds } from '../../core/policy.ts';
import { sayName } from '../../core/text/days.ts';
import { sayTargetKind } from '../../core/figures/figureText.ts';
import { sayStateFilter } from '../wording/panel.ts';
import { stateFilters } from '../state/viewState.ts';
import { t } from '../../core/text/translate.ts';
import { distinctNames } from '../state/filterAndSort.ts';
import type { Session } from '../state/session.ts';
import { type Filter, noFilter } from '../state/viewState.ts';

/**
 * The filter controls; they apply to the chart and the list.
 *
 * @param found how many items it finds, in words
 */
export function filterBar(open: readonly OpenRow[], found: string, session: Session): TemplateResult {
  const { filter } = session.state;
  const change = (part: Partial<Filter>): void => {
    session.updateView({ filter: { ...session.state.filter, ...part }, listTop: 0 });
  };
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return html`<div class="filters" role="search" aria-label=${t('Filter')}>
    <input
      class="words"
      aria-label=${t('Filter by text')}
      placeholder=${t('Filter by text')}
      .value=${live(filter.text)}
      @input=${(event: Event) => change({ text: (event.target as HTMLInputElement).value })}
    />
    ${choice(
      t('Kind'),
      filter.kind,
      targetKinds.map((kind) => [kind, sayTargetKind(kind)]),
      (kind) => change({ kind }),
    )}
    ${choice(
      t('State'),
      filter.state,
      stateFilters.map((state) => [state, sayStateFilter(state)]),
      (state) => change({ state }),
    )}
    ${choice(
      t('Who waits'),
      filter.person,
      distinctNames(open, 'waiting').map((name) => [name, sayName(name)]),
      (person) => change({ person }),
    )}
    ${choice(
      t('Tag'),
      filter.tag,
      distinctNames(open, 'tags').map((tag) => [tag, `#${tag}`]),
      (tag) => change({ tag }),
    )}
    ${
      filter.person === ''
        ? nothing
        : html`<button class="button" @click=${() => session.sendRequest({ type: 'openPerson', name: filter.person })}>
            ${t('Open {0}', sayName(filter.person))}
          </button>`
    }
    <span class="found" aria-live="polite">${found}</span>
    ${
      isFiltered ? html`<button class="button" @click=${() => change(noFilter)}>${t('Clear Filter')}</button>` : nothing
    }
  </div>`;
}

function choice<T extends string>(
  name: string,
  chosen: T | '',
  options: readonly (readonly [T, string])[],
  whenChosen: (value: T | '') => void,
): TemplateResult {
  // Keep a chosen value that is no longer an option, so that it stays visible and can be cleared.
  const all =
    chosen === '' || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen] as const];
  return html`<select
    aria-label=${name}
    ?disabled=${all.length === 0}
    @change=${(event: Event) => whenChosen((event.target as HTMLSelectElement).value as T | '')}
  >
    <option value="" ?selected=${chosen === ''}>${t('{0}: any', name)}</option>
    ${all.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
  </select>`;
}
