/** What has a letter on an item. Each is the name of a command. */
export type LetteredAct = keyof typeof actLetters;

/**
 * The letter of each act on an item, the same in the tree, the panel, the page of an item and the review. The
 * keybindings of package.json are compared with it.
 */
export const actLetters = {
  confirmDefault: 'y',
  decide: 'd',
  deliberate: 'h',
  sendBack: 's',
  movePromise: 'p',
  acknowledge: 'a',
  chase: 'c',
  block: 'b',
  changeWaiting: 'w',
  edit: 'e',
  withdraw: 'x',
  openRequest: 'o',
} as const;

/** In a review: keeps the item as it is. */
export const keepLetter = 'k';

export const letteredActs = Object.keys(actLetters) as readonly LetteredAct[];

/** The act of a lower-case letter; undefined for any other key. */
export function actOfLetter(letter: string): LetteredAct | undefined {
  return letteredActs.find((act) => actLetters[act] === letter);
}

/** Of the words that say what an item offers, those that allow the act: any one of them does. */
const offering: Readonly<Record<LetteredAct, readonly string[]>> = {
  confirmDefault: ['defaultDue'],
  decide: ['decidable', 'clearable', 'settleable', 'due', 'disputed'],
  deliberate: ['mine'],
  sendBack: ['mine', 'sentBack', 'handedOver'],
  movePromise: ['mine', 'sentBack'],
  acknowledge: ['unanswered'],
  chase: ['clearable'],
  block: ['open'],
  changeWaiting: ['open'],
  edit: ['open', 'closed'],
  withdraw: ['open'],
  openRequest: ['elsewhere'],
};

/**
 * Whether the act is offered on an item.
 *
 * @param offers the words of the item, with spaces between them, as `when` clauses of menus test them
 */
export function offersAct(act: LetteredAct, offers: string): boolean {
  const words = offers.split(' ');
  return offering[act].some((word) => words.includes(word));
}
