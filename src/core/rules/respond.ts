import { titleOf } from '../items/codedText.ts';
import type { IntentOf } from './intents.ts';
import { currentTurn } from '../items/item.ts';
import { checkFilled, checkText, tidyLines, tidyName } from './limits.ts';
import { isRefusal } from './refusal.ts';
import { openItem, theirMove, withLeader } from './changeable.ts';
import { dayOfAct, typedDay } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Records that the leader has seen it. Refused after any earlier response. */
export function acknowledge(intent: IntentOf<'acknowledge'>, { register, today }: RuleContext): Ruling {
  const item = withLeader(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.respondedOn !== undefined)
    return { refused: 'alreadyResponded', title: titleOf(item), on: item.respondedOn };
  const note = tidyLines(intent.note);
  return (
    checkText('note', note) ?? [
      { type: 'itemAcknowledged', item: item.id, note, acknowledgedOn: dayOfAct(item.history, today) },
    ]
  );
}

/** Gives the ball to the asker. Needs a question, because without one there is nothing to answer. */
export function sendBack(intent: IntentOf<'sendBack'>, { register, today }: RuleContext): Ruling {
  const item = withLeader(register, intent.id);
  if (isRefusal(item)) return item;
  const question = tidyLines(intent.question);
  const to = tidyName(intent.to) ?? item.askedBy;
  return (
    checkFilled('question', question) ??
    checkText('to', to) ?? [
      { type: 'itemSentBack', item: item.id, question: question ?? '', to, sentBackOn: dayOfAct(item.history, today) },
    ]
  );
}

/** Takes the ball back, after it was sent back or handed over. */
export function markReturned(intent: IntentOf<'markReturned'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  const turn = currentTurn(item);
  if (turn === undefined) return { refused: 'yourMove', title: titleOf(item) };
  const dated = dayOfAct(item.history, today);
  const returnedOn = typedDay(intent.returnedOn, today, dated);
  if (returnedOn < turn.from) return { refused: 'returnedTooEarly', returnedOn, holder: turn.holder, since: turn.from };
  if (returnedOn > dated) return { refused: 'returnedInFuture', returnedOn };
  const answer = tidyLines(intent.answer);
  return checkText('answer', answer) ?? [{ type: 'itemReturned', item: item.id, answer, returnedOn }];
}

/** Holds it on purpose, with a question to settle and an until-day. Later ones replace earlier ones. */
export function deliberate(intent: IntentOf<'deliberate'>, { register, today }: RuleContext): Ruling {
  const item = withLeader(register, intent.id);
  if (isRefusal(item)) return item;
  const { until } = intent;
  const question = tidyLines(intent.question);
  const refusal = checkFilled('question', question);
  if (refusal !== undefined) return refusal;
  if (until < today) return { refused: 'dayPassed', day: until, today };
  if (item.deliberation?.until === until && item.deliberation.question === question) {
    return { refused: 'alreadyDeliberating', title: titleOf(item), until };
  }
  const startedOn = dayOfAct(item.history, today);
  return [{ type: 'deliberationStarted', item: item.id, question: question ?? '', until, startedOn }];
}

/** Another person decides from now on. Also possible while it is sent back. */
export function handOver(intent: IntentOf<'handOver'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  const turn = currentTurn(item);
  if (turn?.holder === 'decider') return theirMove(item, turn);
  const to = tidyName(intent.to);
  const note = tidyLines(intent.note);
  return (
    checkFilled('to', to) ??
    checkText('note', note) ?? [
      { type: 'itemHandedOver', item: item.id, to: to ?? '', note, handedOverOn: dayOfAct(item.history, today) },
    ]
  );
}
