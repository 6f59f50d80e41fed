/**
 * Finds the tree item a key was pressed on. VS Code tells extensions what is selected, but the arrow keys only move the
 * focus. So our keybindings first toggle the selection of the focused item, which opens nothing. The one item whose
 * selection changed is the one the key was pressed on.
 */
export class SelectionTracker<T> {
  #selected: readonly T[] = [];
  #target: T | undefined;
  /** Items that this extension is selecting, so that the change is not taken for a key. */
  readonly #selecting: T[] = [];

  /** The item a key was just pressed on. Returned once only, so that a later key does not get an old answer. */
  take(): T | undefined {
    const item = this.#target;
    this.#target = undefined;
    return item;
  }

  /** Records the current selection. */
  follow(selected: readonly T[]): void {
    const before = new Set(this.#selected);
    const toggled = [...before.symmetricDifference(new Set(selected))];
    this.#selected = [...selected];
    const [only] = selected;
    if (only !== undefined && selected.length === 1 && this.#selecting.includes(only)) return;
    this.#target = toggled.length === 1 ? toggled[0] : undefined;
  }

  /** Until `done` settles, selecting the item alone is not taken for a key. */
  async selecting(item: T, done: PromiseLike<unknown>): Promise<void> {
    this.#selecting.push(item);
    try {
      await done;
    } catch {
      // The item may have left the tree meanwhile; then there is nothing to select.
    } finally {
      this.#selecting.splice(this.#selecting.indexOf(item), 1);
    }
  }
}
