import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { HumanError } from '../../../../../src/core/humanError.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { plan, tableOf, today, write } from './importing.ts';

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

  it('refuses a closing text that is too long', () => {
    const table = tableOf('title|askedOn|closedOn|outcome', `A|2026-03-02|2026-03-03|${'x'.repeat(1001)}`);
    const reason = { refused: 'tooLong', field: 'outcome', length: 1001, limit: 1000 };
    assert.deepEqual(plan(table).refused, [{ row: 2, reason }]);
  });

  const odd: Readonly<Record<string, object>> = {
    'A||||': { odd: 'askedToday', today: '2026-03-04' },
    'A|1926-03-02|||': { odd: 'askedLongAgo', askedOn: '1926-03-02' },
    'A|2026-03-02|2026-03-02||yes': { odd: 'closedSameDay', on: '2026-03-02' },
    'A|2026-03-02|2026-03-03||': { odd: 'noOutcome' },
    'A|2026-03-02||2026-03-01|': { odd: 'promisedBeforeAsked', promisedOn: '2026-03-01', askedOn: '2026-03-02' },
    'A|2026-03-02|||Rejected': { odd: 'outcomeWithoutDay', outcome: 'Rejected' },
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

  it('reads each column of days in the order that one of its cells gives away', () => {
    const { facts, refused } = plan(
      tableOf('title|askedOn|closedOn|outcome', 'A|1/2/2026|2/3/2026|yes', 'B|13/1/2026||'),
    );
    assert.deepEqual(refused, [{ row: 2, reason: { refused: 'ambiguousDay', column: 'closedOn', cell: '2/3/2026' } }]);
    assert.deepEqual(
      facts.map((fact) => fact.type === 'itemCaptured' && fact.askedOn),
      ['2026-01-13'],
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
