import { titleOf } from '../items/codedText.ts';
import type { ItemEntry } from '../entries/entry.ts';
import { laterDay } from '../time/day.ts';
import type { IntentOf } from './intents.ts';
import type { Clarity, Item } from '../items/item.ts';
import { checkFilled, checkText, isAmountOfDays, tidyLines } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';
import { captureAs } from './capture.ts';
import { changeable, openItem } from './changeable.ts';
import { dayOfAct } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** States what happens if nobody decides by a day. Only for decisions and approvals. */
export function stateDefault(intent: IntentOf<'stateDefault'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (!isDecidable(item)) return { refused: 'noDefaultForDependency', title: titleOf(item) };
  const { takesEffectOn } = intent;
  const outcome = tidyLines(intent.outcome);
  const refusal = checkFilled('outcome', outcome);
  if (refusal !== undefined) return refusal;
  if (takesEffectOn < today) return { refused: 'dayPassed', day: takesEffectOn, today };
  if (item.default?.on === takesEffectOn && item.default.outcome === outcome) {
    return { refused: 'sameDefault', title: titleOf(item) };
  }
  return [
    {
      type: 'defaultStated',
      item: item.id,
      outcome: outcome ?? '',
      takesEffectOn,
      statedOn: dayOfAct(item.history, today),
    },
  ];
}

/** Silence can decide, but it cannot clear a dependency or fill a hole. */
function isDecidable({ kind }: Item): boolean {
  return kind === 'decision' || kind === 'approval';
}

export function dropDefault(intent: IntentOf<'dropDefault'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.default === undefined) return { refused: 'noDefault', title: titleOf(item) };
  return [{ type: 'defaultDropped', item: item.id, droppedOn: dayOfAct(item.history, today) }];
}

/** Closes by silence, as of the day of the default. Nothing closes without this confirmation. */
export function confirmDefault(intent: IntentOf<'confirmDefault'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.default === undefined) return { refused: 'noDefault', title: titleOf(item) };
  // Its kind may have been corrected since the default was stated.
  if (!isDecidable(item)) return { refused: 'noDefaultForDependency', title: titleOf(item) };
  const { on, outcome } = item.default;
  if (on > today) return { refused: 'defaultNotDue', on };
  // The asked day may have been corrected since the default was stated.
  if (on < item.askedOn && item.askedOn <= today) {
    return { refused: 'closedBeforeAsked', closedOn: on, askedOn: item.askedOn };
  }
  const decidedOn = laterDay(on, item.askedOn);
  const confirmedOn = dayOfAct(item.history, today);
  return [{ type: 'itemDecidedBySilence', item: item.id, outcome, decidedOn, confirmedOn }];
}

export function setCheckDay(intent: IntentOf<'setCheckDay'>, { register, today }: RuleContext): Ruling {
  const item = checkable(register, intent.id);
  if (isRefusal(item)) return item;
  const { checkOn } = intent;
  if (item.check?.answer?.how === 'held')
    return { refused: 'alreadyHeld', title: titleOf(item), on: item.check.answer.on };
  if (item.check?.on === checkOn) return { refused: 'sameCheckDay', checkOn };
  if (checkOn < today) return { refused: 'dayPassed', day: checkOn, today };
  return [{ type: 'checkDaySet', item: item.id, checkOn, setOn: dayOfAct(item.history, today) }];
}

/**
 * Records whether what was expected happened. `held` needs a check day. `reversed` is possible at any time, also after
 * `held`, and opens a new item asked on that day.
 */
export function answerCheck(intent: IntentOf<'answerCheck'>, context: RuleContext): Ruling {
  const { register } = context;
  const item = checkable(register, intent.id);
  if (isRefusal(item)) return item;
  const { check } = item;
  const today = dayOfAct(item.history, context.today);
  if (intent.answer === 'held') {
    if (check === undefined) return { refused: 'noCheckDay', title: titleOf(item) };
    if (check.answer !== undefined) return { refused: 'alreadyHeld', title: titleOf(item), on: check.answer.on };
    const note = tidyLines(intent.note);
    return checkText('note', note) ?? [{ type: 'checkHeld', item: item.id, note, answeredOn: today }];
  }
  const reason = tidyLines(intent.reason);
  const { reworkInDays } = intent;
  const refusal = checkFilled('reason', reason) ?? checkRework(reworkInDays);
  if (refusal !== undefined) return refusal;
  const successor = context.newId();
  const isRetitled = intent.title !== undefined && intent.title !== titleOf(item);
  const title = isRetitled ? intent.title : item.title;
  const captured = captureAs(successor, { ...successorOf(item), title }, { ...context, today });
  if (isRefusal(captured)) return captured;
  const replaces = check?.answer === undefined ? undefined : answerInForce(item)?.id;
  const clarity = isRetitled && item.clarity !== undefined ? withoutTitle(item.clarity) : item.clarity;
  return [
    { type: 'itemReversed', item: item.id, reason: reason ?? '', successor, replaces, reworkInDays, answeredOn: today },
    captured,
    ...(clarity === undefined ? [] : [{ type: 'clarityOwed' as const, item: successor, ...clarity }]),
  ];
}

function checkRework(reworkInDays: number | undefined): Refusal | undefined {
  return reworkInDays === undefined || isAmountOfDays(reworkInDays)
    ? undefined
    : { refused: 'impossibleRework', reworkInDays };
}

function answerInForce({ history, withoutEffect }: Item): ItemEntry | undefined {
  const idle = new Set(withoutEffect);
  return history.findLast(({ id, type }) => type === 'checkHeld' && !idle.has(id));
}

/** Says which of two closings, or answers to a check, counts. The other one stays in the history. */
export function settleDisagreement(intent: IntentOf<'settleDisagreement'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  const { disagreement } = item;
  const ids = disagreement === undefined ? [] : [disagreement.counts, ...disagreement.others].map(({ id }) => id);
  const { counts } = intent;
  if (!ids.includes(counts)) return { refused: 'noDisagreement', title: titleOf(item) };
  const over = ids.filter((id) => id !== counts);
  return [{ type: 'disagreementSettled', item: item.id, counts, over, settledOn: dayOfAct(item.history, today) }];
}

function withoutTitle({ assignment, hole }: Clarity): Clarity {
  return { assignment, hole };
}

/** The fields the new item takes over; everybody who waited waits again. */
function successorOf({
  kind,
  door,
  askedBy,
  waiting,
  owedBy,
  tags,
  link,
}: Item): Omit<Parameters<typeof captureAs>[1], 'title'> {
  return { kind, door, askedBy, waiting, owedBy, tags, link };
}

/** The item, if it is closed, neither withdrawn nor reversed, and may be changed. */
function checkable(register: Register, id: string): Item | Refusal {
  const item = changeable(register, id);
  if (isRefusal(item)) return item;
  if (item.closing === undefined) return { refused: 'notClosed', title: titleOf(item) };
  if (item.closing.how === 'withdrawn') return { refused: 'nothingToCheck', title: titleOf(item) };
  const answer = item.check?.answer;
  return answer?.how === 'reversed' ? { refused: 'alreadyReversed', title: titleOf(item), on: answer.on } : item;
}
