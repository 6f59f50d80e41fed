import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Intent } from '../../../../src/core/intents.ts';
import { captured, cleared, decided, type ToldFact } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';

const states = {
  unknown: [],
  open: [captured()],
  openDependency: [captured({ kind: 'dependency' })],
  closed: [captured(), decided],
  closedDependency: [captured({ kind: 'dependency' }), cleared],
  readOnly: [captured()],
} as const satisfies Record<string, readonly ToldFact[]>;
type State = keyof typeof states;

/** Each intent about an item, with everything right about it, and what follows in each state. */
const answers: Readonly<
  Record<Exclude<Intent['type'], 'capture' | 'undo' | 'redo'>, readonly [object, Record<State, string>]>
> = {
  edit: [
    { title: 'Pick the vendor' },
    {
      unknown: 'unknownItem',
      open: 'itemEdited',
      openDependency: 'itemEdited',
      closed: 'itemEdited',
      closedDependency: 'itemEdited',
      readOnly: 'newerItem',
    },
  ],
  changeWaiting: [
    { add: ['anna'] },
    {
      unknown: 'unknownItem',
      open: 'waitingChanged',
      openDependency: 'waitingChanged',
      closed: 'waitingChanged',
      closedDependency: 'waitingChanged',
      readOnly: 'newerItem',
    },
  ],
  movePromise: [
    { promisedOn: '2026-03-10', reason: 'later' },
    {
      unknown: 'unknownItem',
      open: 'promiseMoved',
      openDependency: 'promiseMoved',
      closed: 'alreadyClosed',
      closedDependency: 'alreadyClosed',
      readOnly: 'newerItem',
    },
  ],
  decide: [
    { outcome: 'yes' },
    {
      unknown: 'unknownItem',
      open: 'itemDecided',
      openDependency: 'otherClosing',
      closed: 'alreadyClosed',
      closedDependency: 'otherClosing',
      readOnly: 'newerItem',
    },
  ],
  clear: [
    {},
    {
      unknown: 'unknownItem',
      open: 'otherClosing',
      openDependency: 'itemCleared',
      closed: 'otherClosing',
      closedDependency: 'alreadyClosed',
      readOnly: 'newerItem',
    },
  ],
  withdraw: [
    { reason: 'gone' },
    {
      unknown: 'unknownItem',
      open: 'itemWithdrawn',
      openDependency: 'itemWithdrawn',
      closed: 'alreadyClosed',
      closedDependency: 'alreadyClosed',
      readOnly: 'newerItem',
    },
  ],
  reopen: [
    { reason: 'again' },
    {
      unknown: 'unknownItem',
      open: 'stillOpen',
      openDependency: 'stillOpen',
      closed: 'itemReopened',
      closedDependency: 'itemReopened',
      readOnly: 'newerItem',
    },
  ],
};

describe('every intent about an item, in every state of it', () => {
  for (const [type, [said, expected]] of Object.entries(answers)) {
    it(`${type} is allowed or refused as the state says`, () => {
      for (const [state, answer] of Object.entries(expected)) {
        const log = given(...states[state as State]);
        if (state === 'readOnly') log.andNewerEntriesAbout('vendor');
        assert.equal(log.when({ type, id: 'vendor', ...said } as Intent).inShort, answer, state);
      }
    });
  }

  it('an item whose capture was undone is unknown again', () => {
    given(captured(), { type: 'actUndone', undoes: 'act 1' })
      .when({ type: 'decide', id: 'vendor', outcome: 'yes' })
      .isRefused({ refused: 'unknownItem', id: 'vendor' });
  });
});
