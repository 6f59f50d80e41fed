import type { AssignmentRow } from '../assignments/workBoard.ts';
import { assignmentDescription } from '../assignments/assignmentText.ts';
import type { Board } from '../board/board.ts';
import { isForReview } from '../board/review.ts';
import { type BoardRow, isLeadersMove } from '../board/row.ts';
import { sayPersonDays } from '../figures/figureText.ts';
import { placeFacts, stateFacts } from '../items/itemText.ts';
import { sayDay, sayList, sayName, sayNearDay, sayPeople } from '../text/days.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { counted, t } from '../text/translate.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import { isPerson, type IsPerson, type Person, waitOf } from './person.ts';
import type { Changed } from './personChanges.ts';

/** The page of one person, in words. */
export interface PersonPage {
  readonly title: string;
  /** Sentences about what waits, what else the person is called, and the last talk. */
  readonly sentences: readonly string[];
  /** Undefined where the two have not talked yet. */
  readonly changed: readonly Changed[] | undefined;
  /** Items. Only those that are not empty. */
  readonly lists: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly row: BoardRow; readonly facts: string }[];
  }[];
  readonly handedOut: readonly { readonly id: string; readonly title: string; readonly facts: string }[];
  readonly interruptions: readonly string[];
  /** What a review of it asks about, each once. */
  readonly toReview: readonly BoardRow[];
}

/** Builds the page. `changed`: since the last talk; undefined where there was none. */
export function buildPersonPage(
  person: Person,
  changed: readonly Changed[] | undefined,
  { rows, today }: Board,
  assignments: readonly AssignmentRow[],
  calendar: Calendar,
): PersonPage {
  const name = sayName(person.name);
  const outcomes = new Map(assignments.map(({ id, agreement }) => [id, agreement.outcome]));
  const isTheirs = isPerson(person.name);
  const mine = person.waiting.filter(isLeadersMove);
  const holes = person.holes.filter(isLeadersMove);
  const theirs = new Set([...person.sentBack, ...person.decides]);
  const isAbout = (row: BoardRow): boolean => [...row.waiting, row.askedBy].some(isTheirs);
  const elsewhere = rows.filter(
    (row) => row.closing === undefined && !isLeadersMove(row) && !theirs.has(row) && isAbout(row),
  );
  const waits = new Set([...mine, ...holes, ...elsewhere]);
  const owes = person.owes.filter((row) => !waits.has(row));
  const asked = rows.filter(
    (row) => isLeadersMove(row) && isTheirs(row.askedBy) && !waits.has(row) && !owes.includes(row),
  );
  const checks = rows.filter((row) => row.closing !== undefined && isForReview(row) && isAbout(row));
  // What others hold asks the leader only whether a default took effect.
  const defaults = [...elsewhere, ...theirs].filter(isForReview);
  const lists: readonly { readonly heading: string; readonly rows: readonly BoardRow[] }[] = [
    { heading: t('Waits on you'), rows: mine },
    { heading: t('Open questions you owe'), rows: holes },
    { heading: t('Asked by {0}, nobody named as waiting', name), rows: asked },
    { heading: t('Decided, to check today'), rows: checks },
    { heading: t('Waits on others'), rows: elsewhere.filter(({ ball }) => ball === 'asker') },
    { heading: t('Somebody else decides'), rows: elsewhere.filter(({ ball }) => ball === 'decider') },
    { heading: t('Sent back to {0}', name), rows: person.sentBack },
    { heading: t('{0} decides', name), rows: person.decides },
    { heading: t('{0} owes', name), rows: owes },
  ];
  return {
    title: t('What {0} waits for', name),
    sentences: [
      ...waitSentences(person, mine, holes, (row) => waitOf(row, isTheirs, today, calendar).workingDays),
      ...sayAlso(
        name,
        asked.filter(isForReview).length,
        checks.length + defaults.length,
        owes.filter(isForReview).length,
      ),
      ...otherSentences(person, today),
    ],
    changed,
    lists: lists
      .filter((list) => list.rows.length > 0)
      .map(({ heading, rows }) => ({
        heading,
        rows: rows.map((row) => ({ row, facts: factsFor(row, isTheirs, today, calendar) })),
      })),
    handedOut: person.assignments.map((row) => ({
      id: row.id,
      title: row.agreement.outcome,
      facts: assignmentDescription(row, today),
    })),
    interruptions: person.interruptions.map(({ on, how, assignment, reason }) =>
      sayInterruption(sayDay(on, today), sayHow[how](outcomes.get(assignment) ?? assignment), reason),
    ),
    toReview: [...mine, ...holes, ...asked, ...checks, ...defaults, ...owes].filter(isForReview),
  };
}

/** `9 over · 16 working days, since Tue 3 Nov · also Sam`: how it stands, and what it has cost this person so far. */
function factsFor(row: BoardRow, isTheirs: IsPerson, today: Day, calendar: Calendar): string {
  const others = row.waiting.filter((name) => !isTheirs(name));
  const facts = stateFacts(row, today);
  if (row.closing === undefined && row.waiting.some(isTheirs)) {
    facts.push(sayWait(waitOf(row, isTheirs, today, calendar), today));
    if (others.length > 0) facts.push(t('also {0}', sayPeople(others)));
  } else {
    facts.push(t('asked {0}', sayNearDay(row.askedOn, today)));
    if (others.length > 0) facts.push(sayPeople(others));
  }
  return [...facts, ...placeFacts(row)].join(' · ');
}

/** `6 working days, since Sat 14 Nov, and 3 that were not yours`. */
function sayWait({ workingDays, since, workingDaysOfOthers }: ReturnType<typeof waitOf>, today: Day): string {
  const day = sayNearDay(since, today);
  const wait =
    workingDays === 0
      ? t('since {0}', day)
      : counted(workingDays, '{0} working day, since {1}', '{0} working days, since {1}', day);
  if (workingDaysOfOthers === 0) return wait;
  return workingDays === 0
    ? counted(workingDaysOfOthers, '{1}; {0} working day was not yours', '{1}; {0} working days were not yours', wait)
    : counted(workingDaysOfOthers, '{1}, and {0} that was not yours', '{1}, and {0} that were not yours', wait);
}

/**
 * What waits on the leader for them, as the lists of the page count it, and what it has cost them.
 *
 * @param mine the list without holes
 * @param daysOf how many working days they have waited on the leader for an item
 */
function waitSentences(
  person: Person,
  mine: readonly BoardRow[],
  holes: readonly BoardRow[],
  daysOf: (row: BoardRow) => number,
): string[] {
  const days = [...mine, ...holes].reduce((sum, row) => sum + daysOf(row), 0);
  const cost = sayPersonDays(days);
  const questions = counted(holes.length, '{0} open question', '{0} open questions');
  const first =
    mine.length > 0 && holes.length > 0
      ? t('{0} and {1} wait on you: {2}.', counted(mine.length, '{0} item', '{0} items'), questions, cost)
      : holes.length > 0
        ? t('You owe {0}: {1}.', questions, cost)
        : mine.length > 0
          ? counted(mine.length, '{0} item waits on you: {1}.', '{0} items wait on you: {1}.', cost)
          : t('Nothing waits on you for {0}.', sayName(person.name));
  return [
    first,
    ...(person.personDays === days ? [] : [t('Including what was sent back, {0}.', sayPersonDays(person.personDays))]),
  ];
}

/** What else a review with them asks about: `Also 2 that Anna asked for, and 1 to check.` */
function sayAlso(name: string, asked: number, checks: number, owes: number): string[] {
  const parts = [
    ...(asked === 0 ? [] : [t('{0} that {1} asked for', asked, name)]),
    ...(checks === 0 ? [] : [t('{0} to check', checks)]),
    ...(owes === 0 ? [] : [t('{0} that {1} owes', owes, name)]),
  ];
  return parts.length === 0 ? [] : [t('Also {0}.', sayList(parts))];
}

function otherSentences({ alsoCalled, discussedOn }: Person, today: Day): string[] {
  return [
    ...(alsoCalled.length === 0 ? [] : [t('Also called {0}.', sayPeople(alsoCalled))]),
    sayLastTalk(discussedOn, today),
  ];
}

function sayLastTalk(discussedOn: Day | undefined, today: Day): string {
  if (discussedOn === undefined) return t('Not discussed yet.');
  return discussedOn === today ? t('Discussed today.') : t('Last discussed {0}.', sayDay(discussedOn, today));
}

function sayInterruption(on: string, what: string, reason?: string): string {
  return reason === undefined ? t('{0}: {1}', on, what) : t('{0}: {1}, because {2}', on, what, reason);
}

const sayHow: { readonly [H in Person['interruptions'][number]['how']]: (title: string) => string } = {
  changed: (title) => t('changed “{0}”', title),
  reassigned: (title) => t('handed “{0}” to somebody else', title),
  reranked: (title) => t('moved “{0}” by a priority change', title),
};

/** The page as Markdown, to prepare a talk with. */
export function personPageText(page: PersonPage): string {
  return [
    `# ${escapeMarkdown(page.title)}`,
    '',
    ...page.sentences.flatMap((sentence) => [escapeMarkdown(sentence), '']),
    ...section(t('Since you last talked'), page.changed && sayChanges(page.changed)),
    ...page.lists.flatMap(({ heading, rows }) =>
      section(
        heading,
        rows.map(({ row, facts }) => `${row.title} (${facts})`),
      ),
    ),
    ...section(
      t('Handed out'),
      page.handedOut.map(({ title, facts }) => `${title} (${facts})`),
    ),
    ...section(t('Interruptions in the last 90 days'), page.interruptions),
  ].join('\n');
}

function sayChanges(changed: readonly Changed[]): string[] {
  return changed.length === 0
    ? [t('Nothing changed.')]
    : changed.map(({ title, lines }) => `${title}: ${lines.join('; ')}`);
}

function section(heading: string, lines: readonly string[] = []): string[] {
  if (lines.length === 0) return [];
  return [`## ${escapeMarkdown(heading)}`, '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''];
}
