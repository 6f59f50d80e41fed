import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRequestSettings } from '../../../../src/ui/requests/requestSettings.ts';

const read = (settings: Readonly<Record<string, unknown>> = {}) => readRequestSettings((name) => settings[name]);

describe('the settings of requests', () => {
  it('take those of teams and of all repositories, unless they are left out', () => {
    assert.deepEqual(read(), { withTeams: true, leftOut: [], complaints: [] });
    const leftOut = [' Acme/Shop ', 'acme/*'];
    assert.deepEqual(read({ 'github.teamRequests': false, 'github.leftOut': leftOut }), {
      withTeams: false,
      leftOut: ['acme/shop', 'acme/*'],
      complaints: [],
    });
    assert.deepEqual(read({ 'github.leftOut': 'acme/shop' }).leftOut, ['acme/shop']);
  });

  it('name what cannot be used, and use the rest', () => {
    const { withTeams, leftOut, complaints } = read({
      'github.teamRequests': 'no',
      'github.leftOut': ['acme', 7, 'a/b/c', 'acme/shop'],
    });
    assert.deepEqual([withTeams, leftOut], [true, ['acme/shop']]);
    assert.deepEqual(
      complaints.map((complaint) => /“(.+?)” is (?:no repository|neither true nor false)/.exec(complaint)?.[1]),
      ['no', 'acme', '7', 'a/b/c'],
    );
  });
});
