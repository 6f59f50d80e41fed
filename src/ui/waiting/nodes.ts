import { type Board, type BoardRow, isRecentlyClosed } from '../../core/board.ts';

/** What the tree shows, as plain data; `waitingTree.ts` turns it into what VS Code draws. */
export type Node = NoticeNode | GroupNode | RowNode;

/** What VS Code hands to a command that was clicked in the view. `key` tells the nodes of a tree apart. */
export abstract class TreeNode {
  abstract readonly key: string;
}

export type GroupName = 'overdue' | 'dueSoon' | 'later' | 'recentlyClosed';

export class GroupNode extends TreeNode {
  readonly key: string;
  constructor(
    readonly name: GroupName,
    readonly rows: readonly RowNode[],
  ) {
    super();
    this.key = `group ${name}`;
  }
}

/** One item. Commands recognise what they were given by this class. */
export class RowNode extends TreeNode {
  readonly key: string;
  constructor(readonly row: BoardRow) {
    super();
    this.key = row.id;
  }
}

/** Something about the log or the settings that the person should know, with one thing to do about it. */
export class NoticeNode extends TreeNode {
  readonly key: string;
  constructor(
    readonly sentence: string,
    readonly command: string,
    readonly commandArguments: readonly unknown[] = [],
    /** More about it, one line each, for the tooltip. */
    readonly details: readonly string[] = [],
  ) {
    super();
    this.key = `notice ${sentence}`;
  }
}

/** The groups that hold something, in the order of urgency; each in the order of the board. */
export function groupsOf(board: Board): GroupNode[] {
  const rows: Record<GroupName, RowNode[]> = { overdue: [], dueSoon: [], later: [], recentlyClosed: [] };
  for (const row of board.rows) {
    if (row.state !== 'closed') rows[row.state].push(new RowNode(row));
    else if (isRecentlyClosed(row, board.today)) rows.recentlyClosed.push(new RowNode(row));
  }
  const names: readonly GroupName[] = ['overdue', 'dueSoon', 'later', 'recentlyClosed'];
  return names.filter((name) => rows[name].length > 0).map((name) => new GroupNode(name, rows[name]));
}
