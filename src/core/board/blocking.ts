import { titleOf } from '../items/codedText.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { type Day, daysBetween } from '../time/day.ts';
import type { Item } from '../items/item.ts';
import type { BlockerRow, ItemName, RowDraft } from './row.ts';

/** An open item, the row that is being drawn of it, and what orders it besides. */
export interface OpenDraft {
  readonly item: Item;
  readonly row: RowDraft;
  /** Length of the longest chain of items that wait for it. */
  depth: number;
  /** Only of an item that blocks or is blocked. */
  knot: Knot | undefined;
}

/** An item that blocks or is blocked, and what walking from blocked to blocker leaves on it (Tarjan, 1972). */
interface Knot {
  readonly draft: OpenDraft;
  readonly name: ItemName;
  /** In the order of the item's own claims; undefined where the other one is closed or gone. */
  readonly blockers: (Knot | undefined)[];
  /** Made with the first one, since most block nothing. */
  blocks: ItemName[] | undefined;
  index: number;
  low: number;
  /** How many of the blockers have been walked to. */
  walked: number;
  /** Which strongly connected component it is in; -1 until that is known. */
  component: number;
}

/**
 * Ties open items to the open items in their way: fills in `blockedBy`, `blocks`, `circle` and `depth`, and lets each
 * blocker hurt at least as much as what it blocks, so that it never stands below it. Linear in items and claims.
 *
 * Two machines can name blockers that wait for each other. Such a circle blocks nothing: no member waits for another one,
 * and each says so.
 */
export function tieBlockers(open: readonly OpenDraft[], today: Day): void {
  const knots = blockersFirst(knotsOf(open));
  // Hurt flows from the blocked to their blockers, so from the last one backwards.
  for (const knot of knots.toReversed()) tie(knot, today);
  // The order of the walk is the order items were read in, which must show nowhere.
  for (const { draft, blocks } of knots) if (blocks !== undefined) draft.row.blocks = blocks.sort(byId);
}

function tie({ draft, name, blockers, component }: Knot, today: Day): void {
  const blockedBy: BlockerRow[] = [];
  for (const [at, { verifiedOn }] of draft.item.blockers.entries()) {
    const blocker = blockers[at];
    if (blocker === undefined || blocker.component === component) continue;
    const { id, title } = blocker.name;
    blockedBy.push({ id, title, verifiedOn, unverifiedInDays: Math.max(0, daysBetween(verifiedOn, today)) });
    (blocker.blocks ??= []).push(name);
    const to = blocker.draft;
    to.row.hurt = Math.max(to.row.hurt, draft.row.hurt);
    to.depth = Math.max(to.depth, draft.depth + 1);
  }
  if (blockedBy.length > 0) draft.row.blockedBy = blockedBy;
}

function knotsOf(open: readonly OpenDraft[]): Knot[] {
  const blocked = open.filter(({ item }) => item.blockers.length > 0);
  if (blocked.length === 0) return [];
  const drafts = new Map<string, OpenDraft>();
  for (const draft of open) drafts.set(draft.item.id, draft);
  const knots: Knot[] = [];
  const knotOf = (draft: OpenDraft): Knot => {
    if (draft.knot === undefined) {
      const unwalked = { index: -1, low: -1, walked: 0, component: -1 };
      draft.knot = {
        draft,
        name: { id: draft.item.id, title: titleOf(draft.item) },
        blockers: [],
        blocks: undefined,
        ...unwalked,
      };
      knots.push(draft.knot);
    }
    return draft.knot;
  };
  for (const draft of blocked) {
    const { blockers } = knotOf(draft);
    for (const { id } of draft.item.blockers) {
      const blocker = drafts.get(id);
      blockers.push(blocker && knotOf(blocker));
    }
  }
  return knots;
}

/** How many others a member of a circle names: enough to find it, and not the square of its size. */
const namedInCircle = 20;

function nameCircle(members: readonly Knot[]): void {
  const names = members.map(({ name }) => name).toSorted(byId);
  const first = names.slice(0, namedInCircle + 1);
  for (const { draft, name } of members) {
    draft.row.circle = first.filter(({ id }) => id !== name.id).slice(0, namedInCircle);
  }
}

function byId(a: ItemName, b: ItemName): number {
  return compareTexts(a.id, b.id);
}

/**
 * Sorted so that no item stands before one that is in its way, with each circle named (Tarjan's strongly connected
 * components). On a stack of its own, for chains can be longer than the one functions call each other on.
 */
function blockersFirst(knots: readonly Knot[]): Knot[] {
  const sorted: Knot[] = [];
  const open: Knot[] = [];
  const path: Knot[] = [];
  let next = 0;
  const enter = (knot: Knot): void => {
    knot.index = knot.low = next++;
    open.push(knot);
    path.push(knot);
  };
  for (const root of knots) {
    if (root.index < 0) enter(root);
    for (let knot = path.at(-1); knot !== undefined; knot = path.at(-1)) {
      if (knot.walked < knot.blockers.length) {
        const blocker = knot.blockers[knot.walked++];
        if (blocker === undefined) continue;
        if (blocker.index < 0) enter(blocker);
        else if (blocker.component < 0) knot.low = Math.min(knot.low, blocker.index);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, knot.low);
      if (knot.low < knot.index) continue;
      const from = sorted.length;
      let member: Knot | undefined;
      do {
        member = open.pop();
        if (member === undefined) break;
        member.component = knot.index;
        sorted.push(member);
      } while (member !== knot);
      if (sorted.length - from > 1) nameCircle(sorted.slice(from));
    }
  }
  return sorted;
}
