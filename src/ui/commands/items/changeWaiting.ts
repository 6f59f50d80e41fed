import type { BoardRow } from '../../../core/board/row.ts';
import { tidyList } from '../../../core/rules/limits.ts';
import { type MainNameOf, mainNamesIn } from '../../../core/people/people.ts';
import { namesWithout, uniqueNames } from '../../../core/text/names.ts';
import type { Day } from '../../../core/time/day.ts';
import { type DayContext, readDayPhrase } from '../../../core/time/phrase/dayPhrase.ts';
import { sayDay, sayPeople } from '../../../core/text/days.ts';
import { counted, t } from '../../../core/text/translate.ts';
import { changeWaitingArguments } from '../../arguments.ts';
import { itemCommand } from '../../rowCommand.ts';
import { askText } from '../../prompts/askText.ts';
import { joinNames, splitNames } from '../../prompts/splitNames.ts';

/**
 * Changes who waits. The prompt shows the whole list to be edited. Whoever is added is counted from today, or from the day
 * that `since` says at the end.
 */
export const changeWaiting = itemCommand({
  intent: 'changeWaiting',
  schema: changeWaitingArguments,
  title: () => t('Change Who Waits'),
  matches: ({ readOnly }) => !readOnly,
  probe: {},
  ask: ({ context, row, act, objection }) => {
    const mainNameOf = mainNamesIn(context.store.register.people);
    const read = (text: string): Typed =>
      readTyped(text, {
        today: context.store.today.day,
        calendar: context.settings.policy.calendar,
        lean: 'past',
      });
    // Compared with the list that was shown, so that a name another window has added meanwhile stays.
    const changeOf = (typed: Typed) => ({
      add: addedOf(typed, row, mainNameOf),
      remove: namesWithout(row.waiting, typed.names, mainNameOf),
      since: typed.since,
    });
    return askText({
      title: t('Who waits for “{0}”?', row.title),
      prompt: t(
        'Names, separated by commas or semicolons. Remove a name and that person no longer waits. People you add count from today; end with “since mon” for an earlier day.',
      ),
      placeholder: t('anna, sam'),
      value: joinNames(row.waiting),
      preview: (text) => {
        const typed = read(text);
        const refused = typed.since === undefined ? undefined : objection(changeOf(typed));
        return refused === undefined
          ? previewOf(typed, row, context.store.today.day, mainNameOf)
          : { type: 'error', sentence: refused };
      },
      accept: async (text) => {
        const typed = read(text);
        return typed.unread === undefined ? act(changeOf(typed)) : sayUnread(typed.unread);
      },
    });
  },
});

/** What was typed: the names, and the day after `since` or the words there that are no day. */
interface Typed {
  readonly names: readonly string[];
  readonly since: Day | undefined;
  readonly unread: string | undefined;
}

function readTyped(text: string, context: DayContext): Typed {
  const match = /^(?:(.*\S)\s+)?since\s+(\S.*?)\s*$/isu.exec(text);
  const [list = '', words] = match === null ? [text] : match.slice(1);
  const names = tidyList(splitNames(list));
  if (words === undefined) return { names, since: undefined, unread: undefined };
  // "since mon" alone is about nobody.
  if (names.length === 0) return { names, since: undefined, unread: text.trim() };
  const reading = readDayPhrase(words, context);
  return reading === undefined || reading.text.length < words.length
    ? { names, since: undefined, unread: words }
    : { names, since: reading.day, unread: undefined };
}

/** Of a list that names nobody new, a day is about everybody on it. */
function addedOf({ names, since }: Typed, { waiting }: BoardRow, mainNameOf: MainNameOf): readonly string[] {
  const added = namesWithout(names, waiting, mainNameOf);
  return added.length === 0 && since !== undefined ? names : added;
}

function previewOf(
  typed: Typed,
  row: BoardRow,
  today: Day,
  mainNameOf: MainNameOf,
): { type: 'info' | 'warning'; sentence: string } {
  const { since, unread } = typed;
  const names = uniqueNames(typed.names.map(mainNameOf));
  if (unread !== undefined) return { type: 'warning', sentence: sayUnread(unread) };
  const list =
    names.length === 0
      ? t('Nobody is named')
      : counted(names.length, '{0} person waits: {1}', '{0} people wait: {1}', sayPeople(names));
  const added = addedOf(typed, row, mainNameOf);
  return {
    type: 'info',
    sentence:
      since === undefined || added.length === 0
        ? list
        : t('{0}; {1} since {2}', list, sayPeople(added), sayDay(since, today)),
  };
}

function sayUnread(words: string): string {
  if (/^since\s/iu.test(words)) return t('Name who waits before “{0}”.', words);
  return t('“{0}” is not a day. Write since mon, since 2 Nov or since 2026-11-02.', words);
}
