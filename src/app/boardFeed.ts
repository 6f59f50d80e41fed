import { type Board, drawBoard } from '../core/board/board.ts';
import type { Policy } from '../core/policy.ts';
import { drawWork, type WorkBoard } from '../core/work/workBoard.ts';
import { type Disposable, Emitter } from './emitter.ts';
import type { Ledger } from './ledger.ts';

/** The board every view draws: drawn again when the log, the day or the leader's settings change. */
export class BoardFeed {
  readonly #changed = new Emitter<Board>();
  readonly #subscriptions: Disposable[];
  #board: Board | undefined;
  #work: WorkBoard | undefined;

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
    this.#subscriptions = [
      ledger.onDidChange(redraw),
      ledger.today.onDidTurn(redraw),
      onDidChangePolicy(redraw),
      this.#changed,
    ];
  }

  readonly onDidChange = (listener: (board: Board) => void): Disposable => this.#changed.event(listener);

  get board(): Board {
    const today = this.ledger.today.day;
    if (this.#board?.today !== today) {
      this.#board = drawBoard(this.ledger.register.items, today, this.policy());
    }
    return this.#board;
  }

  /** What was handed out and what it is for. Drawn when it is first asked for. */
  get work(): WorkBoard {
    const { board } = this;
    if (this.#work?.today !== board.today) this.#work = drawWork(this.ledger.register, board, this.policy());
    return this.#work;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
