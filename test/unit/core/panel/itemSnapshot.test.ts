import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { buildItemSnapshot } from '../../../../src/core/panel/itemSnapshot.ts';
import type { ItemSnapshot } from '../../../../src/core/panel/protocol.ts';
import { Register } from '../../../../src/core/register/register.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { captured, decided, logged, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';

const today: Day = '2026-03-27';
const snapshotOf = (id: string, ...facts: readonly TestFact[]): ItemSnapshot => {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, today, usualPolicy);
  return buildItemSnapshot(register, board, id, usualPolicy.calendar, 'en', (row) => `item ${row.state}`);
};

describe('what the tab of an item draws', () => {
  it('is all that is known about it, in words', () => {
    const { page, overdue, offers } = snapshotOf(
      'vendor',
      captured({ waiting: ['anna'], note: 'two\nlines', link: 'https://example.org', promisedOn: '2026-03-19' }),
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-20', reason: 'no price', movedOn: '2026-03-18' },
    );
    assert.ok(page);
    assert.equal(page.title, 'Pick a vendor');
    assert.ok(page.sentences.some((sentence) => sentence.includes('Promised Fri 20 Mar')));
    assert.deepEqual(page.link, { text: 'https://example.org', isWebAddress: true });
    assert.equal(page.note, 'two\nlines');
    assert.equal(page.slips.length, 1);
    assert.ok(page.history.some(({ text }) => text.includes('promise moved to Fri 20 Mar: no price')));
    assert.ok(page.figures.some(({ value }) => value === '5 working days'));
    assert.deepEqual([overdue, offers], [true, 'item drifting']);
  });

  it('has the same as Markdown', () => {
    const { markdown } = snapshotOf('vendor', captured(), decided);
    assert.match(markdown, /^# Pick a vendor\n\n[^]*\n## History\n\n- Mon 2 Mar/);
  });

  it('says of a capture that was undone that it is gone', () => {
    const gone = snapshotOf('other', captured());
    assert.deepEqual([gone.page, gone.offers, gone.overdue], [undefined, '', false]);
    assert.match(gone.markdown, /not in the log any more/);
  });

  it('opens as a link only what is a web address', () => {
    for (const link of ['javascript:alert(1)', 'command:a', 'https://', 'example.org', 'https://a.test/a b']) {
      assert.equal(snapshotOf('vendor', captured({ link })).page?.link?.isWebAddress, false, link);
    }
  });
});
