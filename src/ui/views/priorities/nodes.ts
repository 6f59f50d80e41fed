import type { PriorityRow } from '../../../core/assignments/workBoard.ts';
import { SubjectNode } from '../waiting/nodes.ts';

/** One line of the ranked list. */
export class PriorityNode extends SubjectNode<PriorityRow> {}
