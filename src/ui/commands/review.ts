import { type Day, dayOf } from '../../core/day.ts';
import type { BoardRow } from '../../core/board/row.ts';
import { agedSince, awaySince, isForReview, reviewQueue } from '../../core/review.ts';
import { type ReviewAnswer, sayAway, sayReviewed } from '../../core/wording/review.ts';
import { standingSentences } from '../../core/wording/story.ts';
import { t } from '../../core/wording/translate.ts';
import { parseArguments, reviewArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { isArgument } from '../isArgument.ts';
import { askByKey, type KeyChoice } from '../prompts/askByKey.ts';
import { askChoice } from '../prompts/askChoice.ts';
import type { Rooms } from '../rooms.ts';
import { sayInformation } from '../say.ts';
import { RowNode } from '../waiting/nodes.ts';
import { decide } from './decide.ts';
import { movePromise } from './movePromise.ts';
import { acknowledge, deliberate, sendBack } from './respond.ts';
import { answerCheck, confirmDefault } from './settle.ts';
import { withdraw } from './withReason.ts';

/**
 * Walks through what waits on the leader, oldest hurt first, with one key for each answer. It can be left anywhere, and
 * says at the end what has changed.
 */
export async function review(rooms: Rooms, argument: unknown): Promise<void> {
  await rooms.loaded;
  await rooms.ledger.refresh();
  const queue = reviewQueue(rooms.feed.board);
  const wanted = isArgument(argument)
    ? new Set(parseArguments(commandIds.review, reviewArguments, argument).ids)
    : undefined;
  const chosen = wanted === undefined ? await askPart(rooms, queue) : queue.filter(({ id }) => wanted.has(id));
  if (chosen === undefined) return;
  if (chosen.length === 0) {
    void sayInformation(t('Nothing to review: nothing waits on you.'));
    return;
  }
  const answers = await walk(rooms, chosen);
  void sayInformation(sayReviewed(answers, chosen.length));
}

/** After an absence, asks whether to begin with what came due meanwhile; undefined when the person left. */
async function askPart(rooms: Rooms, queue: readonly BoardRow[]): Promise<readonly BoardRow[] | undefined> {
  const { today } = rooms.feed.board;
  const since = awaySince(lastActOn(rooms), today);
  if (since === undefined || queue.length === 0) return queue;
  const aged = agedSince(queue, since, today);
  const answer = await askChoice<readonly BoardRow[]>({
    title: t('Review'),
    placeholder: sayAway(since, today, aged.length, queue.length),
    choices: [
      ...(aged.length === 0
        ? []
        : [{ label: t('Begin with what came due'), description: String(aged.length), value: aged }]),
      { label: t('All that waits on you'), description: String(queue.length), value: queue },
    ],
  });
  return answer.type === 'given' ? answer.value : undefined;
}

/** The day anything was last said about any item, by whichever machine. */
function lastActOn({ ledger }: Rooms): Day | undefined {
  let last: string | undefined;
  for (const { history } of ledger.register.items.values()) {
    const loggedAt = history.at(-1)?.loggedAt;
    if (loggedAt !== undefined && (last === undefined || loggedAt > last)) last = loggedAt;
  }
  return last === undefined ? undefined : dayOf(new Date(last));
}

async function walk(rooms: Rooms, queue: readonly BoardRow[]): Promise<ReadonlyMap<ReviewAnswer, number>> {
  const given = new Map<number, ReviewAnswer>();
  // One message at the end stands for all of them; each can be undone one by one.
  const quietly: Rooms = { ...rooms, sayDone: () => undefined };
  let at = 0;
  while (at < queue.length) {
    const row = rooms.feed.board.rows.find(({ id }) => id === queue[at]?.id);
    // Another window may have dealt with it meanwhile, and so may this review, on the way back.
    if (row === undefined || !isForReview(row)) {
      at++;
      continue;
    }
    const answer = await askByKey({
      title: t('Review: {0} of {1}', at + 1, queue.length),
      prompt: promptOf(row, rooms.feed.board.today),
      placeholder: t('One key answers; Esc stops here'),
      choices: choicesFor(row),
      canGoBack: at > 0,
    });
    if (answer.type === 'cancelled') break;
    if (answer.type === 'back') {
      at = previous(rooms, queue, at);
      continue;
    }
    const { said, act } = answer.value;
    // A prompt that was left brings the same item again.
    if (act !== undefined && (await act(quietly, new RowNode(row))) === undefined) continue;
    if (said !== undefined) given.set(at, said);
    at++;
  }
  const counts = new Map<ReviewAnswer, number>();
  for (const answer of given.values()) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return counts;
}

/** The nearest item before this one that still has something to ask; this one when there is none. */
function previous(rooms: Rooms, queue: readonly BoardRow[], at: number): number {
  const open = new Set(rooms.feed.board.rows.filter(isForReview).map(({ id }) => id));
  for (let before = at - 1; before >= 0; before--) if (open.has(queue[before]?.id ?? '')) return before;
  return at;
}

/** The title, then how it stands. */
function promptOf(row: BoardRow, today: Day): string {
  return `${row.title} — ${standingSentences(row, today).join(' ')}`;
}

interface Step {
  /** What is counted at the end. */
  readonly said: ReviewAnswer | undefined;
  readonly act?: (rooms: Rooms, argument: unknown) => Promise<unknown>;
}

function choicesFor(row: BoardRow): KeyChoice<Step>[] {
  const keep: KeyChoice<Step> = {
    key: 'k',
    label: t('Keep'),
    description: t('as it is; its clock goes on'),
    value: { said: 'kept' },
  };
  if (row.state === 'checkDue') {
    return [
      {
        key: 'c',
        label: t('Answer the check'),
        description: t('did it hold?'),
        value: { said: 'checked', act: answerCheck },
      },
      keep,
    ];
  }
  const close = row.kind === 'dependency' ? t('Clear') : t('Decide');
  return [
    ...(row.isDefaultDue
      ? [
          {
            key: 'y',
            label: t('Yes, the default took effect'),
            description: row.default?.outcome ?? '',
            value: { said: 'confirmed', act: confirmDefault } as const,
          },
        ]
      : []),
    { key: 'd', label: close, value: { said: 'decided', act: decide } },
    {
      key: 'h',
      label: t('Hold on purpose'),
      description: t('a question to settle, and a day'),
      value: { said: 'deliberated', act: deliberate },
    },
    { key: 's', label: t('Send back'), description: t('with a question'), value: { said: 'sentBack', act: sendBack } },
    {
      key: 'p',
      label: t('Move the promise'),
      description: t('with a reason'),
      value: { said: 'moved', act: movePromise },
    },
    keep,
    ...(row.respondedOn === undefined
      ? [
          {
            key: 'a',
            label: t('Acknowledge'),
            description: t('you have seen it'),
            value: { said: 'acknowledged', act: acknowledge } as const,
          },
        ]
      : []),
    { key: 'w', label: t('Withdraw'), description: t('with a reason'), value: { said: 'withdrawn', act: withdraw } },
  ];
}
