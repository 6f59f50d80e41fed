import type { Deed } from './diary.ts';
import type { Page } from './page.ts';

/** Whether it closes an item. */
export function closes({ intent }: Deed): boolean {
  return ['decide', 'clear', 'withdraw', 'confirmDefault', 'settle'].includes(intent.type);
}

/** What a closing or an answer to a check says. */
function saysOf({ intent }: Deed): string {
  return JSON.stringify([
    intent.type,
    'outcome' in intent ? intent.outcome : undefined,
    'answer' in intent ? intent.answer : undefined,
  ]);
}

/** Another machine said something else before it heard of this. */
export function disagree(page: Page, about: 'closing' | 'check', counts: Deed | undefined, other: Deed): void {
  if (counts === undefined || counts.machine === other.machine || saysOf(counts) === saysOf(other)) return;
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
