import { type Day, dayOf } from '../core/day.ts';
import { type Disposable, Emitter } from './emitter.ts';

/** Where now comes from. Tests freeze it. */
export interface Clock {
  now(): Date;
}

export const wallClock: Clock = { now: () => new Date() };

/** How often the day is looked at: often enough after midnight, after sleep, after a change of zone. */
const checkInMs = 15_000;

/** The leader's day, and word when it turns. */
export class Today {
  readonly #turned = new Emitter<Day>();
  readonly #timer: NodeJS.Timeout;
  #day: Day;

  constructor(readonly clock: Clock) {
    this.#day = dayOf(clock.now());
    this.#timer = setInterval(() => this.check(), checkInMs);
    this.#timer.unref();
  }

  readonly onDidTurn = (listener: (day: Day) => void): Disposable => this.#turned.event(listener);

  get day(): Day {
    this.check();
    return this.#day;
  }

  /** Looks at the clock now; for moments such as the window coming back to the front. */
  check(): void {
    const day = dayOf(this.clock.now());
    if (day === this.#day) return;
    this.#day = day;
    this.#turned.fire(day);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#turned.dispose();
  }
}
