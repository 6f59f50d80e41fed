import type { Board } from '../../../core/board/board.ts';
import { groupNames, groupOf } from '../../../core/board/groups.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { itemKinds } from '../../../core/entries/itemFacts.ts';
import { nameKey } from '../../../core/text/names.ts';
import { sayName } from '../../../core/text/days.ts';
import { waitingRows } from '../../../core/board/order.ts';
import { sayGroup, sayKindGroup } from '../../../core/board/groupText.ts';
import { formatNumber, t } from '../../../core/text/translate.ts';
import type { Grouping } from '../../settings/readSettings.ts';

/** The nodes of the tree as plain data; `waitingTree.ts` turns them into tree items. */
export type Node = NoticeNode | GroupNode | RowNode;

/** A node of a tree, which VS Code passes to a command that was clicked in the view. `key` is unique in its tree. */
export abstract class TreeNode {
  abstract readonly key: string;
  /** Whose group it is, if it is that of a person. */
  readonly person?: string | undefined;
}

export class GroupNode extends TreeNode {
  readonly key: string;
  constructor(
    name: string,
    readonly label: string,
    readonly description: string,
    readonly rows: readonly RowNode[],
    override readonly person?: string,
  ) {
    super();
    this.key = `group ${name}`;
    for (const row of rows) row.group = this;
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

export class RowNode extends SubjectNode<BoardRow> {
  /** The group it stands in. */
  group: GroupNode | undefined;
}

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

/** The groups that are not empty, each in the order of all views. */
export function groupsOf(board: Board, grouping: Grouping): GroupNode[] {
  const byGroup = Map.groupBy(board.rows, (row) => groupOf(row, board));
  const groups = groupNames.flatMap((name) => {
    const nodes = byGroup.get(name)?.map((row) => new RowNode(row)) ?? [];
    return nodes.length === 0 ? [] : [new GroupNode(name, sayGroup(name), formatNumber(nodes.length), nodes)];
  });
  const trailing = groups.filter(({ key }) => trailingGroups.has(key));
  switch (grouping) {
    case 'state':
      return groups;
    case 'kind':
      return [...kindGroups(waitingRows(board)), ...trailing];
    case 'person':
      return [...personGroups(waitingRows(board)), ...trailing];
    default:
      return grouping satisfies never;
  }
}

/** Keys of the groups in which nothing waits on the leader. They come last, whatever the rest is grouped by. */
export const trailingGroups: ReadonlySet<string> = new Set(['group theirMove', 'group closed']);
const heldGroup = 'group onHold';

/**
 * The row to go on with after an act: the next that still stands where one was, or else the one before it. From what
 * waits it goes on with what waits, to what is on hold only last, and never along into another group with the item.
 *
 * @param before the groups when the act began
 */
export function nextAfter(
  acted: RowNode,
  before: readonly GroupNode[],
  after: readonly GroupNode[],
): RowNode | undefined {
  const from = acted.group?.key ?? '';
  const isNear = ({ key }: GroupNode): boolean => (trailingGroups.has(from) ? key === from : !trailingGroups.has(key));
  const rowsOf = (groups: readonly GroupNode[]): RowNode[] => groups.filter(isNear).flatMap(({ rows }) => rows);
  const left = new Map(rowsOf(after).map((node) => [node.key, node]));
  const earlier = rowsOf(before);
  const at = earlier.findIndex(({ key }) => key === acted.key);
  const candidates = [...earlier.slice(at + 1), ...earlier.slice(0, Math.max(0, at)).toReversed()];
  const possible = candidates.flatMap(({ key, row }) => (row.id === acted.row.id ? [] : (left.get(key) ?? [])));
  // What is held on purpose comes last, except from there.
  const waiting = from === heldGroup ? undefined : possible.find(({ group }) => group?.key !== heldGroup);
  return waiting ?? possible[0];
}

function kindGroups(rows: readonly BoardRow[]): GroupNode[] {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return itemKinds.flatMap((kind) => {
    const nodes = byKind.get(kind)?.map((row) => new RowNode(row)) ?? [];
    return nodes.length === 0 ? [] : [new GroupNode(kind, sayKindGroup(kind), formatNumber(nodes.length), nodes)];
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
    ([key, { name, nodes }]) => new GroupNode(`person ${key}`, sayName(name), formatNumber(nodes.length), nodes, name),
  );
  return nobody.length === 0
    ? groups
    : [...groups, new GroupNode('nobody', t('Nobody named'), formatNumber(nobody.length), nobody)];
}
