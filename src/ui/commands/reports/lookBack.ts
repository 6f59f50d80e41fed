import { addDays, type Day } from '../../../core/time/day.ts';
import { buildLookBack, weekOf } from '../../../core/reports/lookBack.ts';
import { HumanError } from '../../../core/humanError.ts';
import { titlesIn } from '../../../core/register/titles.ts';
import { sayDay } from '../../../core/text/days.ts';
import { lookBackText, weekNotBegun } from '../../../core/reports/lookBackText.ts';
import { t } from '../../../core/text/translate.ts';
import { lookBackArguments, parseArguments } from '../../arguments.ts';
import { openUntitled } from '../exchange/saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Writes a one-page look-back on a week, for the leader alone. */
export async function lookBack(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  await context.store.refresh();
  if (isProgramCall(argument)) {
    const { week } = parseArguments(commandIds.lookBack, lookBackArguments, argument);
    return { text: write(context, week ?? context.store.today.day) };
  }
  const day = await askWeek(context);
  if (day === undefined) return undefined;
  const text = write(context, day);
  await openUntitled(text);
  return { text };
}

function write({ store, feed, settings }: CommandContext, day: Day): string {
  const { register } = store;
  const report = buildLookBack(register, feed.board, feed.work, day, settings.policy);
  if (report === undefined) throw new HumanError(weekNotBegun(day));
  return lookBackText(report, titlesIn(register));
}

async function askWeek({ store, settings }: CommandContext): Promise<Day | undefined> {
  const today = store.today.day;
  const choice = (label: string, day: Day) => {
    const { from, to } = weekOf(day, settings.policy.calendar);
    return { label, description: t('{0} to {1}', sayDay(from, today), sayDay(to, today)), value: day };
  };
  return pickOne<Day>({
    title: t('Write Weekly Look-Back'),
    placeholder: t('Which week?'),
    choices: [choice(t('This week'), today), choice(t('Last week'), addDays(today, -7))],
  });
}
