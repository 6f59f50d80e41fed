import type { Deed } from './diary.ts';
import type { Page } from './page.ts';

/** Whether it closes an item. */
export function closes({ intent }: Deed): boolean {
  return ['decide', 'clear', 'withdraw', 'confirmDefault', 'settle'].includes(intent.type);
}

/** What a closing, with its day, or an answer to a check says. */
function saysOf({ intent, on }: Deed): string {
  return JSON.stringify([
    intent.type,
    'outcome' in intent ? [intent.outcome, on] : undefined,
    'answer' in intent ? intent.answer : undefined,
  ]);
}

function surenessOf({ intent }: Deed): number | undefined {
  return 'sureness' in intent ? intent.sureness : undefined;
}

/** Whether it decides as the one that counts, and says how sure the leader is, which that one does not. */
export function saysMore(counts: Deed | undefined, other: Deed): boolean {
  return (
    counts !== undefined &&
    saysOf(counts) === saysOf(other) &&
    surenessOf(counts) === undefined &&
    surenessOf(other) !== undefined
  );
}

function isAlike(counts: Deed, other: Deed): boolean {
  const [one, another] = [surenessOf(counts), surenessOf(other)];
  return saysOf(counts) === saysOf(other) && (one === undefined || another === undefined || one === another);
}

/** Another machine said something else before it heard of this. */
export function disagree(page: Page, about: 'closing' | 'check', counts: Deed | undefined, other: Deed): void {
  if (counts === undefined || counts.machine === other.machine || isAlike(counts, other)) return;
  page.disagreement ??= { about, counts: counts.act, others: [] };
  if (page.disagreement.about === about) page.disagreement.others.push(other.act);
}

/** Whether the answer to a check may replace the one that counts: what did not hold after all, said by who knew. */
export function mayReplace(page: Page, deed: Deed): boolean {
  const { answer, check } = page;
  if (answer === undefined) return true;
  const isHeard = answer.machine === deed.machine || answer.at <= deed.heard;
  const isReversal = deed.intent.type === 'answerCheck' && deed.intent.answer === 'reversed';
  return isHeard && check?.answer === 'held' && isReversal;
}
