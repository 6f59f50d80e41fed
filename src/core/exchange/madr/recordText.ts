import { CORE_SCHEMA, dump } from 'js-yaml';
import { slipsOf } from '../../board/promise.ts';
import type { Closing, Expectation, Item } from '../../items/item.ts';
import type { Calendar } from '../../time/calendar.ts';
import { uniqueNames } from '../../text/names.ts';
import { sayCheckOfRecord, sayRecordNotes } from './recordWords.ts';
import { markdownLineOf, markdownOf } from './markdownText.ts';

/** An item closed by a decision, or by a default that took effect. */
export interface DecidedItem extends Item {
  readonly closing: Extract<Closing, { readonly how: 'decided' | 'silence' }>;
}

export function isDecided(item: Item): item is DecidedItem {
  return item.closing?.how === 'decided' || item.closing?.how === 'silence';
}

/** Another record in the same folder. */
export interface OtherRecord {
  readonly number: number;
  readonly name: string;
}

/**
 * A decided item as a record of MADR 4. Headings and the outcome sentence are always English, because tools look for
 * them. The front matter key `pacesetter` holds fields that MADR lacks, so that the record can be imported again.
 */
export function recordText(
  item: DecidedItem,
  {
    successor,
    predecessors,
  }: { readonly successor: OtherRecord | undefined; readonly predecessors: readonly OtherRecord[] },
  calendar: Calendar,
): string {
  const { closing } = item;
  const { because, expectation } = closing.how === 'decided' ? closing : {};
  const outcome = markdownOf(closing.outcome).replace(/"/g, String.raw`\"`);
  const options = new Set([closing.outcome, ...(item.default === undefined ? [] : [item.default.outcome])]);
  const confirmation = item.check === undefined ? undefined : sayCheckOfRecord(item.check, expectation);
  const notes = sayRecordNotes(item, closing.on, slipsOf(item, calendar));
  return [
    `---\n${dump(frontMatterOf(item, successor), { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })}---`,
    `# ${markdownLineOf(item.title)}`,
    '## Context and Problem Statement',
    item.note === undefined ? notRecorded : markdownOf(item.note),
    '## Considered Options',
    [...options].map((option) => `* ${markdownLineOf(option)}`).join('\n'),
    '## Decision Outcome',
    because === undefined
      ? `Chosen option: "${outcome}".`
      : `Chosen option: "${outcome}", because ${markdownOf(because)}`,
    ...(confirmation === undefined ? [] : ['### Confirmation', markdownOf(confirmation)]),
    '## More Information',
    [
      ...notes.map((note) => `* ${markdownLineOf(note)}`),
      ...(successor === undefined ? [] : [`* Superseded by ${linkTo(successor)}`]),
      ...predecessors.map((other) => `* Supersedes ${linkTo(other)}`),
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** Markdown emphasis tells it apart from people's words, in which markup is escaped. */
export const notRecorded = '_Not recorded._';

function nameOfRecord(number: number): string {
  return `ADR-${String(number).padStart(4, '0')}`;
}

function linkTo({ number, name }: OtherRecord): string {
  return `[${nameOfRecord(number)}](${encodeURIComponent(name)})`;
}

/** The MADR status; `deprecated` when it was reversed and the successor has no record yet. */
function statusOf({ closing, check }: DecidedItem, successor: OtherRecord | undefined): string {
  if (check?.answer?.how !== 'reversed')
    return (closing.how === 'decided' ? closing.recordStatus : undefined) ?? 'accepted';
  return successor === undefined ? 'deprecated' : `superseded by ${nameOfRecord(successor.number)}`;
}

function frontMatterOf(item: DecidedItem, successor: OtherRecord | undefined): object {
  const { closing, check } = item;
  const lastTurn = item.turns.at(-1);
  // Closed while handed over: that person decided. Otherwise the leader did, whose name the log does not hold.
  const decider = lastTurn?.holder === 'decider' && lastTurn.to === undefined ? lastTurn.name : undefined;
  const consulted = item.turns.flatMap(({ holder, name }) => (holder === 'asker' && name !== undefined ? [name] : []));
  const informed = uniqueNames([...(item.askedBy === undefined ? [] : [item.askedBy]), ...item.waiting]);
  return withoutEmpty({
    status: statusOf(item, successor),
    date: closing.on,
    'decision-makers': decider === undefined ? [] : [decider],
    consulted: uniqueNames(consulted),
    informed,
    pacesetter: withoutEmpty({
      id: item.id,
      kind: item.kind,
      door: item.door,
      asked: item.askedOn,
      'asked-estimated': item.isAskedEstimated ? 'true' : undefined,
      'date-estimated': closing.isEstimated === true ? 'true' : undefined,
      'asked-by': item.askedBy,
      promised: item.firstPromisedOn,
      waiting: item.waiting,
      tags: item.tags,
      link: item.link,
      silence: closing.how === 'silence' ? 'true' : undefined,
      check: check?.on,
      ...(closing.how === 'decided' && expectationFields(closing.expectation)),
      held: check?.answer?.how === 'held' ? check.answer.on : undefined,
      'held-note': check?.answer?.how === 'held' ? check.answer.note : undefined,
      reversed: check?.answer?.how === 'reversed' ? check.answer.on : undefined,
      'reversed-because': check?.answer?.how === 'reversed' ? check.answer.reason : undefined,
      successor: check?.answer?.how === 'reversed' ? check.answer.successor : undefined,
      'rework-in-days': check?.answer?.how === 'reversed' ? check.answer.reworkInDays?.toString() : undefined,
      'record-status':
        check?.answer?.how === 'reversed' && closing.how === 'decided' ? closing.recordStatus : undefined,
      'source-system': item.sourceSystem,
      'source-key': item.sourceKey,
    }),
  });
}

function expectationFields(expectation: Expectation | undefined): Readonly<Record<string, string>> {
  return expectation === undefined ? {} : { expect: expectation.expect, sureness: String(expectation.sureness) };
}

/** Drops undefined values and empty lists. */
function withoutEmpty(front: Readonly<Record<string, unknown>>): object {
  const known = Object.entries(front).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    known.map(([name, value]) => [name, Array.isArray(value) ? [...(value as string[])] : value]),
  );
}
