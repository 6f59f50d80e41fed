import * as z from 'zod/mini';
import { type Day, isDay } from '../core/time/day.ts';
import { peopleModes } from '../core/reports/initials.ts';
import { tidyName } from '../core/rules/limits.ts';
import { doors, capturedKinds } from '../core/entries/itemFacts.ts';
import { assignmentResults } from '../core/entries/workFacts.ts';
import { type ImportField, importFields } from '../core/exchange/csv/columns.ts';
import { HumanError } from '../core/humanError.ts';
import { t } from '../core/text/translate.ts';

/**
 * Schemas of what other extensions, tasks and keybindings may pass to a command. Parsed once here, typed from then on.
 */

const text = z.string({ error: () => t('must be a text') });
const texts = z.array(text, { error: () => t('must be a list of texts') });
const day = z.pipe(
  text.check(z.refine(isDay, { error: () => t('is not a day that exists; write YYYY-MM-DD') })),
  z.transform((value) => value as Day),
);
const kind = z.enum(capturedKinds, { error: () => t('must be one of {0}', capturedKinds.join(', ')) });
const door = z.enum(doors, { error: () => t('must be one of {0}', doors.join(', ')) });
const filled = text.check(z.minLength(1, { error: () => t('is empty') }));
const id = filled;
const flag = z.boolean({ error: () => t('must be true or false') });
const amount = z.number({ error: () => t('must be a number of working days') });

/** What every item has, and what only some have: an edit can clear it. */
const itemFields = { title: text, kind, askedOn: day, waiting: texts, tags: texts };
const itemOptions = { door, askedBy: text, owedBy: text, link: text, note: text };

export const captureText = z.strictObject({ text });
export const captureArguments = z.strictObject({
  ...some({ ...itemFields, ...itemOptions, promisedOn: day }),
  title: text,
});
export const editArguments = z.strictObject({ id, ...some(itemFields), ...changes(itemOptions) });
export const changeWaitingArguments = z.strictObject({
  id,
  add: z.optional(texts),
  remove: z.optional(texts),
  since: z.optional(day),
});
export const movePromiseArguments = z.strictObject({ id, promisedOn: day, reason: z.optional(text) });
export const settleDisagreementArguments = z.strictObject({ id, counts: id });
export const decideArguments = z.strictObject({
  id,
  outcome: text,
  because: z.optional(text),
  decidedOn: z.optional(day),
  checkOn: z.optional(day),
  expect: z.optional(text),
  sureness: z.optional(z.number({ error: () => t('must be a whole number of percent') })),
});
export const acknowledgeArguments = z.strictObject({ id, note: z.optional(text) });
export const sendBackArguments = z.strictObject({ id, question: text, to: z.optional(text) });
export const markReturnedArguments = z.strictObject({
  id,
  answer: z.optional(text),
  returnedOn: z.optional(day),
});
export const deliberateArguments = z.strictObject({ id, question: text, until: day });
export const handOverArguments = z.strictObject({ id, to: text, note: z.optional(text) });
/** For block, unblock and verifyBlocker: an item and its blocker. */
export const blockerArguments = z.strictObject({ id, blocker: id });
export const chaseArguments = z.strictObject({
  id,
  whom: z.optional(text),
  note: z.optional(text),
  chasedOn: z.optional(day),
});
export const stateDefaultArguments = z.strictObject({ id, outcome: text, takesEffectOn: day });
export const dropDefaultArguments = z.strictObject({ id });
export const confirmDefaultArguments = z.strictObject({ id });
export const setCheckDayArguments = z.strictObject({ id, checkOn: day });
export const answerCheckArguments = z.discriminatedUnion(
  'answer',
  [
    z.strictObject({ id, answer: z.literal('held'), note: z.optional(text) }),
    z.strictObject({
      id,
      answer: z.literal('reversed'),
      reason: text,
      title: z.optional(text),
      reworkInDays: z.optional(amount),
    }),
  ],
  { error: () => t('must be “held” or “reversed”') },
);
/** What is agreed besides the outcome and the owner: a change can clear it. */
const agreementOptions = {
  excluded: text,
  deliverables: text,
  doneWhen: text,
  dependsOn: texts,
  dueOn: day,
  isAgreed: flag,
  serves: text,
  displaces: text,
};
export const assignArguments = z.strictObject({
  ...some({ ...agreementOptions, draft: id, anyway: text }),
  outcome: text,
  owner: text,
});
export const checkClarityArguments = z.strictObject(some({ outcome: text, owner: text, ...agreementOptions }));
export const dropDraftArguments = z.strictObject({ id });
export const briefArguments = z.strictObject({ id });
export const changeAssignmentArguments = z.strictObject({
  id,
  ...some({ outcome: text }),
  ...changes(agreementOptions),
  reason: text,
  costInDays: amount,
});
export const reassignArguments = z.strictObject({ id, owner: text, reason: text, costInDays: amount });
export const closeAssignmentArguments = z.strictObject({
  id,
  result: z.enum(assignmentResults, { error: () => t('must be one of {0}', assignmentResults.join(', ')) }),
  note: z.optional(text),
  closedOn: z.optional(day),
});
export const settleArguments = z.strictObject({ id, answer: z.optional(text), dueOn: z.optional(day) });
export const addPriorityArguments = z.strictObject({
  title: text,
  stops: z.optional(text),
  because: z.optional(text),
  told: z.optional(text),
});
export const renamePriorityArguments = z.strictObject({ id, title: text });
export const retirePriorityArguments = z.strictObject({ id, reason: text });
export const rankPrioritiesArguments = z.strictObject({ order: texts, stops: text, because: text, told: text });
/** Names are tidied where they are written down, so they are where they are looked up. */
const personName = z.pipe(
  text,
  z.pipe(
    z.transform((name: string) => tidyName(name) ?? ''),
    filled,
  ),
);
export const personArguments = z.strictObject({ name: personName });
export const getPersonArguments = z.strictObject({ name: personName, today: z.optional(day) });
export const namesArguments = z.strictObject({ names: texts });
export const reviewArguments = z.strictObject({ ids: z.array(id, { error: () => t('must be a list of texts') }) });
export const getFiguresArguments = z.strictObject({ today: z.optional(day) });
export const clearArguments = z.strictObject({ id, note: z.optional(text), clearedOn: z.optional(day) });
export const withdrawArguments = z.strictObject({ id, reason: text });
export const takeBackRequestArguments = z.strictObject({ id, act: id });
export const openRequestArguments = z.strictObject({ id });
export const reopenArguments = z.strictObject({ id, reason: text });
export const healthArguments = z.strictObject({});
export const appendMissingArguments = z.strictObject({ keepAsItIs: z.optional(flag) });
export const allowMergesArguments = z.strictObject({});
export const moveLogFolderArguments = z.strictObject({ folder: filled });
/** The word is said, so that a call that was meant for another command deletes nothing. */
export const forgetArguments = z.strictObject({
  forget: z.literal('everything', { error: () => t('must be “everything”') }),
  copyTo: z.optional(text),
});
export const openItemArguments = z.strictObject({ id });
export const copyLinkArguments = z.strictObject({ id });
export const jumpArguments = z.strictObject({ text });
/** For captures from elsewhere: what is selected, or on the clipboard, is captured as it is. */
export const captureFromArguments = z.strictObject({});
export const undoArguments = z.strictObject({});
export const noArguments = z.strictObject({});
export const redoArguments = z.strictObject({});
export const getBoardArguments = z.strictObject({ today: z.optional(day) });
export const exportLedgerArguments = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  people: z.optional(z.enum(peopleModes, { error: () => t('must be one of {0}', peopleModes.join(', ')) })),
  path: z.optional(text),
  overwrite: z.optional(flag),
});
export const lookBackArguments = z.strictObject({ week: z.optional(day) });
export const exportCalendarArguments = z.strictObject({ path: z.optional(text), overwrite: z.optional(flag) });
/** The header of each field's column. */
export const columnArguments = {
  ...some(Object.fromEntries(importFields.map((field) => [field, text])) as Record<ImportField, typeof text>),
  title: text,
};
export const importArguments = z.strictObject({
  file: text,
  columns: z.strictObject(columnArguments),
  dayOrder: z.optional(z.enum(['dayFirst', 'monthFirst'])),
  headerRow: z.optional(z.int().check(z.positive())),
  dryRun: z.optional(flag),
});
export const importJsonArguments = z.strictObject({ file: text, dryRun: z.optional(flag) });
export const exportArguments = z.strictObject({ file: text, overwrite: z.optional(flag) });
/** For decision records: the folder they are read from or written to. */
export const exportRecordsArguments = z.strictObject({ folder: text });
export const importRecordsArguments = z.strictObject({ folder: text, dryRun: z.optional(flag) });

type Shape = Readonly<Record<string, z.ZodMiniType>>;

/** Fields that may be left out. */
function some<S extends Shape>(shape: S): { [F in keyof S]: z.ZodMiniOptional<S[F]> } {
  return z.partial(z.object(shape)).shape;
}

/** Fields that may be left out, or cleared by `null`. */
function changes<S extends Shape>(shape: S): { [F in keyof S]: z.ZodMiniOptional<z.ZodMiniNullable<S[F]>> } {
  const fields = Object.entries(shape).map(([name, field]) => [name, z.nullable(field)]);
  return some(Object.fromEntries(fields) as { [F in keyof S]: z.ZodMiniNullable<S[F]> });
}

/**
 * Parses the arguments of a command.
 *
 * @throws HumanError that names the command, the field and what is wrong with it
 */
export function parseArguments<T extends z.ZodMiniType>(command: string, schema: T, value: unknown): z.output<T> {
  const parsed = z.safeParse(schema, value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => sayIssue(issue));
  throw new HumanError(`${command}: ${problems.join('; ')}.`);
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return t('{0} is not known here', issue.keys.join(', '));
  if (field === '') return t('the argument must be an object');
  if (issue.code === 'invalid_type' && issue.input === undefined) return t('{0} is missing', field);
  return `${field} ${issue.message}`;
}
