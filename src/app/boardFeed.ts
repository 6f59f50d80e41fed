import { setImmediate } from 'node:timers/promises';
import type { Board } from '../core/board/board.ts';
import { BoardBuilder } from '../core/board/boardBuilder.ts';
import type { Policy } from '../core/policy.ts';
import type { BoardSource, Register } from '../core/register/register.ts';
import { buildWorkBoard, type WorkBoard } from '../core/assignments/workBoard.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { EntryStore } from './entryStore.ts';

/**
 * The board that every view shows. It is rebuilt when the day or the leader's settings change, and updated row by row
 * when the log changes.
 */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  readonly #rebuild: () => void;
  /** The source the board was built from. */
  builtFrom: BoardSource | undefined;
  builder: BoardBuilder | undefined;
  #watched: Register | undefined;
  /** Ids of items that changed since the board was last updated. */
  #changedItems = new Set<string>();
  #work: WorkBoard | undefined;
  /** The startup cache, until the log has been read. */
  #cached: BoardSource | undefined;
  /** Resolves at the first change event, when there is something to show. */
  readonly ready: Promise<void>;

  constructor(
    readonly store: EntryStore,
    onDidChangePolicy: (listener: () => void) => Disposable,
    readonly policy: () => Policy,
  ) {
    const show = (): void => {
      this.#work = undefined;
      this.#changed.fire(this.board);
    };
    this.#rebuild = (): void => {
      this.builder = undefined;
      show();
    };
    this.ready = new Promise((resolve) => this.#changed.event(() => resolve()));
    this.#subscriptions = [
      store.onWillChange(() => this.buildAhead()),
      store.onDidChange(() => {
        this.#cached = undefined;
        show();
      }),
      store.today.onDidTurn(this.#rebuild),
      onDidChangePolicy(this.#rebuild),
      this.#changed,
    ];
  }

  /** Shows the startup cache until the log has been read. */
  showCached(source: BoardSource): void {
    this.#cached = source;
    this.#rebuild();
  }

  /** What every view is built from. */
  get source(): BoardSource {
    return this.#cached ?? this.store.register;
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const today = this.store.today.day;
    const { source } = this;
    this.#watch(this.store.register);
    if (this.builder?.board.today !== today || this.builtFrom !== source) {
      this.builder = BoardBuilder.of(source.items, today, this.policy().calendar);
      this.builtFrom = source;
    } else if (source !== this.#cached) {
      this.builder.update(this.#changedItems);
    }
    this.#changedItems.clear();
    return this.builder.board;
  }

  /** Assignments, drafts and priorities. Built on first use, and cached until the next change. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = buildWorkBoard(this.source, board, this.policy());
    return this.#work;
  }

  /** Builds the board of a newly read log in slices, before any view needs it. */
  async buildAhead(): Promise<void> {
    const { register, today } = this.store;
    const { day } = today;
    const { calendar } = this.policy();
    if (this.builtFrom === register && this.builder?.board.today === day) return;
    const steps = BoardBuilder.inSteps(register.items, day, calendar);
    let sliceStart = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        // If the day or a setting changed meanwhile, the result is dropped, and the board is built on demand.
        if (today.day === day && this.policy().calendar === calendar) this.#use(step.value, register);
        return;
      }
      if (performance.now() - sliceStart < sliceInMs) continue;
      await setImmediate();
      sliceStart = performance.now();
    }
  }

  #use(builder: BoardBuilder, source: BoardSource): void {
    this.#watch(this.store.register);
    this.builder = builder;
    this.builtFrom = source;
    this.#changedItems.clear();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Collects the changed items of this register. The store has another register when it switches to another log. */
  #watch(register: Register): void {
    if (register === this.#watched) return;
    this.#watched = register;
    this.#changedItems = register.watchItems();
  }
}

/** How long building may block the extension host before it yields. */
const sliceInMs = 20;
