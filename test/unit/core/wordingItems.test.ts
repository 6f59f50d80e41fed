import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Board, type BoardRow, drawBoard } from '../../../src/core/board.ts';
import type { Day } from '../../../src/core/day.ts';
import type { ItemFact } from '../../../src/core/entries.ts';
import { Register } from '../../../src/core/register.ts';
import { sayAct, sayUndone } from '../../../src/core/wording/acts.ts';
import { sayCaptured } from '../../../src/core/wording/capture.ts';
import {
  shortAge,
  overdueSentence,
  rowDescription,
  rowStory,
  statusLabel,
  statusText,
} from '../../../src/core/wording/items.ts';
import { itemPageText } from '../../../src/core/wording/page.ts';
import { captured, cleared, decided, logged, reopened, type ToldFact, withdrawn } from '../../support/facts.ts';
import { mondayToFriday } from '../../support/given.ts';
import { inTimeZone } from '../../support/timeZone.ts';

function drawn(today: Day, ...facts: readonly ToldFact[]): { board: Board; row: BoardRow; register: Register } {
  const register = new Register();
  register.add(logged(...facts));
  const board = inTimeZone('UTC', () => drawBoard(register.items.values(), today, { calendar: mondayToFriday }));
  const [row] = board.rows;
  assert.ok(row !== undefined);
  return { board, row, register };
}
const described = (today: Day, ...facts: readonly ToldFact[]) => rowDescription(drawn(today, ...facts).row, today);

describe('the short facts beside a title', () => {
  it('are its age, how many wait and how far it is over', () => {
    // Asked on Monday 2 March, promised for Wednesday, looked at on Tuesday of the next week: 9 days, 4 of them over.
    assert.equal(described('2026-03-10', captured({ waiting: ['anna', 'sam'] })), '9d · 2 waiting · 4 over');
  });

  it('leave out who waits when nobody does, and say by when while it is not over', () => {
    assert.equal(described('2026-03-02', captured({ promisedOn: '2026-03-09' })), '1d · by Mon 9 Mar');
    assert.equal(described('2026-03-03', captured()), '2d · by tomorrow');
    assert.equal(described('2026-03-04', captured()), '3d · by today');
    assert.equal(described('2026-03-04', captured({ promisedOn: '2027-01-04' })), '3d · by Mon 4 Jan 2027');
  });

  it('say over without a number as long as no working day has passed', () => {
    assert.equal(described('2026-03-07', captured({ promisedOn: '2026-03-06' })), '6d · over');
  });

  it('say how and when it was closed', () => {
    assert.equal(described('2026-03-03', captured(), decided), 'decided today');
    assert.equal(described('2026-03-04', captured(), cleared), 'cleared yesterday');
    assert.equal(described('2026-03-09', captured(), withdrawn), 'withdrawn Tue 3 Mar');
  });
});

describe('the whole story of an item', () => {
  it('tells an open one', () => {
    const capture = captured({
      door: 'one-way',
      askedBy: 'ida',
      waiting: ['anna', 'sam'],
      tags: ['infra', 'cost'],
      link: 'https://a.test',
      note: 'EU only',
      loggedAt: '2026-03-03T09:00:00.000Z',
    });
    const move = {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-05',
      reason: 'r',
      movedOn: '2026-03-04',
    } as const;
    assert.deepEqual(rowStory(drawn('2026-03-06', capture, move).row, '2026-03-06'), [
      'Pick a vendor',
      'Decision · one-way',
      'Asked Mon 2 Mar by Ida',
      'Logged 1 day later',
      'Waiting 4 working days: Anna and Sam (8 person-days)',
      'Promised Thu 5 Mar, moved once; first promised Wed 4 Mar, 1 working day over',
      '#infra #cost',
      'https://a.test',
      'EU only',
    ]);
  });

  it('tells a closed one', () => {
    const facts = [
      captured({ kind: 'dependency', owedBy: 'ops' }),
      { ...decided, because: 'it is good enough' },
    ] as const;
    assert.deepEqual(rowStory(drawn('2026-03-06', ...facts).row, '2026-03-06'), [
      'Pick a vendor',
      'Dependency · owed by Ops',
      'Asked Mon 2 Mar',
      'Waited 1 working day',
      'Promised Wed 4 Mar',
      'Decided Tue 3 Mar: the cheaper one',
      'Because it is good enough',
    ]);
    const last = (closing: ToldFact) => rowStory(drawn('2026-03-06', captured(), closing).row, '2026-03-06').at(-1);
    assert.equal(last(cleared), 'Cleared Tue 3 Mar');
    assert.equal(last({ ...cleared, note: 'signed' }), 'Cleared Tue 3 Mar: signed');
    assert.equal(last(withdrawn), 'Withdrawn Tue 3 Mar: no longer needed');
  });

  it('says that nobody is named, and that an item can only be read here', () => {
    const { row } = drawn('2026-03-04', captured());
    assert.ok(rowStory(row, '2026-03-04').includes('Waiting 2 working days; nobody is named'));
    assert.match(rowStory({ ...row, readOnly: true }, '2026-03-04').at(-1) ?? '', /only be read here/);
  });
});

describe('an age in two characters', () => {
  it('is rounded down to days, weeks, months or years, and never needs a third', () => {
    const ages = [1, 9, 10, 13, 14, 69, 70, 299, 300, 364, 365, 729, 730, 4622];
    assert.deepEqual(ages.map(shortAge), '1d 9d 1w 1w 2w 9w 2m 9m 9m 9m 1y 1y 2y 9y'.split(' '));
    for (let age = 1; age < 5_000; age++) assert.equal(shortAge(age).length, 2, String(age));
  });
});

describe('the number at the foot of the window', () => {
  const promised = { promisedOn: '2026-03-03' } as const;
  const three = [
    captured({ item: '1', ...promised, waiting: ['anna', 'sam', 'lee'] }),
    captured({ item: '2', ...promised, waiting: ['anna'] }),
    captured({ item: '3', ...promised, kind: 'dependency', waiting: ['anna'] }),
    captured({ item: '4', kind: 'approval', promisedOn: '2026-03-09' }),
  ];

  it('is split by kind in the tooltip and when it is spoken', () => {
    const { board } = drawn('2026-03-04', ...three);
    assert.equal(statusText(board.totals), '3 overdue · 10 person-days');
    assert.equal(overdueSentence(board.totals), '3 overdue: 2 decisions, 1 dependency');
    assert.equal(
      statusLabel(board),
      'Pacesetter: 3 overdue: 2 decisions, 1 dependency. 4 open, 10 person-days of waiting.',
    );
  });

  it('says it in words when there is none, and uses the singular for one', () => {
    assert.equal(overdueSentence(drawn('2026-03-02', captured()).board.totals), 'Nothing overdue');
    const { totals } = drawn(
      '2026-03-03',
      captured({ ...promised, kind: 'approval', waiting: ['anna'], promisedOn: '2026-03-02' }),
    ).board;
    assert.equal(statusText(totals), '1 overdue · 1 person-day');
    assert.equal(overdueSentence(totals), '1 overdue: 1 approval');
  });
});

describe('what will be saved', () => {
  it('is said in one line before it is', () => {
    const fact = captured({
      door: 'one-way',
      askedOn: '2026-11-16',
      promisedOn: '2026-11-27',
      waiting: ['anna', 'sam'],
    });
    assert.equal(
      sayCaptured(fact, '2026-11-23'),
      'Decision · one-way · asked Mon 16 Nov · promised Fri 27 Nov · Anna and Sam wait',
    );
  });

  it('says whose target set the promise, who asked, who owes it, and the rest', () => {
    const fact = captured({
      kind: 'dependency',
      target: 1,
      askedBy: 'ida',
      owedBy: 'ops',
      waiting: ['anna'],
      tags: ['x', 'y'],
      link: 'https://a.test',
    });
    assert.equal(
      sayCaptured(fact, '2026-03-04'),
      'Dependency · asked Mon 2 Mar by Ida · promised Wed 4 Mar (you ask 1 working day) · Anna waits · owed by Ops · #x · #y · https://a.test',
    );
  });
});

describe('what an act did', () => {
  const said: Readonly<Record<ItemFact['type'], readonly [ItemFact, string]>> = {
    itemCaptured: [captured(), 'Captured “Pick a vendor”'],
    itemEdited: [{ type: 'itemEdited', item: 'vendor', note: 'n' }, 'Edited “Pick a vendor”'],
    promiseMoved: [
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: 'r', movedOn: '2026-03-04' },
      'Moved the promise of “Pick a vendor”',
    ],
    waitingChanged: [
      { type: 'waitingChanged', item: 'vendor', added: ['anna'] },
      'Changed who waits for “Pick a vendor”',
    ],
    itemDecided: [decided, 'Decided “Pick a vendor”'],
    itemCleared: [cleared, 'Cleared “Pick a vendor”'],
    itemWithdrawn: [withdrawn, 'Withdrew “Pick a vendor”'],
    itemReopened: [reopened, 'Reopened “Pick a vendor”'],
  };

  it('is said in the past tense, with the title', () => {
    const { items } = drawn('2026-03-04', captured()).register;
    for (const [fact, sentence] of Object.values(said)) assert.equal(sayAct([fact], items), sentence);
    assert.equal(sayAct([{ type: 'actUndone', undoes: 'a' }], items), 'Undid the last change');
    assert.equal(sayUndone(logged(decided), items), 'Undone: Decided “Pick a vendor”');
  });

  it('counts what an import brought in', () => {
    const row = (item: string) => captured({ item, importedFrom: 'asked.csv' });
    assert.equal(sayAct([row('1')], new Map()), 'Imported 1 item from asked.csv');
    assert.equal(sayAct([row('1'), { ...decided, item: '1' }, row('2')], new Map()), 'Imported 2 items from asked.csv');
  });
});

describe('the page of an item', () => {
  it('tells how it stands and then everything that was said, with every word escaped', () => {
    const evil = '[x](command:a)';
    const facts = [
      captured({ title: evil, importedFrom: 'a|b.csv' }),
      { type: 'itemEdited', item: 'vendor', note: null, askedBy: 'ida', door: 'two-way', tags: ['a'] },
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: '<b>', movedOn: '2026-03-04' },
      { type: 'waitingChanged', item: 'vendor', added: ['anna'], removed: ['sam'] },
      { ...decided, outcome: '# yes' },
      reopened,
      withdrawn,
    ] as const satisfies ToldFact[];
    const { register, row } = drawn('2026-03-04', ...facts);
    const text = itemPageText(register.items.get('vendor')!, row, '2026-03-04', () => '2026-03-02');
    const history = text.slice(text.indexOf('## History')).trim().split('\n').slice(2);
    assert.deepEqual(history, [
      String.raw`- Mon 2 Mar: imported from a\|b\.csv\, promised Wed 4 Mar`,
      String.raw`- Mon 2 Mar: edited\: door two\-way\; asked by Ida\; tags a\; note none`,
      String.raw`- Mon 2 Mar: promise moved to Tue 10 Mar\: \<b\>`,
      String.raw`- Mon 2 Mar: now waiting\: Anna\; no longer waiting\: Sam`,
      String.raw`- Mon 2 Mar: decided on Tue 3 Mar\: \# yes`,
      String.raw`- Mon 2 Mar: reopened\: the price changed`,
      String.raw`- Mon 2 Mar: withdrawn\: no longer needed`,
    ]);
    assert.ok(text.startsWith(String.raw`# \[x\]\(command\:a\)`));
    assert.ok(!text.includes(evil));
  });

  it('keeps the outcome, its reason and the note of a closing that was reopened', () => {
    const facts = [
      captured(),
      { ...decided, because: 'it is *good* enough' },
      reopened,
      { ...cleared, note: 'came by post' },
      reopened,
    ];
    const { register, row } = drawn('2026-03-04', ...facts);
    const text = itemPageText(register.items.get('vendor')!, row, '2026-03-04', () => '2026-03-02');
    assert.ok(text.includes(String.raw`decided on Tue 3 Mar\: the cheaper one\, because it is \*good\* enough`), text);
    assert.ok(text.includes(String.raw`cleared on Tue 3 Mar\: came by post`), text);
  });

  it('shows a web address as a link that hides nothing, and every other link as the text it is', () => {
    const factsOf = (link: string): string[] => {
      const { register, row } = drawn('2026-03-04', captured({ link }));
      const text = itemPageText(register.items.get('vendor')!, row, '2026-03-04', () => '2026-03-02');
      return text.slice(0, text.indexOf('## History')).trim().split('\n');
    };
    for (const link of ['https://example.org/a_b?c=*d*#e', 'http://localhost:8080', 'HTTPS://例え.jp/[x](y)']) {
      assert.equal(factsOf(link).at(-1), `- <${link}>`);
    }
    const others = [
      ...[
        'javascript:alert(1)',
        'command:a.b',
        'file:///etc/passwd',
        'vscode://a/b',
        'example.org',
        'https://',
        'https:///a',
      ],
      ...[
        'https://a.test> <img src=x>',
        'https://a.test/a b',
        'https://a.test/\u202egpj',
        'xhttps://a.test',
        '<https://a.test>',
      ],
      ...['https://a.test/\u0000', 'https://a.test\njavascript:alert(1)'],
    ];
    for (const link of others) {
      const last = factsOf(link).at(-1) ?? '';
      assert.doesNotMatch(last, /(?<!\\)[<>:[\]]/, link);
    }
  });
});
