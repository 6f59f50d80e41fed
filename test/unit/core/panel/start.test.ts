import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Snapshot, Start } from '../../../../src/core/panel/protocol.ts';
import { buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import { buildStart } from '../../../../src/core/panel/start.ts';
import { countRows, sayAll, sayFound } from '../../../../src/webview/wording/counts.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { captured, decided, handedOver, logged, sentBack, type TestFact } from '../../../support/facts.ts';
import { largeBoardFacts } from '../../../support/largeBoardFacts.ts';
import { usualPolicy } from '../../../support/policy.ts';

const today: Day = '2026-03-27';
const snapshotOf = (...facts: readonly TestFact[]): Snapshot => {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, today, usualPolicy);
  const work = buildWorkBoard(register, board, usualPolicy);
  return buildSnapshot(register, board, work, usualPolicy, 'en', () => '');
};
/** Of a log in which a newer version wrote about the item. */
const readOnlyStart = (...facts: readonly TestFact[]): Start => {
  const register = new Register();
  register.add(logged(...facts), ['vendor']);
  return buildStart(buildBoard(register.items, today, usualPolicy), () => '');
};
const startOf = (...facts: readonly TestFact[]): Start => snapshotOf(...facts).start;
const sentenceOf = ({ sentence, item }: Start): string => sentence.join(item?.title ?? '');

describe('the first screen', () => {
  it('lists what a review asks about and what is with others, and nothing else', () => {
    const { start, open } = snapshotOf(
      captured({ item: 'mine' }),
      captured({ item: 'given' }),
      { ...handedOver, item: 'given' },
      captured({ item: 'asked' }),
      { ...sentBack, item: 'asked' },
      captured({ item: 'toCheck' }),
      { ...decided, item: 'toCheck' },
      { type: 'checkDaySet', item: 'toCheck', checkOn: today, setOn: '2026-03-03' },
      captured({ item: 'closed' }),
      { ...decided, item: 'closed' },
      captured({ item: 'byDefault' }),
      { ...handedOver, item: 'byDefault' },
      { type: 'defaultStated', item: 'byDefault', outcome: 'Yes', takesEffectOn: today, statedOn: '2026-03-03' },
    );
    assert.deepEqual([start.toReview, open.length], [3, 5]);
    assert.equal(sayFound(5, open), '5 items: 1 waits on you, 2 to check, 2 with others');
    assert.equal(sayAll(open), 'All 5 (2 with others)');
    const large = snapshotOf(...largeBoardFacts(3_000));
    const { waiting, toCheck, withOthers } = countRows(large.open);
    assert.ok(waiting > 100 && withOthers > 10);
    assert.equal(waiting + toCheck, large.start.toReview);
    assert.equal(large.start.toReview + withOthers, large.open.length);
  });

  it('says how many are overdue, which to start with, who waits and how long it is over', () => {
    const start = startOf(
      captured({ item: 'vendor', title: 'Pick a vendor', waiting: ['anna', 'sam'], promisedOn: '2026-03-19' }),
      captured({ item: 'plan', title: 'Sign the plan', promisedOn: '2026-03-26' }),
    );
    assert.equal(sentenceOf(start), '2 overdue. Start with Pick a vendor: Anna and Sam, 6 days over.');
    assert.deepEqual([start.item?.id, start.rows.map(({ id }) => id)], ['vendor', ['vendor', 'plan']]);
  });

  it('says what is due next where nothing is overdue', () => {
    const next = startOf(captured({ title: 'Pick a vendor', waiting: ['anna'], promisedOn: '2026-03-30' }));
    assert.equal(sentenceOf(next), 'Nothing overdue. Next is Pick a vendor: Anna, due Mon 30 Mar.');
    const due = startOf(captured({ title: 'Pick a vendor', promisedOn: today }));
    assert.equal(sentenceOf(due), 'Nothing overdue, 1 due today. Start with Pick a vendor: due today.');
    assert.equal(due.today, 1);
  });

  it('starts with what is in nobody’s way but the leader’s', () => {
    const start = startOf(
      captured({
        item: 'stuck',
        title: 'Sign the contract',
        waiting: ['anna', 'sam', 'lee'],
        promisedOn: '2026-03-04',
      }),
      captured({ item: 'first', title: 'Pick a vendor', promisedOn: '2026-03-30' }),
      { type: 'blockerNamed', item: 'stuck', blocker: 'first', namedOn: '2026-03-03' },
    );
    assert.equal(start.item?.id, 'first');
    assert.equal(sentenceOf(start), '1 overdue. Start with Pick a vendor: it blocks “Sign the contract”.');
  });

  it('says what to do first where there is nothing at all, and when all is done or with others', () => {
    assert.equal(sentenceOf(startOf()), 'Nothing waits on you yet. Capture the first thing somebody needs from you.');
    assert.equal(sentenceOf(startOf(captured(), decided)), 'Nothing waits on you. Everything is closed.');
    const others = startOf(captured(), handedOver);
    assert.equal(sentenceOf(others), 'Nothing waits on you. 1 item is with others.');
    assert.deepEqual([others.item, others.rows, others.toReview], [undefined, [], 0]);
  });

  it('does not say that nothing waits where only a newer version can act', () => {
    assert.equal(
      sentenceOf(readOnlyStart(captured())),
      '1 item waits on you. A newer Pacesetter wrote about it: update this one to act on it.',
    );
    assert.equal(sentenceOf(readOnlyStart(captured(), handedOver)), 'Nothing waits on you. 1 item is with others.');
  });

  it('shows five rows, however many there are', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      captured({ item: `item ${index}`, promisedOn: '2026-03-04' }),
    );
    const start = startOf(...many);
    assert.deepEqual([start.rows.length, start.toReview], [5, 30]);
  });
});
