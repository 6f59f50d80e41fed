import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  checkDaySet,
  cleared,
  decided,
  decidedElsewhere,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const states = {
  unknown: [],
  open: [captured()],
  openDependency: [captured({ kind: 'dependency' })],
  acknowledged: [captured(), acknowledged],
  deliberating: [captured(), deliberating],
  sentBack: [captured(), sentBack],
  returned: [captured(), sentBack, { ...returned, returnedOn: '2026-03-04' }],
  handedOver: [captured(), handedOver],
  blocked: [captured(), blockedBy('region')],
  withDefault: [captured(), defaultStated],
  closed: [captured(), decided],
  closedTwice: [captured(), decided, decidedElsewhere],
  closedDependency: [captured({ kind: 'dependency' }), cleared],
  closedBySilence: [captured(), defaultStated, decidedBySilence],
  withdrawn: [captured(), withdrawn],
  checkSet: [captured(), decided, checkDaySet],
  held: [captured(), decided, checkDaySet, held],
  reversed: [captured(), decided, checkDaySet, reversed],
  reopened: [captured(), decided, checkDaySet, reopened],
  readOnly: [captured()],
} as const satisfies Record<string, readonly TestFact[]>;
type State = keyof typeof states;

/** Two items that block nothing. */
const others = [
  captured({ item: 'region', title: 'Pick a region' }),
  captured({ item: 'budget', title: 'Set a budget' }),
];

/** Intents about assignments, priorities and people have their own tables. */
type WorkIntent =
  | 'assign'
  | 'keepDraft'
  | 'dropDraft'
  | 'changeAssignment'
  | 'reassign'
  | 'closeAssignment'
  | 'addPriority'
  | 'renamePriority'
  | 'retirePriority'
  | 'rankPriorities'
  | 'samePerson'
  | 'differentPerson'
  | 'markDiscussed';
/** Results by the states that give them. States in no row give the result of the unknown and the read-only item. */
type ExpectedResults = Readonly<Record<string, readonly State[]>>;
type Act =
  | Exclude<Intent['type'], 'capture' | 'undo' | 'redo' | 'bringBack' | 'answerCheck' | WorkIntent>
  | 'answerCheck held'
  | 'answerCheck reversed';

const withLeader = ['open', 'acknowledged', 'deliberating', 'returned', 'blocked', 'withDefault', 'reopened'] as const;
const withOthers = ['sentBack', 'handedOver'] as const;
const open = [...withLeader, ...withOthers] as const;
const closed = ['closed', 'closedTwice', 'closedBySilence', 'withdrawn', 'checkSet', 'held', 'reversed'] as const;
const anyClosed = [...closed, 'closedDependency'] as const;
const anyOpen = [...open, 'openDependency'] as const;
const without = (states: readonly State[], ...these: readonly State[]) => states.filter((s) => !these.includes(s));
/** For acts that need a state beyond open. */
const onlyIn = (state: State, follows: string, otherwise: string): ExpectedResults => ({
  [follows]: [state],
  [otherwise]: without(anyOpen, state),
  alreadyClosed: anyClosed,
});

/** Each act with valid arguments. A new intent does not compile until it is added here. */
const table: Readonly<Record<Act, readonly [object, ExpectedResults]>> = {
  edit: [{ title: 'Pick the vendor' }, { itemEdited: [...anyOpen, ...anyClosed] }],
  changeWaiting: [{ add: ['anna'] }, { waitingChanged: [...anyOpen, ...anyClosed] }],
  movePromise: [
    { promisedOn: '2026-03-10', reason: 'later' },
    { promiseMoved: without(anyOpen, 'handedOver'), theirMove: ['handedOver'], alreadyClosed: anyClosed },
  ],
  acknowledge: [
    {},
    {
      itemAcknowledged: ['open', 'openDependency', 'blocked', 'withDefault'],
      alreadyResponded: ['acknowledged', 'deliberating', 'returned', 'reopened'],
      theirMove: withOthers,
      alreadyClosed: anyClosed,
    },
  ],
  sendBack: [
    { question: 'Which region?' },
    { itemSentBack: [...withLeader, 'openDependency'], theirMove: withOthers, alreadyClosed: anyClosed },
  ],
  markReturned: [
    { answer: 'Frankfurt' },
    { itemReturned: withOthers, yourMove: [...withLeader, 'openDependency'], alreadyClosed: anyClosed },
  ],
  deliberate: [
    { question: 'What does it cost?', until: '2026-03-10' },
    { deliberationStarted: [...withLeader, 'openDependency'], theirMove: withOthers, alreadyClosed: anyClosed },
  ],
  handOver: [
    { to: 'lee' },
    { itemHandedOver: without(anyOpen, 'handedOver'), theirMove: ['handedOver'], alreadyClosed: anyClosed },
  ],
  block: [{ blocker: 'budget' }, { blockerNamed: anyOpen, alreadyClosed: anyClosed }],
  unblock: [{ blocker: 'region' }, onlyIn('blocked', 'blockerRemoved', 'notBlockedBy')],
  verifyBlocker: [{ blocker: 'region' }, onlyIn('blocked', 'blockerVerified', 'notBlockedBy')],
  chase: [{ whom: 'legal' }, onlyIn('openDependency', 'dependencyChased', 'notADependency')],
  stateDefault: [
    { outcome: 'we leave', takesEffectOn: '2026-03-10' },
    { defaultStated: open, noDefaultForDependency: ['openDependency'], alreadyClosed: anyClosed },
  ],
  dropDefault: [{}, onlyIn('withDefault', 'defaultDropped', 'noDefault')],
  confirmDefault: [{}, onlyIn('withDefault', 'itemDecidedBySilence', 'noDefault')],
  decide: [
    { outcome: 'yes' },
    { itemDecided: open, otherClosing: ['openDependency', 'closedDependency'], alreadyClosed: closed },
  ],
  clear: [
    {},
    { itemCleared: ['openDependency'], alreadyClosed: ['closedDependency'], otherClosing: [...open, ...closed] },
  ],
  withdraw: [{ reason: 'gone' }, { itemWithdrawn: anyOpen, alreadyClosed: anyClosed }],
  settle: [{ answer: 'Frankfurt' }, { notAClarityItem: anyOpen, alreadyClosed: anyClosed }],
  reopen: [
    { reason: 'again' },
    { stillOpen: anyOpen, itemReopened: without(anyClosed, 'reversed'), alreadyReversed: ['reversed'] },
  ],
  takeBackRequest: [{ act: 'act-1' }, { changedSince: [...anyOpen, ...anyClosed] }],
  setCheckDay: [
    { checkOn: '2026-03-25' },
    {
      notClosed: anyOpen,
      checkDaySet: ['closed', 'closedTwice', 'closedDependency', 'closedBySilence', 'checkSet'],
      nothingToCheck: ['withdrawn'],
      alreadyHeld: ['held'],
      alreadyReversed: ['reversed'],
    },
  ],
  'answerCheck held': [
    { answer: 'held' },
    {
      notClosed: anyOpen,
      checkHeld: ['checkSet'],
      noCheckDay: ['closed', 'closedTwice', 'closedDependency', 'closedBySilence'],
      nothingToCheck: ['withdrawn'],
      alreadyHeld: ['held'],
      alreadyReversed: ['reversed'],
    },
  ],
  'answerCheck reversed': [
    { answer: 'reversed', reason: 'the price doubled' },
    {
      notClosed: anyOpen,
      'itemReversed itemCaptured': ['closed', 'closedTwice', 'closedDependency', 'closedBySilence', 'checkSet', 'held'],
      nothingToCheck: ['withdrawn'],
      alreadyReversed: ['reversed'],
    },
  ],
  settleDisagreement: [
    { counts: 'elsewhere' },
    { disagreementSettled: ['closedTwice'], noDisagreement: [...anyOpen, ...without(anyClosed, 'closedTwice')] },
  ],
};

describe('every intent about an item, in every state of it', () => {
  for (const [act, [said, answers]] of Object.entries(table)) {
    it(`${act} is allowed or refused as the state says`, () => {
      const expected = { unknownItem: ['unknown'], newerItem: ['readOnly'], ...answers };
      const covered = Object.values(expected).flat();
      assert.deepEqual(covered.toSorted(), Object.keys(states).toSorted(), 'each state has one answer');
      for (const [answer, inStates] of Object.entries(expected)) {
        for (const state of inStates as State[]) {
          const log = given(...others, ...states[state]);
          if (state === 'readOnly') log.andNewerEntriesAbout('vendor');
          const [type] = act.split(' ');
          assert.equal(log.when({ type, id: 'vendor', ...said } as Intent).inShort, answer, state);
        }
      }
    });
  }

  it('an item whose capture was undone is unknown again', () => {
    given(captured(), { type: 'actUndone', undoes: 'act-1' })
      .when({ type: 'decide', id: 'vendor', outcome: 'yes' })
      .isRefused({ refused: 'unknownItem', id: 'vendor' });
  });
});
