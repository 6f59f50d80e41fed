import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  actLetters,
  actOfLetter,
  keepLetter,
  letteredActs,
  offersAct,
} from '../../../../src/core/board/itemLetters.ts';
import { sayActName, sayLetters } from '../../../../src/core/board/letterText.ts';

describe('the letters on an item', () => {
  it('are Latin, and each means one act', () => {
    const letters = [...Object.values(actLetters), keepLetter];
    assert.equal(new Set<string>(letters).size, letters.length);
    for (const letter of letters) assert.match(letter, /^[a-z]$/);
    for (const act of letteredActs) assert.equal(actOfLetter(actLetters[act]), act);
    assert.equal(actOfLetter(keepLetter), undefined);
    assert.equal(actOfLetter('W'), undefined);
  });

  it('say who waits with w and withdraw with x', () => {
    assert.equal(actOfLetter('w'), 'changeWaiting');
    assert.equal(actOfLetter('x'), 'withdraw');
  });

  it('act only where the item offers the act', () => {
    assert.equal(offersAct('sendBack', 'item open decidable mine'), true);
    assert.equal(offersAct('sendBack', 'item closed reopenable'), false);
    // A word is compared whole: what is in the way of nothing is not due.
    assert.equal(offersAct('confirmDefault', 'item open decidable mine defaulted'), false);
    assert.equal(offersAct('confirmDefault', 'item open decidable mine defaultDue'), true);
    assert.equal(offersAct('decide', 'item readOnly'), false);
  });

  it('are said with what they do on this item', () => {
    assert.equal(
      sayLetters('item open decidable mine'),
      'd Decide · h Hold · s Send back · p Move the promise · b Name a blocker · w Who waits · e Edit · x Withdraw',
    );
    assert.match(
      sayLetters('item open clearable sentBack'),
      /^d Clear · s Mark returned · p Move the promise · c Chase ·/,
    );
    assert.equal(sayLetters('item closed reopenable checkable awaited due'), 'd Answer the check · e Edit');
    assert.equal(sayActName('decide', 'item open settleable mine'), 'Settle');
    assert.equal(sayLetters('item readOnly'), '');
  });
});
