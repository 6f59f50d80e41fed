import { titleOf } from '../items/codedText.ts';
import { mainName } from '../people/people.ts';
import { nameKey } from '../text/names.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Day } from '../time/day.ts';
import type { Fact } from '../entries/entry.ts';
import type { IntentOf } from './intents.ts';
import { checkFilled, checkText, isAmountOfDays, tidyLines, tidyName } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';
import { type Assignment, changesOf } from '../assignments/assignment.ts';
import type { Agreement, AgreementChange, AgreementField } from '../entries/workFacts.ts';
import { checkAgreement, tidyAgreement } from './assign.ts';
import { openItem } from './changeable.ts';
import { dayOfAct, typedDay } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** A requirement change, with its reason and its cost in working days. There is no silent edit. */
export function changeAssignment(intent: IntentOf<'changeAssignment'>, { register, today }: RuleContext): Ruling {
  const assignment = handedOut(register, intent.id);
  if (isRefusal(assignment)) return assignment;
  const { type: _type, id: _id, reason: why, costInDays, ...wanted } = intent;
  const change = withAgreement(assignment.agreement, tidiedChange(wanted));
  const reason = tidyLines(why);
  const fields = changesOf(assignment.agreement, change);
  const refusal =
    (change.outcome === '' ? { refused: 'missing' as const, field: 'outcome' as const } : undefined) ??
    checkAgreement(tidyAgreement(given(change)), register) ??
    (fields.length === 0 ? { refused: 'nothingChanged' as const, outcome: outcomeOf(assignment) } : undefined) ??
    (change.dueOn && fields.some(({ field }) => field === 'dueOn') ? checkDay(change.dueOn, today) : undefined) ??
    checkFilled('reason', reason) ??
    checkCost(costInDays);
  if (refusal !== undefined) return refusal;
  const changed = Object.fromEntries(fields.map(({ field, to }) => [field, to ?? null])) as AgreementChange;
  return [
    {
      type: 'assignmentChanged',
      assignment: assignment.id,
      ...changed,
      reason: reason ?? '',
      costInDays,
      changedOn: dayOfAct(assignment.history, today),
    },
  ];
}

/** Another due day is not agreed with the owner yet, unless the change says so. */
function withAgreement(agreed: Partial<Agreement>, change: AgreementChange): AgreementChange {
  const isOther = change.dueOn !== undefined && (change.dueOn ?? undefined) !== agreed.dueOn;
  return isOther && change.isAgreed === undefined ? { ...change, isAgreed: null } : change;
}

export function reassign(intent: IntentOf<'reassign'>, { register, today }: RuleContext): Ruling {
  const assignment = handedOut(register, intent.id);
  if (isRefusal(assignment)) return assignment;
  const owner = tidyName(intent.owner);
  const reason = tidyLines(intent.reason);
  const { costInDays } = intent;
  const refusal =
    checkFilled('owner', owner) ??
    (owner !== undefined && nameKey(mainName(register.people, owner)) === nameKey(assignment.agreement.owner ?? '')
      ? { refused: 'nothingChanged' as const, outcome: outcomeOf(assignment) }
      : undefined) ??
    checkFilled('reason', reason) ??
    checkCost(costInDays);
  if (refusal !== undefined) return refusal;
  return [
    {
      type: 'assignmentReassigned',
      assignment: assignment.id,
      owner: owner ?? '',
      reason: reason ?? '',
      costInDays,
      reassignedOn: dayOfAct(assignment.history, today),
    },
  ];
}

/** Ends as met or missed against *done when*, and withdraws the clarity items still open for it. */
export function closeAssignment(intent: IntentOf<'closeAssignment'>, { register, today }: RuleContext): Ruling {
  const assignment = handedOut(register, intent.id);
  if (isRefusal(assignment)) return assignment;
  const note = tidyLines(intent.note);
  const dated = dayOfAct(assignment.history, today);
  const closedOn = typedDay(intent.closedOn, today, dated);
  const refusal = checkText('note', note) ?? checkEnd(assignment, closedOn, dated);
  if (refusal !== undefined) return refusal;
  const owed = [...register.items.values()]
    .filter(
      ({ clarity, closing, readOnly }) => clarity?.assignment === assignment.id && closing === undefined && !readOnly,
    )
    .toSorted((a, b) => compareTexts(a.id, b.id));
  return [
    { type: 'assignmentClosed', assignment: assignment.id, result: intent.result, note, closedOn },
    ...owed.map(({ id, history }): Fact => ({
      type: 'itemWithdrawn',
      item: id,
      reason: 'assignmentClosed',
      reasonCode: 'assignmentClosed',
      // They stopped waiting when the work ended, or with what was done about them later.
      withdrawnOn: dayOfAct(history, closedOn),
    })),
  ];
}

function checkEnd({ madeOn }: Assignment, closedOn: Day, today: Day): Refusal | undefined {
  if (madeOn !== undefined && closedOn < madeOn) return { refused: 'closedBeforeHandedOut', closedOn, madeOn };
  return closedOn > today ? { refused: 'closedInFuture', closedOn, today } : undefined;
}

/** Fills a hole: the answer closes the clarity item and goes into the agreement. */
export function settle(intent: IntentOf<'settle'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.clarity === undefined) return { refused: 'notAClarityItem', title: titleOf(item) };
  const assignment = handedOut(register, item.clarity.assignment);
  if (isRefusal(assignment)) return assignment;
  const said = tidyLines(intent.answer);
  const answerCode = said === undefined && item.clarity.hole === 'isAgreed' ? 'agreed' : undefined;
  const answer = said ?? answerCode;
  const missing = checkFilled('answer', answer);
  if (missing !== undefined) return missing;
  const filled = fillingOf(item.clarity.hole, answer ?? '', intent);
  if (isRefusal(filled)) return filled;
  const refusal =
    (filled.dueOn ? checkDay(filled.dueOn, today) : undefined) ??
    checkAgreement(tidyAgreement(given(filled)), register);
  if (refusal !== undefined) return refusal;
  const settledOn = dayOfAct(item.history, today);
  const filledOn = dayOfAct(assignment.history, today);
  return [
    { type: 'itemSettled', item: item.id, answer: answer ?? '', answerCode, settledOn },
    { type: 'agreementFilled', assignment: assignment.id, ...filled, settles: item.id, filledOn },
  ];
}

type Filling = AgreementChange & { readonly owner?: string | undefined };

/** What the answer to a hole changes in the agreement. */
function fillingOf(hole: AgreementField, answer: string, { dueOn }: IntentOf<'settle'>): Filling | Refusal {
  switch (hole) {
    case 'outcome':
    case 'excluded':
    case 'deliverables':
    case 'doneWhen':
    case 'displaces':
      return { [hole]: answer };
    case 'serves':
      return { displaces: answer };
    case 'dueOn':
      return dueOn === undefined ? { refused: 'needsDay' } : { dueOn, isAgreed: true };
    case 'isAgreed':
      return dueOn === undefined ? { isAgreed: true } : { dueOn, isAgreed: true };
    case 'owner':
      return ownerOf(answer);
    case 'dependsOn':
      // Never a hole: what it depends on is an item already.
      return {};
    default:
      return hole satisfies never;
  }
}

function ownerOf(answer: string): Filling | Refusal {
  const owner = tidyName(answer);
  return checkFilled('owner', owner) ?? { owner };
}

function handedOut(register: Register, id: string): Assignment | Refusal {
  const assignment = register.assignments.get(id);
  if (assignment === undefined) return { refused: 'unknownAssignment', id };
  const outcome = outcomeOf(assignment);
  if (assignment.readOnly) return { refused: 'newerItem', title: outcome };
  if (assignment.madeOn === undefined) return { refused: 'stillADraft', outcome };
  return assignment.closing === undefined
    ? assignment
    : { refused: 'alreadyClosed', title: outcome, on: assignment.closing.on };
}

function outcomeOf({ agreement, id }: Assignment): string {
  return agreement.outcome ?? id;
}

function tidiedChange(wanted: AgreementChange): AgreementChange {
  const present = given(wanted);
  const kept = tidyAgreement({ ...present, serves: present.serves === '' ? undefined : present.serves });
  // Blank texts and empty lists clear a field, as `null` does.
  const emptied = Object.entries(wanted).filter(([field, value]) => value !== undefined && !(field in kept));
  return { ...kept, ...Object.fromEntries(emptied.map(([field]) => [field, field === 'outcome' ? '' : null])) };
}

/** The fields with a value, without those that are cleared. */
function given(change: AgreementChange): Parameters<typeof tidyAgreement>[0] {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null && value !== undefined));
}

function checkDay(day: Day, today: Day): Refusal | undefined {
  return day < today ? { refused: 'dayPassed', day, today } : undefined;
}

function checkCost(costInDays: number): Refusal | undefined {
  return isAmountOfDays(costInDays) ? undefined : { refused: 'impossibleCost', costInDays };
}
