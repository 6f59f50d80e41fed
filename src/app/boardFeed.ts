import { setImmediate } from 'node:timers/promises';
import type { Board } from '../core/board/board.ts';
import { BoardBuilder } from '../core/board/boardBuilder.ts';
import type { Policy } from '../core/policy.ts';
import type { BoardSource, Register } from '../core/register/register.ts';
import { buildWorkBoard, type WorkBoard } from '../core/assignments/workBoard.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { EntryStore } from './entryStore.ts';

/**
 * The board every view draws: drawn again when the day or the leader's settings change, and where the log does, as far
 * as it does.
 */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  readonly #showAnew: () => void;
  /** What the board was drawn from. */
  builtFrom: BoardSource | undefined;
  builder: BoardBuilder | undefined;
  #watched: Register | undefined;
  /** Items that were told anew since the board was drawn. */
  #changedItems = new Set<string>();
  #work: WorkBoard | undefined;
  /** What was known when the last window closed, until the log has been read. */
  #early: BoardSource | undefined;
  /** Resolves when there is something to show. */
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
    this.#showAnew = (): void => {
      this.builder = undefined;
      show();
    };
    this.ready = new Promise((resolve) => this.#changed.event(() => resolve()));
    this.#subscriptions = [
      store.onWillChange(() => this.buildAhead()),
      store.onDidChange(() => {
        this.#early = undefined;
        show();
      }),
      store.today.onDidTurn(this.#showAnew),
      onDidChangePolicy(this.#showAnew),
      this.#changed,
    ];
  }

  /** Draws what was known before, until the log has been read. */
  showEarly(known: BoardSource): void {
    this.#early = known;
    this.#showAnew();
  }

  /** What every view is drawn from. */
  get source(): BoardSource {
    return this.#early ?? this.store.register;
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const today = this.store.today.day;
    const { source: known } = this;
    this.#watch(this.store.register);
    if (this.builder?.board.today !== today || this.builtFrom !== known) {
      this.builder = BoardBuilder.of(known.items, today, this.policy().calendar);
      this.builtFrom = known;
    } else if (known !== this.#early) {
      this.builder.update(this.#changedItems);
    }
    this.#changedItems.clear();
    return this.builder.board;
  }

  /** What was handed out and what it is for. Drawn when it is first asked for. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = buildWorkBoard(this.source, board, this.policy());
    return this.#work;
  }

  /** Draws the first board of a log ahead of everybody who asks for it, in slices. */
  async buildAhead(): Promise<void> {
    const { register, today } = this.store;
    const { day } = today;
    const { calendar } = this.policy();
    if (this.builtFrom === register && this.builder?.board.today === day) return;
    const steps = BoardBuilder.inSteps(register.items, day, calendar);
    let sliceStart = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        // Otherwise the day turned or a setting changed meanwhile, and it is drawn when it is asked for.
        if (today.day === day && this.policy().calendar === calendar) this.#use(step.value, register);
        return;
      }
      if (performance.now() - sliceStart < sliceInMs) continue;
      await setImmediate();
      sliceStart = performance.now();
    }
  }

  #use(drawing: BoardBuilder, drawn: BoardSource): void {
    this.#watch(this.store.register);
    this.builder = drawing;
    this.builtFrom = drawn;
    this.#changedItems.clear();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The ledger may go on with another log, and then with another register. */
  #watch(register: Register): void {
    if (register === this.#watched) return;
    this.#watched = register;
    this.#changedItems = register.watchItems();
  }
}

/** Drawing gives way to everything else in the extension host this often. */
const sliceInMs = 20;
