import { buildWorkBoard } from '../../../core/assignments/workBoard.ts';
import { buildPerson, type Person } from '../../../core/reports/person.ts';
import { getPersonArguments, parseArguments } from '../../arguments.ts';
import type { CommandContext } from '../../commandContext.ts';
import { commandIds } from '../../commandIds.ts';
import { boardAsOf } from './boardAsOf.ts';

/** What is between the leader and one person, as their page shows it. */
export async function getPerson(context: CommandContext, argument: unknown): Promise<Person> {
  const { name, today } = parseArguments(commandIds.getPerson, getPersonArguments, argument ?? {});
  const { board, source } = await boardAsOf(context, today);
  const { policy } = context.settings;
  const work = buildWorkBoard(source, board, policy);
  return structuredClone(buildPerson(context.store.register.people, board, work, name, policy.calendar));
}
