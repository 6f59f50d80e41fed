/**
 * Which item of the tree a key was pressed on. VS Code tells extensions what is selected, but the arrow keys only move
 * the focus. So our keybindings first toggle the selection of the focused item, which opens nothing, and from how the
 * selection changed it shows which item that was.
 */
export class Pointer<T> {
  #selected: readonly T[] = [];
  #at: T | undefined;

  get at(): T | undefined {
    return this.#at;
  }

  /** Takes in the selection as it is now. */
  follow(selected: readonly T[]): void {
    const added = selected.filter((item) => !this.#selected.includes(item));
    const removed = this.#selected.filter((item) => !selected.includes(item));
    if (added.length === 1) this.#at = added[0];
    else if (selected.length === 1) this.#at = selected[0];
    else if (removed.length === 1 && selected.length === 0) this.#at = removed[0];
    this.#selected = [...selected];
  }
}
