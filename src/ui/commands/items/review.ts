import type { Day } from '../../../core/time/day.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { dayOfEntry, type ItemEntry } from '../../../core/entries/entry.ts';
import { isOutside } from '../../../core/entries/sameEntry.ts';
import { actLetters, keepLetter, type LetteredAct, letteredActs, offersAct } from '../../../core/board/itemLetters.ts';
import { sayActName } from '../../../core/board/letterText.ts';
import { agedSince, awaySince, isForReview, reviewQueue } from '../../../core/board/review.ts';
import { sayAway, sayReviewed } from '../../../core/board/reviewText.ts';
import type { ReviewAnswer } from '../../../core/board/review.ts';
import { standingSentences } from '../../../core/items/itemSentences.ts';
import { startOfText } from '../../../core/text/clean.ts';
import { formatNumber, t } from '../../../core/text/translate.ts';
import { parseArguments, reviewArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { RowTarget, isProgramCall } from '../../programCall.ts';
import { askByKey, type KeyChoice } from '../../prompts/askByKey.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { answerWith } from '../../undoMessages.ts';
import { decide } from './decide.ts';
import { openRequest } from '../requests/openRequest.ts';
import { movePromise } from './movePromise.ts';
import { acknowledge, deliberate, sendBack } from './respond.ts';
import { contextValueOf } from '../../views/waiting/contextValue.ts';
import { block, chase } from './block.ts';
import { changeWaiting } from './changeWaiting.ts';
import { edit } from './edit.ts';
import { confirmDefault } from './defaults.ts';
import { withdraw } from './withdrawAndReopen.ts';

/**
 * Walks through what waits on the leader, in the order of the list, with one letter for each answer. It can be stopped
 * anywhere, and shows at the end what has changed.
 */
export async function review(context: CommandContext, argument: unknown): Promise<void> {
  await context.loaded;
  await context.store.refresh();
  const queue = reviewQueue(context.feed.board);
  const wanted = isProgramCall(argument)
    ? new Set(parseArguments(commandIds.review, reviewArguments, argument).ids)
    : undefined;
  const chosen = wanted === undefined ? await askPart(context, queue) : queue.filter(({ id }) => wanted.has(id));
  if (chosen === undefined) return;
  if (chosen.length === 0) {
    void sayInformation(
      wanted === undefined ? t('Nothing to review: nothing waits on you.') : t('None of these waits on you now.'),
    );
    return;
  }
  const { answers, last } = await walk(context, chosen);
  await answerWith(context.store, sayReviewed(answers, chosen.length), last);
}

/** After an absence, asks whether to begin with what came due meanwhile. Undefined if cancelled. */
async function askPart(context: CommandContext, queue: readonly BoardRow[]): Promise<readonly BoardRow[] | undefined> {
  const { today } = context.feed.board;
  const since = awaySince(lastActBefore(today, context), today);
  const aged = since === undefined ? [] : agedSince(queue, since, today);
  if (since === undefined || aged.length === 0 || aged.length === queue.length) return queue;
  const others = queue.filter((row) => !aged.includes(row));
  return pickOne<readonly BoardRow[]>({
    title: t('Review'),
    placeholder: sayAway(since, today, aged.length, queue.length),
    choices: [
      { label: t('Start with what came due'), description: formatNumber(aged.length), value: [...aged, ...others] },
      { label: t('In the order of the list'), description: formatNumber(queue.length), value: queue },
    ],
  });
}

/** The last day before today on which a person wrote about any item, on any machine. */
function lastActBefore(today: Day, { store }: CommandContext): Day | undefined {
  let last: Day | undefined;
  for (const { history } of store.register.items.values()) {
    const on = dayBefore(today, history);
    if (on !== undefined && (last === undefined || on > last)) last = on;
  }
  return last;
}

/** The last day before today in one history. Searched from the end, where it usually is. */
function dayBefore(today: Day, history: readonly ItemEntry[]): Day | undefined {
  return history
    .filter((entry) => !isOutside(entry))
    .map(dayOfEntry)
    .findLast((day) => day < today);
}

interface WalkResult {
  /** What was done about each item that was answered, by its id; empty if it was kept as it is. */
  readonly answers: ReadonlyMap<string, readonly ReviewAnswer[]>;
  /** The last act, to be undone. */
  readonly last: ActResult | undefined;
}

async function walk(context: CommandContext, queue: readonly BoardRow[]): Promise<WalkResult> {
  const answers = new Map<string, readonly ReviewAnswer[]>();
  let last: ActResult | undefined;
  // One message at the end replaces those of the acts, which can still be undone one by one.
  const silentContext: CommandContext = { ...context, sayDone: (done) => (last = done) };
  const current = (place: number): BoardRow | undefined => {
    const row = context.feed.board.rows.find(({ id }) => id === queue[place]?.id);
    // Another window may have dealt with it meanwhile; and so may this review, when it goes back.
    return row !== undefined && isForReview(row) ? row : undefined;
  };
  const previous = (place: number): number => {
    let earlier = place - 1;
    while (earlier >= 0 && current(earlier) === undefined) earlier--;
    return earlier;
  };
  let at = 0;
  while (at < queue.length) {
    const row = current(at);
    if (row === undefined) {
      at++;
      continue;
    }
    const answer = await askByKey({
      title: t('Review: {0} of {1}', at + 1, queue.length),
      prompt: promptOf(row, context.feed.board.today),
      placeholder: t('One key answers; Esc stops here'),
      choices: choicesFor(row),
      canGoBack: previous(at) >= 0,
    });
    if (answer.type === 'cancelled') break;
    if (answer.type === 'back') {
      at = previous(at);
      continue;
    }
    const { summary, act } = answer.value;
    const done = answers.get(row.id) ?? [];
    if (act === undefined) answers.set(row.id, done);
    else {
      // An item that was closed elsewhere meanwhile is skipped; after a cancelled prompt it is asked again.
      if (current(at) === undefined || (await act(silentContext, new RowTarget(row.id))) === undefined) continue;
      if (summary !== undefined) answers.set(row.id, [...done, summary]);
      // What was only corrected or looked at is still to be answered.
      if (summary === undefined || summary === 'changed') continue;
    }
    at++;
  }
  return { answers, last };
}

/** The title, then the state of the item in whole sentences, each shortened to {@link longestSentence} characters. */
function promptOf(row: BoardRow, today: Day): string {
  const sentences = standingSentences(row, today).map((sentence) => {
    const short = sentence.length > longestSentence ? `${startOfText(sentence, longestSentence - 1)}…` : sentence;
    return /[.!?…]$/u.test(short) ? short : `${short}.`;
  });
  return [`${row.title} —`, ...sentences].join(' ');
}

const longestSentence = 160;

interface Step {
  /** What the summary at the end counts; undefined where nothing is changed. */
  readonly summary: ReviewAnswer | undefined;
  readonly act?: (context: CommandContext, argument: unknown) => Promise<unknown>;
}

/** What each letter does in a review: the same as in the tree. */
const steps: Readonly<Record<LetteredAct, Step>> = {
  confirmDefault: { summary: 'confirmed', act: confirmDefault },
  decide: { summary: 'decided', act: decide },
  deliberate: { summary: 'deliberated', act: deliberate },
  sendBack: { summary: 'sentBack', act: sendBack },
  movePromise: { summary: 'moved', act: movePromise },
  acknowledge: { summary: 'acknowledged', act: acknowledge },
  chase: { summary: 'chased', act: chase },
  block: { summary: 'changed', act: block },
  changeWaiting: { summary: 'changed', act: changeWaiting },
  edit: { summary: 'changed', act: edit },
  withdraw: { summary: 'withdrawn', act: withdraw },
  openRequest: { summary: undefined, act: openRequest },
};

function choicesFor(row: BoardRow): KeyChoice<Step>[] {
  const offers = contextValueOf(row);
  return [
    ...letteredActs
      .filter((act) => offersAct(act, offers))
      .map((act) => ({
        key: actLetters[act],
        label: sayActName(act, offers),
        ...(act === 'confirmDefault' && { description: row.default?.outcome }),
        value: stepFor(act, row),
      })),
    {
      key: keepLetter,
      label: t('Keep'),
      description: row.closing === undefined ? t('as it is; its clock goes on') : t('and ask again the next time'),
      value: { summary: 'kept' },
    },
  ];
}

function stepFor(act: LetteredAct, row: BoardRow): Step {
  if (act === 'decide' && row.closing !== undefined) return { ...steps.decide, summary: 'checked' };
  if (act === 'sendBack' && row.ball !== 'leader') return { ...steps.sendBack, summary: 'returned' };
  return steps[act];
}
