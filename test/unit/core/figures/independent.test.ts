import assert from 'node:assert/strict';
import process from 'node:process';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, type Day, dayOf } from '../../../../src/core/time/day.ts';
import { readCsvFile } from '../../../../src/files/csvFile.ts';
import { parseTable } from '../../../../src/files/csvFileTable.ts';
import { type Board, buildBoard } from '../../../../src/core/board/board.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { planImport } from '../../../../src/core/exchange/csv/planCsvImport.ts';
import { computeFriction } from '../../../../src/core/figures/friction.ts';
import { cycleTimes, paceOf } from '../../../../src/core/figures/pace.ts';
import { computeScorecard } from '../../../../src/core/figures/scorecard.ts';
import { type Policy, windowInDays } from '../../../../src/core/policy.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  decided,
  handedOver,
  logged,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { figuresOf, type PlainFigures, type PlainRow } from '../../../support/independentFigures.ts';

const target = usualPolicy.targets.twoWayDecision;

/** Asserts that the board agrees with a count of each row and each day. */
function agree(board: Board, policy: Policy, rows: readonly PlainRow[]): PlainFigures {
  const isWorkingDay = (day: string) => policy.calendar.isWorkingDay(day as Day);
  const plain = figuresOf(rows, { today: board.today, isWorkingDay, target, windowInDays });
  assert.equal(board.rows.length, plain.possible);
  const { decisionTime, closedByOthers, kept } = computeScorecard(board, policy);
  assert.deepEqual(kept, { count: plain.kept, of: plain.due });
  assert.deepEqual(
    { ...decisionTime, closedByOthers },
    { n: plain.closedInWindow, p50: plain.p50, p85: plain.p85, closedByOthers: plain.closedByOthers },
  );

  const times = cycleTimes(board);
  const open = board.rows.filter(({ closing }) => closing === undefined);
  assert.deepEqual(
    new Map(open.map((row) => [row.title, paceIn(row.ageInDays, times)])),
    new Map([...plain.pace].map(([title, [olderThan, of]]) => [title, of === 0 ? undefined : [olderThan, of]])),
  );

  const friction = computeFriction(board, policy).byAsker.map(
    ({ key, ...sums }) => [key?.toLowerCase() ?? '', sums] as const,
  );
  assert.deepEqual(new Map(friction), plain.frictionByAsker);
  return plain;
}

function paceIn(ageInDays: number, times: readonly number[]): readonly [number, number] | undefined {
  const pace = paceOf({ ageInDays }, times);
  return pace && [pace.olderThan, pace.of];
}

describe('figures counted a second time', () => {
  const day = anyDay('2025-10-01', '2026-04-10');
  const gap = fc.integer({ min: 0, max: 9 });
  const anyItem = fc.record({
    asked: day,
    closedAfter: fc.option(fc.nat(60), { nil: undefined }),
    people: fc.nat(3),
    askedBy: fc.constantFrom('', 'ida', 'Ida', 'IDA', 'lee'),
    turns: fc.array(fc.record({ who: fc.constantFrom('asker', 'decider', 'nobody'), after: gap, long: gap }), {
      maxLength: 3,
    }),
    isWithdrawn: fc.boolean(),
    namedAfter: fc.option(gap, { nil: undefined }),
    isBack: fc.boolean(),
  });
  const anyWeek = fc.record({
    weekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4], [7, 1, 2, 3, 4], [6]),
    holidays: fc.array(day, { maxLength: 10 }),
  });

  it('are the same for any log of items that were sent to and fro', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 14 }), anyWeek, (items, week) => {
        const today: Day = '2026-03-27';
        const calendar = new Calendar(week);
        const facts: TestFact[] = [];
        const rows: PlainRow[] = [];
        for (const [index, { asked, closedAfter, people, askedBy, isBack, ...more }] of items.entries()) {
          const item = `item ${index}`;
          const waiting = Array.from({ length: people }, (_, person) => `person ${person}`);
          const promisedOn = calendar.addWorkingDays(asked, target);
          facts.push(
            captured({ item, title: item, askedOn: asked, promisedOn, waiting, ...(askedBy !== '' && { askedBy }) }),
          );
          const { turns, isWithdrawn, namedAfter } = more;
          const waiters = [...waiting];
          const named: string[] = waiting.map(() => '');
          if (namedAfter !== undefined) {
            const on = addDays(asked, namedAfter);
            facts.push({ type: 'waitingChanged', item, added: ['named later'], since: on });
            waiters.push('named later');
            named.push(on);
          }
          const away: { who: 'asker' | 'decider' | 'nobody'; from: string; to: string }[] = [];
          let at = asked;
          for (const [turn, { who, after, long }] of turns.entries()) {
            const from = addDays(at, after);
            const to = addDays(from, long);
            // Reopened in the future, it is closed today.
            if (who === 'nobody' && to > today) continue;
            const stays = turn === turns.length - 1 && !isBack && who !== 'nobody';
            if (who === 'nobody') {
              facts.push({ ...decided, item, decidedOn: from }, { ...reopened, item, reopenedOn: to });
            } else {
              facts.push(
                who === 'asker' ? { ...sentBack, item, sentBackOn: from } : { ...handedOver, item, handedOverOn: from },
              );
              if (!stays) facts.push({ ...returned, item, returnedOn: to });
            }
            away.push({ who, from, to: stays ? '' : to });
            at = to;
          }
          // A closing in the future counts on neither side yet.
          const closedOn = closedAfter === undefined ? undefined : addDays(asked, closedAfter);
          const closed = closedOn !== undefined && closedOn <= today ? closedOn : '';
          if (closed !== '') {
            facts.push(
              isWithdrawn ? { ...withdrawn, item, withdrawnOn: closed } : { ...decided, item, decidedOn: closed },
            );
          }
          rows.push({
            title: item,
            asked,
            closed,
            waiting: waiters,
            named,
            withdrawn: isWithdrawn && closed !== '',
            askedBy,
            away,
          });
        }
        agree(boardOf(today, facts, calendar), { ...usualPolicy, calendar }, rows);
      }),
      { numRuns: 300 },
    );
  });
});

/** Invented, with the faults of real files: closed before asked, no days, the same day for both, no name. */
const madeUp = `number,title,type,status,asked,decided,waiting,decider,requires,superseded_by,link
1,Pick a vendor,Process,Final,2026-01-05,2026-01-12,Anna Weber; Sam Ito,,,,https://a.test/1
2,Rename the API,process,Final,2026-01-20,2026-01-06,Lee,,,,https://a.test/2
3,"Drop it, or keep it",Standards Track,Final,2026-02-02,2026-02-02,Lee; Kim,,,,https://a.test/3
4,Choose a region,Standards Track,Draft,,,Kim,,,,https://a.test/4
5,Freeze dates,,Final,2025-11-03,2026-02-27,Anna Weber,,,,https://a.test/5
6,Merge the teams,Process,Draft,2025-09-15,,Sam Ito; Lee; Kim,,,,https://a.test/6
7,Long ago,Standards Track,Final,2025-03-03,2025-03-20,Lee,,,,https://a.test/7
8,Closed without an asked day,Process,Final,,2026-01-06,Lee,,,,https://a.test/8
9,From next year,Process,Draft,2027-01-06,,Lee,,,,https://a.test/9
10,Nobody waits,Standards Track,Final,2026-03-02,2026-03-04,,,,,https://a.test/10
11,Today,Process,Draft,2026-03-04,,Kim,,,,https://a.test/11
`;

describe('an imported file', () => {
  it('gives the figures that its rows give when they are counted one by one', async function () {
    // PACESETTER_CSV names another file with these columns. It is counted as of the current day.
    const path = process.env['PACESETTER_CSV'];
    if (path !== undefined) this.timeout(120_000);
    const today: Day = path === undefined ? '2026-03-04' : dayOf(new Date());
    const table = path === undefined ? parseTable(madeUp) : await readCsvFile(path);
    assert.ok(!('fault' in table));
    const policy = usualPolicy;
    const plan = planImport(
      { encoding: 'utf-8', ...table },
      { title: 'title', askedOn: 'asked', closedOn: 'decided', waiting: 'waiting', askedBy: 'type', link: 'link' },
      { fileName: 'asked.csv', register: new Register(), today, policy, idFor: (key) => key },
    );
    const register = new Register();
    register.add(logged(...plan.facts));
    const board = buildBoard(register.items, today, policy);

    const rows = table.rows.map(({ cells }): PlainRow => {
      const cell = (header: string) => (cells[table.headers.indexOf(header)] ?? '').trim();
      const waiting = cell('waiting')
        .split(';')
        .filter((name) => name.trim() !== '');
      const [asked, closed] = [cell('asked'), cell('decided')];
      return { title: cell('title'), asked, closed, waiting, askedBy: cell('type') };
    });
    const plain = agree(board, policy, rows);
    assert.equal(plan.refused.length, rows.length - plain.possible);
    if (path !== undefined) return;

    // Counted by hand: eight of the eleven rows are valid; 5, 0, 84 and 2 working days.
    assert.deepEqual([plain.possible, plain.p50, plain.p85], [8, 2, 84]);
    assert.deepEqual(
      plan.refused.map(({ row, reason }) => [row, reason.refused]),
      [
        [3, 'closedBeforeAsked'],
        [9, 'noAskedDay'],
        [10, 'askedInFuture'],
      ],
    );
    assert.deepEqual(
      [...plain.pace].map(([title, pace]) => [title, ...pace]),
      [
        ['Choose a region', 1, 5],
        ['Merge the teams', 5, 5],
        ['Today', 1, 5],
      ],
    );
  });
});
