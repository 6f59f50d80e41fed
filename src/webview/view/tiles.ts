import { html, type TemplateResult } from 'lit/html.js';
import type { Share } from '../../core/figures/scorecard.ts';
import type { Snapshot } from '../../core/panel/protocol.ts';
import { sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { noFilter, type StateFilter } from '../state/viewState.ts';
import { sayOverdueKinds } from '../wording/panel.ts';

/** The four figures. Each answers when it is pressed: with the items it counts, or with the figures behind it. */
export function tiles({ totals, start, scorecard }: Snapshot, session: Session): TemplateResult {
  const { filter, sort, isListShown } = session.state;
  const filterBy = (state: StateFilter): void => {
    const isOn = filter.state === state;
    session.updateView({ filter: { ...noFilter, state: isOn ? '' : state }, isListShown: true, listTop: 0 });
    session.scrollTo('heading-items');
  };
  const isSorted = isListShown && sort.column === 'personDays' && sort.isDescending;
  const sortByHurt = (): void => {
    session.updateView({
      sort: isSorted ? { column: 'hurt', isDescending: true } : { column: 'personDays', isDescending: true },
      filter: noFilter,
      isListShown: true,
      listTop: 0,
    });
    session.scrollTo('heading-items');
  };
  const openFigures = (): void => {
    session.updateView({ tab: 'halves' });
    session.scrollTo('heading-promises', true);
  };
  return html`<div class="tiles" role="group" aria-label=${t('Figures')}>
    ${tile({
      name: t('Overdue'),
      value: sayNumber(totals.overdue),
      about: sayOverdueKinds(totals),
      isPressed: filter.state === 'overdue',
      press: () => filterBy('overdue'),
    })}
    ${tile({
      name: t('Due today'),
      value: sayNumber(start.today),
      about: start.today === 0 ? t('nothing to look at today') : t('due, or to look at today'),
      isPressed: filter.state === 'today',
      press: () => filterBy('today'),
    })}
    ${tile({
      name: t('Person-days'),
      value: sayNumber(totals.personDays),
      about:
        totals.handedOver === 0 ? t('of waiting so far') : t('of waiting, without {0} handed over', totals.handedOver),
      isPressed: isSorted,
      press: sortByHurt,
    })}
    ${tile({
      name: t('Promises kept'),
      value: sayOf(scorecard.kept),
      about: t('{0} kept and stood, {1} days', sayOf(scorecard.standing), scorecard.windowInDays),
      press: openFigures,
    })}
  </div>`;
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  /** Undefined where it opens something instead of being on or off. */
  readonly isPressed?: boolean;
  readonly press: () => void;
}

function tile({ name, value, about, isPressed, press }: Tile): TemplateResult {
  const inner = html`<span class="name">${name}</span> <span class="value">${value}</span>
    <span class="about">${about}</span>`;
  return isPressed === undefined
    ? html`<button class="tile" @click=${press}>${inner}</button>`
    : html`<button class="tile" aria-pressed=${isPressed ? 'true' : 'false'} @click=${press}>${inner}</button>`;
}

function sayOf({ count, of }: Share): string {
  return of === 0 ? '–' : t('{0} of {1}', count, of);
}
