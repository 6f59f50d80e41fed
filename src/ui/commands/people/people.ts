import { namedPeople } from '../../../core/items/namedPeople.ts';
import { allNames, mainName } from '../../../core/people/people.ts';
import type { Intent } from '../../../core/rules/intents.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { rule } from '../../../core/rules/rule.ts';
import { nameKey, uniqueNames } from '../../../core/text/names.ts';
import { sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { namesArguments, parseArguments, personArguments } from '../../arguments.ts';
import type { CommandContext } from '../../commandContext.ts';
import { commandIds } from '../../commandIds.ts';
import { act, startAttempt } from '../../performIntent.ts';
import { isProgramCall, PersonTarget, RowTarget } from '../../programCall.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { askName } from '../../prompts/askName.ts';
import { askPerson, peopleOfLog, sayOtherNames } from '../../prompts/askPerson.ts';
import { actWithoutAsking } from '../../rowCommand.ts';

/** Shows what waits between the leader and a person, on a page that stays up to date. */
export async function openPerson(context: CommandContext, argument: unknown): Promise<unknown> {
  const name = await whichPerson(context, argument, commandIds.openPerson, t('Open Person'));
  if (name === undefined) return undefined;
  const isInTree = (argument instanceof PersonTarget || argument instanceof RowTarget) && argument.isInTree;
  await context.panels.openPerson(name, isInTree ? 'tree' : undefined);
  return { name };
}

/** Notes that the leader talked with a person today. */
export async function markDiscussed(context: CommandContext, argument: unknown): Promise<unknown> {
  const name = await whichPerson(context, argument, commandIds.markDiscussed, t('Mark Discussed Today'));
  if (name === undefined || !(await perform(context, argument, { type: 'markDiscussed', name }))) return undefined;
  return { name };
}

/** Tells that several names are one person's. */
export const samePerson = namesCommand('samePerson', askSame);

/** Takes names of one person apart. */
export const differentPerson = namesCommand('differentPerson', askDifferent);

/** What the person is called that was named, pointed at or picked; undefined if cancelled. */
async function whichPerson(
  context: CommandContext,
  argument: unknown,
  command: string,
  title: string,
): Promise<string | undefined> {
  await context.loaded;
  const name = isProgramCall(argument)
    ? parseArguments(command, personArguments, argument).name
    : await pointedAt(context, argument, title);
  return name === undefined ? undefined : mainName(context.store.register.people, name);
}

/** The person that was pointed at, the one that the row names that was pointed at, or the one who is picked. */
async function pointedAt(context: CommandContext, argument: unknown, title: string): Promise<string | undefined> {
  if (argument instanceof PersonTarget) return argument.name;
  const names = argument instanceof RowTarget ? namesOfRow(context, argument.id) : undefined;
  if (names?.length === 1) return names[0];
  const keys = names && new Set(names.map(nameKey));
  return askPerson(context, {
    title,
    placeholder: t('Who? Type any part of a name.'),
    ...(keys && { matches: (name: string) => keys.has(nameKey(name)) }),
  });
}

/** Whom an item names, or who holds an assignment. */
function namesOfRow({ feed }: CommandContext, id: string): string[] {
  const row = feed.board.rows.find((each) => each.id === id);
  const work = feed.work.assignments.find((each) => each.id === id);
  return row === undefined ? uniqueNames(work === undefined ? [] : [work.agreement.owner]) : namedPeople(row);
}

/** Two names, and which of them the person is called by. The other may be one that the log does not have yet. */
async function askSame(context: CommandContext, argument: unknown): Promise<readonly string[] | undefined> {
  const title = t('Join Names of a Person');
  const first =
    argument instanceof PersonTarget
      ? argument.name
      : await askPerson(context, { title, placeholder: t('Who has another name?') });
  if (first === undefined) return undefined;
  const other = await askName({
    title: t('Another Name of {0}', sayName(first)),
    placeholder: t('Which other name is theirs? Pick one, or type one that is not in the log yet.'),
    value: '',
    isNewFirst: true,
    known: peopleOfLog(context)
      .filter((name) => nameKey(name) !== nameKey(first))
      .map((name) => ({
        name,
        otherNames: allNames(context.store.register.people, name).slice(1),
        description: sayOtherNames(context, name),
      })),
    preview: () => undefined,
    objection: (name) => objectionTo(context, { type: 'samePerson', names: [first, name] }),
  });
  if (other.type !== 'given') return undefined;
  const called = await pickOne({
    title,
    placeholder: t('What are they called from now on?'),
    choices: [first, other.value].map((name) => ({ label: sayName(name), value: name })),
  });
  if (called === undefined) return undefined;
  return called === first ? [first, other.value] : [other.value, first];
}

async function askDifferent(context: CommandContext, argument: unknown): Promise<readonly string[] | undefined> {
  const title = t('Take Names of a Person Apart');
  const { people } = context.store.register;
  const person =
    argument instanceof PersonTarget
      ? argument.name
      : await askPerson(context, {
          title,
          placeholder: t('Whose names are to be taken apart?'),
          matches: (name) => allNames(people, name).length > 1,
        });
  if (person === undefined) return undefined;
  const [first = person, ...others] = allNames(people, person);
  const other = await pickOne({
    title,
    placeholder: t('Which name is not {0}?', sayName(first)),
    choices: others.map((name) => ({ label: sayName(name), value: name })),
  });
  return other === undefined ? undefined : [first, other];
}

/** A command about the names of a person, which a program gives and a person is asked for. */
function namesCommand(
  type: 'samePerson' | 'differentPerson',
  ask: (context: CommandContext, argument: unknown) => Promise<readonly string[] | undefined>,
): (context: CommandContext, argument: unknown) => Promise<unknown> {
  return async (context, argument) => {
    await context.loaded;
    const names = isProgramCall(argument)
      ? parseArguments(commandIds[type], namesArguments, argument).names
      : await ask(context, argument);
    if (names === undefined || !(await perform(context, argument, { type, names }))) return undefined;
    const [name = '', ...alsoCalled] = allNames(context.store.register.people, names[0] ?? '');
    return { name, alsoCalled };
  };
}

/** Why it may not be done now. */
function objectionTo({ store }: CommandContext, intent: Intent): string | undefined {
  const ruling = store.consider((ruleContext) => rule(intent, ruleContext));
  return isRefusal(ruling) ? sayRefusal(ruling, store.today.day) : undefined;
}

/** A program gets an error where it is refused, a person a sentence. Returns whether it is done. */
async function perform(context: CommandContext, argument: unknown, intent: Intent): Promise<boolean> {
  if (!isProgramCall(argument)) return actWithoutAsking(startAttempt(context)(intent));
  await act(context, intent);
  return true;
}
