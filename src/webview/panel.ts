import { render } from 'lit';
import type { Messages, Snapshot } from '../core/panel/protocol.ts';
import { useMessages } from '../core/text/translate.ts';
import { actionForKey } from './table/itemKeys.ts';
import { letterOfKey } from './table/letterOfKey.ts';
import { Session } from './state/session.ts';
import { panel } from './view/root.ts';
import { hideTip } from './view/tip.ts';

/** Entry point of the panel: sends `ready`, receives snapshots and renders them. */
const main = document.querySelector('main');
if (main === null) throw new Error('The page of the panel has no main.');

/** In CSS pixels; a wider chart shows no more and is harder to read. */
const widestChart = 1_100;
let isRestored = false;

const session = new Session(draw);

function draw(): void {
  if (main === null) return;
  if (lastFocus?.element.isConnected) lastFocus = focusedItem(lastFocus.element);
  hideTip();
  render(panel(session, chartWidth(main)), main);
  restoreFocus();
  if (!isRestored && session.snapshot !== undefined) {
    isRestored = true;
    window.scrollTo({ top: session.state.scrollTop });
  }
}

function chartWidth(within: HTMLElement): number {
  const style = getComputedStyle(within);
  const inner = within.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(260, Math.min(widestChart, Math.floor(inner)));
}

interface FocusedItem {
  readonly element: Element;
  readonly within: 'tr[data-row]' | '[data-point]';
  readonly index: number;
}

/**
 * The item that last had the focus. A prompt takes the focus from the page and returns it to the body, and the item may
 * be gone by then. So the page restores the focus to that item, or to the one now at its index.
 */
let lastFocus: FocusedItem | undefined;

function focusedItem(target: EventTarget | null): FocusedItem | undefined {
  if (!(target instanceof Element)) return undefined;
  for (const within of ['tr[data-row]', '[data-point]'] as const) {
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
  (within === '[data-point]' ? next : next?.querySelector<HTMLElement>('button'))?.focus();
}

/** Runs the action of a letter key on the focused point, as in the list and the tree. */
function actOnPoint(event: KeyboardEvent): void {
  const point = event.target instanceof Element ? event.target.closest('[data-point][data-item]') : null;
  const row = session.snapshot?.open.find(({ id }) => id === point?.getAttribute('data-item'));
  const act = row && actionForKey(event, row);
  if (row === undefined || act === undefined) return;
  event.preventDefault();
  session.sendRequest({ type: 'act', act, id: row.id });
}

function undo(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.closest('vscode-textfield, input, select') !== null;
  if (!(event.ctrlKey || event.metaKey) || letterOfKey(event) !== 'z' || event.shiftKey || isTyping) return;
  event.preventDefault();
  session.sendRequest({ type: 'undo' });
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Only the host can post messages here, and it posts only these two types.
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === 'messages') useMessages((data as Messages).messages);
  if (data.type === 'snapshot') session.receiveSnapshot(data as Snapshot);
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
  actOnPoint(event);
  undo(event);
  if (event.key === 'Escape') hideTip();
});

draw();
session.sendRequest({ type: 'ready' });
