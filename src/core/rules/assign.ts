import { checkClarity, type ClarityContext, holesIn } from '../clarity/check.ts';
import type { Fact } from '../entries/entry.ts';
import type { AgreementAnswers, IntentOf } from './intents.ts';
import { checkFilled, checkList, checkText, checkTexts, startOf, tidy, tidyLines, tidyName } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';
import type { Agreement, AgreementField } from '../entries/workFacts.ts';
import type { Assignment } from '../assignments/assignment.ts';
import { captureAs } from './capture.ts';
import { dayOfAct } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/**
 * Hands work out. Holes in the agreement need a reason; each hole then becomes a clarity item that the owner waits for,
 * promised by the target for clarity. No agreement, no hidden work.
 */
export function assign(intent: IntentOf<'assign'>, context: RuleContext): Ruling {
  const { register, today } = context;
  const draft = intent.draft === undefined ? undefined : draftOf(register, intent.draft);
  if (draft !== undefined && isRefusal(draft)) return draft;
  const agreement = tidyAgreement(intent);
  const anyway = tidyLines(intent.anyway);
  const refusal =
    checkFilled('outcome', agreement.outcome) ??
    checkFilled('owner', agreement.owner) ??
    checkAgreement(agreement, register) ??
    checkText('reason', anyway) ??
    (agreement.dueOn !== undefined && agreement.dueOn < today
      ? { refused: 'dayPassed', day: agreement.dueOn, today }
      : undefined);
  if (refusal !== undefined) return refusal;
  const findings = checkClarity(agreement, clarityContext(context));
  const holes = holesIn(findings);
  if (holes.length > 0 && anyway === undefined) return { refused: 'unclear', findings };
  const whole = agreement as Agreement;
  const assignment = draft?.id ?? context.newId();
  const madeOn = dayOfAct(draft?.history ?? [], today);
  const made: Fact = {
    type: 'assignmentMade',
    assignment,
    ...whole,
    anyway: holes.length > 0 ? anyway : undefined,
    madeOn,
  };
  return [made, ...holes.flatMap((hole) => clarityFacts(assignment, whole, hole, { ...context, today: madeOn }))];
}

/** Stores the answers given so far as a draft. Refused when there are none. */
export function keepDraft(intent: IntentOf<'keepDraft'>, { register, today, newId }: RuleContext): Ruling {
  const draft = intent.draft === undefined ? undefined : draftOf(register, intent.draft);
  if (draft !== undefined && isRefusal(draft)) return draft;
  const agreement = tidyAgreement(intent);
  const refusal = checkAgreement(agreement, register);
  if (refusal !== undefined) return refusal;
  if (Object.keys(agreement).length === 0) return { refused: 'missing', field: 'outcome' };
  const draftedOn = dayOfAct(draft?.history ?? [], today);
  return [{ type: 'assignmentDrafted', assignment: draft?.id ?? newId(), ...agreement, draftedOn }];
}

export function dropDraft(intent: IntentOf<'dropDraft'>, { register, today }: RuleContext): Ruling {
  const draft = draftOf(register, intent.id);
  if (isRefusal(draft)) return draft;
  return [{ type: 'draftDropped', assignment: draft.id, droppedOn: dayOfAct(draft.history, today) }];
}

export function clarityContext({ register, policy }: Pick<RuleContext, 'register' | 'policy'>): ClarityContext {
  return {
    words: policy.words,
    items: register.items,
    priorities: register.priorities.ranked.length,
    priorityLimit: policy.priorityLimit,
  };
}

/** The answers, tidied, without the empty ones. */
export function tidyAgreement(answers: AgreementAnswers): Partial<Agreement> {
  const all: Partial<Agreement> = {
    outcome: tidyLines(answers.outcome),
    excluded: tidyLines(answers.excluded),
    deliverables: tidyLines(answers.deliverables),
    owner: tidyName(answers.owner),
    doneWhen: tidyLines(answers.doneWhen),
    dependsOn: answers.dependsOn?.length === 0 ? undefined : answers.dependsOn && [...new Set(answers.dependsOn)],
    dueOn: answers.dueOn,
    isAgreed: answers.isAgreed === true ? true : undefined,
    serves: answers.serves,
    displaces: tidyLines(answers.displaces),
  } as Partial<Agreement>;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Refuses texts and lists beyond their limits, unknown items and unknown priorities. */
export function checkAgreement(agreement: Partial<Agreement>, register: Register): Refusal | undefined {
  const { dependsOn, serves } = agreement;
  const unknown = dependsOn?.find((id) => !register.items.has(id));
  return (
    checkTexts(['outcome', 'excluded', 'deliverables', 'owner', 'doneWhen', 'displaces'], agreement) ??
    checkList('dependsOn', dependsOn) ??
    (unknown === undefined ? undefined : { refused: 'unknownItem', id: unknown }) ??
    (serves !== undefined && !register.priorities.ranked.some(({ id }) => id === serves)
      ? { refused: 'unknownPriority', id: serves }
      : undefined)
  );
}

function clarityFacts(
  assignment: string,
  { outcome, owner }: Agreement,
  hole: AgreementField,
  context: RuleContext,
): Fact[] {
  const item = context.newId();
  const title = startOf('title', tidy(outcome) ?? '');
  const captured = captureAs(item, { title, kind: 'clarity', waiting: [owner] }, context);
  // Title and owner are within their limits, so this cannot be refused.
  if (isRefusal(captured)) return [];
  return [captured, { type: 'clarityOwed', item, assignment, hole, titleIs: 'outcome' }];
}

function draftOf(register: Register, id: string): Assignment | Refusal {
  const draft = register.assignments.get(id);
  if (draft === undefined) return { refused: 'unknownAssignment', id };
  if (draft.readOnly) return { refused: 'newerItem', title: draft.agreement.outcome ?? id };
  if (draft.madeOn !== undefined)
    return { refused: 'alreadyHandedOut', outcome: draft.agreement.outcome ?? '', on: draft.madeOn };
  return draft;
}
