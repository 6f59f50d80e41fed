import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../../core/panel/protocol.ts';
import { sayAgeing, sayClosed, sayFrictionSummary, sayTrend } from '../wording/charts.ts';
import { sayDay } from '../../core/text/days.ts';
import { sayAsker, sayDrift, saySpread, sayTargetKind } from '../../core/figures/figureText.ts';
import { percentile } from '../../core/figures/percentile.ts';
import { sayTab } from '../wording/panel.ts';
import { counted, t } from '../../core/text/translate.ts';
import { ageingTable, drawAgeing } from '../charts/ageing.ts';
import { closedTable, drawClosed } from '../charts/closed.ts';
import { drawFriction, frictionTable, type FrictionSource } from '../charts/friction.ts';
import { drawSymmetry, symmetrySummary, symmetryTable } from '../charts/symmetry.ts';
import { drawTrend, trendTable } from '../charts/trend.ts';
import { filtered, sorted } from '../state/filterAndSort.ts';
import type { Session } from '../state/session.ts';
import { filterBar } from '../table/filterBar.ts';
import { contextOfItem } from '../table/itemKeys.ts';
import { itemTable } from '../table/itemTable.ts';
import { handedOutPart } from './handedOutPart.ts';
import { chartSection } from './section.ts';
import { figureStrip } from './strip.ts';
import { tabBar } from './tabs.ts';

/** Renders the whole panel from the session. */
export function panel(session: Session, width: number): TemplateResult {
  const { snapshot } = session;
  return html`<header>
      <h1>${t('What Waits on You')}</h1>
      ${
        snapshot === undefined
          ? nothing
          : html`<span class="day">${sayDay(snapshot.today, snapshot.today)}</span>
              <vscode-button @click=${() => session.sendRequest({ type: 'capture' })}>${t('Capture')}</vscode-button>`
      }
    </header>
    ${
      snapshot === undefined
        ? html`<p class="faint">${t('Reading the log…')}</p>`
        : html`${figureStrip(snapshot, session)} ${tabBar(session)}
            <div id="part" role="tabpanel" aria-labelledby="tab-${session.state.tab}" tabindex="-1">
              <h2 class="unseen">${sayTab(session.state.tab)}</h2>
              ${part(session, snapshot, width)}
            </div>`
    }
    <p class="unseen" aria-live="polite" role="status">${session.announcement}</p>`;
}

function part(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  switch (session.state.tab) {
    case 'waiting':
      return waitingPart(session, snapshot, width);
    case 'symmetry':
      return symmetryPart(session, snapshot, width);
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

function waitingPart(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  const { filter, sort } = session.state;
  if (snapshot.open.length === 0) {
    return html`<p class="empty">
      ${t('Nothing waits on you.')}
      ${snapshot.cycle.closed === 0 ? t('Items you capture appear here and age.') : t('Everything is closed.')}
    </p>`;
  }
  const rows = filtered(snapshot.open, filter);
  const summary = sayAgeing(rows, snapshot.cycle);
  return html`${chartSection({
      id: 'ageing',
      heading: t('Ageing'),
      summary,
      session,
      before: filterBar(snapshot.open, rows.length, session),
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
    })}
    <section aria-labelledby="heading-items">
      <h2 id="heading-items">${t('All Open Items')}</h2>
      ${
        rows.length === 0
          ? html`<p class="empty">${t('No open item fits this filter.')}</p>`
          : itemTable({ rows: sorted(rows, sort), today: snapshot.today, session })
      }
    </section>`;
}

function symmetryPart(session: Session, { scorecard }: Snapshot, width: number): TemplateResult {
  const { symmetry } = scorecard;
  const summary = symmetrySummary(symmetry);
  return chartSection({
    id: 'symmetry',
    heading: t('Symmetry'),
    summary,
    session,
    drawing: drawSymmetry(symmetry, width, summary),
    table: () => symmetryTable(symmetry),
    after: html`<dl class="facts">
        <dt>${t('First response')}</dt>
        <dd>${saySpread(scorecard.responseTime)}</dd>
        <dt>${t('Until closed')}</dt>
        <dd>${saySpread(scorecard.decisionTime)}</dd>
        <dt>${t('Closed late')}</dt>
        <dd>${sayLateness(scorecard.lateInWorkingDays)}</dd>
        <dt>${t('Drift')}</dt>
        <dd>${sayDrift(scorecard.drift)}</dd>
      </dl>
      <p class="faint">${t('In working days, over the last {0} days.', scorecard.windowInDays)}</p>`,
  });
}

/** `3: half by up to 2, the latest by 9 working days`. `days` are working days after the first promise, ascending. */
function sayLateness(days: readonly number[]): string {
  const [middle, last] = [percentile(days, 50), days.at(-1)];
  if (middle === undefined || last === undefined) return t('none');
  return counted(
    days.length,
    '{0}, by {1} working days',
    '{0}: half by up to {2}, the latest by {1} working days',
    last,
    middle,
  );
}

function timePart(session: Session, snapshot: Snapshot, width: number): TemplateResult {
  const [closed, trend] = [sayClosed(snapshot), sayTrend(snapshot.trend)];
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
      ? html`<section aria-labelledby="heading-closed">
          <h2 id="heading-closed">${t('Closed')}</h2>
          <p class="empty">${closed}</p>
        </section>`
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
  const askers: FrictionSource[] = friction.byAsker.map(({ key, ...sums }) => ({ ...sums, name: sayAsker(key) }));
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
