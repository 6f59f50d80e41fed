import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sayAll, sayDifference, sayFound } from '../../../../src/webview/wording/panel.ts';
import { openRow } from '../../../support/openRow.ts';

describe('the counts of the list', () => {
  it('say how many wait on the leader wherever others hold some', () => {
    assert.equal(sayFound(17, 17, 2), '17 items: 15 wait on you, 2 are with others');
    assert.equal(sayFound(2, 2, 1), '2 items: 1 waits on you, 1 is with others');
    assert.equal(sayFound(1, 1, 0), '1 item');
    assert.equal(sayFound(5, 1_700, 2), '5 of 1,700 items');
    assert.equal(sayAll(17, 2), 'All 17 (2 are with others)');
    assert.equal(sayAll(2_000, 0), 'All 2,000');
  });

  it('speak of what left the list, which may have been closed before', () => {
    const [check, other] = [openRow({ id: 'a', title: 'Pick a vendor', state: 'checkDue' }), openRow({ id: 'b' })];
    assert.equal(sayDifference([check, other], [other]), '“Pick a vendor” is no longer on the list. 1 on the list.');
  });
});
