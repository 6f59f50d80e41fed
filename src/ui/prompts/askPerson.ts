import { knownWords } from '../../core/capture/completion.ts';
import { allNames } from '../../core/people/people.ts';
import { sayName, sayPeople } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { CommandContext } from '../commandContext.ts';
import { sayInformation } from '../notifications.ts';
import { askChoice } from './askChoice.ts';

interface PersonQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Default: everybody. */
  readonly matches?: (name: string) => boolean;
}

/** Asks for somebody the log names. Undefined if cancelled, or if there is nobody, which a message then says. */
export async function askPerson({ store }: CommandContext, question: PersonQuestion): Promise<string | undefined> {
  const { title, placeholder, matches = () => true } = question;
  const { items, assignments, people } = store.register;
  const names = knownWords(items.values(), assignments.values(), people).people.filter(matches);
  if (names.length === 0) {
    void sayInformation(t('{0}: there is nobody for that now.', title));
    return undefined;
  }
  const answer = await askChoice({
    title,
    placeholder,
    choices: names.map((name) => {
      const others = allNames(people, name).slice(1);
      const also = others.length === 0 ? undefined : t('also called {0}', sayPeople(others));
      return { label: sayName(name), value: name, ...(also !== undefined && { description: also }) };
    }),
  });
  return answer.type === 'given' ? answer.value : undefined;
}
