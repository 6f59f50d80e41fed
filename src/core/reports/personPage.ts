import { sayPersonDays } from '../figures/figureText.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import { assignmentDescription } from '../assignments/assignmentText.ts';
import type { BoardRow } from '../board/row.ts';
import { rowFacts } from '../items/itemText.ts';
import { sayDay, sayName, sayPeople } from '../text/days.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';
import type { Day } from '../time/day.ts';
import type { Person } from './person.ts';
import type { Changed } from './personChanges.ts';

/** One list of the page. Its rows are items. */
export interface PersonList {
  readonly heading: string;
  readonly rows: readonly BoardRow[];
}

/** The page of one person, in words. */
export interface PersonPage {
  readonly title: string;
  /** Sentences about what waits, what else the person is called, and the last talk. */
  readonly sentences: readonly string[];
  /** Undefined where the two have not talked yet. */
  readonly changed: readonly Changed[] | undefined;
  /** Only those that are not empty. */
  readonly lists: readonly PersonList[];
  readonly handedOut: readonly { readonly title: string; readonly facts: string }[];
  readonly interruptions: readonly string[];
}

/** Builds the page. `changed`: since the last talk; undefined where there was none. */
export function buildPersonPage(
  person: Person,
  changed: readonly Changed[] | undefined,
  assignments: readonly AssignmentRow[],
  today: Day,
): PersonPage {
  const name = sayName(person.name);
  const outcomes = new Map(assignments.map(({ id, agreement }) => [id, agreement.outcome]));
  const lists: readonly PersonList[] = [
    { heading: t('Waits on you'), rows: person.waiting },
    { heading: t('Open questions you owe'), rows: person.holes },
    { heading: t('Sent back to {0}', name), rows: person.sentBack },
    { heading: t('{0} decides', name), rows: person.decides },
    { heading: t('{0} owes', name), rows: person.owes },
  ];
  return {
    title: t('What {0} waits for', name),
    sentences: sentencesOf(person, name, today),
    changed,
    lists: lists.filter(({ rows }) => rows.length > 0),
    handedOut: person.assignments.map((row) => ({
      title: row.agreement.outcome,
      facts: assignmentDescription(row, today),
    })),
    interruptions: person.interruptions.map(({ on, how, assignment, reason }) =>
      sayInterruption(sayDay(on, today), how, outcomes.get(assignment) ?? assignment, reason),
    ),
  };
}

function sentencesOf(person: Person, name: string, today: Day): string[] {
  const { alsoCalled, discussedOn, personDays } = person;
  const waits = person.waiting.length + person.holes.length;
  const first =
    waits === 0
      ? t('Nothing waits on you for {0}.', name)
      : counted(waits, '{0} item waits on you: {1}.', '{0} items wait on you: {1}.', sayPersonDays(personDays));
  return [
    first,
    ...(alsoCalled.length === 0 ? [] : [t('Also called {0}.', sayPeople(alsoCalled))]),
    discussedOn === undefined ? t('Not discussed yet.') : t('Last discussed {0}.', sayDay(discussedOn, today)),
  ];
}

function sayInterruption(
  on: string,
  how: Person['interruptions'][number]['how'],
  title: string,
  reason?: string,
): string {
  const said = t('{0}: {1}: “{2}”', on, sayHow(how), title);
  return reason === undefined ? said : t('{0}, because {1}', said, reason);
}

const sayHow = wordsFor<Person['interruptions'][number]['how']>({
  changed: () => t('changed'),
  reassigned: () => t('handed to somebody else'),
  reranked: () => t('moved by a priority change'),
});

/** The page as Markdown, to prepare a talk with. */
export function personPageText(page: PersonPage, today: Day): string {
  return [
    `# ${escapeMarkdown(page.title)}`,
    '',
    ...page.sentences.flatMap((sentence) => [escapeMarkdown(sentence), '']),
    ...section(
      t('Since you last talked'),
      page.changed?.map(({ title, lines }) => `${title}: ${lines.join('; ')}`),
    ),
    ...page.lists.flatMap(({ heading, rows }) =>
      section(
        heading,
        rows.map((row) => `${row.title} (${rowFacts(row, today)})`),
      ),
    ),
    ...section(
      t('Handed out'),
      page.handedOut.map(({ title, facts }) => `${title} (${facts})`),
    ),
    ...section(t('Interruptions in the last 90 days'), page.interruptions),
  ].join('\n');
}

function section(heading: string, lines: readonly string[] = []): string[] {
  if (lines.length === 0) return [];
  return [`## ${escapeMarkdown(heading)}`, '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''];
}
