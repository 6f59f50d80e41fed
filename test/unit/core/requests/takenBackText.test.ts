import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sayTakenBack } from '../../../../src/core/requests/takenBackText.ts';
import { captured, decided, logged } from '../../../support/facts.ts';

describe('what was taken back of a request', () => {
  it('is named, and that the request does not arrive again once its arrival was', () => {
    const request = { sourceSystem: 'github.com', sourceKey: 'PR_1', via: 'github' };
    const entries = logged(captured(request), { ...decided, via: 'github' });
    assert.deepEqual(
      entries.map((entry) => sayTakenBack([entry], 'Rate limits', 'decided: yes (on GitHub)')),
      [
        'Taken back: “Rate limits” came from GitHub. This request will not arrive again.',
        'No longer counts for “Rate limits”: decided: yes (on GitHub). A refresh does not bring it back.',
      ],
    );
  });
});
