import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { feedOf, FrozenClock, openStore } from '../../support/entryStores.ts';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import type { PullHistory } from '../../support/github/history.ts';
import { readAll, record } from '../../support/github/refresh.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { look } from '../../support/look.ts';
import { noticesIn } from '../../support/notices.ts';
import { Random } from '../../support/random.ts';

const count = 200;

/** What does harm somewhere: in a shell, a sheet, Markdown, a label, a capture line, a terminal, a line of the log. */
const pieces = [
  ...['\u0000', '\u001B[31m', '\u0007', '\u007F', '\u0085', '\r\n', '\n', '\t', '\u2028', '\u2029', '\uFEFF', '\uFFFD'],
  ...[
    '\u202E',
    '\u2066',
    '\u200F',
    '\u200B',
    '\u00AD',
    '\u034F',
    '\uD800',
    '\uDC00',
    '\u{E0041}',
    'Z͑ͫ̓a͗l',
    '👩‍👩‍👧‍👦',
    'ﷺ',
    '𝕏',
  ],
  ...[
    '$(alert)',
    '$(sync~spin)',
    '`rm -rf /`',
    '$(rm -rf /)',
    '; DROP TABLE items;--',
    '=cmd|"/c calc"!A1',
    '@SUM(1+1)',
    '+1',
    '-1',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '</script><script>',
    '<!--',
    '&lt;b&gt;',
    '{{7*7}}',
    '${process.exit()}',
    '%s%n',
    '%00',
    '\\u0000',
  ],
  ...[
    '[x](command:workbench.action.quit)',
    '![x](https://example.invalid/x.png)',
    '[x]: https://example.invalid',
    '***',
    '# h',
    '---',
    '```',
  ],
  ...[
    'by tomorrow',
    '@anna',
    '#tag',
    '!one-way',
    'asked 3 Nov',
    'waiting: ben',
    '>>',
    '//',
    '"',
    "'",
    '\\',
    '|',
    ',',
    ';',
    ':',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '{"v":1,"crc":"00000000"}',
    '","type":"itemDecided"',
    '../../etc/passwd',
    'CON',
    'NUL',
  ],
  ...[
    ' ',
    '   ',
    '\u3000',
    'ä',
    'A\u0308',
    'İ',
    'ß',
    'العربية',
    '漢字',
    'x'.repeat(300),
    '長'.repeat(2_000),
    '\u0301'.repeat(500),
  ],
];

describe('a request with a hostile title, author, repository or team', () => {
  let github: FakeGitHub;
  afterEach(() => github.close());

  it(
    `is an item like any other: ${count} of them are there, can be looked at, and are read again as they were written`,
    inLogFolder(async (place) => {
      const random = new Random(200);
      const text = () => Array.from({ length: 1 + random.number(4) }, () => random.pick(pieces)).join('');
      const titles = Array.from({ length: count }, (_, index) => pieces[index] ?? text());
      const pulls = titles.map((title, index): PullHistory => {
        const at = '2026-03-02T09:00:00Z';
        const of = index % 3 === 0 ? { team: 'core' } : { user: 'mia' };
        return {
          id: `PR_${index}`,
          number: index + 1,
          title,
          repository: `acme/${text().replaceAll(/[^\w.-]/g, '') || 'x'}`.slice(0, 140),
          author: text().slice(0, 150),
          openedAt: at,
          events: [{ type: 'requested', at, of }],
        };
      });
      const clock = new FrozenClock();
      github = await FakeGitHub.start({ pulls, now: clock.now(), teams: { core: ['mia'] } });
      const store = openStore(place.root, place.storage(), { clock });
      const read = await readAll(github, store);
      await record(store, read);
      const twice = await record(store, await readAll(github, store));

      assert.deepEqual([read.unread, twice, store.register.items.size], [0, 0, count]);
      for (const item of store.register.items.values()) {
        assert.ok(item.title.trim().length > 0 && item.title.length <= 1_000, JSON.stringify(item.title));
        const title = titles[Number(item.request?.key.slice('PR_'.length))]!;
        // No word of it is taken for a mark of the capture line.
        if (/^(?! )[ -~]{1,200}(?<! )$/.test(title) && !title.includes('  ')) assert.equal(item.title, title);
        assert.ok(item.waiting.length <= 1 && item.tags.length === 1);
        assert.deepEqual([item.kind, item.askedOn, item.promisedOn], ['approval', '2026-03-02', '2026-03-03']);
      }
      const feed = feedOf(store);
      feed.follow(store);
      assert.equal(look(store.register, feed), undefined);
      feed.dispose();

      const again = openStore(place.root, place.storage('another machine'), { clock });
      await again.refresh();
      assert.deepEqual(again.register.items, store.register.items);
      assert.deepEqual([noticesIn(again), again.log.quarantinedLines], [[], 0]);
    }),
  );
});
