import { knownWords } from '../../core/capture/completion.ts';
import {
  type AgreementQuestion,
  agreementQuestions,
  checkField,
  type ClarityContext,
} from '../../core/clarity/check.ts';
import type { AgreementAnswers } from '../../core/rules/intents.ts';
import { allNames } from '../../core/people/people.ts';
import { uniqueNames } from '../../core/text/names.ts';
import { capacityOf } from '../../core/assignments/workBoard.ts';
import { sayQuestion, sayReason } from '../../core/clarity/clarityText.ts';
import { sayDay, sayName } from '../../core/text/days.ts';
import { counted, t } from '../../core/text/translate.ts';
import { capture } from '../commands/items/capture.ts';
import { askChoice } from './askChoice.ts';
import { askDay } from './askDay.ts';
import type { Answer, StepPosition } from './askIn.ts';
import { askItems } from './askItems.ts';
import { askName } from './askName.ts';
import { askText, type Preview } from './askText.ts';
import type { CommandContext } from '../commandContext.ts';

export type Answers = { -readonly [F in keyof AgreementAnswers]: AgreementAnswers[F] };

/** How the questions ended: all answered, or left at one of them. */
export type AgreementResult = { readonly type: 'answered' } | { readonly type: 'left'; readonly at: AgreementQuestion };

/**
 * Asks the eight questions, forward and back, with nothing lost. Each answer goes into `answers` at once, even the text
 * of a box that was left.
 *
 * @param from the question to begin with
 */
export async function askAgreement(
  context: CommandContext,
  answers: Answers,
  clarity: () => ClarityContext,
  from: AgreementQuestion = 'outcome',
): Promise<AgreementResult> {
  let at = agreementQuestions.indexOf(from);
  for (;;) {
    const question = agreementQuestions[at];
    if (question === undefined) return { type: 'answered' };
    const answer = await askOne(context, question, answers, clarity);
    if (answer === 'left') return { type: 'left', at: question };
    at = Math.max(0, at + (answer === 'back' ? -1 : 1));
  }
}

/** The question where a draft goes on: the last one that has an answer, which may be half of one; undefined after the last. */
export function questionToGoOnWith(answers: Answers): AgreementQuestion | undefined {
  if (answers.displaces !== undefined) return undefined;
  const last = agreementQuestions.findLast((question) => answers[question] !== undefined) ?? 'outcome';
  return last === 'serves' ? undefined : last;
}

type Direction = 'on' | 'back' | 'left';

/** Asks one of the questions. Its answer goes into `answers` at once, however the question ends. */
export async function askOne(
  context: CommandContext,
  question: AgreementQuestion | 'isAgreed',
  answers: Answers,
  clarity: () => ClarityContext,
): Promise<Direction> {
  const index = agreementQuestions.indexOf(question === 'isAgreed' ? 'dueOn' : question);
  const title = titleOf(answers);
  const of = agreementQuestions.length;
  const step = { at: index + 1, of, isLast: index + 1 === of };
  const params: QuestionParams = { context, answers, title, step, clarity };
  switch (question) {
    case 'outcome':
    case 'excluded':
    case 'deliverables':
    case 'doneWhen':
      return askWords(params, question);
    case 'owner':
      return askOwner(params);
    case 'dependsOn': {
      const answer = await askItems(context, {
        title,
        step,
        prompt: sayQuestion('dependsOn'),
        chosen: answers.dependsOn ?? [],
        capture: async () => (await capture(context, undefined))?.id,
      });
      if (answer.type === 'given') answers.dependsOn = answer.value;
      return directionOf(answer);
    }
    case 'dueOn':
      return askDue(params);
    case 'isAgreed':
      return directionOf(await askAgreed(params));
    case 'serves':
      return askServes(params);
    default:
      return question satisfies never;
  }
}

/** What is being handed out, in the title of each question about it. */
export function titleOf({ outcome = '' }: Answers): string {
  return outcome === '' ? t('Assign Work') : t('Assign “{0}”', outcome);
}

interface QuestionParams {
  readonly context: CommandContext;
  readonly answers: Answers;
  readonly title: string;
  readonly step: StepPosition;
  readonly clarity: () => ClarityContext;
}

async function askWords(
  { context, answers, title, step, clarity }: QuestionParams,
  field: 'outcome' | 'excluded' | 'deliverables' | 'doneWhen',
): Promise<Direction> {
  const answer = await askText({
    title,
    step,
    canGoBack: step.at > 1,
    isKeptElsewhere: true,
    prompt: sayQuestion(field),
    value: answers[field] ?? '',
    preview: (text) => remarkOn(context, field, { ...answers, [field]: text }, clarity()),
    accept: async () => undefined,
  });
  answers[field] = answer.type === 'given' ? answer.value : (answer.text ?? answers[field]);
  return directionOf(answer);
}

async function askOwner({ context, answers, title, step, clarity }: QuestionParams): Promise<Direction> {
  const { work } = context.feed;
  const answer = await askName({
    title,
    step,
    canGoBack: true,
    placeholder: sayQuestion('owner'),
    value: answers.owner ?? '',
    known: knownPeople(context).map((name) => {
      const { held } = capacityOf(name, work);
      return {
        name,
        otherNames: allNames(context.store.register.people, name).slice(1),
        description: held.length === 0 ? '' : counted(held.length, 'holds {0} from you', 'holds {0} from you'),
      };
    }),
    preview: (owner) => remarkOn(context, 'owner', { ...answers, owner }, clarity()),
  });
  if (answer.type === 'given') answers.owner = answer.value;
  else if (answer.text !== undefined && answer.text.trim() !== '') answers.owner = answer.text;
  return directionOf(answer);
}

/** Asks for the day, and then whether the owner agreed to it. */
async function askDue(params: QuestionParams): Promise<Direction> {
  const { context, answers, title, step } = params;
  for (;;) {
    let dueOn = answers.dueOn;
    const day = await askDay(context, {
      title,
      step,
      canGoBack: true,
      isKeptElsewhere: true,
      prompt: t('Due: on which day? Enter leaves it open, and then you owe it.'),
      value: answers.dueOn ?? '',
      lean: 'future',
      objection: (on) =>
        on < context.store.today.day ? t('That day has passed. Name today or a later one.') : undefined,
      accept: async (on) => {
        dueOn = on;
        return undefined;
      },
      acceptNone: async () => {
        dueOn = undefined;
        return undefined;
      },
    });
    if (day.type !== 'given') return directionOf(day);
    if (dueOn !== answers.dueOn) answers.isAgreed = undefined;
    answers.dueOn = dueOn;
    if (dueOn === undefined) return 'on';
    const agreed = await askAgreed(params);
    if (agreed.type !== 'back') return directionOf(agreed);
  }
}

/** Asks whether the owner agreed to the day. */
async function askAgreed({ context, answers, title, step }: QuestionParams): Promise<Answer<boolean>> {
  const owner = sayName(answers.owner ?? t('The owner'));
  const { today } = context.store;
  const agreed = await askChoice<boolean>({
    title,
    step,
    canGoBack: true,
    placeholder: t('Has {0} agreed to {1}?', owner, sayDay(answers.dueOn ?? today.day, today.day)),
    current: answers.isAgreed,
    choices: [
      { label: t('{0} agreed', owner), value: true },
      { label: t('Not yet'), value: false },
    ],
  });
  if (agreed.type === 'given') answers.isAgreed = agreed.value;
  return agreed;
}

/**
 * Asks for the priority it serves. If there is none, or more than the limit, asks what moves down or stops, and who is
 * told.
 */
async function askServes({ context, answers, title, step }: QuestionParams): Promise<Direction> {
  for (;;) {
    const { priorities, priorityLimit } = context.feed.work;
    const answer = await askChoice<string | undefined>({
      title,
      step,
      canGoBack: true,
      placeholder: sayQuestion('serves'),
      current: answers.serves,
      choices: [
        ...priorities.map(({ id, title, rank }) => ({
          label: `${rank}  ${title}`,
          description: id === answers.serves ? t('(now)') : '',
          value: id,
        })),
        { label: t('None of them'), description: t('then something moves down or stops for it'), value: undefined },
      ],
    });
    if (answer.type !== 'given') return directionOf(answer);
    answers.serves = answer.value;
    if (answer.value !== undefined && priorities.length <= priorityLimit) return 'on';
    const displaces = await askText({
      title,
      step,
      canGoBack: true,
      isKeptElsewhere: true,
      prompt: t('What moves down or stops for it, and who is told? Enter leaves it open, and then you owe it.'),
      value: answers.displaces ?? '',
      accept: async () => undefined,
    });
    answers.displaces = displaces.type === 'given' ? displaces.value : (displaces.text ?? answers.displaces);
    if (displaces.type !== 'back') return directionOf(displaces);
  }
}

/** What is still unclear about this answer, as a warning while it can be corrected; it blocks nothing. */
function remarkOn(
  context: CommandContext,
  question: AgreementQuestion,
  answers: Answers,
  clarity: ClarityContext,
): Preview {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  const findings = checkField(question, given, clarity);
  return findings.length === 0
    ? undefined
    : { type: 'warning', sentence: findings.map((each) => sayReason(each, context.store.today.day)).join(' ') };
}

/** Everybody named anywhere: owners first, then who waits, asks or owes. */
function knownPeople({ store }: CommandContext): string[] {
  const { items, assignments } = store.register;
  return uniqueNames([...knownWords([], assignments.values()).people, ...knownWords(items.values(), []).people]);
}

function directionOf(answer: Answer<unknown>): Direction {
  return answer.type === 'given' ? 'on' : answer.type === 'back' ? 'back' : 'left';
}
