import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { OpenRow } from '../../core/panel/protocol.ts';
import type { Day } from '../../core/time/day.ts';
import { sayNearDay, sayNumber, sayPeople } from '../../core/text/days.ts';
import { sayFewPeople, sayOver, sayPage, sayStanding, sayTargetKindOne } from '../wording/panel.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import type { Column } from '../state/viewState.ts';
import { icon } from '../view/icon.ts';
import { actionForKey, closingActOf, contextOfItem } from './itemKeys.ts';

/** Rows per page: few enough to render at once, so that the editor's own search finds every row of the page. */
const pageSize = 100;

interface ItemTable {
  /** Filtered and sorted. */
  readonly rows: readonly OpenRow[];
  readonly today: Day;
  readonly session: Session;
}

/** The table of open items, in pages. */
export function itemTable({ rows, today, session }: ItemTable): TemplateResult {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(session.state.page, pages - 1);
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  const selected = new Set(session.state.selected);
  const select = (ids: readonly string[], isSelected: boolean): void => {
    const next = new Set(session.state.selected);
    for (const id of ids)
      if (isSelected) next.add(id);
      else next.delete(id);
    session.updateView({ selected: [...next] });
  };
  const isAllSelected = shown.length > 0 && shown.every(({ id }) => selected.has(id));
  return html`${selected.size > 0 ? selectionBar([...selected], session) : nothing}
    <div class="scroll" role="group" aria-label=${t('All open items')} tabindex="-1">
      <table class="items" @keydown=${(event: KeyboardEvent) => onKey(event, shown, session)} @focusin=${onFocus}>
        <caption class="unseen">
          ${t('All open items')}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="check">
              <input
                type="checkbox"
                aria-label=${t('Select all on this page')}
                .checked=${isAllSelected}
                @change=${(event: Event) =>
                  select(
                    shown.map(({ id }) => id),
                    (event.target as HTMLInputElement).checked,
                  )}
              />
            </th>
            ${head('title', t('Item'), session)} ${head('kind', t('Kind'), session)}
            ${head('state', t('State'), session)} ${head('age', t('Age'), session, 'number')}
            ${head('waited', t('Waited'), session, 'number')} ${head('personDays', t('Person-days'), session, 'number')}
            <th scope="col">${t('Who waits')}</th>
            ${head('promised', t('Promised'), session)}
            <th scope="col" class="acts"><span class="unseen">${t('Actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ id }) => id,
            (row, index) => itemRow(row, index === 0, selected.has(row.id), today, session, select),
          )}
        </tbody>
      </table>
    </div>
    ${pages > 1 ? pager(page, pages, rows.length, session) : nothing}`;
}

function itemRow(
  row: OpenRow,
  isFirst: boolean,
  isSelected: boolean,
  today: Day,
  session: Session,
  select: (ids: readonly string[], isSelected: boolean) => void,
): TemplateResult {
  const act = closingActOf(row);
  const over = sayOver(row);
  const tab = isFirst ? 0 : -1;
  return html`<tr data-row=${row.id} data-vscode-context=${contextOfItem(row)} class=${isSelected ? 'selected' : ''}>
    <td class="check">
      <input
        type="checkbox"
        tabindex=${tab}
        aria-label=${t('Select “{0}”', row.title)}
        .checked=${isSelected}
        @change=${(event: Event) => select([row.id], (event.target as HTMLInputElement).checked)}
      />
    </td>
    <th scope="row" class="title">
      <button
        class="link"
        tabindex=${tab}
        @click=${() => session.sendRequest({ type: 'act', act: 'openItem', id: row.id })}
      >
        ${row.title}
      </button>
      ${row.tags.length > 0 ? html`<span class="tags">${row.tags.map((tag) => `#${tag}`).join(' ')}</span>` : nothing}
    </th>
    <td class="kind">${sayTargetKindOne(row.targetKind)}</td>
    <td class="state">
      ${sayStanding(row, today)}${over === undefined ? nothing : html`<span class="late">${over}</span>`}
    </td>
    <td class="number age">${t('{0} d', sayNumber(row.ageInDays))}</td>
    <td class="number waited">${t('{0} wd', sayNumber(row.workingDaysWaited))}</td>
    <td class="number cost">${sayNumber(row.personDays)}</td>
    <td class="who" title=${row.waiting.length > 3 ? sayPeople(row.waiting) : nothing}>
      ${row.waiting.length === 0 ? html`<span class="faint">${t('nobody named')}</span>` : sayFewPeople(row.waiting)}
    </td>
    <td class="promised">${sayNearDay(row.dueOn, today)}</td>
    <td class="acts">
      ${
        act === undefined
          ? nothing
          : html`<button
              class="act"
              tabindex=${tab}
              aria-label=${act === 'decide' ? t('Decide “{0}”', row.title) : t('Clear “{0}”', row.title)}
              title=${act === 'decide' ? t('Decide (d)') : t('Clear (d)')}
              @click=${() => session.sendRequest({ type: 'act', act, id: row.id })}
            >
              ${icon('check')}
            </button>`
      }
      <button
        class="act"
        tabindex=${tab}
        aria-label=${t('Move the promise of “{0}”', row.title)}
        title=${t('Move the promise (p)')}
        @click=${() => session.sendRequest({ type: 'act', act: 'movePromise', id: row.id })}
      >
        ${icon('calendar')}
      </button>
      <button
        class="act"
        tabindex=${tab}
        aria-label=${t('More for “{0}”', row.title)}
        aria-haspopup="menu"
        title=${t('More')}
        @click=${openMenu}
      >
        ${icon('ellipsis')}
      </button>
    </td>
  </tr>`;
}

/** Opens VS Code's context menu, as a right click does. */
function openMenu(event: Event): void {
  const button = event.currentTarget as Element;
  const { left, bottom } = button.getBoundingClientRect();
  button.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX: left, clientY: bottom }));
  event.stopPropagation();
}

function head(column: Column, name: string, session: Session, className = ''): TemplateResult {
  const { sort } = session.state;
  const isSorted = sort.column === column;
  const order = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  const change = (): void => {
    // First click: largest first for numbers, ascending for text and days. Second click: reversed. Third: oldest hurt.
    const isFirst = !['title', 'kind', 'promised'].includes(column);
    if (!isSorted) session.updateView({ sort: { column, isDescending: isFirst }, page: 0 });
    else if (sort.isDescending === isFirst) session.updateView({ sort: { column, isDescending: !isFirst }, page: 0 });
    else session.updateView({ sort: { column: 'hurt', isDescending: true }, page: 0 });
  };
  return html`<th scope="col" class="${className} ${column}" aria-sort=${order}>
    <button class="sort" @click=${change}>
      ${name}<span class="order" aria-hidden="true">${order === 'none' ? '' : order === 'descending' ? '↓' : '↑'}</span>
    </button>
  </th>`;
}

function selectionBar(ids: readonly string[], session: Session): TemplateResult {
  return html`<div class="selection" role="group" aria-label=${t('Selection')}>
    <span>${t('{0} selected', sayNumber(ids.length))}</span>
    <vscode-button @click=${() => session.sendRequest({ type: 'review', ids })}>${t('Review')}</vscode-button>
    <vscode-button secondary @click=${() => session.updateView({ selected: [] })}>${t('Select None')}</vscode-button>
  </div>`;
}

function pager(page: number, pages: number, of: number, session: Session): TemplateResult {
  const to = (next: number): void => session.updateView({ page: next });
  return html`<nav class="pager" aria-label=${t('Pages')}>
    <button class="act" aria-label=${t('Previous page')} ?disabled=${page === 0} @click=${() => to(page - 1)}>
      ${icon('chevronLeft')}
    </button>
    <span aria-live="polite">${sayPage(page * pageSize + 1, Math.min(of, (page + 1) * pageSize), of)}</span>
    <button class="act" aria-label=${t('Next page')} ?disabled=${page === pages - 1} @click=${() => to(page + 1)}>
      ${icon('chevronRight')}
    </button>
  </nav>`;
}

/** Roving tabindex: only the controls of the last focused row are in the tab order. */
function onFocus(event: FocusEvent): void {
  const table = event.currentTarget as Element;
  const row = (event.target as Element).closest('tr[data-row]');
  if (row === null) return;
  for (const control of table.querySelectorAll('tbody [tabindex="0"]')) {
    if (!row.contains(control)) control.setAttribute('tabindex', '-1');
  }
  for (const control of row.querySelectorAll('[tabindex]')) control.setAttribute('tabindex', '0');
}

function onKey(event: KeyboardEvent, rows: readonly OpenRow[], session: Session): void {
  const target = event.target as HTMLElement;
  const element = target.closest('tr[data-row]');
  if (element === null) return;
  const row = rows.find(({ id }) => id === element.getAttribute('data-row'));
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? element.nextElementSibling : element.previousElementSibling;
    const place = [...element.querySelectorAll('[tabindex]')].indexOf(target);
    const controls = next?.querySelectorAll<HTMLElement>('[tabindex]');
    (controls?.[place] ?? controls?.[1])?.focus();
    event.preventDefault();
    return;
  }
  const act = row && actionForKey(event, row);
  if (row === undefined || act === undefined) return;
  event.preventDefault();
  session.sendRequest({ type: 'act', act, id: row.id });
}
