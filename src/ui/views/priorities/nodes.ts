import type { PriorityRow } from '../../../core/assignments/workBoard.ts';
import { TreeNode } from '../waiting/nodes.ts';

/** One line of the ranked list. */
export class PriorityNode extends TreeNode {
  readonly key: string;
  constructor(readonly row: PriorityRow) {
    super();
    this.key = row.id;
  }
}

/** An order made by dragging; what it displaces is still to be asked. */
export class Reordering extends TreeNode {
  readonly key = 'reordering';
  constructor(readonly order: readonly string[]) {
    super();
  }
}
