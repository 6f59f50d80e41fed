import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sayDifference } from '../../../../src/webview/wording/panel.ts';
import { openRow } from '../../../support/openRow.ts';

describe('what changed in the list', () => {
  it('says what left the list, which may have been closed before', () => {
    const [check, other] = [openRow({ id: 'a', title: 'Pick a vendor', state: 'checkDue' }), openRow({ id: 'b' })];
    assert.equal(sayDifference([check, other], [other]), '“Pick a vendor” is no longer on the list. 1 on the list.');
  });
});
