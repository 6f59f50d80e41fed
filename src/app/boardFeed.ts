import { setImmediate } from 'node:timers/promises';
import type { Board } from '../core/board/board.ts';
import { Drawing } from '../core/board/boardBuilder.ts';
import type { Policy } from '../core/policy.ts';
import type { Known, Register } from '../core/register/register.ts';
import { drawWork, type WorkBoard } from '../core/assignments/workBoard.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { Ledger } from './entryStore.ts';

/**
 * The board every view draws: drawn again when the day or the leader's settings change, and where the log does, as far
 * as it does.
 */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  readonly #showAnew: () => void;
  /** What the board was drawn from. */
  #drawn: Known | undefined;
  #drawing: Drawing | undefined;
  #watched: Register | undefined;
  /** Items that were told anew since the board was drawn. */
  #changedItems = new Set<string>();
  #work: WorkBoard | undefined;
  /** What was known when the last window closed, until the log has been read. */
  #early: Known | undefined;
  /** Resolves when there is something to show. */
  readonly ready: Promise<void>;

  constructor(
    readonly ledger: Ledger,
    onDidChangePolicy: (listener: () => void) => Disposable,
    readonly policy: () => Policy,
  ) {
    const show = (): void => {
      this.#work = undefined;
      this.#changed.fire(this.board);
    };
    this.#showAnew = (): void => {
      this.#drawing = undefined;
      show();
    };
    this.ready = new Promise((resolve) => this.#changed.event(() => resolve()));
    this.#subscriptions = [
      ledger.onWillChange(() => this.#drawAhead()),
      ledger.onDidChange(() => {
        this.#early = undefined;
        show();
      }),
      ledger.today.onDidTurn(this.#showAnew),
      onDidChangePolicy(this.#showAnew),
      this.#changed,
    ];
  }

  /** Draws what was known before, until the log has been read. */
  showEarly(known: Known): void {
    this.#early = known;
    this.#showAnew();
  }

  /** What every view is drawn from. */
  get known(): Known {
    return this.#early ?? this.ledger.register;
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const today = this.ledger.today.day;
    const { known } = this;
    this.#watch(this.ledger.register);
    if (this.#drawing?.board.today !== today || this.#drawn !== known) {
      this.#drawing = Drawing.of(known.items, today, this.policy().calendar);
      this.#drawn = known;
    } else if (known !== this.#early) {
      this.#drawing.redraw(this.#changedItems);
    }
    this.#changedItems.clear();
    return this.#drawing.board;
  }

  /** What was handed out and what it is for. Drawn when it is first asked for. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = drawWork(this.known, board, this.policy());
    return this.#work;
  }

  /** Draws the first board of a log ahead of everybody who asks for it, in slices. */
  async #drawAhead(): Promise<void> {
    const { register, today } = this.ledger;
    const { day } = today;
    const { calendar } = this.policy();
    if (this.#drawn === register && this.#drawing?.board.today === day) return;
    const steps = Drawing.inSteps(register.items, day, calendar);
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

  #use(drawing: Drawing, drawn: Known): void {
    this.#watch(this.ledger.register);
    this.#drawing = drawing;
    this.#drawn = drawn;
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
