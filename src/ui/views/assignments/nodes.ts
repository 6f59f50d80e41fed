import type { AssignmentRow, DraftRow, WorkBoard } from '../../../core/assignments/workBoard.ts';
import { nameKey } from '../../../core/text/names.ts';
import { sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { addDays } from '../../../core/time/day.ts';
import { recentlyClosedInDays } from '../../../core/policy.ts';
import { SubjectNode, TreeNode } from '../waiting/nodes.ts';

export type AssignmentsNode = AssignmentGroupNode | AssignmentNode | DraftNode;

/** A group: what one person holds, the drafts, or what was closed recently. */
export class AssignmentGroupNode extends TreeNode {
  readonly key: string;
  constructor(
    name: string,
    readonly label: string,
    readonly children: readonly (AssignmentNode | DraftNode)[],
    readonly isCollapsed = false,
    override readonly person?: string,
  ) {
    super();
    this.key = `group ${name}`;
  }
}

export class AssignmentNode extends SubjectNode<AssignmentRow> {}

export class DraftNode extends SubjectNode<DraftRow> {}

/** Open assignments by owner, then the drafts, then what was closed recently. */
export function assignmentGroups({ assignments, drafts, today }: WorkBoard): AssignmentGroupNode[] {
  const open = assignments.filter(({ closing }) => closing === undefined);
  const since = addDays(today, -recentlyClosedInDays);
  const closed = assignments.filter(({ closing }) => closing !== undefined && closing.on > since);
  const byOwner = Map.groupBy(open, ({ agreement }) => nameKey(agreement.owner));
  return [
    ...[...byOwner].map(
      ([key, rows]) =>
        new AssignmentGroupNode(
          `owner ${key}`,
          sayName(rows[0]?.agreement.owner ?? ''),
          rows.map((row) => new AssignmentNode(row)),
          false,
          rows[0]?.agreement.owner,
        ),
    ),
    ...(drafts.length === 0
      ? []
      : [
          new AssignmentGroupNode(
            'drafts',
            t('Drafts'),
            drafts.map((row) => new DraftNode(row)),
          ),
        ]),
    ...(closed.length === 0
      ? []
      : [
          new AssignmentGroupNode(
            'closed',
            t('Recently closed'),
            closed.map((row) => new AssignmentNode(row)),
            true,
          ),
        ]),
  ];
}

/** The context value of a node, for the `when` clauses of its menus. */
export function assignmentContext(node: AssignmentsNode): string {
  if (node instanceof AssignmentGroupNode) return node.person === undefined ? 'group' : 'group person';
  if (node instanceof DraftNode) return 'draft';
  if (node.row.readOnly) return 'assignment readOnly';
  if (node.row.closing !== undefined) return 'assignment closed';
  return node.row.owed.length === 0 ? 'assignment open' : 'assignment open owing';
}
