import { type AgreementQuestion, agreementQuestions, checkClarity, type Finding } from '../../../core/clarity/check.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { IntentOf } from '../../../core/rules/intents.ts';
import { clarityContext, tidyAgreement } from '../../../core/rules/assign.ts';
import { capacityOf, type DraftRow } from '../../../core/assignments/workBoard.ts';
import { sayCapacity, sayFinding, sayFindings } from '../../../core/clarity/clarityText.ts';
import { sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { act, startAttempt } from '../../performIntent.ts';
import { assignArguments, checkClarityArguments, dropDraftArguments, parseArguments } from '../../arguments.ts';
import { type Answers, askAgreement } from '../../prompts/askAgreement.ts';
import { commandIds } from '../../commandIds.ts';
import { RowTarget, isProgramCall } from '../../programCall.ts';
import { actWithoutAsking, isMine, rowCommand } from '../../rowCommand.ts';
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
  const findings = findingsOn(context, given);
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
    placeholder: t('Begin anew, or go on with a draft?'),
    choices: [
      { label: t('Begin anew'), value: undefined },
      ...kept.map((row) => ({ label: drafts.nameOf(row), description: t('a draft'), value: row })),
    ],
  });
  return answer.type === 'given' ? answer.value : 'left';
}

async function askAndAssign(context: CommandContext, answers: Answers, draft: string | undefined): Promise<unknown> {
  const clarity = () => clarityContext({ register: context.store.register, policy: context.settings.policy });
  let from: AgreementQuestion = 'outcome';
  for (;;) {
    const ending = await askAgreement(context, answers, clarity, from);
    if (ending.type === 'left') {
      const next = await askToKeep(context, answers, draft);
      if (next === 'goOn') {
        from = ending.at;
        continue;
      }
      return next;
    }
    const outcome = await askOutcome(context, answers, draft);
    if (outcome.type === 'done') return outcome.result;
    from = outcome.from;
  }
}

/** After Esc: asks whether to keep the answers, so that none is lost. Cancelling this question keeps a draft. */
async function askToKeep(context: CommandContext, answers: Answers, draft: string | undefined): Promise<unknown> {
  if (Object.keys(tidyAgreement(answers)).length === 0) return undefined;
  const answer = await askChoice<'keep' | 'goOn' | 'drop'>({
    title: t('Assign Work'),
    placeholder: t('Keep what you have answered so far?'),
    choices: [
      { label: t('Keep a draft'), description: t('to go on with later'), value: 'keep' },
      { label: t('Go on'), value: 'goOn' },
      { label: t('Throw it away'), value: 'drop' },
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

/** Asks what to do with the answers: hand out, hand out with holes, keep a draft, or correct them first. */
async function askOutcome(context: CommandContext, answers: Answers, draft: string | undefined): Promise<Outcome> {
  for (;;) {
    const findings = findingsOn(context, answers);
    const { today } = context.store;
    const owner = sayName(answers.owner ?? '');
    const { held, waiting } = capacityOf(answers.owner ?? '', context.feed.work);
    const capacity = sayCapacity(
      owner,
      held.length,
      waiting.map(({ agreement }) => agreement.outcome),
    );
    const blocking = firstBlocking(context, answers);
    const title = t('Assign “{0}”', answers.outcome ?? '');
    type Next = 'assign' | 'anyway' | 'mend' | 'decide' | 'keep' | 'back';
    const choice = await askChoice<Next>({
      title,
      canGoBack: true,
      placeholder: findings.length === 0 ? t('Clear. {0}', capacity) : t('Not clear yet. {0}', capacity),
      choices: [
        ...(findings.length === 0 ? [{ label: t('Hand it out to {0}', owner), value: 'assign' as const }] : []),
        ...(findings.length === 0
          ? []
          : [
              {
                label: t('Mend it'),
                description: sayFinding(findings[0]!, today.day),
                detail: findings.length > 1 ? sayFindings(findings.slice(1), today.day) : '',
                value: 'mend' as const,
              },
            ]),
        ...(blocking === undefined
          ? []
          : [
              {
                label: t('Decide “{0}” first', blocking.title),
                description: t('and come back'),
                value: 'decide' as const,
              },
            ]),
        { label: t('Keep a draft'), value: 'keep' },
        ...(findings.length === 0
          ? []
          : [
              {
                label: t('Assign anyway'),
                description: t('with a reason; each hole becomes an item you owe by the next working day'),
                value: 'anyway' as const,
              },
            ]),
      ],
    });
    const next = choice.type === 'given' ? choice.value : choice.type;
    switch (next) {
      case 'assign': {
        const result = await handOut(context, { type: 'assign', draft, ...answers }, title);
        if (result !== undefined) return { type: 'done', result };
        break;
      }
      case 'anyway': {
        const result = await handOut(context, { type: 'assign', draft, ...answers }, title, findings);
        if (result !== undefined) return { type: 'done', result };
        break;
      }
      case 'mend':
        return { type: 'again', from: questionOf(findings[0]) };
      case 'decide':
        if (blocking !== undefined) await decide(context, new RowTarget(blocking.id));
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
        return next satisfies never;
    }
  }
}

/** Hands the work out; with findings, asks for the reason first. Then opens the brief to the side. */
async function handOut(
  context: CommandContext,
  intent: IntentOf<'assign'>,
  title: string,
  findings: readonly Finding[] = [],
): Promise<unknown> {
  let id: string | undefined;
  const perform = startAttempt(context, (done) => (id = assignmentIn(done)));
  if (findings.length === 0) {
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

function findingsOn(context: CommandContext, answers: Answers): Finding[] {
  return checkClarity(
    tidyAgreement(answers),
    clarityContext({ register: context.store.register, policy: context.settings.policy }),
  );
}

function firstBlocking(context: CommandContext, { dependsOn = [] }: Answers): BoardRow | undefined {
  return context.feed.board.rows.find((row) => dependsOn.includes(row.id) && isMine(row));
}

/** The day and whether it is agreed are one question, and so are what it serves and what it displaces. */
function questionOf(finding: Finding | undefined): AgreementQuestion {
  const field = finding?.field === 'isAgreed' ? 'dueOn' : finding?.field === 'displaces' ? 'serves' : finding?.field;
  return agreementQuestions.find((question) => question === field) ?? 'outcome';
}

function assignmentIn({ facts: [fact] }: ActResult): string | undefined {
  return fact !== undefined && 'assignment' in fact ? fact.assignment : undefined;
}

function resultOf(done: ActResult): { id: string | undefined; owed: string[] } {
  const owed = done.facts.flatMap((fact) => (fact.type === 'clarityOwed' ? [fact.item] : []));
  return { id: assignmentIn(done), owed };
}
