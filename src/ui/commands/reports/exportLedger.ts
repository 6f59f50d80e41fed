import { saveFile } from '../../../files/savedFile.ts';
import { addDays, type Day } from '../../../core/time/day.ts';
import { type DaySpan, lastDays, namedSpans, spanNamed } from '../../../core/reports/daySpan.ts';
import { buildLedger } from '../../../core/reports/ledger.ts';
import { type PeopleMode, peopleModes } from '../../../core/reports/initials.ts';
import { HumanError } from '../../../core/humanError.ts';
import { titlesIn } from '../../../core/register/titles.ts';
import { sayDay } from '../../../core/text/days.ts';
import { ledgerText, sayNamedSpan, sayPeopleChoice, spanBackwards } from '../../../core/reports/ledgerText.ts';
import { t } from '../../../core/text/translate.ts';
import { exportLedgerArguments, parseArguments } from '../../arguments.ts';
import { openUntitled } from '../exchange/saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps, type Step } from '../../prompts/askSteps.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Writes the ledger, which a leader can show to others: what they owe, and what they did in a span of days. */
export async function exportLedger(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  await context.store.refresh();
  if (!isProgramCall(argument)) {
    const asked = await askWhatIsShown(context);
    if (asked === undefined) return undefined;
    const text = write(context, asked.span, asked.people);
    await openUntitled(text);
    return { text };
  }
  const given = parseArguments(commandIds.exportLedger, exportLedgerArguments, argument);
  const {
    to = context.store.today.day,
    from = addDays(to, 1 - lastDays),
    people = 'none',
    path,
    overwrite = false,
  } = given;
  if (from > to) throw new HumanError(spanBackwards({ from, to }, context.store.today.day));
  const text = write(context, { from, to }, people);
  if (path === undefined) return { text };
  await saveFile(path, text, { logFolder: context.store.log.folder, overwrite });
  return { text, path };
}

function write({ store, feed, settings }: CommandContext, span: DaySpan, people: PeopleMode): string {
  const { register } = store;
  return ledgerText(buildLedger(register, feed.board, feed.work, span, settings.policy), people, titlesIn(register));
}

async function askWhatIsShown(
  context: CommandContext,
): Promise<{ readonly span: DaySpan; readonly people: PeopleMode } | undefined> {
  const title = t('Write Ledger');
  const today = context.store.today.day;
  let span = spanNamed('lastDays', today);
  let people: PeopleMode = 'none';
  const typed = { from: '', to: '' };

  const askPeople: Step = async (step) => {
    const answer = await askChoice<PeopleMode>({
      title,
      step,
      canGoBack: true,
      placeholder: t('How are people named? Names inside titles and reasons stay as they are.'),
      choices: peopleModes.map((value) => ({ ...sayPeopleChoice(value), value })),
    });
    if (answer.type === 'given') people = answer.value;
    return answer;
  };
  const askEnd =
    (end: 'from' | 'to', prompt: string): Step =>
    (step) =>
      askDay(context, {
        title,
        step,
        canGoBack: true,
        isKeptElsewhere: true,
        prompt,
        lean: 'past',
        value: typed[end],
        objection: (day) => (end === 'to' && day < span.from ? spanBackwards({ ...span, to: day }, today) : undefined),
        accept: async (day) => {
          typed[end] = day;
          span = { ...span, [end]: day };
          return undefined;
        },
      });
  const askFrom = askEnd('from', t('From which day?'));
  const askTo = askEnd('to', t('To which day, inclusive?'));
  const askSpan: Step = async (step) => {
    const answer = await askChoice<DaySpan | 'typed'>({
      title,
      step,
      placeholder: t('Which days? What you owe is shown as of today.'),
      choices: [
        ...namedSpans.map((name) => {
          const value = spanNamed(name, today);
          return { label: sayNamedSpan(name), description: describe(value, today), value };
        }),
        { label: t('From one day to another…'), description: t('typed: mon, 3 weeks ago, 2026-10-01'), value: 'typed' },
      ],
    });
    if (answer.type !== 'given') return answer;
    // The next steps depend on this answer.
    if (answer.value === 'typed') steps.splice(1, Infinity, askFrom, askTo, askPeople);
    else {
      span = answer.value;
      steps.splice(1, Infinity, askPeople);
    }
    return answer;
  };
  const steps = [askSpan, askPeople];
  return (await askSteps(steps, 'unknown')) ? { span, people } : undefined;
}

function describe({ from, to }: DaySpan, today: Day): string {
  return t('{0} to {1}', sayDay(from, today), sayDay(to, today));
}
