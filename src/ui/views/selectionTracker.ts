/**
 * Which item of the tree a key was pressed on. VS Code tells extensions what is selected, but the arrow keys only move
 * the focus. So our keybindings first toggle the selection of the focused item, which opens nothing, and the one item
 * that is selected now and was not before, or the other way round, is the one.
 */
export class SelectionTracker<T> {
  #selected: readonly T[] = [];
  #at: T | undefined;
  /** What is being selected by us, and not by a key. */
  readonly #selecting: T[] = [];

  /** The item a key was just pressed on. Undefined the second time: what was pressed on before is no answer to a new key. */
  take(): T | undefined {
    const at = this.#at;
    this.#at = undefined;
    return at;
  }

  /** Takes in the selection as it is now. */
  follow(selected: readonly T[]): void {
    const before = new Set(this.#selected);
    const toggled = [...before.symmetricDifference(new Set(selected))];
    this.#selected = [...selected];
    const [only] = selected;
    if (only !== undefined && selected.length === 1 && this.#selecting.includes(only)) return;
    this.#at = toggled.length === 1 ? toggled[0] : undefined;
  }

  /** While this goes on, the item may become the only one selected without a key. */
  async selecting(item: T, done: PromiseLike<unknown>): Promise<void> {
    this.#selecting.push(item);
    try {
      await done;
    } catch {
      // It may leave the tree meanwhile; then there is nothing to select.
    } finally {
      this.#selecting.splice(this.#selecting.indexOf(item), 1);
    }
  }
}
