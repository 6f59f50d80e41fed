import type { Snapshot, PanelRequest } from '../../core/panel/protocol.ts';
import { sayDifference } from '../wording/panel.ts';
import { useLanguage } from '../../core/text/days.ts';
import { readViewState, type ViewState } from './viewState.ts';

/** What VS Code gives a webview. */
interface Editor {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Editor;

/** What the panel knows: the last snapshot and how the person looks at it. Tells when there is something to draw anew. */
export class Session {
  readonly #editor = acquireVsCodeApi();
  readonly #redraw: () => void;
  #state: ViewState = readViewState(this.#editor.getState());
  #snapshot: Snapshot | undefined;
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

  /** What a screen reader is told next. */
  get announcement(): string {
    return this.#announcement;
  }

  wish(wish: PanelRequest): void {
    this.#editor.postMessage(wish);
  }

  take(snapshot: Snapshot): void {
    useLanguage(snapshot.language);
    const difference = this.#snapshot === undefined ? '' : sayDifference(this.#snapshot.open, snapshot.open);
    // One that brings nothing new leaves standing what was said a moment ago.
    if (difference !== '') this.#announcement = difference;
    this.#snapshot = snapshot;
    const open = new Set(snapshot.open.map(({ id }) => id));
    const selected = this.#state.selected.filter((id) => open.has(id));
    if (selected.length !== this.#state.selected.length) this.keep({ selected });
    this.draw();
  }

  say(sentence: string): void {
    this.#announcement = sentence;
    this.draw();
  }

  /** Changes how the person looks at it, and draws that. */
  look(change: Partial<ViewState>): void {
    this.keep(change);
    this.draw();
  }

  /** Remembers without drawing. */
  keep(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#editor.setState(this.#state);
  }

  /** Once for all that changes before the next picture. */
  draw(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#redraw();
    });
  }
}
