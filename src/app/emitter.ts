export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener. Disposing the result unsubscribes it. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * The sender of an {@link Event}. A listener that throws stops neither the other listeners nor the caller of `fire`:
 * what is saved stays saved even if a view cannot show it. The error is thrown later, as an uncaught one.
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
        throwUncaught(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Throws an error later, as an uncaught one, so that it is reported but does not stop the caller. */
export function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
