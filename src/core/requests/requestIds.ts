import { requestKey } from './pullRequest.ts';
import type { RequestEvent, RequestHistory } from './requestHistory.ts';
import type { RequestMove } from './requestMoves.ts';

/** The same id for the same text, on every machine. */
export type IdOf = (text: string) => string;

/** The id of the item of a request that arrives by itself. */
export function arrivalOf({ host, id }: RequestHistory, idOf: IdOf): string {
  return idOf(`${host} ${id} item`);
}

/** What an act is about. */
interface Told {
  readonly event: RequestEvent;
  readonly move: RequestMove['move'] | 'renamed';
}

/**
 * The ids of what is written of a request in one item, so that all windows and machines write the same. Another item than
 * the one that arrives by itself has ids of its own: both can be in the logs of two machines.
 */
export class RequestIds {
  readonly #ofItem: string;
  readonly #arrival: string;

  /** @param isNew whether the request arrives in it; in an item that was recognised once, that is said beside the asking */
  constructor(
    readonly history: RequestHistory,
    readonly idOf: IdOf,
    item = arrivalOf(history, idOf),
    isNew = true,
  ) {
    const isArrival = item === arrivalOf(history, idOf);
    this.#ofItem = isArrival ? '' : ` ${item}`;
    this.#arrival = isNew && !isArrival ? ' arrival' : '';
  }

  /** Of the entry that says that the item stands for the request. */
  get asking(): string {
    return this.idOf(requestKey(this.history) + this.#ofItem + this.#arrival);
  }

  act(told: Told): string {
    return this.idOf(`${this.#nameOf(told)} act`);
  }

  /** @param at its place in the act */
  entry(told: Told, at = 0): string {
    if (at > 0) return this.idOf(`${this.#nameOf(told)} ${at}`);
    return told.move === 'asked' ? this.asking : this.idOf(this.#nameOf(told));
  }

  #nameOf({ event, move }: Told): string {
    const name = `${this.history.host} ${event.id} ${move}${this.#ofItem}`;
    return move === 'asked' ? name + this.#arrival : name;
  }
}
