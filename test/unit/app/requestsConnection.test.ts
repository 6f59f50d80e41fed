import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { RequestsConnection } from '../../../src/app/requestsConnection.ts';
import { inLogFolder } from '../../support/logFolder.ts';

describe('the connection to GitHub', () => {
  const gitHub = { provider: 'github', server: 'https://github.com' } as const;
  const enterprise = { provider: 'github-enterprise', server: 'https://ghe.acme.com' } as const;

  it(
    'is kept in a file that every window reads, until it is removed',
    inLogFolder((place) => {
      const [here, there] = [new RequestsConnection(place.storage()), new RequestsConnection(place.storage())];
      for (const agreed of [gitHub, enterprise]) {
        here.write(agreed);
        assert.deepEqual(there.read(), agreed);
      }
      here.remove();
      assert.equal(there.read(), undefined);
    }),
  );

  it(
    'takes the sign-in of github.com to no other server, whatever the file says',
    inLogFolder((place) => {
      const storage = place.storage();
      mkdirSync(storage, { recursive: true });
      const servers = [
        'https://evil.com',
        'https://github.com.evil.com',
        'https://github.com@evil.com',
        'http://github.com',
      ];
      const texts = [
        ...servers.map((server) => JSON.stringify({ ...gitHub, server })),
        ...['', '[]', 'null', '{"provider":"gitlab","server":"https://github.com"}', '{"provider":"github"}'],
      ];
      for (const text of texts) {
        writeFileSync(join(storage, 'requests.json'), text);
        assert.equal(new RequestsConnection(storage).read(), undefined, text);
      }
    }),
  );
});
