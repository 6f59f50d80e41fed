import { knownWords } from '../../core/capture/completion.ts';
import { allNames } from '../../core/people/people.ts';
import { sayName, sayPeople } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { CommandContext } from '../commandContext.ts';
import { pickOne } from './askChoice.ts';

interface PersonQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Default: everybody. */
  readonly matches?: (name: string) => boolean;
}

/** Asks for somebody the log names. Undefined if cancelled, or if there is nobody, which a message then says. */
export function askPerson(context: CommandContext, question: PersonQuestion): Promise<string | undefined> {
  const { title, placeholder, matches = () => true } = question;
  const choices = peopleOfLog(context)
    .filter(matches)
    .map((name) => ({ label: sayName(name), value: name, description: sayOtherNames(context, name) }));
  return pickOne({ title, placeholder, choices }, t('{0}: there is nobody for that now.', title));
}

/** Everybody the log names, who is named most often first, each as they are called. */
export function peopleOfLog({ store }: CommandContext): readonly string[] {
  const { items, assignments, people } = store.register;
  return knownWords(items.values(), assignments.values(), people).people;
}

/** `also called Anna L. and Alo`; empty for somebody with one name. */
export function sayOtherNames({ store }: CommandContext, name: string): string {
  const others = allNames(store.register.people, name).slice(1);
  return others.length === 0 ? '' : t('also called {0}', sayPeople(others));
}
