import type { BoardRow } from '../../../core/board/row.ts';
import { agreementQuestions } from '../../../core/clarity/check.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { IntentOf } from '../../../core/rules/intents.ts';
import { sayAgreementField } from '../../../core/assignments/agreementText.ts';
import { compareTexts } from '../../../core/text/compareTexts.ts';
import { t } from '../../../core/text/translate.ts';
import { settleArguments } from '../../arguments.ts';
import type { Command, CommandContext } from '../../commandContext.ts';
import { startAttempt } from '../../performIntent.ts';
import { RowTarget } from '../../programCall.ts';
import type { Answer, StepPosition } from '../../prompts/askIn.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askText } from '../../prompts/askText.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { assignments, givenRow } from '../../resolveRow.ts';
import { actWithoutAsking, anyDay, isOpen, itemCommand } from '../../rowCommand.ts';

/**
 * Settles the holes of an assignment: each answer goes into the agreement and closes its item. It begins with the hole
 * that was pointed at and goes on with the others. What is settled stays settled if the person stops.
 */
export const settleClarity: Command = async (context, argument) => {
  const assignment = await givenRow(context, argument, assignments);
  const [hole] = assignment?.owed ?? [];
  return settleHoles(context, hole === undefined ? argument : new RowTarget(hole.id));
};

const settleHoles = itemCommand({
  intent: 'settle',
  schema: settleArguments,
  title: () => t('Settle a Clarity Item'),
  matches: isHole,
  probe: { answer: '…', dueOn: anyDay },
  ask: async ({ context, row, act }) => {
    const others = otherHoles(context, row);
    if (others.length === 0) {
      return row.clarity?.hole === 'isAgreed' ? actWithoutAsking(act({})) : askHole(context, row, act, undefined);
    }
    const settled: ActResult[] = [];
    const quiet: CommandContext = { ...context, sayDone: (done) => settled.push(done) };
    const all = [row, ...others];
    for (const [at, hole] of all.entries()) {
      const perform = startAttempt(quiet);
      const settle: Settle = (fields) => perform({ type: 'settle', id: hole.id, ...fields });
      const answer = await askHole(context, hole, settle, {
        at: at + 1,
        of: all.length,
        isLast: at + 1 === all.length,
      });
      if (answer.type !== 'given') break;
    }
    // One message for all of them; they can be undone one by one.
    const last = settled.at(-1);
    if (last === undefined) return false;
    context.sayDone(last, settled.length === 1 ? undefined : saySettled(settled.length, all.length));
    return true;
  },
});

function saySettled(settled: number, of: number): string {
  return settled === of ? t('Settled {0} holes.', settled) : t('Settled {0} of {1} holes.', settled, of);
}

type Settle = (fields: Pick<IntentOf<'settle'>, 'answer' | 'dueOn'>) => Promise<string | undefined>;
type Position = StepPosition | undefined;

function isHole(row: BoardRow): boolean {
  return isOpen(row) && row.clarity !== undefined;
}

/** The other open holes of the same assignment, in the order of the questions. */
function otherHoles({ feed }: CommandContext, { id, clarity }: BoardRow): readonly BoardRow[] {
  return feed.board.rows
    .filter((row) => row.id !== id && isHole(row) && row.clarity?.assignment === clarity?.assignment)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compareTexts(a.id, b.id));
}

function placeOf({ clarity }: BoardRow): number {
  const field = clarity?.hole === 'isAgreed' ? 'dueOn' : clarity?.hole === 'displaces' ? 'serves' : clarity?.hole;
  return agreementQuestions.findIndex((question) => question === field);
}

/** Asks for the answer to one hole. In a walk, an empty answer leaves it as it is and goes on. */
function askHole(context: CommandContext, row: BoardRow, settle: Settle, step: Position): Promise<Answer<unknown>> {
  const title = t('Settle “{0}”', row.title);
  const hole = row.clarity?.hole;
  if (hole === 'dueOn') {
    return askDay(context, {
      title,
      step,
      prompt:
        step === undefined
          ? t('Which day is agreed with the owner?')
          : t('Which day is agreed with the owner? Optional: Enter to skip.'),
      lean: 'future',
      accept: (dueOn) => settle({ answer: dueOn, dueOn }),
      ...(step !== undefined && { acceptNone: async () => undefined }),
    });
  }
  if (hole === 'isAgreed') return askAgreed(title, settle, step);
  const field = hole === undefined ? '' : sayAgreementField(hole);
  return askText({
    title,
    step,
    prompt:
      step === undefined
        ? t('{0}: what is agreed now?', field)
        : t('{0}: what is agreed now? Optional: Enter to skip.', field),
    ...(hole === 'owner' && { preview: previewPerson }),
    accept: async (text) => (step !== undefined && text.trim() === '' ? undefined : settle({ answer: text })),
  });
}

async function askAgreed(title: string, settle: Settle, step: Position): Promise<Answer<unknown>> {
  const answer = await askChoice({
    title,
    step,
    placeholder: t('Has the owner agreed to the day?'),
    choices: [
      { label: t('Agreed'), value: true },
      { label: t('Not yet'), value: false },
    ],
  });
  if (answer.type === 'given' && answer.value) await actWithoutAsking(settle({}));
  return answer;
}
