import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { type Agreed, RequestsConnection } from '../../../src/app/requestsConnection.ts';
import { inLogFolder } from '../../support/logFolder.ts';

describe('the connection to GitHub', () => {
  const gitHub = { provider: 'github', server: 'https://github.com' } as const;
  const enterprise = { provider: 'github-enterprise', server: 'https://ghe.acme.com' } as const;
  const at = (time: string) => new Date(`2026-03-${time}:00Z`);

  it(
    'is kept in a file that every window reads, until it is removed',
    inLogFolder((place) => {
      const [here, there] = [new RequestsConnection(place.storage()), new RequestsConnection(place.storage())];
      for (const agreed of [gitHub, enterprise]) {
        const connected = here.write(agreed, at('04T12:00'));
        assert.deepEqual(connected, { ...agreed, connectedAt: '2026-03-04T12:00:00.000Z' });
        assert.deepEqual(there.read(), connected);
      }
      here.remove();
      assert.equal(there.read(), undefined);
    }),
  );

  it(
    'keeps its moment when the leader signs in again, and begins anew elsewhere and after a disconnection',
    inLogFolder((place) => {
      const connection = new RequestsConnection(place.storage());
      const momentOf = (agreed: Agreed, time: string) => connection.write(agreed, at(time)).connectedAt.slice(8, 16);
      assert.deepEqual(
        [momentOf(gitHub, '04T12:00'), momentOf(gitHub, '05T12:00'), momentOf(enterprise, '06T12:00')],
        ['04T12:00', '04T12:00', '06T12:00'],
      );
      connection.remove();
      assert.equal(momentOf(enterprise, '07T12:00'), '07T12:00');
    }),
  );

  it(
    'has been there since its file was written where an older version noted no moment',
    inLogFolder((place) => {
      const storage = place.storage();
      mkdirSync(storage, { recursive: true });
      const file = join(storage, 'requests.json');
      for (const connectedAt of [undefined, 7, 'yesterday']) {
        writeFileSync(file, JSON.stringify({ ...gitHub, connectedAt }));
        utimesSync(file, at('04T12:00'), at('04T12:00'));
        const expected = { ...gitHub, connectedAt: '2026-03-04T12:00:00.000Z' };
        assert.deepEqual(new RequestsConnection(storage).read(), expected);
      }
    }),
  );

  it(
    'says since when to search for what was reviewed: a day before all of it was read last, in any window',
    inLogFolder((place) => {
      const [here, there] = [new RequestsConnection(place.storage()), new RequestsConnection(place.storage())];
      const connected = here.write(gitHub, at('04T12:00'));
      const since = (now: string) => there.reviewedSince(connected, at(now)).toISOString().slice(8, 16);
      assert.equal(since('09T12:00'), '03T12:00');
      here.noteRead(connected, at('08T09:00'));
      assert.equal(since('09T12:00'), '07T09:00');
      // The clock was ahead.
      assert.equal(since('08T08:00'), '03T12:00');
      // The clock was behind.
      here.noteRead(connected, at('02T09:00'));
      assert.equal(since('09T12:00'), '03T12:00');
      for (const text of ['', '[]', 'null', '{"connectedAt":"2026-03-04T12:00:00.000Z","readAt":"soon"}']) {
        writeFileSync(join(place.storage(), 'requests-read.json'), text);
        assert.equal(since('09T12:00'), '03T12:00', text);
      }
    }),
  );

  it(
    'is not made again by a refresh that ends when it is gone, and knows nothing of the readings of another',
    inLogFolder((place) => {
      const connection = new RequestsConnection(place.storage());
      const former = connection.write(gitHub, at('04T12:00'));
      connection.remove();
      connection.noteRead(former, at('08T09:00'));
      assert.equal(connection.read(), undefined);
      const next = connection.write(gitHub, at('07T12:00'));
      assert.deepEqual(connection.reviewedSince(next, at('09T12:00')), at('06T12:00'));
      connection.remove();
      assert.deepEqual(readdirSync(place.storage()), []);
    }),
  );

  it(
    'searches further back where the last reading cannot be noted',
    inLogFolder((place) => {
      const connection = new RequestsConnection(place.storage());
      const connected = connection.write(gitHub, at('04T12:00'));
      mkdirSync(join(place.storage(), 'requests-read.json', 'in the way'), { recursive: true });
      connection.noteRead(connected, at('08T09:00'));
      assert.deepEqual(connection.reviewedSince(connected, at('09T12:00')), at('03T12:00'));
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
