export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; what comes back ends the subscription. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * The sending end of an {@link Event}. A listener that throws keeps neither the others from hearing nor the sender from
 * going on: what is saved stays saved though a view cannot draw it. The error surfaces on its own, as uncaught.
 */
export class Emitter<T = void> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        surface(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Lets an error be seen that must not stop what it came up in. */
export function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
