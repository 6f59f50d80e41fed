import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import type { OpenRow, Snapshot } from '../../core/panel/protocol.ts';
import { sayAgeing, sayClosed, sayFrictionSummary, sayTrend } from '../wording/charts.ts';
import { sayDay } from '../../core/text/days.ts';
import { sayAsker, sayTargetKind } from '../../core/figures/figureText.ts';
import { sayAll, sayFound } from '../wording/counts.ts';
import { sayTab } from '../wording/panel.ts';
import { t } from '../../core/text/translate.ts';
import { ageingTable, drawAgeing } from '../charts/ageing.ts';
import { closedTable, drawClosed } from '../charts/closed.ts';
import { drawFriction, frictionTable, type FrictionSource } from '../charts/friction.ts';
import { drawTrend, trendTable } from '../charts/trend.ts';
import { filtered, sorted } from '../state/filterAndSort.ts';
import type { Session } from '../state/session.ts';
import { type Filter, noFilter, type Sort } from '../state/viewState.ts';
import { filterBar } from '../table/filterBar.ts';
import { contextOfItem } from '../table/itemKeys.ts';
import { itemTable } from '../table/itemTable.ts';
import { bothHalvesPart } from './bothHalvesPart.ts';
import { handedOutPart } from './handedOutPart.ts';
import { paybackPart } from './paybackPart.ts';
import { chartSection, emptySection } from './section.ts';
import { firstRows, startPart } from './startPart.ts';
import { tabBar } from './tabs.ts';
import { tiles } from './tiles.ts';

/** Renders the whole panel from the session. */
export function panel(session: Session, width: number): TemplateResult {
  const { snapshot } = session;
  return html`<header>
      <h1>${t('What Waits on You')}</h1>
      ${
        snapshot === undefined
          ? nothing
          : html`<span class="day">${sayDay(snapshot.today, snapshot.today)}</span> ${
                // Otherwise it is among the things to do first.
                snapshot.open.length === 0
                  ? nothing
                  : html`<button class="button" @click=${() => session.sendRequest({ type: 'capture' })}>
                      ${t('Capture')}
                    </button>`
              }`
      }
    </header>
    ${snapshot === undefined ? html`<p class="faint">${t('Reading the log…')}</p>` : parts(session, snapshot, width)}
    <p class="unseen" aria-live="polite" role="status">${session.announcement}</p>`;
}

function parts(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  const { tab, tables } = session.state;
  return html`${startPart(snapshot, session)} ${snapshot.open.length === 0 ? nothing : itemsPart(session, snapshot)}
  ${
    session.isNew
      ? nothing
      : html`${tiles(snapshot, session)} ${snapshot.open.length === 0 ? nothing : ageingPart(session, snapshot, width)}
          ${tabBar(session)}
          <div id="part" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="-1">
            <h2 class="unseen">${sayTab(tab)}</h2>
            ${guard([snapshot, tab, tables, width], () => part(session, snapshot, width))}
          </div>`
  }`;
}

function part(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  switch (session.state.tab) {
    case 'halves':
      return bothHalvesPart(session, snapshot, width);
    case 'payback':
      return paybackPart(session, snapshot, width);
    case 'time':
      return timePart(session, snapshot, width);
    case 'friction':
      return frictionPart(session, snapshot, width);
    case 'handedOut':
      return handedOutPart(session, snapshot, width);
    default:
      return session.state.tab satisfies never;
  }
}

/** The first rows, or the list of all with its filter. */
function itemsPart(session: Session, { open, start, today }: Snapshot): TemplateResult {
  const { filter, sort, isListShown } = session.state;
  if (!isListShown) {
    return html`<section aria-labelledby="heading-items" class="list">
      <h2 id="heading-items" class="unseen">${t('First in Line')}</h2>
      ${firstRows(start.rows, session)}
      <button id="all" class="button quiet" aria-expanded="false" @click=${() => show(session, true)}>
        ${sayAll(open)}
      </button>
    </section>`;
  }
  const rows = shownRows(open, filter, sort);
  return html`<section aria-labelledby="heading-items" class="list">
    <div class="head">
      <h2 id="heading-items">${t('All Items')}</h2>
      <button id="all" class="button quiet" aria-expanded="true" @click=${() => show(session, false)}>
        ${t('Show Fewer')}
      </button>
    </div>
    ${filterBar(open, sayFound(rows.length, open), session)}
    ${
      rows.length === 0
        ? html`<p class="empty">${t('No item fits this filter.')}</p>`
        : itemTable({ rows, today, session })
    }
  </section>`;
}

function show(session: Session, isListShown: boolean): void {
  // Out of sight, a filter would still narrow the chart.
  session.updateView({ isListShown, listTop: 0, ...(isListShown ? {} : { filter: noFilter }) });
  session.scrollTo('all', true);
}

/** Remembers the last result: while the list is scrolled, nothing of this changes. */
let lastShown: { readonly of: readonly unknown[]; readonly rows: readonly OpenRow[] } | undefined;

function shownRows(open: readonly OpenRow[], filter: Filter, sort: Sort): readonly OpenRow[] {
  const of = [open, filter, sort];
  if (lastShown?.of.every((part, index) => part === of[index]) !== true) {
    lastShown = { of, rows: sorted(filtered(open, filter), sort) };
  }
  return lastShown.rows;
}

function ageingPart(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  const { filter, tables } = session.state;
  return html`${guard([snapshot, filter, tables, width], () => {
    const rows = filtered(snapshot.open, filter);
    const summary = sayAgeing(rows, snapshot);
    return chartSection({
      id: 'ageing',
      heading: t('Ageing'),
      summary,
      session,
      drawing: drawAgeing({
        rows,
        snapshot,
        asked: filter.kind === '' ? undefined : snapshot.asked[filter.kind],
        width,
        summary,
        context: contextOfItem,
        whenOpened: ({ id }) => session.sendRequest({ type: 'act', act: 'openItem', id }),
      }),
      table: () => ageingTable(rows),
    });
  })}`;
}

function timePart(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  const [closed, trend] = [sayClosed(snapshot), sayTrend(snapshot.trend, snapshot.logBeginsOn, snapshot.today)];
  return html`${chartSection({
    id: 'trend',
    heading: t('Trend'),
    summary: trend,
    session,
    drawing: drawTrend(snapshot.trend, snapshot.today, width, trend),
    table: () => trendTable(snapshot.trend, snapshot.today),
  })}
  ${
    snapshot.closed.length === 0
      ? emptySection('closed', t('Closed'), closed)
      : chartSection({
          id: 'closed',
          heading: t('Closed'),
          summary: closed,
          session,
          drawing: drawClosed(snapshot, width, closed, (id) =>
            session.sendRequest({ type: 'act', act: 'openItem', id }),
          ),
          table: () => closedTable(snapshot.closed, snapshot.today),
        })
  }`;
}

function frictionPart(session: Session, { friction }: Snapshot, width: number): TemplateResult {
  const kinds: FrictionSource[] = friction.byKind.map(({ key, ...sums }) => ({ ...sums, name: sayTargetKind(key) }));
  const askers: FrictionSource[] = friction.byAsker.map(({ key, ...sums }) => ({
    ...sums,
    name: sayAsker(key),
    person: key,
  }));
  const summary = sayFrictionSummary(friction);
  if (kinds.length === 0) return html`<p class="empty">${summary}</p>`;
  const asked = t('Person-days of waiting in the last {0} days, by who asked.', friction.windowInDays);
  return html`${chartSection({
    id: 'kinds',
    heading: t('Friction by Kind'),
    summary,
    session,
    drawing: drawFriction(kinds, width, summary),
    table: () => frictionTable(kinds, t('Kind')),
  })}
  ${chartSection({
    id: 'askers',
    heading: t('Friction by Who Asked'),
    summary: asked,
    session,
    drawing: drawFriction(askers, width, asked),
    table: () => frictionTable(askers, t('Who asked')),
  })}`;
}
