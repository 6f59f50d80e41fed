import process from 'node:process';
import { type Day, dayOf } from '../core/time/day.ts';
import { type Disposable, Emitter } from './emitter.ts';

/** Where now comes from. Tests freeze it. */
export interface Clock {
  now(): Date;
}

export const wallClock: Clock = { now: () => new Date() };

/** How often the day is looked at: often enough after midnight, after sleep, after a change of zone. */
const checkInMs = 15_000;

/** The leader's day, and word when it turns or when the clocks of the machine are set to another zone. */
export class Today {
  readonly #turned = new Emitter<Day>();
  readonly #timer: NodeJS.Timeout;
  #day: Day;
  #minutesFromUtc: number;

  constructor(readonly clock: Clock) {
    const now = clock.now();
    this.#day = dayOf(now);
    this.#minutesFromUtc = now.getTimezoneOffset();
    this.#timer = setInterval(() => this.check(), checkInMs);
    this.#timer.unref();
  }

  readonly onDidTurn = (listener: (day: Day) => void): Disposable => this.#turned.event(listener);

  get day(): Day {
    this.#look();
    return this.#day;
  }

  /** Looks at the clock and its zone now; for moments such as the window coming back to the front. */
  check(): void {
    noticeZone();
    this.#look();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#turned.dispose();
  }

  #look(): void {
    const now = this.clock.now();
    const day = dayOf(now);
    const minutesFromUtc = now.getTimezoneOffset();
    if (day === this.#day && minutesFromUtc === this.#minutesFromUtc) return;
    this.#day = day;
    this.#minutesFromUtc = minutesFromUtc;
    this.#turned.fire(day);
  }
}

/**
 * Node keeps the zone it found at its start, also on a machine that has travelled since. It looks again whenever `TZ` is
 * touched; where somebody has set that, they mean it.
 */
function noticeZone(): void {
  if (process.env['TZ'] === undefined) delete process.env['TZ'];
}
