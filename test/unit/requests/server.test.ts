import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serverOf } from '../../../src/requests/server.ts';

describe('the address that queries are sent to', () => {
  it('is that of the server that was agreed to', () => {
    const agreed = [
      'https://github.com',
      'https://acme.ghe.com',
      'https://ghe.acme.com:8443/',
      'http://127.0.0.1:1234',
    ];
    assert.deepEqual(agreed.map(serverOf), [
      { host: 'github.com', endpoint: 'https://api.github.com/graphql' },
      { host: 'acme.ghe.com', endpoint: 'https://api.acme.ghe.com/graphql' },
      { host: 'ghe.acme.com:8443', endpoint: 'https://ghe.acme.com:8443/api/graphql' },
      { host: '127.0.0.1:1234', endpoint: 'http://127.0.0.1:1234/api/graphql' },
    ]);
  });

  it('is never one that others can listen to', () => {
    for (const address of ['http://ghe.acme.com', 'ftp://127.0.0.1', 'file:///etc/passwd', 'nonsense']) {
      assert.throws(() => serverOf(address), TypeError, address);
    }
  });
});
