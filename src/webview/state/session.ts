import type { ItemSnapshot, PanelRequest, PersonSnapshot, Snapshot } from '../../core/panel/protocol.ts';
import { sayDifference } from '../wording/panel.ts';
import { useLanguage } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import { readViewState, type ViewState } from './viewState.ts';

/** The API that VS Code provides to a webview. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** State of the panel: the last snapshot and the view state. Calls `redraw` after a change. */
export class Session {
  readonly #vscode = acquireVsCodeApi();
  readonly #redraw: () => void;
  #state: ViewState = readViewState(this.#vscode.getState());
  #snapshot: Snapshot | undefined;
  /** What the tab of items and people shows; undefined in the panel. */
  #page: ItemSnapshot | PersonSnapshot | undefined;
  /** Where to scroll after the next drawing. */
  #target: { readonly id: string; readonly takesFocus: boolean } | undefined;
  #announcement = '';
  #isScheduled = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  get state(): ViewState {
    return this.#state;
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** The item that the page is about, if it is about one. */
  get item(): ItemSnapshot | undefined {
    return this.#page?.type === 'item' ? this.#page : undefined;
  }

  /** The person that the page is about, if it is about one. */
  get person(): PersonSnapshot | undefined {
    return this.#page?.type === 'person' ? this.#page : undefined;
  }

  /** Whether nothing was ever captured or closed, as far as the panel knows. */
  get isNew(): boolean {
    const { open, closed } = this.#snapshot ?? { open: [], closed: [] };
    return open.length + closed.length === 0;
  }

  /** Text of the live region for screen readers. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Sends a request to the host. */
  sendRequest(request: PanelRequest): void {
    this.#vscode.postMessage(request);
  }

  /** Stores a new snapshot, announces its differences, and drops selected items that are no longer on the list. */
  receiveSnapshot(snapshot: Snapshot): void {
    useLanguage(snapshot.language);
    const difference = this.#snapshot === undefined ? '' : sayDifference(this.#snapshot.open, snapshot.open);
    // Without a difference the previous announcement stays.
    if (difference !== '') this.#announcement = difference;
    this.#snapshot = snapshot;
    const open = new Set(snapshot.open.map(({ id }) => id));
    const selected = this.#state.selected.filter((id) => open.has(id));
    if (selected.length !== this.#state.selected.length) this.saveView({ selected });
    this.draw();
  }

  /** Stores a new snapshot of an item or a person, and which one it is, for the tab to be restored. */
  receivePage(page: ItemSnapshot | PersonSnapshot): void {
    useLanguage(page.language);
    const before = this.#page;
    if (before === undefined || keyOf(before) !== keyOf(page)) this.#announcement = '';
    else if (JSON.stringify(before) !== JSON.stringify(page)) {
      const title = page.type === 'item' ? page.page?.title : page.title;
      this.#announcement = t('“{0}” has changed.', title ?? '');
    }
    this.#page = page;
    this.#vscode.setState({ [page.type]: keyOf(page) });
    this.draw();
  }

  /** Scrolls to an element after the next drawing, and gives it the focus if it is meant to take it. */
  scrollTo(id: string, takesFocus = false): void {
    this.#target = { id, takesFocus };
    this.draw();
  }

  /** Announces a sentence to screen readers. */
  announce(sentence: string): void {
    this.#announcement = sentence;
    this.draw();
  }

  /** Changes and saves the view state, then redraws. */
  updateView(change: Partial<ViewState>): void {
    this.saveView(change);
    this.draw();
  }

  /** Changes and saves the view state without redrawing. */
  saveView(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#vscode.setState(this.#state);
  }

  /** Draws at once. */
  drawNow(): void {
    this.#redraw();
  }

  /** Schedules one redraw for all changes before the next frame. */
  draw(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#redraw();
      const { id, takesFocus } = this.#target ?? {};
      if (id === undefined) return;
      this.#target = undefined;
      const element = document.getElementById(id);
      element?.scrollIntoView({ block: 'start' });
      if (takesFocus === true) element?.focus({ preventScroll: true });
    });
  }
}

/** The id of an item, or what a person is called. */
function keyOf(page: ItemSnapshot | PersonSnapshot): string {
  return page.type === 'item' ? page.id : page.name;
}
