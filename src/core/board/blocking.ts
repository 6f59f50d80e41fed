import { titleOf } from '../items/codedText.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { type Day, daysBetween } from '../time/day.ts';
import type { Item } from '../items/item.ts';
import type { BlockerRow, ItemName, RowDraft } from './row.ts';

/** An open item, its row under construction, and what else decides its place. */
export interface OpenDraft {
  readonly item: Item;
  readonly row: RowDraft;
  /** Length of the longest chain of items that wait for it. */
  depth: number;
  /** Set only for an item that blocks or is blocked. */
  node: GraphNode | undefined;
}

/** The graph node of an item that blocks or is blocked, with the state of Tarjan's algorithm (1972). */
interface GraphNode {
  readonly draft: OpenDraft;
  readonly name: ItemName;
  /** In the order of the item's claims; undefined where the blocker is closed or gone. */
  readonly blockers: (GraphNode | undefined)[];
  /** Allocated with the first one, because most items block nothing. */
  blocks: ItemName[] | undefined;
  index: number;
  low: number;
  /** How many of the blockers were visited. */
  visited: number;
  /** Its strongly connected component; -1 until that is known. */
  component: number;
}

/**
 * Links open items with their open blockers: fills in `blockedBy`, `blocks`, `blocksOverdue`, `circle` and `depth`, and raises the hurt of
 * each blocker to at least that of what it blocks, so that it never sorts below it. Linear in items and claims.
 *
 * Entries of two machines can make items block each other. Within such a circle nothing counts as blocked; `circle` names
 * the other members.
 */
export function linkBlockers(open: readonly OpenDraft[], today: Day): void {
  const nodes = blockersFirst(nodesOf(open));
  // Hurt propagates from blocked items to blockers, so blocked items come first here.
  for (const node of nodes.toReversed()) applyBlockers(node, today);
  // The order of traversal depends on the order of reading, which must not be visible.
  for (const { draft, blocks } of nodes) if (blocks !== undefined) draft.row.blocks = blocks.sort(byId);
}

function applyBlockers({ draft, name, blockers, component }: GraphNode, today: Day): void {
  const blockedBy: BlockerRow[] = [];
  for (const [at, { verifiedOn }] of draft.item.blockers.entries()) {
    const blocker = blockers[at];
    if (blocker === undefined || blocker.component === component) continue;
    const { id, title } = blocker.name;
    blockedBy.push({ id, title, verifiedOn, unverifiedInDays: Math.max(0, daysBetween(verifiedOn, today)) });
    (blocker.blocks ??= []).push(name);
    const to = blocker.draft;
    to.row.hurt = Math.max(to.row.hurt, draft.row.hurt);
    to.row.blocksOverdue ||= draft.row.overdue || draft.row.blocksOverdue;
    to.depth = Math.max(to.depth, draft.depth + 1);
  }
  if (blockedBy.length > 0) draft.row.blockedBy = blockedBy;
}

function nodesOf(open: readonly OpenDraft[]): GraphNode[] {
  const blocked = open.filter(({ item }) => item.blockers.length > 0);
  if (blocked.length === 0) return [];
  const drafts = new Map<string, OpenDraft>();
  for (const draft of open) drafts.set(draft.item.id, draft);
  const nodes: GraphNode[] = [];
  const nodeOf = (draft: OpenDraft): GraphNode => {
    if (draft.node === undefined) {
      const unvisited = { index: -1, low: -1, visited: 0, component: -1 };
      draft.node = {
        draft,
        name: { id: draft.item.id, title: titleOf(draft.item) },
        blockers: [],
        blocks: undefined,
        ...unvisited,
      };
      nodes.push(draft.node);
    }
    return draft.node;
  };
  for (const draft of blocked) {
    const { blockers } = nodeOf(draft);
    for (const { id } of draft.item.blockers) {
      const blocker = drafts.get(id);
      blockers.push(blocker && nodeOf(blocker));
    }
  }
  return nodes;
}

/** How many others a member of a circle names: enough to find it, without quadratic cost. */
const circleNameLimit = 20;

function nameCircle(members: readonly GraphNode[]): void {
  const names = members.map(({ name }) => name).toSorted(byId);
  const first = names.slice(0, circleNameLimit + 1);
  for (const { draft, name } of members) {
    draft.row.circle = first.filter(({ id }) => id !== name.id).slice(0, circleNameLimit);
  }
}

function byId(a: ItemName, b: ItemName): number {
  return compareTexts(a.id, b.id);
}

/**
 * Sorts blockers before what they block and fills in `circle` (Tarjan's strongly connected components). Iterative,
 * because a chain can be longer than the call stack.
 */
function blockersFirst(nodes: readonly GraphNode[]): GraphNode[] {
  const sorted: GraphNode[] = [];
  const stack: GraphNode[] = [];
  const path: GraphNode[] = [];
  let next = 0;
  const enter = (node: GraphNode): void => {
    node.index = node.low = next++;
    stack.push(node);
    path.push(node);
  };
  for (const root of nodes) {
    if (root.index < 0) enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (node.visited < node.blockers.length) {
        const blocker = node.blockers[node.visited++];
        if (blocker === undefined) continue;
        if (blocker.index < 0) enter(blocker);
        else if (blocker.component < 0) node.low = Math.min(node.low, blocker.index);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, node.low);
      if (node.low < node.index) continue;
      const from = sorted.length;
      let member: GraphNode | undefined;
      do {
        member = stack.pop();
        if (member === undefined) break;
        member.component = node.index;
        sorted.push(member);
      } while (member !== node);
      if (sorted.length - from > 1) nameCircle(sorted.slice(from));
    }
  }
  return sorted;
}
