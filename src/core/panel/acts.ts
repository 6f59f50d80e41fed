import { actLetters, letteredActs, offersAct } from '../board/itemLetters.ts';
import type { PanelAct } from './protocol.ts';

/** An act that an item offers now. */
export interface OfferedAct {
  readonly act: PanelAct;
  /** The key that does it, in the tree, the panel, the page of an item and the review. */
  readonly letter?: string;
}

/** The acts without a letter, with the words of an item's offers that allow them. */
const others: readonly (readonly [PanelAct, readonly string[]])[] = [
  ['handOver', ['mine', 'sentBack']],
  ['unblock', ['blocked']],
  ['verifyBlocker', ['blocked']],
  ['stateDefault', ['decidable']],
  ['dropDefault', ['defaulted', 'defaultDue']],
  ['setCheckDay', ['awaited']],
  ['answerCheck', ['checkable']],
  ['reopen', ['reopenable']],
  ['takeBackRequest', ['elsewhere']],
];

/** The acts that an item offers: those with a letter, the usual ones first, and then the others. */
export function actsOf({ offers }: { readonly offers: string }): readonly OfferedAct[] {
  const words = offers.split(' ');
  return [
    ...letteredActs.filter((act) => offersAct(act, offers)).map((act) => ({ act, letter: actLetters[act] })),
    ...others
      // Once a check is due, its answer has a letter.
      .filter(
        ([act, needs]) =>
          needs.some((word) => words.includes(word)) && (act !== 'answerCheck' || !words.includes('due')),
      )
      .map(([act]) => ({ act })),
  ];
}

/** The act of a letter on an item; undefined if it offers none. */
export function actOfLetterOn(item: { readonly offers: string }, letter: string): PanelAct | undefined {
  return actsOf(item).find((offered) => offered.letter === letter)?.act;
}
