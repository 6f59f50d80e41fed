import type { Board } from '../../../core/board/board.ts';
import { groupNames, groupOf, type GroupName } from '../../../core/board/groups.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { itemKinds } from '../../../core/entries/itemFacts.ts';
import { nameKey } from '../../../core/text/names.ts';
import { sayName } from '../../../core/text/days.ts';
import { describeGroup, sayGroup, sayKindGroup } from '../../../core/board/groupText.ts';
import { t } from '../../../core/text/translate.ts';
import type { Grouping } from '../../settings/readSettings.ts';

/** What the tree shows, as plain data; `waitingTree.ts` turns it into what VS Code draws. */
export type Node = NoticeNode | GroupNode | RowNode;

/** What VS Code hands to a command that was clicked in the view. `key` tells the nodes of a tree apart. */
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

/** One item. Commands recognise what they were given by this class. */
export class RowNode extends TreeNode {
  readonly key: string;
  /** @param within tells the nodes of one item apart where it stands in several groups */
  constructor(
    readonly row: BoardRow,
    within = '',
  ) {
    super();
    this.key = `${within}${row.id}`;
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

/** The groups that hold something, each in the order of the board. */
export function groupsOf(board: Board, grouping: Grouping): GroupNode[] {
  switch (grouping) {
    case 'state':
      return stateGroups(board, groupNames, board.rows);
    case 'kind':
      return [...kindGroups(queueOf(board)), ...stateGroups(board, besides, board.rows)];
    case 'person':
      return [...personGroups(queueOf(board)), ...stateGroups(board, besides, board.rows)];
    default:
      return grouping satisfies never;
  }
}

/** However the rest is grouped, these stand by themselves at the end. */
const besides: readonly GroupName[] = ['checkDue', 'handedOver', 'recentlyClosed'];

/** What is open and in none of the groups that stand by themselves. */
function queueOf(board: Board): BoardRow[] {
  return board.rows.filter((row) => {
    const group = groupOf(row, board);
    return row.closing === undefined && group !== undefined && !besides.includes(group);
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

/** An item stands under everybody who waits for it; whoever waits longest for the most comes first, as the items do. */
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
