import process from 'node:process';
import { type Day, dayOf } from '../core/time/day.ts';
import { type Disposable, Emitter } from './emitter.ts';

/** Source of the current time. Tests freeze it. */
export interface Clock {
  now(): Date;
}

export const wallClock: Clock = { now: () => new Date() };

/** How often the day is checked: often enough after midnight, after sleep, after a change of time zone. */
const checkInMs = 15_000;

/** The leader's day, with an event when it changes or the machine is set to another time zone. */
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
    this.#update();
    return this.#day;
  }

  /** Checks the clock and its time zone now, for example when the window gets the focus. */
  check(): void {
    refreshTimeZone();
    this.#update();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#turned.dispose();
  }

  #update(): void {
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
 * Node caches the time zone it found at its start, even on a machine that has travelled since. Touching `TZ`
 * invalidates that cache. A `TZ` that somebody has set is kept.
 */
function refreshTimeZone(): void {
  if (process.env['TZ'] === undefined) delete process.env['TZ'];
}
