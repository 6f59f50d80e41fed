import { render } from 'lit/html.js';
import type { ItemSnapshot, Messages, PersonSnapshot, Snapshot } from '../core/panel/protocol.ts';
import { useMessages } from '../core/text/translate.ts';
import { Session } from './state/session.ts';
import { actionForKey } from './table/itemKeys.ts';
import { measureTable } from './table/itemTable.ts';
import { letterOfKey } from './table/letterOfKey.ts';
import { itemView } from './view/itemView.ts';
import { keepColoursLegible } from './view/legible.ts';
import { personView } from './view/personView.ts';
import { panel } from './view/root.ts';
import { hideTip } from './view/tip.ts';

/** Entry point of both tabs: sends `ready`, receives snapshots and renders them. */
const main = document.querySelector('main');
if (main === null) throw new Error('The page of the panel has no main.');

/** In CSS pixels; a wider chart shows no more and is harder to read. */
const widestChart = 1_100;
const isPageTab = main.dataset['tab'] === 'page';
let isRestored = false;

const session = new Session(draw);

function draw(): void {
  if (main === null) return;
  if (lastFocus?.element.isConnected) lastFocus = focusedItem(lastFocus.element);
  hideTip();
  const view = (): unknown => (isPageTab ? pageOf() : panel(session, chartWidth(main)));
  render(view(), main);
  if (measureTable(session)) {
    render(view(), main);
    measureTable(session);
  }
  restoreFocus();
  if (!isRestored && session.snapshot !== undefined) {
    isRestored = true;
    window.scrollTo({ top: session.state.scrollTop });
  }
}

function pageOf(): unknown {
  return session.person === undefined ? itemView(session) : personView(session.person, session);
}

function chartWidth(within: HTMLElement): number {
  const style = getComputedStyle(within);
  const inner = within.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(200, Math.min(widestChart, Math.floor(inner)));
}

/** What can have the focus and be gone after an act, from the inside out. */
const places = ['[data-point]', 'tr[data-row]', 'li[data-item]', '.start', 'article .acts', 'nav.tools'] as const;

interface FocusedItem {
  readonly element: Element;
  readonly within: (typeof places)[number];
  readonly index: number;
}

/**
 * The item that last had the focus. A prompt takes the focus from the page and returns it to the body, and the item may
 * be gone by then. So the page restores the focus to that item, or to the one now at its index.
 */
let lastFocus: FocusedItem | undefined;

function focusedItem(target: EventTarget | null): FocusedItem | undefined {
  if (!(target instanceof Element)) return undefined;
  for (const within of places) {
    const item = target.closest(within);
    if (item !== null) return { element: target, within, index: [...document.querySelectorAll(within)].indexOf(item) };
  }
  return undefined;
}

function restoreFocus(): void {
  // Do not steal the focus from another part of the window or another element of the panel.
  if (lastFocus === undefined || !document.hasFocus() || document.activeElement !== document.body) return;
  const { element, within, index } = lastFocus;
  if (element.isConnected) {
    (element as HTMLElement).focus();
    return;
  }
  const items = [...document.querySelectorAll<HTMLElement>(within)];
  const next = items[Math.min(index, items.length - 1)];
  (within === '[data-point]' ? next : next?.querySelector<HTMLElement>('[data-focus], button'))?.focus();
}

/** Runs the act of a letter key: on the item that has the focus, or on the item of the page. */
function act(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || isTyping(event.target)) return;
  const id = session.item?.id ?? event.target.closest('[data-item]')?.getAttribute('data-item');
  const { open = [], start } = session.snapshot ?? {};
  const { person } = session;
  const listed = person === undefined ? [] : [...person.lists.flatMap(({ rows }) => rows), ...(person.changed ?? [])];
  const item = session.item ?? [...listed, ...open, ...(start?.rows ?? []), start?.item].find((row) => row?.id === id);
  const chosen = item && actionForKey(event, item);
  if (item === undefined || chosen === undefined) return;
  event.preventDefault();
  session.sendRequest({ type: 'act', act: chosen, id: item.id });
}

function undo(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || letterOfKey(event) !== 'z' || event.shiftKey || isTyping(event.target))
    return;
  event.preventDefault();
  session.sendRequest({ type: 'undo' });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]), select') !== null;
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Only the host can post messages here, and it posts only these four types.
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === 'messages') useMessages((data as Messages).messages);
  if (data.type === 'snapshot') session.receiveSnapshot(data as Snapshot);
  if (data.type === 'item' || data.type === 'person') session.receivePage(data as ItemSnapshot | PersonSnapshot);
});
document.addEventListener('focusin', ({ target }) => (lastFocus = focusedItem(target)));
// A click on something not focusable clears the focus; do not restore it.
document.addEventListener('pointerdown', () => (lastFocus = undefined));
window.addEventListener('focus', () => restoreFocus());
window.addEventListener('resize', () => session.draw());
window.addEventListener(
  'scroll',
  () => {
    if (isRestored) session.saveView({ scrollTop: window.scrollY });
  },
  { passive: true },
);
document.addEventListener('keydown', (event) => {
  act(event);
  undo(event);
  if (event.key !== 'Escape') return;
  hideTip();
  if (isPageTab) session.sendRequest({ type: 'back' });
});

keepColoursLegible();
draw();
session.sendRequest({ type: 'ready' });
