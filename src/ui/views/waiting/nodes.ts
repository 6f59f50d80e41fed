import type { Board } from '../../../core/board/board.ts';
import { groupNames, groupOf, type GroupName } from '../../../core/board/groups.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { itemKinds } from '../../../core/entries/itemFacts.ts';
import { nameKey } from '../../../core/text/names.ts';
import { sayName } from '../../../core/text/days.ts';
import { describeGroup, sayGroup, sayKindGroup } from '../../../core/board/groupText.ts';
import { t } from '../../../core/text/translate.ts';
import type { Grouping } from '../../settings/readSettings.ts';

/** The nodes of the tree as plain data; `waitingTree.ts` turns them into tree items. */
export type Node = NoticeNode | GroupNode | RowNode;

/** A node of a tree, which VS Code passes to a command that was clicked in the view. `key` is unique in its tree. */
export abstract class TreeNode {
  abstract readonly key: string;
}

export class GroupNode extends TreeNode {
  readonly key: string;
  constructor(
    name: string,
    readonly label: string,
    readonly description: string,
    readonly rows: readonly RowNode[],
  ) {
    super();
    this.key = `group ${name}`;
  }
}

/** One item, assignment, draft or priority, which commands can be called on. */
export abstract class SubjectNode<R extends { readonly id: string } = { readonly id: string }> extends TreeNode {
  readonly key: string;
  /** @param within prefix of the key, unique per group, for what is in several groups */
  constructor(
    readonly row: R,
    within = '',
  ) {
    super();
    this.key = `${within}${row.id}`;
  }
}

export class RowNode extends SubjectNode<BoardRow> {}

/** A problem of the log or the settings, with one thing to do about it. */
export class NoticeNode extends TreeNode {
  readonly key: string;
  constructor(
    readonly sentence: string,
    readonly command: string,
    readonly commandArguments: readonly unknown[] = [],
    /** Further lines for the tooltip. */
    readonly details: readonly string[] = [],
  ) {
    super();
    this.key = `notice ${sentence}`;
  }
}

/** The groups that are not empty, each in the order of the board. */
export function groupsOf(board: Board, grouping: Grouping): GroupNode[] {
  switch (grouping) {
    case 'state':
      return stateGroups(board, groupNames, board.rows);
    case 'kind':
      return [...kindGroups(queueOf(board)), ...stateGroups(board, trailingGroups, board.rows)];
    case 'person':
      return [...personGroups(queueOf(board)), ...stateGroups(board, trailingGroups, board.rows)];
    default:
      return grouping satisfies never;
  }
}

/** Groups by state that come last, whatever the rest is grouped by. */
const trailingGroups: readonly GroupName[] = ['checkDue', 'handedOver', 'recentlyClosed'];

/** Open rows that are in none of the {@link trailingGroups}. */
function queueOf(board: Board): BoardRow[] {
  return board.rows.filter((row) => {
    const group = groupOf(row, board);
    return row.closing === undefined && group !== undefined && !trailingGroups.includes(group);
  });
}

function stateGroups(board: Board, names: readonly GroupName[], rows: readonly BoardRow[]): GroupNode[] {
  const byGroup = Map.groupBy(rows, (row) => groupOf(row, board));
  return names.flatMap((name) => {
    const nodes = byGroup.get(name)?.map((row) => new RowNode(row)) ?? [];
    return nodes.length === 0 ? [] : [new GroupNode(name, sayGroup(name), describeGroup(name, nodes.length), nodes)];
  });
}

function kindGroups(rows: readonly BoardRow[]): GroupNode[] {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return itemKinds.flatMap((kind) => {
    const nodes = byKind.get(kind)?.map((row) => new RowNode(row)) ?? [];
    return nodes.length === 0 ? [] : [new GroupNode(kind, sayKindGroup(kind), String(nodes.length), nodes)];
  });
}

/** Lists an item under each person who waits for it. The groups are in the order of their first items on the board. */
function personGroups(rows: readonly BoardRow[]): GroupNode[] {
  const people = new Map<string, { readonly name: string; readonly nodes: RowNode[] }>();
  const nobody: RowNode[] = [];
  for (const row of rows) {
    if (row.waiting.length === 0) nobody.push(new RowNode(row));
    for (const name of row.waiting) {
      const key = nameKey(name);
      let person = people.get(key);
      if (person === undefined) people.set(key, (person = { name, nodes: [] }));
      person.nodes.push(new RowNode(row, `${key} `));
    }
  }
  const groups = [...people].map(
    ([key, { name, nodes }]) => new GroupNode(`person ${key}`, sayName(name), String(nodes.length), nodes),
  );
  return nobody.length === 0
    ? groups
    : [...groups, new GroupNode('nobody', t('Nobody named'), String(nobody.length), nobody)];
}
