import { addDays, type Day } from '../../../core/time/day.ts';
import { drawLookBack, weekOf } from '../../../core/reports/lookBack.ts';
import { HumanError } from '../../../core/humanError.ts';
import { titlesIn } from '../../../core/register/titles.ts';
import { sayDay } from '../../../core/text/days.ts';
import { lookBackText, weekNotBegun } from '../../../core/reports/lookBackText.ts';
import { t } from '../../../core/text/translate.ts';
import { lookBackArguments, parseArguments } from '../../arguments.ts';
import { openUntitled } from '../exchange/saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import type { Rooms } from '../../commandContext.ts';

/** Writes one page on a week in facts, for the leader alone. */
export async function lookBack(rooms: Rooms, argument: unknown): Promise<unknown> {
  await rooms.loaded;
  await rooms.ledger.refresh();
  if (isArgument(argument)) {
    const { week } = parseArguments(commandIds.lookBack, lookBackArguments, argument);
    return { text: write(rooms, week ?? rooms.ledger.today.day) };
  }
  const day = await askWeek(rooms);
  if (day === undefined) return undefined;
  const text = write(rooms, day);
  await openUntitled(text);
  return { text };
}

function write({ ledger, feed, settings }: Rooms, day: Day): string {
  const { register } = ledger;
  const told = drawLookBack(register, feed.board, feed.work, day, settings.policy);
  if (told === undefined) throw new HumanError(weekNotBegun(day));
  return lookBackText(told, titlesIn(register));
}

async function askWeek({ ledger, settings }: Rooms): Promise<Day | undefined> {
  const today = ledger.today.day;
  const choice = (label: string, day: Day) => {
    const { from, to } = weekOf(day, settings.policy.calendar);
    return { label, description: t('{0} to {1}', sayDay(from, today), sayDay(to, today)), value: day };
  };
  const answer = await askChoice<Day>({
    title: t('Write Weekly Look-Back'),
    placeholder: t('Which week?'),
    choices: [choice(t('This week'), today), choice(t('Last week'), addDays(today, -7))],
  });
  return answer.type === 'given' ? answer.value : undefined;
}
