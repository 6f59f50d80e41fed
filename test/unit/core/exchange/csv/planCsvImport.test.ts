import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { HumanError } from '../../../../../src/core/humanError.ts';
import { runToEnd } from '../../../../../src/core/register/steps.ts';
import { sayImportCounts } from '../../../../../src/core/exchange/csv/reportText.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { unusedHeaders } from '../../../../../src/core/exchange/csv/columns.ts';
import { ambiguousDayIn } from '../../../../../src/core/exchange/csv/fileDays.ts';
import { plan, tableOf, tableWith, today, write } from './importing.ts';

const ambiguousIn = (...of: Parameters<typeof ambiguousDayIn>) => runToEnd(ambiguousDayIn(...of));

describe('planning an import', () => {
  it('makes an item of a row, with the file it came from', () => {
    const table = tableOf(
      'title|kind|door|askedOn|askedBy|promisedOn|waiting|owedBy|tags|link|note',
      'Pick a region|decision|one-way|2026-03-02|@ida|2026-03-10|@anna, Sam|Ops|infra|https://x.test|EU only',
    );
    assert.deepEqual(plan(table), {
      facts: [
        {
          type: 'itemCaptured',
          item: 'item ["pick a region","2026-03-02","https://x.test"]#0',
          kind: 'decision',
          title: 'Pick a region',
          askedOn: '2026-03-02',
          promisedOn: '2026-03-10',
          target: undefined,
          door: 'one-way',
          askedBy: 'ida',
          waiting: ['anna', 'Sam'],
          owedBy: 'Ops',
          tags: ['infra'],
          link: 'https://x.test',
          note: 'EU only',
          importedFrom: 'asked.csv',
        },
      ],
      added: 1,
      corrected: 0,
      unchanged: 0,
      refused: [],
      odd: [],
    });
  });

  it('closes a row that has a closing day: a dependency is cleared, everything else decided', () => {
    const { facts, odd } = plan(
      tableOf(
        'title|askedOn|closedOn|outcome|because|owedBy',
        'Pick a region|2026-03-02|2026-03-03|Frankfurt|near|',
        'Get the licence|2026-03-02|2026-03-03|signed|after a call|Legal',
        'Get the key|2026-03-02|2026-03-03|||Ops',
      ),
    );
    assert.deepEqual(
      facts.filter(({ type }) => type !== 'itemCaptured').map((fact) => ({ ...fact, item: undefined })),
      [
        { type: 'itemDecided', item: undefined, outcome: 'Frankfurt', because: 'near', decidedOn: '2026-03-03' },
        { type: 'itemCleared', item: undefined, note: 'signed\nafter a call', clearedOn: '2026-03-03' },
        { type: 'itemCleared', item: undefined, note: undefined, clearedOn: '2026-03-03' },
      ],
    );
    assert.deepEqual(odd, []);
  });

  const impossible: Readonly<Record<string, object>> = {
    '|2026-03-02||': { refused: 'missing', field: 'title' },
    'A|2026-02-30||': { refused: 'noSuchDay', column: 'askedOn', cell: '2026-02-30' },
    'A|2026-03-02|soon|': { refused: 'unreadableDay', column: 'closedOn', cell: 'soon' },
    'A|1/2/2026||': { refused: 'ambiguousDay', column: 'askedOn', cell: '1/2/2026' },
    'A|2026-03-02||bug': { refused: 'unknownKind', column: 'kind', cell: 'bug' },
    'A|2026-03-03|2026-03-02|': { refused: 'closedBeforeAsked', closedOn: '2026-03-02', askedOn: '2026-03-03' },
    'A|2026-03-05||': { refused: 'askedInFuture', askedOn: '2026-03-05', today: '2026-03-04' },
    'A|2026-03-02|2026-03-05|': { refused: 'closedInFuture', closedOn: '2026-03-05', today: '2026-03-04' },
    'A||2026-03-02|': { refused: 'noAskedDay', closedOn: '2026-03-02' },
    [`${'A'.repeat(301)}|2026-03-02||`]: { refused: 'tooLong', field: 'title', length: 301, limit: 300 },
  };
  for (const [line, reason] of Object.entries(impossible)) {
    it(`refuses “${line.slice(0, 30)}” and lets the rest in`, () => {
      const { added, refused, odd } = plan(tableOf('title|askedOn|closedOn|kind', 'B|2026-03-02||', line));
      assert.deepEqual({ added, refused, odd }, { added: 1, refused: [{ row: 3, reason }], odd: [] });
    });
  }

  it('lets a row in that was asked and closed today', () => {
    assert.equal(plan(tableOf('title|askedOn|closedOn|outcome', `A|${today}|${today}|yes`)).added, 1);
  });

  const texts = { note: 4000, outcome: 1000, because: 2000 } as const;
  for (const [field, limit] of Object.entries(texts)) {
    it(`shortens a ${field} beyond its limit, and says so`, () => {
      const rows = [`A|2026-03-02|2026-03-03|${'é'.repeat(limit + 1)}`, `B|2026-03-02|2026-03-03|${'é'.repeat(limit)}`];
      const { facts, refused, odd } = plan(tableOf(`title|askedOn|closedOn|${field}`, ...rows));
      assert.deepEqual(refused, []);
      const start = `${'é'.repeat(limit - 1)}…`;
      assert.ok(facts.some((fact) => Object.entries(fact).some(([name, text]) => name === field && text === start)));
      assert.deepEqual(
        odd.filter(({ reason }) => reason.odd === 'shortened'),
        [{ row: 2, reason: { odd: 'shortened', column: field, length: limit + 1, limit } }],
      );
    });
  }

  const odd: Readonly<Record<string, object>> = {
    'A||||': { odd: 'askedToday', today: '2026-03-04' },
    'A|1926-03-02|||': { odd: 'askedLongAgo', askedOn: '1926-03-02' },
    'A|2026-03-02|2026-03-02||yes': { odd: 'closedSameDay', on: '2026-03-02' },
    'A|2026-03-02|2026-03-03||': { odd: 'noOutcome' },
    'A|2026-03-02||2026-03-01|': { odd: 'promisedBeforeAsked', promisedOn: '2026-03-01', askedOn: '2026-03-02' },
    'A|2026-03-02|||Rejected': { odd: 'closedWithoutDay', status: 'Rejected' },
    'A|2026-03-02||||x|y': { odd: 'extraCells', count: 2 },
  };
  for (const [line, reason] of Object.entries(odd)) {
    it(`lets “${line}” in and says what is odd`, () => {
      const table = tableOf('title|askedOn|closedOn|promisedOn|outcome', line);
      const { added, refused, odd } = plan(table);
      assert.deepEqual({ added, refused, odd }, { added: 1, refused: [], odd: [{ row: 2, reason }] });
    });
  }

  it('finds nothing odd about the status of an open row, an empty extra cell or a short row', () => {
    const table = tableOf('title|askedOn|outcome|note', 'A|2026-03-02|In progress|||', 'B|2026-03-02');
    assert.deepEqual(plan(table).odd, []);
  });

  it('writes down that an outcome was not recorded, and never a promise the file does not make', () => {
    const { facts } = plan(tableOf('title|askedOn|closedOn', 'A|2026-02-27|2026-03-03'));
    const [capture, closing] = facts;
    assert.ok(capture?.type === 'itemCaptured' && closing?.type === 'itemDecided');
    assert.deepEqual([capture.promisedOn, capture.target], ['2026-03-03', 2], 'two working days over a weekend');
    assert.equal(closing.outcome, '(not recorded)');
  });

  it('reads all days of a file in the order that one cell of any column proves', () => {
    const table = tableOf(
      'title|askedOn|closedOn|outcome|updated',
      'A|1/2/2026|2/3/26|yes|13/1/26 9:15:00 AM',
      'B|2/2/26|||3/2/26',
    );
    const { facts, refused } = plan(table);
    assert.deepEqual(refused, []);
    assert.deepEqual(
      facts.map((fact) =>
        fact.type === 'itemCaptured' ? fact.askedOn : fact.type === 'itemDecided' && fact.decidedOn,
      ),
      ['2026-02-01', '2026-03-02', '2026-02-02'],
    );
    assert.equal(ambiguousIn(table, { title: 'title', askedOn: 'askedOn' }), undefined);
  });

  it('asks once for the order of a file that does not prove it, and then reads all of it by the answer', () => {
    const table = tableOf('title|askedOn|promisedOn', 'A|1/2/26|3/4/26', 'B|2026-02-02|');
    assert.equal(ambiguousIn(table, { title: 'title', askedOn: 'askedOn' }), '1/2/26');
    assert.equal(ambiguousIn(table, { title: 'title' }), undefined, 'no column of days');
    for (const [dayOrder, asked, promised] of [
      ['dayFirst', '2026-02-01', '2026-04-03'],
      ['monthFirst', '2026-01-02', '2026-03-04'],
    ] as const) {
      const [capture] = plan(table, new Register(), {}, today, dayOrder).facts;
      assert.ok(capture?.type === 'itemCaptured');
      assert.deepEqual([capture.askedOn, capture.promisedOn], [asked, promised]);
    }
  });

  it('takes a cancellation as withdrawn, on its own day where there is one', () => {
    const { facts } = plan(
      tableOf(
        'title|askedOn|closedOn|withdrawnOn|status|outcome',
        'A|2026-03-02||2026-03-03|Canceled|',
        'B|2026-03-02|2026-03-03||Done|Duplicate',
        'C|2026-03-02||2026-03-03||',
        'D|2026-03-02|2026-03-03||Done|Fixed',
        'E|2026-03-02|2026-03-03|2026-03-04|Done|',
        'F|2026-03-02|2026-03-03|2026-03-04|Canceled|',
      ),
    );
    assert.deepEqual(
      facts.flatMap((fact) => {
        if (fact.type === 'itemWithdrawn') return [`withdrawn ${fact.reason} ${fact.withdrawnOn}`];
        return fact.type === 'itemDecided' ? [`decided ${fact.outcome} ${fact.decidedOn}`] : [];
      }),
      [
        'withdrawn Canceled 2026-03-03',
        'withdrawn Duplicate 2026-03-03',
        'withdrawn (not recorded) 2026-03-03',
        'decided Fixed 2026-03-03',
        'decided Done 2026-03-03',
        'withdrawn Canceled 2026-03-04',
      ],
    );
  });

  it('keeps why something was withdrawn, and takes no decision to remove something for a withdrawal', () => {
    const { facts } = plan(
      tableOf(
        'title|askedOn|closedOn|outcome|because',
        'Keep the fax?|2026-03-02|2026-03-03|Removed|nobody faxes',
        'Fax anew?|2026-03-02|2026-03-03|Duplicate|of the first',
      ),
    );
    assert.deepEqual(
      facts.flatMap((fact) => {
        if (fact.type === 'itemDecided') return [fact.outcome, fact.because];
        return fact.type === 'itemWithdrawn' ? [fact.reason] : [];
      }),
      ['Removed', 'nobody faxes', 'Duplicate\nof the first'],
    );
  });

  it('says nothing of the length of an outcome that an open row does not need', () => {
    assert.deepEqual(plan(tableOf('title|askedOn|outcome', `A|2026-03-02|${'x'.repeat(1001)}`)).odd, []);
  });

  it('says that a status sounds closed where nothing says when, also of a ticked column', () => {
    const done = plan(tableOf('title|askedOn|status', 'A|2026-03-02|✅ Done', 'B|2026-03-02|In progress'));
    const { odd, facts } = done;
    assert.equal(facts.length, 2);
    assert.equal(sayImportCounts(done), '2 go in · 1 sounds closed but goes in open');
    assert.deepEqual(odd, [{ row: 2, reason: { odd: 'closedWithoutDay', status: '✅ Done' } }]);
    const ticked = plan(tableOf('title|askedOn|Done', 'A|2026-03-02|x', 'B|2026-03-02|no'), new Register(), {
      status: 'Done',
    });
    assert.deepEqual(ticked.odd, [{ row: 2, reason: { odd: 'closedWithoutDay', status: 'Done' } }]);
  });

  it('refuses a cell that is far too long, with its limit, without looking at it', () => {
    for (const field of ['title', 'waiting', 'tags', 'link', 'askedOn', 'status'] as const) {
      const headers = ['title', 'askedOn', 'waiting', 'tags', 'link', 'status'];
      const cells = headers.map((header) => (header === field ? 'a,'.repeat(10_001) : header === 'title' ? 'A' : ''));
      const reason = { refused: 'hugeCell', column: field, length: 20_002, limit: 20_000 };
      assert.deepEqual(plan(tableWith(headers, [cells])).refused, [{ row: 2, reason }]);
    }
  });

  it('refuses headers that stand above every group of rows', () => {
    const { added, refused } = plan(tableOf('title|note', 'A|x', 'title|note', 'title|y'));
    assert.deepEqual([added, refused], [2, [{ row: 3, reason: { refused: 'headersAgain' } }]]);
  });

  it('leaves an item open whose status says so, although it was closed before', () => {
    const { facts, odd } = plan(tableOf('title|askedOn|closedOn|status', 'A|2026-03-01|2026-03-02|In Progress'));
    assert.equal(facts.length, 1);
    const reason = { odd: 'openWithDay', status: 'In Progress', closedOn: '2026-03-02' };
    assert.deepEqual(odd, [{ row: 2, reason }]);
  });

  for (const nothing of ['TBD', '-', 'n/a', 'N/A', '—', 'tbc', 'none', 'null', '?', 'unassigned', '#N/A']) {
    it(`takes “${nothing}” as an empty cell`, () => {
      const fields = 'title|kind|door|askedOn|promisedOn|closedOn|status|waiting|tags|askedBy|sourceKey';
      const { facts, refused } = plan(tableOf(fields, `A|${nothing}|${nothing}|2026-03-02${`|${nothing}`.repeat(7)}`));
      assert.deepEqual(refused, []);
      const [capture] = facts;
      assert.ok(capture?.type === 'itemCaptured' && facts.length === 1);
      const { kind, door, promisedOn, waiting, tags, askedBy, sourceKey } = capture;
      assert.deepEqual(
        [kind, door, promisedOn, waiting, tags, askedBy, sourceKey],
        ['decision', undefined, '2026-03-04', undefined, undefined, undefined, undefined],
      );
    });
  }

  it('reads the first day of a span, and says so', () => {
    const { facts, odd } = plan(tableOf('title|askedOn|promisedOn', 'A|2026-03-02|Mar 10, 2026 → Mar 12, 2026'));
    assert.ok(facts[0]?.type === 'itemCaptured' && facts[0].promisedOn === '2026-03-10');
    const reason = { odd: 'span', column: 'promisedOn', cell: 'Mar 10, 2026 → Mar 12, 2026' };
    assert.deepEqual(odd, [{ row: 2, reason }]);
  });

  it('takes all columns of one name for lists and notes, and the first that is filled for the rest', () => {
    const names = ['title', 'askedOn', 'askedOn', 'tags', 'tags', 'note', 'note'];
    const headers = ['title', 'askedOn', 'askedOn (2)', 'tags', 'tags (2)', 'note', 'note (2)'];
    const table = { ...tableWith(headers, [['A', '', '2026-03-02', 'api', 'web, ui', 'one', 'two']]), names };
    const [capture] = plan(table, new Register(), {
      'askedOn (2)': undefined,
      'tags (2)': undefined,
      'note (2)': undefined,
    } as object).facts;
    assert.ok(capture?.type === 'itemCaptured');
    assert.deepEqual([capture.askedOn, capture.tags, capture.note], ['2026-03-02', ['api', 'web', 'ui'], 'one\ntwo']);
    assert.deepEqual(unusedHeaders(table, { title: 'title', tags: 'tags', note: 'note (2)' }), [
      'askedOn',
      'askedOn (2)',
      'note',
    ]);
  });

  it('takes away the addresses and numbers that tools write behind names', () => {
    const { facts } = plan(
      tableOf('title|askedBy|waiting', 'A|Kai (48151623)|Anna Lee <anna@acme.test>; Ops (https://notion.so/2d5)'),
    );
    assert.ok(facts[0]?.type === 'itemCaptured');
    assert.deepEqual([facts[0].askedBy, facts[0].waiting], ['Kai', ['Anna Lee', 'Ops']]);
  });

  it('counts a row whose quotes do not match as refused, in its place', () => {
    const table = { ...tableOf('title|askedOn', 'A|2026-03-02', 'B|soon'), brokenRows: [5, 1] };
    assert.deepEqual(
      plan(table).refused.map(({ row, reason }) => [row, reason.refused]),
      [
        [1, 'brokenQuotes'],
        [3, 'unreadableDay'],
        [5, 'brokenQuotes'],
      ],
    );
  });

  it('names the columns of the file when it is asked for one that is not there', () => {
    assert.throws(
      () => plan(tableOf('title|status', 'A|'), new Register(), { outcome: 'result' }),
      new HumanError('There is no column “result” in the file. It has: title, status.'),
    );
    assert.equal(
      plan(tableOf('Title', 'A'), new Register(), { title: ' TITLE ', Title: undefined } as object).added,
      1,
    );
  });

  it('lets an item that a newer version wrote about stand', () => {
    const table = tableOf('title|askedOn', 'A|2026-03-02');
    const register = write(new Register(), 'import', plan(table).facts);
    register.add([], register.items.keys());
    const { added, unchanged } = plan(table, register);
    assert.deepEqual({ added, unchanged }, { added: 0, unchanged: 1 });
  });
});
