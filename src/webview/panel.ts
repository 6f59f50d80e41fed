import { render } from 'lit';
import type { Messages, Snapshot } from '../core/panel/protocol.ts';
import { useMessages } from '../core/text/translate.ts';
import { actOfKey } from './table/itemKeys.ts';
import { Session } from './state/session.ts';
import { panel } from './view/root.ts';
import { hideTip } from './view/tip.ts';

/** The panel's script: says that it is ready, takes snapshots, and draws. */
const main = document.querySelector('main');
if (main === null) throw new Error('The page of the panel has no main.');

/** Wider, a chart says no more and is harder to take in. */
const widestChart = 1_100;
let isRestored = false;

const session = new Session(draw);

function draw(): void {
  if (main === null) return;
  if (last?.element.isConnected) last = focusedOn(last.element);
  hideTip();
  render(panel(session, chartWidth(main)), main);
  giveFocusBack();
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

interface Focused {
  readonly element: Element;
  readonly within: 'tr[data-row]' | '[data-point]';
  readonly index: number;
}

/**
 * The item that had the focus last. A prompt takes the focus out of the page and gives it back to the page as a whole,
 * and what was acted on may be gone by then: so the page itself hands it to that item, or to the one that took its place.
 */
let last: Focused | undefined;

function focusedOn(target: EventTarget | null): Focused | undefined {
  if (!(target instanceof Element)) return undefined;
  for (const within of ['tr[data-row]', '[data-point]'] as const) {
    const item = target.closest(within);
    if (item !== null) return { element: target, within, index: [...document.querySelectorAll(within)].indexOf(item) };
  }
  return undefined;
}

function giveFocusBack(): void {
  // Whoever types elsewhere in the window, or has moved on in the panel, is not pulled away.
  if (last === undefined || !document.hasFocus() || document.activeElement !== document.body) return;
  const { element, within, index } = last;
  if (element.isConnected) {
    (element as HTMLElement).focus();
    return;
  }
  const items = [...document.querySelectorAll<HTMLElement>(within)];
  const next = items[Math.min(index, items.length - 1)];
  (within === '[data-point]' ? next : next?.querySelector<HTMLElement>('button'))?.focus();
}

/** Letters on a focused point do what they do in the list and in the tree. */
function actOnPoint(event: KeyboardEvent): void {
  const point = event.target instanceof Element ? event.target.closest('[data-point][data-item]') : null;
  const row = session.snapshot?.open.find(({ id }) => id === point?.getAttribute('data-item'));
  const act = row && actOfKey(event, row);
  if (row === undefined || act === undefined) return;
  event.preventDefault();
  session.wish({ type: 'act', act, id: row.id });
}

function undo(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.closest('vscode-textfield, input, select') !== null;
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.shiftKey || isTyping) return;
  event.preventDefault();
  session.wish({ type: 'undo' });
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Only the host can post here, and it posts only these.
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === 'messages') useMessages((data as Messages).messages);
  if (data.type === 'snapshot') session.take(data as Snapshot);
});
document.addEventListener('focusin', ({ target }) => (last = focusedOn(target)));
// Clicked somewhere where nothing takes the focus: then nothing is to have it.
document.addEventListener('pointerdown', () => (last = undefined));
window.addEventListener('focus', () => giveFocusBack());
window.addEventListener('resize', () => session.draw());
window.addEventListener(
  'scroll',
  () => {
    if (isRestored) session.keep({ scrollTop: window.scrollY });
  },
  { passive: true },
);
document.addEventListener('keydown', (event) => {
  actOnPoint(event);
  undo(event);
  if (event.key === 'Escape') hideTip();
});

draw();
session.wish({ type: 'ready' });
