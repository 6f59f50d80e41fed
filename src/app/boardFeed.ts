import { type Board, drawBoard } from '../core/board/board.ts';
import type { Policy } from '../core/policy.ts';
import type { Known } from '../core/register.ts';
import { drawWork, type WorkBoard } from '../core/work/workBoard.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { Ledger } from './ledger.ts';

/** The board every view draws: drawn again when the log, the day or the leader's settings change. */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  readonly #redraw: () => void;
  #board: Board | undefined;
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
    const redraw = (): void => {
      this.#board = undefined;
      this.#work = undefined;
      this.#changed.fire(this.board);
    };
    this.ready = new Promise((resolve) => this.#changed.event(() => resolve()));
    this.#redraw = redraw;
    this.#subscriptions = [
      ledger.onDidChange(() => {
        this.#early = undefined;
        redraw();
      }),
      ledger.today.onDidTurn(redraw),
      onDidChangePolicy(redraw),
      this.#changed,
    ];
  }

  /** Draws what was known before, until the log has been read. */
  showEarly(known: Known): void {
    this.#early = known;
    this.#redraw();
  }

  /** What every view is drawn from. */
  get known(): Known {
    return this.#early ?? this.ledger.register;
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const today = this.ledger.today.day;
    if (this.#board?.today !== today) {
      this.#board = drawBoard(this.known.items, today, this.policy());
    }
    return this.#board;
  }

  /** What was handed out and what it is for. Drawn when it is first asked for. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = drawWork(this.known, board, this.policy());
    return this.#work;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
