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
import { givenRow, items } from '../../resolveRow.ts';
import { anyDay, actWithoutAsking, isMine, isOpen, itemCommand } from '../../rowCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { askText } from '../../prompts/askText.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Records that the leader has seen the item, without a question. */
export const acknowledge = itemCommand({
  intent: 'acknowledge',
  schema: acknowledgeArguments,
  title: () => t('Acknowledge'),
  matches: (row) => isMine(row) && row.respondedOn === undefined,
  probe: {},
  ask: ({ act }) => actWithoutAsking(act({})),
});

/** Gives the ball back with a question. If somebody else already has the ball, the same key marks it returned. */
export async function sendBack(context: CommandContext, argument: unknown): Promise<unknown> {
  const row = await givenRow(context, argument, items);
  return row !== undefined && row.ball !== 'leader'
    ? markReturned(context, argument)
    : askAndSendBack(context, argument);
}

const askAndSendBack = itemCommand({
  intent: 'sendBack',
  schema: sendBackArguments,
  title: () => t('Send Back'),
  matches: isMine,
  probe: { question: '…' },
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
            return objection({ question });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('Whose move is it now? Your clock stops until you mark it returned.'),
          value: to,
          preview: previewPerson,
          accept: (value) => {
            to = value;
            return act({ question, to });
          },
        }),
    ]);
  },
});

/** Gives the ball back to the leader. */
export const markReturned = itemCommand({
  intent: 'markReturned',
  schema: markReturnedArguments,
  title: () => t('Mark Returned'),
  matches: (row) => isOpen(row) && row.ball !== 'leader',
  probe: {},
  ask: ({ context, row, act, objection }) => {
    const turn = row.turns.at(-1);
    const title = t('“{0}” was returned', row.title);
    let answer = '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt:
            turn?.words === undefined
              ? t('What came back with it? Optional: Enter to skip.')
              : t('The answer to “{0}”? Optional: Enter to skip.', turn.words),
          value: answer,
          accept: async (value) => {
            answer = value;
            return objection({ answer });
          },
        }),
      (step) =>
        askDay(context, {
          title,
          step,
          canGoBack: true,
          prompt: t('On which day did it come back? Enter for today.'),
          lean: 'past',
          objection: (returnedOn) => objection({ answer, returnedOn }),
          accept: (returnedOn) => act({ answer, returnedOn }),
          acceptNone: () => act({ answer }),
        }),
    ]);
  },
});

/**
 * Holds the item on purpose: a question to settle, and an until-day. A day past the promise is called a slip before
 * Enter.
 */
export const deliberate = itemCommand({
  intent: 'deliberate',
  schema: deliberateArguments,
  title: () => t('Hold'),
  matches: isMine,
  probe: { question: '…', until: anyDay },
  ask: ({ context, row, act, objection }) => {
    const title = t('Hold “{0}”', row.title);
    const { today } = context.store;
    let question = row.deliberation?.question ?? '';
    let typed = '';
    const remarkOn = (until: Day): string | undefined => {
      if (until <= row.dueOn) return undefined;
      const promised = sayDay(row.dueOn, today.day);
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
            return objection({ question, until: anyDay });
          },
        }),
      (step) =>
        askDay(context, {
          title,
          step,
          canGoBack: true,
          value: typed,
          prompt: t('Until which day? A hold needs an end date.'),
          lean: 'future',
          remark: remarkOn,
          objection: (until) => objection({ question, until }),
          accept: async (until) => {
            typed = until;
            return act({ question, until });
          },
        }),
    ]);
  },
});

/** Hands the decision to another person. */
export const handOver = itemCommand({
  intent: 'handOver',
  schema: handOverArguments,
  title: () => t('Hand Over'),
  matches: (row) => isOpen(row) && row.ball !== 'decider',
  probe: { to: '…' },
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
            return objection({ to });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('What should be remembered about it? Optional: Enter to skip.'),
          accept: (note) => act({ to, note }),
        }),
    ]);
  },
});
