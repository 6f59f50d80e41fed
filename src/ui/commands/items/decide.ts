import type { Day } from '../../../core/time/day.ts';
import { leastSure } from '../../../core/entries/limits.ts';
import type { IntentOf } from '../../../core/rules/intents.ts';
import { sayVia } from '../../../core/requests/requestText.ts';
import { t } from '../../../core/text/translate.ts';
import { givenRow, items } from '../../resolveRow.ts';
import { decideArguments } from '../../arguments.ts';
import { type ItemPrompt, isOpen, itemCommand } from '../../rowCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps, type Step } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';
import type { CommandContext } from '../../commandContext.ts';
import { settleClarity } from '../assignments/settleClarity.ts';
import { RowTarget } from '../../programCall.ts';
import { openRequest } from '../requests/openRequest.ts';
import { clear } from './clear.ts';
import { answerCheck } from './checks.ts';
import { settleDisagreement } from './disagreement.ts';

/**
 * Closes a decision or an approval. The key that decides works on other items too: it clears a dependency, settles a
 * clarity item, answers a check that is due, and says which of two answers counts.
 */
export async function decide(context: CommandContext, argument: unknown): Promise<unknown> {
  const row = await givenRow(context, argument, items);
  if (row?.disagreement !== undefined) return settleDisagreement(context, argument);
  if (row?.state === 'checkDue') return answerCheck(context, argument);
  if (row?.clarity !== undefined && row.closing === undefined) return settleClarity(context, argument);
  return row?.kind === 'dependency' && row.closing === undefined
    ? clear(context, argument)
    : askAndDecide(context, argument);
}

const askAndDecide = itemCommand({
  intent: 'decide',
  schema: decideArguments,
  title: () => t('Decide'),
  matches: (row) => isOpen(row) && row.kind !== 'dependency' && row.kind !== 'clarity',
  probe: { outcome: '…' },
  ask: askOutcome,
});

/**
 * Asks for the outcome, the reason, and for a decision the check day; the last two may stay empty. Only with a check day
 * it asks what should happen, and only with that how sure the leader is.
 */
function askOutcome({ context, row, act, objection }: ItemPrompt<'decide'>): Promise<boolean> {
  const title = t('Decide “{0}”', row.title);
  let outcome = '';
  let because = '';
  let checkOn: Day | undefined;
  const steps: Step[] = [
    (step) =>
      askText({
        title,
        step,
        prompt:
          row.request?.waitsThere === true
            ? t('Outcome: what is decided? It waits on {0} too.', sayVia(row.request.via))
            : t('Outcome: what is decided?'),
        link: row.request && {
          title: t('Open on {0}', sayVia(row.request.via)),
          open: () => void openRequest(context, new RowTarget(row.id)),
        },
        placeholder: row.kind === 'approval' ? t('Yes, or no, and what for') : t('What will be done'),
        value: outcome,
        accept: async (value) => {
          outcome = value;
          return objection({ outcome });
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Because: why? Optional: Enter to skip.'),
        value: because,
        accept: async (value) => {
          because = value;
          if (row.kind === 'approval') return act({ outcome, because });
          return objection({ outcome, because });
        },
      }),
  ];
  // Speed counts only if the decision stands; for a yes or no the question is seldom worth it.
  if (row.kind === 'approval') return askSteps(steps);
  const askExpectation = expectationStep(title, steps, {
    objection: (expected) => objection({ outcome, because, checkOn, ...expected }),
    finish: (expected) => act({ outcome, because, checkOn, ...expected }),
  });
  steps.push((step) =>
    askDay(context, {
      title,
      step,
      canGoBack: true,
      prompt: t('Check day: when can you see whether it stood? Optional: Enter to skip.'),
      lean: 'future',
      objection: (day) => objection({ outcome, because, checkOn: day }),
      accept: async (day) => {
        checkOn = day;
        steps.splice(step.at, Infinity, askExpectation);
        return undefined;
      },
      acceptNone: async () => {
        checkOn = undefined;
        steps.splice(step.at);
        return act({ outcome, because });
      },
    }),
  );
  return askSteps(steps, 'unknown');
}

type Expected = Pick<IntentOf<'decide'>, 'expect' | 'sureness'>;

/** The question what should happen, which adds the one how sure the leader is where it is answered. */
function expectationStep(
  title: string,
  steps: Step[],
  {
    objection,
    finish,
  }: {
    readonly objection: (expected: Expected) => string | undefined;
    readonly finish: (expected: Expected) => Promise<string | undefined>;
  },
): Step {
  let expect = '';
  const askSureness: Step = (step) =>
    askText({
      title,
      step,
      canGoBack: true,
      prompt: t('How sure are you of it, from 50 to 99 %? Enter leaves out what you expect.'),
      accept: async (text) => {
        if (text.trim() === '') return finish({});
        const digits = /^\s*(\d{1,3})\s*%?\s*$/u.exec(text.normalize('NFKC'))?.[1];
        return digits === undefined
          ? t('Type a whole number from 50 to 99, such as 80.')
          : finish({ expect, sureness: Number(digits) });
      },
    });
  return (step) =>
    askText({
      title,
      step,
      canGoBack: true,
      prompt: t('What should have happened by then? The check asks for it. Optional: Enter to skip.'),
      value: expect,
      accept: async (text) => {
        expect = text;
        const isSkipped = text.trim() === '';
        steps.splice(step.at, Infinity, ...(isSkipped ? [] : [askSureness]));
        return isSkipped ? finish({}) : objection({ expect, sureness: leastSure });
      },
    });
}
