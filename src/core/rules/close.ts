import { titleOf } from '../items/codedText.ts';
import type { Day } from '../time/day.ts';
import type { IntentOf } from './intents.ts';
import type { Item } from '../items/item.ts';
import { checkFilled, checkText, isSureness, tidyLines } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { turnOn } from '../board/clocks.ts';
import { changeable, theirMove } from './changeable.ts';
import { dayOfAct, typedDay } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Closes a decision or an approval with its outcome, and sets the check day if one is given. */
export function decide(intent: IntentOf<'decide'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.kind === 'dependency' || item.kind === 'clarity') return { refused: 'otherClosing', kind: item.kind };
  const on = dayOfAct(item.history, today);
  const decidedOn = typedDay(intent.decidedOn, today, on);
  const outcome = tidyLines(intent.outcome);
  const because = tidyLines(intent.because);
  const { checkOn, sureness } = intent;
  const expect = tidyLines(intent.expect);
  const refusal =
    mayClose(item, decidedOn, on) ??
    checkFilled('outcome', outcome) ??
    checkText('because', because) ??
    (checkOn !== undefined && checkOn < today ? { refused: 'dayPassed', day: checkOn, today } : undefined) ??
    checkExpectation(expect, sureness, checkOn);
  if (refusal !== undefined) return refusal;
  return [
    { type: 'itemDecided', item: item.id, outcome: outcome ?? '', because, decidedOn, expect, sureness },
    ...(checkOn === undefined ? [] : [{ type: 'checkDaySet' as const, item: item.id, checkOn, setOn: on }]),
  ];
}

/** What is expected and how sure the leader is belong together, and need a day on which it is answered. */
function checkExpectation(
  expect: string | undefined,
  sureness: number | undefined,
  checkOn: Day | undefined,
): Refusal | undefined {
  if (expect === undefined && sureness === undefined) return undefined;
  if (expect === undefined || sureness === undefined) return { refused: 'halfExpectation' };
  if (!isSureness(sureness)) return { refused: 'impossibleSureness', sureness };
  return checkText('expect', expect) ?? (checkOn === undefined ? { refused: 'expectationNeedsDay' } : undefined);
}

/** Closes a dependency: it is no longer in the way. */
export function clear(intent: IntentOf<'clear'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.kind !== 'dependency') return { refused: 'otherClosing', kind: item.kind };
  const on = dayOfAct(item.history, today);
  const clearedOn = typedDay(intent.clearedOn, today, on);
  const note = tidyLines(intent.note);
  return (
    mayClose(item, clearedOn, on) ??
    checkText('note', note) ?? [{ type: 'itemCleared', item: item.id, note, clearedOn }]
  );
}

/** Closes an item without an answer; needs a reason. */
export function withdraw(intent: IntentOf<'withdraw'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  const reason = tidyLines(intent.reason);
  const withdrawnOn = dayOfAct(item.history, today);
  return (
    mayClose(item, withdrawnOn, withdrawnOn) ??
    checkFilled('reason', reason) ?? [{ type: 'itemWithdrawn', item: item.id, reason: reason ?? '', withdrawnOn }]
  );
}

/** Reopens an item; the days on which it was closed do not count as waiting. Refused after a reversal. */
export function reopen(intent: IntentOf<'reopen'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.closing === undefined) return { refused: 'stillOpen', title: titleOf(item) };
  const answer = item.check?.answer;
  if (answer?.how === 'reversed') return { refused: 'alreadyReversed', title: titleOf(item), on: answer.on };
  const reason = tidyLines(intent.reason);
  const reopenedOn = dayOfAct(item.history, today);
  return checkFilled('reason', reason) ?? [{ type: 'itemReopened', item: item.id, reason: reason ?? '', reopenedOn }];
}

function mayClose(item: Item, closedOn: Day, today: Day): Refusal | undefined {
  if (item.closing !== undefined) return { refused: 'alreadyClosed', title: titleOf(item), on: item.closing.on };
  if (closedOn < item.askedOn) return { refused: 'closedBeforeAsked', closedOn, askedOn: item.askedOn };
  if (closedOn > today) return { refused: 'closedInFuture', closedOn, today };
  const turn = turnOn(item.turns, closedOn);
  if (turn !== undefined && turn.to === undefined && closedOn < today) return theirMove(item, turn);
  return turn?.to === undefined
    ? undefined
    : { refused: 'notYourMoveThen', title: titleOf(item), closedOn, holder: turn.holder, name: turn.name, to: turn.to };
}
