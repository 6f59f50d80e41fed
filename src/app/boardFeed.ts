import { setImmediate } from 'node:timers/promises';
import { type Board, buildBoard, buildBoardInSteps } from '../core/board/board.ts';
import { ClosedRows } from '../core/board/closedRows.ts';
import type { Policy } from '../core/policy.ts';
import type { BoardSource } from '../core/register/register.ts';
import { noPriorities } from '../core/assignments/priorities.ts';
import { buildWorkBoard, type WorkBoard } from '../core/assignments/workBoard.ts';
import type { Today } from './clock.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { EntryStore } from './entryStore.ts';

/** A board and what it was built from. */
interface Built {
  readonly board: Board;
  readonly source: BoardSource;
  readonly calendar: Policy['calendar'];
}

/** The board that every view shows. It is built again when the log, the day or the leader's settings change. */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  readonly #closedRows = new ClosedRows();
  #built: Built | undefined;
  /** Built from what was just read, for the next change event. */
  #ahead: Built | undefined;
  #work: WorkBoard | undefined;
  /** The startup cache, until the log has been read. */
  #cached: BoardSource | undefined;
  #store: EntryStore | undefined;
  /** Resolves at the first change event, when there is something to show. */
  readonly ready: Promise<void>;

  constructor(
    readonly today: Today,
    onDidChangePolicy: (listener: () => void) => Disposable,
    readonly policy: () => Policy,
  ) {
    this.ready = new Promise((resolve) => this.#changed.event(() => resolve()));
    this.#subscriptions = [today.onDidTurn(() => this.#show()), onDidChangePolicy(() => this.#show()), this.#changed];
  }

  /** Shows what is in the log from its next change on. Until then there is the startup cache, or nothing. */
  follow(store: EntryStore): void {
    this.#store = store;
    this.#subscriptions.push(
      store.onWillChange(() => this.#buildAhead(store.register)),
      store.onDidChange(() => {
        this.#cached = undefined;
        this.#built = this.#ahead;
        this.#ahead = undefined;
        this.#show();
      }),
    );
  }

  /** The log, once it is open. */
  get store(): EntryStore | undefined {
    return this.#store;
  }

  /** Shows the startup cache until the log has been read. */
  showCached(source: BoardSource): void {
    this.#cached = source;
    this.#show();
  }

  /** What every view is built from. */
  get source(): BoardSource {
    return this.#cached ?? this.#store?.register ?? nothing;
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const { source } = this;
    const { calendar } = this.policy();
    const today = this.today.day;
    const built = this.#built;
    if (built?.board.today === today && built.source === source && built.calendar === calendar) return built.board;
    const board = buildBoard(source.items, today, { calendar }, this.#closedRows);
    this.#built = { board, source, calendar };
    return board;
  }

  /** Assignments, drafts and priorities. Built on first use, and cached until the next change. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = buildWorkBoard(this.source, board, this.policy());
    return this.#work;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    if (this.source === nothing) return;
    this.#work = undefined;
    this.#changed.fire(this.board);
  }

  /** Builds the board in slices, so that a large log does not block the extension host. */
  async #buildAhead(source: BoardSource): Promise<void> {
    const { calendar } = this.policy();
    const steps = buildBoardInSteps(source.items, this.today.day, { calendar }, this.#closedRows);
    let sliceStart = performance.now();
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      if (performance.now() - sliceStart < sliceInMs) continue;
      await setImmediate();
      sliceStart = performance.now();
    }
    this.#ahead = { board: step.value, source, calendar };
  }
}

const nothing: BoardSource = { items: new Map(), assignments: new Map(), priorities: noPriorities };

/** How long building may block the extension host before it yields. */
const sliceInMs = 20;
