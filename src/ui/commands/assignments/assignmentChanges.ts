import type { Day } from '../../../core/time/day.ts';
import { capacityOf, type AssignmentRow } from '../../../core/assignments/workBoard.ts';
import { assignmentResults, type AgreementChange, type AgreementField } from '../../../core/entries/workFacts.ts';
import { sayCapacity } from '../../../core/clarity/clarityText.ts';
import { sayDay, sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { changeAssignmentArguments, closeAssignmentArguments, reassignArguments } from '../../arguments.ts';
import { assignments } from '../../resolveRow.ts';
import { rowCommand } from '../../rowCommand.ts';
import { askChoice, pickOne } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askItems } from '../../prompts/askItems.ts';
import { askSteps, type Step } from '../../prompts/askSteps.ts';
import { daysTyped } from '../../prompts/daysTyped.ts';
import { askText } from '../../prompts/askText.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayAgreementField } from '../../../core/assignments/agreementText.ts';
import { capture } from '../items/capture.ts';

/** Records a requirement change: what, why, and what it costs. */
export const changeAssignment = rowCommand({
  intent: 'changeAssignment',
  schema: changeAssignmentArguments,
  subject: assignments,
  title: () => t('Change an Assignment'),
  matches: isChangeable,
  ask: async ({ context, row, act }) => {
    const field = await askField(context, row);
    if (field === undefined) return false;
    let change: AgreementChange = {};
    return askSteps([
      (step) => askValue(context, row, field, step, (value) => (change = value)),
      ...whyAndCost(t('Change “{0}”', row.agreement.outcome), (reason, costInDays) =>
        act({ ...change, reason, costInDays }),
      ),
    ]);
  },
});

/** Gives an assignment to somebody else, which counts as an interruption. */
export const reassign = rowCommand({
  intent: 'reassign',
  schema: reassignArguments,
  subject: assignments,
  title: () => t('Reassign'),
  matches: isChangeable,
  ask: ({ context, row, act }) => {
    const title = t('Reassign “{0}”', row.agreement.outcome);
    let owner = '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('To which one person? {0} holds it now.', sayName(row.agreement.owner)),
          value: owner,
          preview: (name) => {
            if (name.trim() === '') return undefined;
            const several = previewPerson(name);
            if (several !== undefined) return several;
            const { held, waiting } = capacityOf(name.trim(), context.feed.work);
            return { type: 'info', sentence: sayCapacity(sayName(name.trim()), held.length, waiting.length) };
          },
          accept: async (name) => {
            owner = name;
            return name.trim() === '' ? t('The name is missing.') : undefined;
          },
        }),
      ...whyAndCost(title, (reason, costInDays) => act({ owner, reason, costInDays })),
    ]);
  },
});

/** Closes an assignment as met or missed, against what was agreed. */
export const closeAssignment = rowCommand({
  intent: 'closeAssignment',
  schema: closeAssignmentArguments,
  subject: assignments,
  title: () => t('Close an Assignment'),
  matches: isChangeable,
  ask: async ({ context, row, act, objection }) => {
    const title = t('Close “{0}”', row.agreement.outcome);
    const result = await askChoice({
      title,
      placeholder: t('Done when: {0}', row.agreement.doneWhen ?? t('nothing was agreed')),
      choices: assignmentResults.map((value) => ({ label: value === 'met' ? t('Met') : t('Missed'), value })),
    });
    if (result.type !== 'given') return false;
    let note = '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('What shows it? Optional: Enter to skip.'),
          value: note,
          accept: async (text) => {
            note = text;
            return objection({ result: result.value, note });
          },
        }),
      (step) =>
        askDay(context, {
          title,
          step,
          canGoBack: true,
          prompt: t('On which day did it end? Enter for today.'),
          lean: 'past',
          objection: (closedOn) => objection({ result: result.value, note, closedOn }),
          accept: (closedOn) => act({ result: result.value, note, closedOn }),
          acceptNone: () => act({ result: result.value, note }),
        }),
    ]);
  },
});

function isChangeable({ closing, readOnly }: AssignmentRow): boolean {
  return closing === undefined && !readOnly;
}

/** The last two questions of every change: the reason, and the cost in working days. */
function whyAndCost(
  title: string,
  finish: (reason: string, costInDays: number) => Promise<string | undefined>,
): Step[] {
  let reason = '';
  return [
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Reason: why does it change now?'),
        value: reason,
        accept: async (text) => {
          reason = text;
          return text.trim() === '' ? t('The reason is missing. Type at least a word.') : undefined;
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Cost: how many working days does the change cost them? 0 if none.'),
        accept: async (text) => {
          const days = daysTyped(text);
          return days === undefined ? t('Type a number of working days, such as 3 or 1.5.') : finish(reason, days);
        },
      }),
  ];
}

async function askField(
  context: CommandContext,
  row: AssignmentRow,
): Promise<Exclude<AgreementField, 'owner'> | undefined> {
  const { agreement } = row;
  const today = context.store.today.day;
  const shown: readonly [Exclude<AgreementField, 'owner'>, string][] = [
    ['outcome', agreement.outcome],
    ['excluded', agreement.excluded ?? ''],
    ['deliverables', agreement.deliverables ?? ''],
    ['doneWhen', agreement.doneWhen ?? ''],
    ['dependsOn', row.dependsOn.map(({ title }) => title).join(', ')],
    ['dueOn', agreement.dueOn === undefined ? '' : sayDay(agreement.dueOn, today)],
    ['isAgreed', agreement.isAgreed === true ? t('yes') : t('no')],
    ['serves', row.serves?.title ?? ''],
    ['displaces', agreement.displaces ?? ''],
  ];
  return pickOne({
    title: t('Change “{0}”', agreement.outcome),
    placeholder: t('What changes? It is recorded with its reason and its cost.'),
    choices: shown.map(([field, description]) => ({ label: sayAgreementField(field), description, value: field })),
  });
}

async function askValue(
  context: CommandContext,
  { agreement }: AssignmentRow,
  field: Exclude<AgreementField, 'owner'>,
  step: Parameters<Step>[0],
  take: (change: AgreementChange) => void,
): ReturnType<Step> {
  const title = t('Change “{0}”', agreement.outcome);
  switch (field) {
    case 'dueOn': {
      let dueOn: Day | undefined;
      const day = await askDay(context, {
        title,
        step,
        prompt: t('Due on which day now?'),
        value: agreement.dueOn,
        lean: 'future',
        accept: async (on) => {
          dueOn = on;
          return undefined;
        },
      });
      if (dueOn !== undefined) take({ dueOn });
      return day;
    }
    case 'isAgreed': {
      const agreed = await askChoice({
        title,
        step,
        placeholder: t('Has the owner agreed to the day?'),
        choices: [
          { label: t('Agreed'), value: true },
          { label: t('Not any more'), value: false },
        ],
      });
      if (agreed.type === 'given') take({ isAgreed: agreed.value ? true : null });
      return agreed;
    }
    case 'serves': {
      const serves = await askChoice<string | null>({
        title,
        step,
        placeholder: t('Which priority does it serve now?'),
        choices: [
          ...context.feed.work.priorities.map(({ id, title, rank }) => ({ label: `${rank}  ${title}`, value: id })),
          { label: t('None of them'), value: null },
        ],
      });
      if (serves.type === 'given') take({ serves: serves.value });
      return serves;
    }
    case 'dependsOn': {
      const items = await askItems(context, {
        title,
        step,
        prompt: t('Which open items does it depend on now?'),
        chosen: agreement.dependsOn ?? [],
        capture: async () => (await capture(context, undefined))?.id,
      });
      if (items.type === 'given') take({ dependsOn: items.value.length === 0 ? null : items.value });
      return items;
    }
    case 'outcome':
    case 'excluded':
    case 'deliverables':
    case 'doneWhen':
    case 'displaces':
      return askText({
        title,
        step,
        prompt: t('{0}: what is agreed now?', sayAgreementField(field)),
        value: agreement[field],
        accept: async (text) => {
          take({ [field]: text });
          return field === 'outcome' && text.trim() === ''
            ? t('The outcome is missing. Type at least a word.')
            : undefined;
        },
      });
    default:
      return field satisfies never;
  }
}
