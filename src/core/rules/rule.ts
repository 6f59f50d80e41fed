import type { Intent, IntentOf } from './intents.ts';
import { openRequests, requestThere } from '../requests/pullRequest.ts';
import { isRefusal } from './refusal.ts';
import { changeAssignment, closeAssignment, reassign, settle } from './assignmentChanges.ts';
import { assign, dropDraft, keepDraft } from './assign.ts';
import { block, chase, unblock, verifyBlocker } from './block.ts';
import { captureAs } from './capture.ts';
import { changeWaiting, edit, movePromise } from './edit.ts';
import { clear, decide, reopen, withdraw } from './close.ts';
import type { RuleContext, Ruling } from './context.ts';
import { addPriority, rankPriorities, renamePriority, retirePriority } from './prioritise.ts';
import { differentPerson, markDiscussed, samePerson } from './people.ts';
import { acknowledge, deliberate, handOver, markReturned, sendBack } from './respond.ts';
import {
  answerCheck,
  confirmDefault,
  dropDefault,
  setCheckDay,
  settleDisagreement,
  stateDefault,
} from './defaultsAndChecks.ts';
import { bringBack, redo, takeBackRequest, undo } from './undo.ts';

/** Decides an intent. Pure: the same intent in the same context gets the same ruling. */
export function rule(intent: Intent, context: RuleContext): Ruling {
  return (rules[intent.type] as Rule<Intent>)(intent, context);
}

type Rule<I> = (intent: I, context: RuleContext) => Ruling;
const rules: { readonly [T in Intent['type']]: Rule<IntentOf<T>> } = {
  capture: (intent, context) => {
    // A clarity item comes from a hole in an assignment; a captured one could not be settled.
    if (intent.kind === 'clarity') return { refused: 'kindStays', title: intent.title };
    const captured = captureAs(context.newId(), intent, context);
    if (isRefusal(captured)) return captured;
    const there = requestThere(
      { kind: captured.kind, link: captured.link },
      openRequests(context.register.items.values()),
    );
    return there === undefined ? [captured] : { refused: 'arrivedAlready', title: there.title };
  },
  edit,
  changeWaiting,
  movePromise,
  acknowledge,
  sendBack,
  markReturned,
  deliberate,
  handOver,
  block,
  unblock,
  verifyBlocker,
  chase,
  stateDefault,
  dropDefault,
  confirmDefault,
  setCheckDay,
  answerCheck,
  settleDisagreement,
  decide,
  clear,
  withdraw,
  reopen,
  takeBackRequest,
  assign,
  keepDraft,
  dropDraft,
  changeAssignment,
  reassign,
  closeAssignment,
  settle,
  addPriority,
  renamePriority,
  retirePriority,
  rankPriorities,
  samePerson,
  differentPerson,
  markDiscussed,
  undo,
  redo,
  bringBack,
};
