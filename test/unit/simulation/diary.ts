import type { Intent } from '../../../src/core/rules/intents.ts';
import type { PlainDay } from './plainDays.ts';

/** One act of the simulated leader, noted when it was done. The books are kept from these and never from the log. */
export interface Deed {
  /** The id of the act. */
  readonly act: string;
  readonly machine: string;
  readonly at: Date;
  /** The local day on which it was done. */
  readonly today: PlainDay;
  /** Today, or the last day on record of what it is about where that is later. */
  readonly on: PlainDay;
  /** When the machine last heard of what the others did. */
  readonly heard: Date;
  readonly intent: Intent;
  /** Of an undo or a redo: the act it takes out of force. */
  readonly undoes: string | undefined;
  /** Ids of the items that it brought, with the hole in the assignment that each stands for. */
  readonly brought: readonly { readonly item: string; readonly hole: string | undefined }[];
  /** Of an ended assignment: the holes that went with it, each on its day. */
  readonly holes: readonly { readonly item: string; readonly on: PlainDay }[];
  /** Who waited for what it is about, as the machine knew it then. */
  readonly waiting: readonly string[];
  /** Of a choice between two machines: the act that counts. */
  readonly chosen: string | undefined;
  /** Id of the assignment or of the priority that it brought. */
  readonly made: string | undefined;
}

/** The deeds that count, in the order in which they were done: without what was undone and not redone. */
export function inForce(deeds: readonly Deed[]): Deed[] {
  const undone = new Set<string>();
  const kept: Deed[] = [];
  for (const deed of deeds.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
    if (undone.has(deed.act)) continue;
    if (deed.undoes === undefined) kept.push(deed);
    else undone.add(deed.undoes);
  }
  return kept.toReversed();
}

/** What is shown of a past day as it is now: the asked day, words, blockers, chases and defaults. */
const ofNow = new Set([
  'capture',
  'edit',
  'block',
  'unblock',
  'verifyBlocker',
  'chase',
  'stateDefault',
  'dropDefault',
  'settleDisagreement',
]);

/** The deeds whose effect was known at the end of that day. */
export function upTo(deeds: readonly Deed[], day: PlainDay): Deed[] {
  return deeds
    .filter((deed) => ofNow.has(deed.intent.type) || effectOf(deed, deeds) <= day)
    .map((deed) => ({ ...deed, holes: deed.holes.filter(({ on }) => on <= day) }))
    .map((deed) => (deed.today > day ? withoutRemoval(deed) : deed));
}

/** Who was named later as waiting since before was there on that day; who left in the same act was there still. */
function withoutRemoval(deed: Deed): Deed {
  const { intent } = deed;
  return intent.type === 'changeWaiting' ? { ...deed, intent: { ...intent, remove: undefined } } : deed;
}

/** The day from which a deed counts: one that the leader named, or its own. */
function effectOf({ intent, on, today, at }: Deed, deeds: readonly Deed[]): PlainDay {
  switch (intent.type) {
    case 'decide':
      return intent.decidedOn ?? on;
    case 'markReturned':
      return intent.returnedOn ?? on;
    case 'closeAssignment':
      return intent.closedOn ?? on;
    case 'changeWaiting':
      return intent.since ?? today;
    case 'confirmDefault': {
      const stated = deeds.findLast(
        (deed) => deed.at < at && deed.intent.type === 'stateDefault' && deed.intent.id === intent.id,
      );
      return stated?.intent.type === 'stateDefault' ? stated.intent.takesEffectOn : on;
    }
    default:
      return on;
  }
}
