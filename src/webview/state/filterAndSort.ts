import { compareTexts } from '../../core/text/compareTexts.ts';
import { foldText } from '../../core/text/fold.ts';
import { nameKey } from '../../core/text/names.ts';
import type { OpenRow } from '../../core/panel/protocol.ts';
import { stateOrder } from '../wording/panel.ts';
import type { StateFilter } from './viewState.ts';
import type { Filter, Sort } from './viewState.ts';

/** The rows that match the filter, in their given order. */
export function filtered(rows: readonly OpenRow[], filter: Filter): readonly OpenRow[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  const [person, tag] = [nameKey(filter.person), nameKey(filter.tag)];
  return rows.filter(
    (row) =>
      (filter.kind === '' || row.targetKind === filter.kind) &&
      (filter.state === '' || matchesState(row, filter.state)) &&
      (person === '' || row.waiting.some((name) => nameKey(name) === person)) &&
      (tag === '' || row.tags.some((name) => nameKey(name) === tag)) &&
      containsWords(row, words),
  );
}

function matchesState(row: OpenRow, state: StateFilter): boolean {
  switch (state) {
    case 'overdue':
      return row.overdue;
    case 'today':
      return row.isToday;
    case 'handedOver':
      return row.state === 'handedOver';
    default:
      return row.play === state;
  }
}

/** Whether every word occurs in the title, in any of the names or in the tags, without accents and case. */
function containsWords({ title, waiting, tags, askedBy, otherNames }: OpenRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldText([title, ...waiting, ...tags.map((tag) => `#${tag}`), askedBy ?? '', ...otherNames].join('\n'));
  return words.every((word) => text.includes(word));
}

/** The rows sorted by a column; equal rows keep the given order of the tree. */
export function sorted(rows: readonly OpenRow[], { column, isDescending }: Sort): readonly OpenRow[] {
  if (column === 'hurt') return isDescending ? rows : rows.toReversed();
  const compare = comparison(column);
  return rows.toSorted((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
}

function comparison(column: Exclude<Sort['column'], 'hurt'>): (a: OpenRow, b: OpenRow) => number {
  switch (column) {
    case 'title': {
      const collator = new Intl.Collator();
      return (a, b) => collator.compare(a.title, b.title);
    }
    case 'state':
      return (a, b) => (stateOrder.get(a.state) ?? 0) - (stateOrder.get(b.state) ?? 0) || a.daysOver - b.daysOver;
    case 'age':
      return (a, b) => a.ageInDays - b.ageInDays;
    case 'personDays':
      return (a, b) => a.personDays - b.personDays;
    case 'promised':
      return (a, b) => compareTexts(a.dueOn, b.dueOn);
    default:
      return column satisfies never;
  }
}

/** The distinct names or tags of the rows, sorted by text. */
export function distinctNames(rows: readonly OpenRow[], of: 'waiting' | 'tags'): readonly string[] {
  const names = new Map<string, string>();
  for (const row of rows) for (const name of row[of]) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  return [...names].toSorted(([a], [b]) => compareTexts(a, b)).map(([, name]) => name);
}
