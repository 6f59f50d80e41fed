import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import type { Board } from '../../../../src/core/board/board.ts';
import { buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import { buildPersonSnapshot } from '../../../../src/core/panel/personSnapshot.ts';
import type { Register } from '../../../../src/core/register/register.ts';
import { buildLedger } from '../../../../src/core/reports/ledger.ts';
import { ledgerText } from '../../../../src/core/reports/ledgerText.ts';
import { buildLookBack } from '../../../../src/core/reports/lookBack.ts';
import { lookBackText } from '../../../../src/core/reports/lookBackText.ts';
import { sayAgeing } from '../../../../src/webview/wording/charts.ts';
import { sayFound } from '../../../../src/webview/wording/counts.ts';
import { anyBoard } from '../../../support/anyBoard.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';

/** The number in the group of the pattern; 0 where the sentence does not have it. */
const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

/** What each place says of how many wait on the leader and how many are sent back, by the name of the place. */
function said(register: Register, board: Board): Record<string, readonly [waits: number, sentBack: number]> {
  const work = buildWorkBoard(register, board, policy);
  const { open, cycle, halves, start } = buildSnapshot(register, board, work, policy, 'en', () => '');
  const chart = sayAgeing(open, { open, cycle });
  const filtered = sayAgeing(open.slice(1), { open, cycle });
  const list = sayFound(open.length, open);
  const ledger = buildLedger(register, board, work, { from: '2026-02-01', to: board.today }, policy);
  const totals = ledgerText(ledger, 'none', (id) => id);
  const back = buildLookBack(register, board, work, board.today, policy);
  assert.ok(back !== undefined);
  const week = lookBackText(back, (id) => id);
  const first = start.sentence.join('');
  const [sentBackAmong, { you, team }] = [numberIn(chart, /(\d+) (?:is|are) sent back/), halves.turnaround];
  return {
    chart: [numberIn(chart, /^(\d+) items? waits? on you/), sentBackAmong],
    ...(open.length > 0 && {
      'chart under a filter': [
        numberIn(filtered, /^Drawn: \d+ of (\d+) that wait on you/),
        numberIn(filtered, / \d+ of (\d+) sent back/),
      ],
    }),
    list: [numberIn(list, list.includes(':') ? /(\d+) waits? on you/ : /^(\d+) items?$/), sentBackAmong],
    ledger: [numberIn(totals, /^(\d+) items? owed now\./m), numberIn(totals, /owed now\. Their move: (\d+)\./)],
    'look-back': [
      numberIn(week, /^(?:Now|At the end of the week): (\d+) items?,/m),
      numberIn(week, /^(?:Now|At the end of the week): .*, and (\d+) sent back,/m),
    ],
    'rows of the look-back': [back.onLeader.length, sentBackAmong],
    turnaround: [you.running, team.running],
    ...(start.item === undefined && {
      'first screen': [numberIn(first, /^(\d+) items? waits? on you/), sentBackAmong],
    }),
  };
}

describe('what waits on the leader, whatever the log', () => {
  it('is the same number wherever it is said, and so is what is sent back', () => {
    fc.assert(
      fc.property(anyBoard, ({ register, board }) => {
        const open = board.rows.filter(({ closing }) => closing === undefined);
        const expected = [
          open.filter(({ ball }) => ball === 'leader').length,
          open.filter(({ ball }) => ball === 'asker').length,
        ];
        const places = said(register, board);
        assert.deepEqual(places, Object.fromEntries(Object.keys(places).map((place) => [place, expected])));
        assert.equal(board.totals.open, expected[0]! + expected[1]!);
      }),
      { numRuns: 300 },
    );
  });

  it('is on the page of each person what they wait for and is the move of the leader', () => {
    fc.assert(
      fc.property(anyBoard, ({ register, board }) => {
        const work = buildWorkBoard(register, board, policy);
        for (const name of ['anna', 'sam', 'lee']) {
          const { calendar } = policy;
          const { sentences } = buildPersonSnapshot(register, board, work, name, calendar, 'en', () => '');
          const waits = board.rows.filter(
            ({ closing, ball, waiting }) =>
              closing === undefined && ball === 'leader' && waiting.some((other) => other.toLowerCase() === name),
          );
          const counts = [...(sentences[0] ?? '').split(':')[0]!.matchAll(/\d+/g)].map(Number);
          assert.equal(
            counts.reduce((sum, count) => sum + count, 0),
            waits.length,
            sentences[0],
          );
        }
      }),
    );
  });
});
