import type { Intent } from './intents.ts';
import { isRefusal } from './refusal.ts';
import { changeAssignment, closeAssignment, reassign, settle } from './assignmentChanges.ts';
import { assign, dropDraft, keepDraft } from './assign.ts';
import { block, chase, unblock, verifyBlocker } from './block.ts';
import { captureAs } from './capture.ts';
import { changeWaiting, edit, movePromise } from './change.ts';
import { clear, decide, reopen, withdraw } from './close.ts';
import type { RuleContext, Ruling } from './context.ts';
import { addPriority, rankPriorities, renamePriority, retirePriority } from './prioritise.ts';
import { acknowledge, deliberate, handOver, markReturned, sendBack } from './respond.ts';
import { answerCheck, confirmDefault, dropDefault, setCheckDay, stateDefault } from './defaultsAndChecks.ts';
import { bringBack, redo, undo } from './undo.ts';

/** Decides an intent. Pure: the same intent in the same context gets the same ruling. */
export function rule(intent: Intent, context: RuleContext): Ruling {
  switch (intent.type) {
    case 'capture': {
      // A clarity item comes from a hole in an assignment; a captured one could not be settled.
      if (intent.kind === 'clarity') return { refused: 'kindStays', title: intent.title };
      const captured = captureAs(context.newId(), intent, context);
      return isRefusal(captured) ? captured : [captured];
    }
    case 'edit':
      return edit(intent, context);
    case 'changeWaiting':
      return changeWaiting(intent, context);
    case 'movePromise':
      return movePromise(intent, context);
    case 'acknowledge':
      return acknowledge(intent, context);
    case 'sendBack':
      return sendBack(intent, context);
    case 'markReturned':
      return markReturned(intent, context);
    case 'deliberate':
      return deliberate(intent, context);
    case 'handOver':
      return handOver(intent, context);
    case 'block':
      return block(intent, context);
    case 'unblock':
      return unblock(intent, context);
    case 'verifyBlocker':
      return verifyBlocker(intent, context);
    case 'chase':
      return chase(intent, context);
    case 'stateDefault':
      return stateDefault(intent, context);
    case 'dropDefault':
      return dropDefault(intent, context);
    case 'confirmDefault':
      return confirmDefault(intent, context);
    case 'setCheckDay':
      return setCheckDay(intent, context);
    case 'answerCheck':
      return answerCheck(intent, context);
    case 'decide':
      return decide(intent, context);
    case 'clear':
      return clear(intent, context);
    case 'withdraw':
      return withdraw(intent, context);
    case 'reopen':
      return reopen(intent, context);
    case 'assign':
      return assign(intent, context);
    case 'keepDraft':
      return keepDraft(intent, context);
    case 'dropDraft':
      return dropDraft(intent, context);
    case 'changeAssignment':
      return changeAssignment(intent, context);
    case 'reassign':
      return reassign(intent, context);
    case 'closeAssignment':
      return closeAssignment(intent, context);
    case 'settle':
      return settle(intent, context);
    case 'addPriority':
      return addPriority(intent, context);
    case 'renamePriority':
      return renamePriority(intent, context);
    case 'retirePriority':
      return retirePriority(intent, context);
    case 'rankPriorities':
      return rankPriorities(intent, context);
    case 'undo':
      return undo(intent, context);
    case 'redo':
      return redo(intent, context);
    case 'bringBack':
      return bringBack(intent, context);
    default:
      return intent satisfies never;
  }
}
