import type { BoardRow } from '../../../core/board/row.ts';
import { namedPeople } from '../../../core/items/namedPeople.ts';

/** The context value of an item, for the `when` clauses of its menus: words that clauses match one by one. */
export function contextValueOf(row: BoardRow): string {
  const words = [actsOf(row)];
  if (namedPeople(row).length > 0) words.push('named');
  if (row.request !== undefined) words.push('elsewhere', ...(row.request.team === undefined ? [] : ['ofTeam']));
  return words.join(' ');
}

function actsOf(row: BoardRow): string {
  if (row.readOnly) return 'item readOnly';
  if (row.closing !== undefined) {
    const words = closedContextOf(row);
    return row.disagreement === undefined ? words : `${words} disputed`;
  }
  const words = ['item', 'open', closingOf(row)];
  if (row.ball === 'leader') words.push('mine', ...(row.respondedOn === undefined ? ['unanswered'] : []));
  else words.push(row.ball === 'asker' ? 'sentBack' : 'handedOver');
  if (row.blockedBy.length + row.circle.length > 0) words.push('blocked');
  if (row.default !== undefined) words.push(row.isDefaultDue ? 'defaultDue' : 'defaulted');
  return words.join(' ');
}

function closedContextOf({ closing, check, state }: BoardRow): string {
  if (closing?.how === 'withdrawn') return 'item closed reopenable';
  if (check?.answer?.how === 'reversed') return 'item closed';
  const words = ['item', 'closed', 'reopenable', 'checkable'];
  if (check?.answer === undefined) words.push('awaited');
  if (state === 'checkDue') words.push('due');
  return words.join(' ');
}

function closingOf({ kind }: BoardRow): string {
  switch (kind) {
    case 'dependency':
      return 'clearable';
    case 'clarity':
      return 'settleable';
    case 'decision':
    case 'approval':
      return 'decidable';
    default:
      return kind satisfies never;
  }
}
