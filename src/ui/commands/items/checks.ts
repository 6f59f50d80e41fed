import { addDays } from '../../../core/time/day.ts';
import { expectationSentence } from '../../../core/items/itemSentences.ts';
import { sayCheckQuestion } from '../../../core/items/itemText.ts';
import { sayDay } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { answerCheckArguments, setCheckDayArguments } from '../../arguments.ts';
import { anyDay, type Asked, type ItemPrompt, itemCommand } from '../../rowCommand.ts';
import { RowTarget } from '../../programCall.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';
import { daysTyped } from '../../prompts/daysTyped.ts';
import type { BoardRow } from '../../../core/board/row.ts';

export const setCheckDay = itemCommand({
  intent: 'setCheckDay',
  schema: setCheckDayArguments,
  title: () => t('Set a Check Day'),
  matches: (row) => isCheckable(row) && row.check?.answer === undefined,
  probe: { checkOn: anyDay },
  ask: ({ context, row, act, objection }) =>
    askDay(context, {
      title: t('Check day of “{0}”', row.title),
      prompt: t('On which day can you see whether it stood?'),
      value: row.check?.on ?? addDays(context.store.today.day, suggestedCheckInDays),
      lean: 'future',
      objection: (checkOn) => objection({ checkOn }),
      accept: (checkOn) => act({ checkOn }),
    }),
});

/** Answers a check. */
export const answerCheck = itemCommand({
  intent: 'answerCheck',
  schema: answerCheckArguments,
  title: () => t('Answer a Check'),
  matches: isCheckable,
  offers: (row) => isCheckable(row) && row.check !== undefined,
  probe: { answer: 'reversed', reason: '…' },
  ask: async (asking) => {
    const { context, row } = asking;
    const answer = await askChoice<(asking: Asking) => Asked>({
      title: t('“{0}”: {1}', row.title, sayCheckQuestion(row)),
      placeholder: sayClosed(row, context.store.today.day),
      choices: [
        ...(row.check === undefined || row.check.answer !== undefined
          ? []
          : [{ label: t('It stood'), description: sayExpected(row), value: askHeld }]),
        { label: t('It was reversed'), description: t('opens a new item, linked both ways'), value: askReversed },
        ...(row.check?.answer === undefined
          ? [{ label: t('Too early to say'), description: t('names a check day'), value: tooEarly }]
          : []),
      ],
    });
    return answer.type === 'given' && answer.value(asking);
  },
});

type Asking = ItemPrompt<'answerCheck'>;

/** Whether the item is closed, was not withdrawn, and has not been reversed yet. */
function isCheckable({ closing, check, readOnly }: BoardRow): boolean {
  return closing !== undefined && closing.how !== 'withdrawn' && check?.answer?.how !== 'reversed' && !readOnly;
}

function sayExpected({ closing }: BoardRow): string {
  return closing?.how === 'decided' && closing.expectation !== undefined ? t('what you expected happened') : '';
}

function sayClosed({ closing }: BoardRow, today: BoardRow['askedOn']): string {
  if (closing === undefined) return '';
  const outcome = 'outcome' in closing ? closing.outcome : undefined;
  const said =
    outcome === undefined
      ? t('Closed {0}', sayDay(closing.on, today))
      : t('Decided {0}: {1}', sayDay(closing.on, today), outcome);
  const expectation = closing.how === 'decided' ? closing.expectation : undefined;
  return expectation === undefined ? said : t('{0}. {1}', said, expectationSentence(expectation));
}

async function tooEarly({ context, row }: Asking): Asked {
  return (await setCheckDay(context, new RowTarget(row.id))) !== undefined;
}

function askHeld({ row, act }: Asking): Asked {
  return askText({
    title: t('“{0}” stood', row.title),
    prompt: t('What shows it? Optional: Enter to skip.'),
    accept: (note) => act({ answer: 'held', note }),
  });
}

function askReversed({ row, act, objection }: Asking): Asked {
  const title = t('Reverse “{0}”', row.title);
  let reason = '';
  let next = row.title;
  return askSteps([
    (step) =>
      askText({
        title,
        step,
        prompt: t('Reason: what turned out differently?'),
        value: reason,
        accept: async (value) => {
          reason = value;
          return objection({ answer: 'reversed', reason });
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('What waits on you now? Whoever waited for it waits again, from today.'),
        value: next,
        accept: async (value) => {
          next = value;
          return objection({ answer: 'reversed', reason, title: next });
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Rework: how many working days did it cost, as you estimate? Optional: Enter to skip.'),
        accept: async (text) => {
          const reworkInDays = daysTyped(text);
          if (text.trim() !== '' && reworkInDays === undefined)
            return t('Type a number of working days, such as 3 or 1.5.');
          return act({ answer: 'reversed', reason, title: next, reworkInDays });
        },
      }),
  ]);
}

/** The suggested check day, counted from today. */
const suggestedCheckInDays = 28;
