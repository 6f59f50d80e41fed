import { type Day, laterDay } from '../time/day.ts';
import type { AssignmentEntry, FactOf } from '../entries/entry.ts';
import { mostOwners } from '../entries/limits.ts';
import type { MainNameOf } from '../people/people.ts';
import { nameKey } from '../text/names.ts';
import type { Agreement, AgreementChange, AgreementField, AssignmentResult } from '../entries/workFacts.ts';

/** One field of an agreement, before and after. */
export interface FieldChange {
  readonly field: AgreementField;
  readonly from: Agreement[AgreementField];
  readonly to: Agreement[AgreementField];
}

/** A change to an agreement after it was made. */
export interface Amendment {
  /** `changed` and `reassigned` interrupt the owner; `filled` is an answer the leader owed. */
  readonly how: 'changed' | 'reassigned' | 'filled';
  readonly on: Day;
  readonly fields: readonly FieldChange[];
  readonly reason: string | undefined;
  /** Cost of the change in working days, as the leader estimates it. */
  readonly costInDays: number;
}

/** Who holds an assignment from a day on. */
export interface Owner {
  readonly name: string;
  readonly since: Day;
}

/** How an assignment ended. */
export interface AssignmentClosing {
  readonly result: AssignmentResult;
  readonly on: Day;
  readonly note: string | undefined;
  /** The leader's day on which it was written down, where that is another one; older entries kept none. */
  readonly loggedOn?: Day;
}

/** The first due day that an owner agreed to. */
export interface AgreedDay {
  readonly dueOn: Day;
  /** The day on which it was agreed. */
  readonly on: Day;
  /** The day on which somebody else got the work; undefined for the current owner. */
  readonly until: Day | undefined;
}

/** Work handed to one person, or a draft of it. */
export interface Assignment {
  readonly id: string;
  /** For a draft, the answers given so far. */
  readonly agreement: Partial<Agreement>;
  /** Undefined for a draft. */
  readonly madeOn: Day | undefined;
  readonly draftedOn: Day | undefined;
  /** Oldest first, at most {@link mostOwners}; empty for a draft. */
  readonly owners: readonly Owner[];
  /** Of each owner who agreed to one, oldest first; empty for a draft. */
  readonly agreedDays: readonly AgreedDay[];
  /** The reason for handing it out with holes. */
  readonly anyway: string | undefined;
  readonly amendments: readonly Amendment[];
  readonly closing: AssignmentClosing | undefined;
  readonly readOnly: boolean;
  readonly history: readonly AssignmentEntry[];
}

const agreementFields = [
  'outcome',
  'excluded',
  'deliverables',
  'owner',
  'doneWhen',
  'dependsOn',
  'dueOn',
  'isAgreed',
  'serves',
  'displaces',
] as const satisfies readonly AgreementField[];

/** An assignment under construction. Amendments are appended in place: copying them each time would be quadratic. */
type Draft = { -readonly [K in keyof Assignment]: Assignment[K] } & {
  readonly amendments: Amendment[];
  readonly owners: Owner[];
  readonly agreedDays: AgreedDay[];
};

/**
 * Folds the entries of one assignment, in clock order. Never throws: the first `assignmentMade` counts, drafts count
 * until then, and entries after the closing change nothing.
 *
 * @param mainNameOf what the person with a name is called
 * @returns undefined when it is neither made nor a draft
 */
export function foldAssignment(
  entries: readonly AssignmentEntry[],
  readOnly: boolean,
  mainNameOf: MainNameOf = (name) => name,
): Assignment | undefined {
  const assignment: Draft = {
    id: entries[0]?.assignment ?? '',
    agreement: {},
    madeOn: undefined,
    draftedOn: undefined,
    owners: [],
    agreedDays: [],
    anyway: undefined,
    amendments: [],
    closing: undefined,
    readOnly,
    history: entries,
  };
  for (const entry of entries) apply(assignment, withOwner(entry, mainNameOf));
  return assignment.madeOn === undefined && assignment.draftedOn === undefined ? undefined : assignment;
}

/** The same entry with its owner as they are called. */
function withOwner(entry: AssignmentEntry, mainNameOf: MainNameOf): AssignmentEntry {
  if (!('owner' in entry) || entry.owner === undefined) return entry;
  const owner = mainNameOf(entry.owner);
  return owner === entry.owner ? entry : { ...entry, owner };
}

function apply(assignment: Draft, entry: AssignmentEntry): void {
  const isOpen = assignment.madeOn !== undefined && assignment.closing === undefined;
  switch (entry.type) {
    case 'assignmentDrafted':
      if (assignment.madeOn !== undefined) return;
      assignment.agreement = pick(entry);
      assignment.draftedOn = entry.draftedOn;
      return;
    case 'draftDropped':
      if (assignment.madeOn === undefined) assignment.draftedOn = undefined;
      return;
    case 'assignmentMade':
      if (assignment.madeOn !== undefined) return;
      assignment.agreement = pick(entry);
      assignment.madeOn = entry.madeOn;
      own(assignment, entry.owner, entry.madeOn);
      agree(assignment, entry.madeOn);
      assignment.anyway = entry.anyway;
      return;
    case 'assignmentChanged':
      if (isOpen) amend(assignment, entry, { how: 'changed', on: entry.changedOn, ...costOf(entry) });
      return;
    case 'agreementFilled':
      if (isOpen) amend(assignment, entry, { how: 'filled', on: entry.filledOn, reason: undefined, costInDays: 0 });
      return;
    case 'assignmentReassigned':
      if (!isOpen || nameKey(assignment.agreement.owner ?? '') === nameKey(entry.owner)) return;
      assignment.amendments.push({
        how: 'reassigned',
        on: entry.reassignedOn,
        fields: [
          { field: 'owner', from: assignment.agreement.owner, to: entry.owner },
          // Only the new owner can say whether the day suits them.
          ...(assignment.agreement.isAgreed === true ? [noLongerAgreed] : []),
        ],
        ...costOf(entry),
      });
      assignment.agreement = { ...assignment.agreement, owner: entry.owner, isAgreed: undefined };
      endAgreedDay(assignment, entry.reassignedOn);
      own(assignment, entry.owner, entry.reassignedOn);
      return;
    case 'assignmentClosed':
      if (isOpen) assignment.closing = closingOf(entry);
      return;
    default:
      entry satisfies never;
  }
}

const noLongerAgreed: FieldChange = { field: 'isAgreed', from: true, to: undefined };

function closingOf({
  result,
  closedOn: on,
  note,
  day,
}: FactOf<'assignmentClosed'> & AssignmentEntry): AssignmentClosing {
  return { result, on, note, ...(day !== undefined && day !== on && { loggedOn: day }) };
}

function costOf({ reason, costInDays }: { readonly reason: string; readonly costInDays: number }) {
  return { reason, costInDays };
}

function amend(
  assignment: Draft,
  change: AgreementChange & { readonly owner?: string | undefined },
  amendment: Omit<Amendment, 'fields'>,
): void {
  const fields = changesOf(assignment.agreement, change);
  if (fields.length === 0) return;
  assignment.agreement = {
    ...assignment.agreement,
    ...Object.fromEntries(fields.map(({ field, to }) => [field, to])),
  };
  assignment.amendments.push({ ...amendment, fields });
  if (change.owner !== undefined) own(assignment, change.owner, amendment.on);
  agree(assignment, amendment.on);
}

function agree({ agreement, agreedDays }: Draft, on: Day): void {
  const { dueOn, isAgreed } = agreement;
  // Nobody can promise a day that has passed.
  if (isAgreed !== true || dueOn === undefined || dueOn < on || currentAgreedDay(agreedDays) !== undefined) return;
  agreedDays.push({ dueOn, on, until: undefined });
}

function endAgreedDay({ agreedDays }: Draft, until: Day): void {
  const current = currentAgreedDay(agreedDays);
  if (current !== undefined) agreedDays.splice(-1, 1, { ...current, until });
}

/** Whether the leader changed their mind: not that somebody else took it over, nor that the owner agreed to the day. */
export function isRequirementChange({ how, fields }: Amendment): boolean {
  return how === 'changed' && fields.some(({ field, to }) => field !== 'isAgreed' || to !== true);
}

/** The first due day that the current owner agreed to. */
export function currentAgreedDay(agreedDays: readonly AgreedDay[]): AgreedDay | undefined {
  const last = agreedDays.at(-1);
  return last?.until === undefined ? last : undefined;
}

function own({ owners }: Draft, name: string, on: Day): void {
  const last = owners.at(-1);
  // Entries of two machines can have days that run backwards.
  owners.push({ name, since: last === undefined ? on : laterDay(last.since, on) });
  if (owners.length > mostOwners) owners.shift();
}

/** The fields whose value the change alters. */
export function changesOf(
  agreement: Partial<Agreement>,
  change: AgreementChange & { readonly owner?: string | undefined },
): FieldChange[] {
  return agreementFields.flatMap((field): FieldChange[] => {
    const wanted = change[field];
    if (wanted === undefined) return [];
    const [from, to] = [agreement[field], wanted ?? undefined];
    return JSON.stringify(from ?? null) === JSON.stringify(to ?? null) ? [] : [{ field, from, to }];
  });
}

function pick(entry: Partial<Agreement>): Partial<Agreement> {
  return Object.fromEntries(
    agreementFields.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])),
  );
}
