import type { Day } from '../../../core/time/day.ts';
import { sayDay } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import {
  acknowledgeArguments,
  deliberateArguments,
  handOverArguments,
  markReturnedArguments,
  sendBackArguments,
} from '../../arguments.ts';
import { givenTarget } from '../../performIntent.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { anyDay, actWithoutAsking, isMine, isOpen, itemCommand } from '../../itemCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { askText } from '../../prompts/askText.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Records that the leader has seen the item, without a question. */
export const acknowledge = itemCommand({
  id: commandIds.acknowledge,
  schema: acknowledgeArguments,
  intentOf: (given) => ({ type: 'acknowledge', ...given }),
  title: () => t('Acknowledge'),
  matches: (row) => isMine(row) && row.respondedOn === undefined,
  probe: (id) => ({ type: 'acknowledge', id }),
  ask: (asking) => actWithoutAsking(asking, { type: 'acknowledge', id: asking.row.id }),
});

/** Gives the ball back with a question. If somebody else already has the ball, the same key marks it returned. */
export async function sendBack(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) return askAndSendBack(context, argument);
  const node = await givenTarget(context, argument);
  return node !== undefined && node.row.ball !== 'leader' ? markReturned(context, node) : askAndSendBack(context, node);
}

const askAndSendBack = itemCommand({
  id: commandIds.sendBack,
  schema: sendBackArguments,
  intentOf: (given) => ({ type: 'sendBack', ...given }),
  title: () => t('Send Back'),
  matches: isMine,
  probe: (id) => ({ type: 'sendBack', id, question: '…' }),
  ask: ({ row, act, objection }) => {
    const title = t('Send back “{0}”', row.title);
    let question = '';
    let to = row.askedBy ?? row.waiting[0] ?? '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('Question: what do you need to know to decide?'),
          value: question,
          accept: async (value) => {
            question = value;
            return objection({ type: 'sendBack', id: row.id, question });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('Whose move is it now? Your clock rests until you mark it returned.'),
          value: to,
          preview: previewPerson,
          accept: (value) => {
            to = value;
            return act({ type: 'sendBack', id: row.id, question, to });
          },
        }),
    ]);
  },
});

/** Gives the ball back to the leader. */
export const markReturned = itemCommand({
  id: commandIds.markReturned,
  schema: markReturnedArguments,
  intentOf: (given) => ({ type: 'markReturned', ...given }),
  title: () => t('Mark Returned'),
  matches: (row) => isOpen(row) && row.ball !== 'leader',
  probe: (id) => ({ type: 'markReturned', id }),
  ask: async ({ row, act }) => {
    const turn = row.turns.at(-1);
    const answer = await askText({
      title: t('“{0}” was returned', row.title),
      prompt:
        turn?.words === undefined
          ? t('What came back with it? Enter without a word leaves it out.')
          : t('The answer to “{0}”? Enter without a word leaves it out.', turn.words),
      accept: (value) => act({ type: 'markReturned', id: row.id, answer: value }),
    });
    return answer.type === 'given';
  },
});

/**
 * Holds the item on purpose: a question to settle, and an until-day. A day past the promise is called a slip before
 * Enter.
 */
export const deliberate = itemCommand({
  id: commandIds.deliberate,
  schema: deliberateArguments,
  intentOf: (given) => ({ type: 'deliberate', ...given }),
  title: () => t('Deliberate'),
  matches: isMine,
  probe: (id) => ({ type: 'deliberate', id, question: '…', until: anyDay }),
  ask: ({ context, row, act, objection }) => {
    const title = t('Deliberate “{0}”', row.title);
    const { today } = context.store;
    let question = row.deliberation?.question ?? '';
    let typed = '';
    const remarkOn = (until: Day): string | undefined => {
      if (until <= row.promisedOn) return undefined;
      const promised = sayDay(row.promisedOn, today.day);
      return until > row.saidOn
        ? t('past the promise, {0}: that is a slip, and it is overdue after {0}', promised)
        : t('past the promise: it is overdue after {0}', promised);
    };
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('Question: what has to be settled first?'),
          value: question,
          accept: async (value) => {
            question = value;
            return objection({ type: 'deliberate', id: row.id, question, until: anyDay });
          },
        }),
      (step) =>
        askDay(context, {
          title,
          step,
          canGoBack: true,
          value: typed,
          prompt: t('Until which day? Without one, holding it would be drifting.'),
          lean: 'future',
          remark: remarkOn,
          accept: async (until) => {
            typed = until;
            return act({ type: 'deliberate', id: row.id, question, until });
          },
        }),
    ]);
  },
});

/** Hands the decision to another person. */
export const handOver = itemCommand({
  id: commandIds.handOver,
  schema: handOverArguments,
  intentOf: (given) => ({ type: 'handOver', ...given }),
  title: () => t('Hand Over'),
  matches: (row) => isOpen(row) && row.ball !== 'decider',
  probe: (id) => ({ type: 'handOver', id, to: '…' }),
  ask: ({ row, act, objection }) => {
    const title = t('Hand over “{0}”', row.title);
    let to = '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('To whom? They decide from now on; it stays in view with today as its day.'),
          value: to,
          preview: previewPerson,
          accept: async (value) => {
            to = value;
            return objection({ type: 'handOver', id: row.id, to });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('What should be remembered about it? Enter without a word leaves it out.'),
          accept: (note) => act({ type: 'handOver', id: row.id, to, note }),
        }),
    ]);
  },
});
