import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OpenRow } from '../../core/panel/protocol.ts';
import { sayPersonDays } from '../../core/figures/figureText.ts';
import { listParts, sayName, sayNearDay, sayNumber, sayPeople } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { Day } from '../../core/time/day.ts';
import type { Session } from '../state/session.ts';
import type { Column } from '../state/viewState.ts';
import { actIcons } from '../view/actButtons.ts';
import { requestIcon } from '../view/icon.ts';
import { sayOver, sayStanding, sayTargetKindOne } from '../wording/panel.ts';
import { contextOfItem, stepOfKey } from './itemKeys.ts';
import { rowsInSight, scrollTopFor } from './rowWindow.ts';

interface ItemTable {
  /** Filtered and sorted. */
  readonly rows: readonly OpenRow[];
  readonly today: Day;
  readonly session: Session;
}

/** The size of a row and of what is in sight, as measured when the table was drawn last. In CSS pixels. */
let measured = { rowHeight: 46, height: 600, headHeight: 28 };
/** The box as it was last seen: it is scrolled only where the view state says something new. */
let seen: { readonly box: Element; readonly top: number } | undefined;
/** The row that has or had the focus; the others are reached with the arrow keys. */
let focusedId: string | undefined;

/** The table of open items. It builds only the rows in sight. */
export function itemTable({ rows, today, session }: ItemTable): TemplateResult {
  const selected = new Set(session.state.selected);
  const focused = rows.findIndex(({ id }) => id === focusedId);
  const select = (ids: readonly string[], isSelected: boolean): void => {
    const next = new Set(session.state.selected);
    for (const id of ids)
      if (isSelected) next.add(id);
      else next.delete(id);
    session.updateView({ selected: [...next] });
  };
  const built = rowsInSight({
    ...measured,
    scrollTop: session.state.listTop,
    count: rows.length,
    focused: focused < 0 ? 0 : focused,
  });
  const parts: (number | { readonly after: number; readonly rows: number })[] = [];
  let next = 0;
  for (const index of [...built, rows.length]) {
    if (index > next) parts.push({ after: next, rows: index - next });
    if (index < rows.length) parts.push(index);
    next = index + 1;
  }
  return html`${selected.size > 0 ? selectionBar([...selected], session) : nothing}
    <div
      class="scroll items"
      role="group"
      aria-label=${t('All items')}
      tabindex="-1"
      @scroll=${(event: Event) => onScroll(event.currentTarget as HTMLElement, session)}
    >
      <table
        class="items"
        aria-rowcount=${rows.length + 1}
        @keydown=${(event: KeyboardEvent) => onKey(event, rows, session)}
        @focusin=${(event: FocusEvent) => onFocus(event, session)}
      >
        <caption class="unseen">
          ${t('All items')}
        </caption>
        <thead>
          <tr role="row" aria-rowindex="1">
            <th scope="col" class="check" role="columnheader">
              <input
                type="checkbox"
                aria-label=${t('Select all')}
                .checked=${rows.length > 0 && rows.every(({ id }) => selected.has(id))}
                @change=${(event: Event) =>
                  select(
                    rows.map(({ id }) => id),
                    (event.target as HTMLInputElement).checked,
                  )}
              />
            </th>
            ${head('title', t('Item'), session)} ${head('state', t('State'), session)}
            <th scope="col" class="who" role="columnheader">${t('Who waits')}</th>
            ${head('age', t('Age'), session, 'number')} ${head('personDays', t('Person-days'), session, 'number')}
            ${head('promised', t('Promised'), session)}
            <th scope="col" class="acts" role="columnheader"><span class="unseen">${t('Actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            parts,
            (part) => (typeof part === 'number' ? rows[part]?.id : `gap ${part.after > 0 ? 'below' : 'above'}`),
            (part) => {
              if (typeof part !== 'number') {
                return html`<tr role="presentation" class="gap">
                  <td role="presentation" colspan="8" height=${part.rows * measured.rowHeight}></td>
                </tr>`;
              }
              const row = rows[part];
              if (row === undefined) return nothing;
              const isInTabOrder = part === (focused < 0 ? 0 : focused);
              return itemRow({
                row,
                index: part,
                isInTabOrder,
                isSelected: selected.has(row.id),
                today,
                session,
                select,
              });
            },
          )}
        </tbody>
      </table>
    </div>`;
}

interface ItemRow {
  readonly row: OpenRow;
  readonly index: number;
  readonly isInTabOrder: boolean;
  readonly isSelected: boolean;
  readonly today: Day;
  readonly session: Session;
  readonly select: (ids: readonly string[], isSelected: boolean) => void;
}

function itemRow({ row, index, isInTabOrder, isSelected, today, session, select }: ItemRow): TemplateResult {
  const over = sayOver(row);
  const tab = isInTabOrder ? 0 : -1;
  return html`<tr
    role="row"
    aria-rowindex=${index + 2}
    data-row=${row.id}
    data-item=${row.id}
    data-vscode-context=${contextOfItem(row)}
    class=${isSelected ? 'selected' : ''}
  >
    <td class="check" role="cell">
      <input
        type="checkbox"
        tabindex=${tab}
        aria-label=${t('Select “{0}”', row.title)}
        .checked=${isSelected}
        @change=${(event: Event) => select([row.id], (event.target as HTMLInputElement).checked)}
      />
    </td>
    <th scope="row" class="title" role="rowheader" title=${row.title}>
      <button
        class="link"
        data-focus
        tabindex=${tab}
        @click=${() => session.sendRequest({ type: 'act', act: 'openItem', id: row.id })}
      >
        ${row.title}
      </button>
      <span class="second"
        >${requestIcon(row)}
        ${[sayTargetKindOne(row.targetKind), ...(row.asked === undefined ? [] : [row.asked]), ...row.tags.map((tag) => `#${tag}`)].join(' · ')}</span
      >
    </th>
    <td class="state" role="cell">
      ${over === undefined ? nothing : html`<span class="late">${over}</span>`}
      <span class=${over === undefined ? '' : 'second'} title=${sayStanding(row, today)}
        >${sayStanding(row, today)}</span
      >
    </td>
    <td class="who" role="cell" title=${row.waiting.length > 0 ? sayPeople(row.waiting) : nothing}>
      ${row.waiting.length === 0 ? html`<span class="second">${t('nobody named')}</span>` : whoWaits(row, session, tab)}
    </td>
    <td class="number age" role="cell">
      ${t('{0} d', row.ageInDays)}
      <span class="second">${t('{0} wd', row.workingDaysWaited)}</span>
    </td>
    <td class="number cost" role="cell">
      <span class="figure">${sayNumber(row.personDays)}</span><span class="unit">${sayPersonDays(row.personDays)}</span>
    </td>
    <td class="promised" role="cell">
      ${sayNearDay(row.dueOn, today)}
      ${row.restedInDays === 0 ? nothing : html`<span class="second">${t('{0} wd theirs', row.restedInDays)}</span>`}
    </td>
    <td class="acts" role="cell">${actIcons(row, session, tab)}</td>
  </tr>`;
}

/** `Anna, Sam and 2 more`, each name with their page. The others are in the title of the cell. */
function whoWaits({ waiting }: OpenRow, session: Session, tabindex: 0 | -1): TemplateResult {
  const names = waiting.slice(0, waiting.length > 3 ? 2 : 3);
  const more = waiting.length - names.length;
  const texts = [...names.map(sayName), ...(more > 0 ? [t('{0} more', more)] : [])];
  let at = 0;
  return html`${listParts(texts).map(({ type, value }) => {
    const name = type === 'literal' ? undefined : names[at++];
    if (name === undefined) return value;
    const open = (): void => session.sendRequest({ type: 'openPerson', name });
    return html`<button class="link" tabindex=${tabindex} @click=${open}>${value}</button>`;
  })}`;
}

function head(column: Column, name: string, session: Session, className = ''): TemplateResult {
  const { sort } = session.state;
  const isSorted = sort.column === column;
  const order = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  const change = (): void => {
    // First click: largest first for numbers, ascending for text and days. Second click: reversed. Third: as in the tree.
    const isFirst = !['title', 'promised'].includes(column);
    if (!isSorted) session.updateView({ sort: { column, isDescending: isFirst }, listTop: 0 });
    else if (sort.isDescending === isFirst)
      session.updateView({ sort: { column, isDescending: !isFirst }, listTop: 0 });
    else session.updateView({ sort: { column: 'hurt', isDescending: true }, listTop: 0 });
  };
  return html`<th scope="col" role="columnheader" class="${className} ${column}" aria-sort=${order}>
    <button class="sort" @click=${change}>
      ${name}<span class="order" aria-hidden="true">${order === 'none' ? '' : order === 'descending' ? '↓' : '↑'}</span>
    </button>
  </th>`;
}

function selectionBar(ids: readonly string[], session: Session): TemplateResult {
  return html`<div class="selection" role="group" aria-label=${t('Selection')}>
    <span>${t('{0} selected', ids.length)}</span>
    <button class="button primary" @click=${() => session.sendRequest({ type: 'review', ids })}>${t('Review')}</button>
    <button class="button" @click=${() => session.updateView({ selected: [] })}>${t('Select None')}</button>
  </div>`;
}

/** Measures the table that was drawn, and scrolls it to where it was left. Returns whether it must be drawn again. */
export function measureTable(session: Session): boolean {
  const box = document.querySelector<HTMLElement>('.scroll.items');
  const row = box?.querySelector('tr[data-row]');
  if (box === null || !(row instanceof HTMLElement)) return false;
  const headHeight = box.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const now = { rowHeight: row.getBoundingClientRect().height, height: box.clientHeight - headHeight, headHeight };
  const isOther = now.rowHeight !== measured.rowHeight || now.height > measured.height;
  measured = now;
  const { listTop } = session.state;
  if (!isOther && listTop !== (seen?.box === box ? seen.top : 0)) {
    box.scrollTop = listTop;
    seen = { box, top: listTop };
  }
  return isOther;
}

function onScroll(box: HTMLElement, session: Session): void {
  const top = Math.round(box.scrollTop);
  seen = { box, top };
  if (top !== session.state.listTop) session.updateView({ listTop: top });
}

/** Roving tabindex: only the controls of the last focused row are in the tab order. */
function onFocus(event: FocusEvent, session: Session): void {
  const id = (event.target as Element).closest('tr[data-row]')?.getAttribute('data-row');
  if (typeof id !== 'string' || id === focusedId) return;
  focusedId = id;
  session.draw();
}

function onKey(event: KeyboardEvent, rows: readonly OpenRow[], session: Session): void {
  const target = event.target as HTMLElement;
  const element = target.closest('tr[data-row]');
  if (element === null) return;
  const index = rows.findIndex(({ id }) => id === element.getAttribute('data-row'));
  const page = Math.max(1, Math.floor(measured.height / measured.rowHeight) - 1);
  const step = stepOfKey(event, rows.length, page);
  if (step === undefined) return;
  event.preventDefault();
  const row = rows[Math.max(0, Math.min(rows.length - 1, index + step))];
  if (row === undefined) return;
  const place = [...element.querySelectorAll('[tabindex]')].indexOf(target);
  focusedId = row.id;
  session.saveView({ listTop: scrollTopFor(rows.indexOf(row), { ...measured, scrollTop: session.state.listTop }) });
  session.drawNow();
  const controls = document.querySelectorAll<HTMLElement>(`tr[data-row="${CSS.escape(row.id)}"] [tabindex]`);
  (controls[place] ?? controls[1])?.focus({ preventScroll: true });
}
