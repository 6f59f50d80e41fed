import { type AgreementQuestion, checkClarity, type ClarityContext } from '../../../core/clarity/check.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { IntentOf } from '../../../core/rules/intents.ts';
import { clarityContext, tidyAgreement } from '../../../core/rules/assign.ts';
import type { DraftRow } from '../../../core/assignments/workBoard.ts';
import { sayFinding } from '../../../core/clarity/clarityText.ts';
import { t } from '../../../core/text/translate.ts';
import { act, startAttempt } from '../../performIntent.ts';
import { assignArguments, checkClarityArguments, dropDraftArguments, parseArguments } from '../../arguments.ts';
import { type Answers, askAgreement, askOne, questionToGoOnWith, titleOf } from '../../prompts/askAgreement.ts';
import { askVerdict } from '../../prompts/askVerdict.ts';
import { commandIds } from '../../commandIds.ts';
import { RowTarget, isProgramCall } from '../../programCall.ts';
import { actWithoutAsking, rowCommand } from '../../rowCommand.ts';
import { briefPage, showBeside } from '../../views/pages.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askText } from '../../prompts/askText.ts';
import type { CommandContext } from '../../commandContext.ts';
import { drafts, givenRow } from '../../resolveRow.ts';
import { decide } from '../items/decide.ts';

/** Asks the eight questions before work is handed out. A draft fills in its answers. */
export async function assign(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const given = parseArguments(commandIds.assign, assignArguments, argument);
    return resultOf(await act(context, { type: 'assign', ...given }));
  }
  await context.loaded;
  await context.store.refresh();
  const draft = (await givenRow(context, argument, drafts)) ?? (await askForDraft(context));
  if (draft === 'left') return undefined;
  return askAndAssign(context, { ...draft?.agreement }, draft?.id);
}

/** The findings of the clarity check on an agreement; nothing is written. */
export async function checkClarityOf(context: CommandContext, argument: unknown): Promise<{ findings: object[] }> {
  const given = parseArguments(commandIds.checkClarity, checkClarityArguments, argument ?? {});
  await context.loaded;
  const { today } = context.store;
  const policyContext = { register: context.store.register, policy: context.settings.policy };
  const findings = checkClarity(tidyAgreement(given), clarityContext(policyContext));
  return { findings: findings.map((finding) => ({ ...finding, sentence: sayFinding(finding, today.day) })) };
}

export const dropDraft = rowCommand({
  intent: 'dropDraft',
  schema: dropDraftArguments,
  subject: drafts,
  title: () => t('Drop a Draft'),
  ask: ({ act }) => actWithoutAsking(act({})),
});

/** Asks whether to go on with one of the drafts, if there are any. */
async function askForDraft(context: CommandContext): Promise<DraftRow | undefined | 'left'> {
  const kept = context.feed.work.drafts;
  if (kept.length === 0) return undefined;
  const answer = await askChoice<DraftRow | undefined>({
    title: t('Assign Work'),
    placeholder: t('Start new, or continue a draft?'),
    choices: [
      { label: t('Start new'), value: undefined },
      ...kept.map((row) => ({ label: drafts.nameOf(row), description: t('a draft'), value: row })),
    ],
  });
  return answer.type === 'given' ? answer.value : 'left';
}

async function askAndAssign(context: CommandContext, answers: Answers, draft: string | undefined): Promise<unknown> {
  const clarity = () => clarityContext({ register: context.store.register, policy: context.settings.policy });
  let from = draft === undefined ? 'outcome' : questionToGoOnWith(answers);
  for (;;) {
    if (from !== undefined) {
      const ending = await askAgreement(context, answers, clarity, from);
      if (ending.type === 'left') {
        const next = await askToKeep(context, answers, draft);
        if (next !== 'goOn') return next;
        from = ending.at;
        continue;
      }
    }
    const outcome = await askOutcome(context, answers, draft, clarity);
    if (outcome.type === 'done') return outcome.result;
    ({ from } = outcome);
  }
}

/** After Esc: asks whether to keep the answers, so that none is lost. Cancelling this question keeps a draft. */
async function askToKeep(context: CommandContext, answers: Answers, draft: string | undefined): Promise<unknown> {
  if (Object.keys(tidyAgreement(answers)).length === 0) return undefined;
  const answer = await askChoice<'keep' | 'goOn' | 'drop'>({
    title: t('Assign Work'),
    placeholder: t('Keep what you have answered so far?'),
    choices: [
      { label: t('Keep a draft'), description: t('to continue later'), value: 'keep' },
      { label: t('Continue'), value: 'goOn' },
      { label: t('Discard'), value: 'drop' },
    ],
  });
  if (answer.type === 'given' && answer.value === 'goOn') return 'goOn';
  if (answer.type === 'given' && answer.value === 'drop') return undefined;
  // If the draft could not be saved, the questions go on, so that nothing is lost.
  return (await keep(context, answers, draft)) ?? 'goOn';
}

async function keep(context: CommandContext, answers: Answers, draft: string | undefined): Promise<unknown> {
  let id: string | undefined;
  const perform = startAttempt(context, (done) => (id = assignmentIn(done)));
  const isKept = await actWithoutAsking(perform({ type: 'keepDraft', draft, ...answers }));
  return isKept ? { draft: id } : undefined;
}

type Outcome =
  { readonly type: 'done'; readonly result: unknown } | { readonly type: 'again'; readonly from: AgreementQuestion };

/**
 * Shows the verdict until something is done with the answers. A hole leads to its question and back; what was answered
 * well is not asked again.
 */
async function askOutcome(
  context: CommandContext,
  answers: Answers,
  draft: string | undefined,
  clarity: () => ClarityContext,
): Promise<Outcome> {
  for (;;) {
    const findings = checkClarity(tidyAgreement(answers), clarity());
    const title = titleOf(answers);
    const verdict = await askVerdict(context, title, answers, findings);
    switch (verdict.type) {
      case 'handOut':
      case 'anyway': {
        const needsReason = verdict.type === 'anyway';
        const result = await handOut(context, { type: 'assign', draft, ...answers }, title, needsReason);
        if (result !== undefined) return { type: 'done', result };
        break;
      }
      case 'ask':
        await askOne(context, verdict.question, answers, clarity);
        break;
      case 'decide':
        await decide(context, new RowTarget(verdict.item));
        break;
      case 'back':
        return { type: 'again', from: 'serves' };
      case 'keep': {
        const result = await keep(context, answers, draft);
        if (result !== undefined) return { type: 'done', result };
        break;
      }
      case 'cancelled': {
        const left = await askToKeep(context, answers, draft);
        if (left !== 'goOn') return { type: 'done', result: left };
        break;
      }
      default:
        return verdict satisfies never;
    }
  }
}

/** Hands the work out, with holes only for a reason. Then opens the brief to the side. */
async function handOut(
  context: CommandContext,
  intent: IntentOf<'assign'>,
  title: string,
  needsReason: boolean,
): Promise<unknown> {
  let id: string | undefined;
  const perform = startAttempt(context, (done) => (id = assignmentIn(done)));
  if (!needsReason) {
    if (!(await actWithoutAsking(perform(intent)))) return undefined;
  } else {
    const answer = await askText({
      title,
      prompt: t('Reason: why hand it out although it is not clear?'),
      accept: async (reason) =>
        reason.trim() === ''
          ? t('The reason is missing. Type at least a word.')
          : perform({ ...intent, anyway: reason }),
    });
    if (answer.type !== 'given') return undefined;
  }
  if (id === undefined) return undefined;
  await showBeside(briefPage(id, intent.outcome ?? ''));
  return { id };
}

function assignmentIn({ facts: [fact] }: ActResult): string | undefined {
  return fact !== undefined && 'assignment' in fact ? fact.assignment : undefined;
}

function resultOf(done: ActResult): { id: string | undefined; owed: string[] } {
  const owed = done.facts.flatMap((fact) => (fact.type === 'clarityOwed' ? [fact.item] : []));
  return { id: assignmentIn(done), owed };
}
