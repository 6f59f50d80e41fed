import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Friction } from '../../../../src/core/figures/friction.ts';
import { computeTrend, logBeginsOn } from '../../../../src/core/figures/trend.ts';
import type { TargetKind } from '../../../../src/core/policy.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { sayAgeing, sayFrictionSummary, sayTrend } from '../../../../src/webview/wording/charts.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, type TestFact } from '../../../support/facts.ts';
import { openRow } from '../../../support/openRow.ts';
import { usualPolicy } from '../../../support/policy.ts';

function trendOn(today: Day, ...facts: readonly TestFact[]): string {
  const board = buildBoard(registerOf(...facts).items, today, usualPolicy);
  return sayTrend(computeTrend(board, usualPolicy.calendar), logBeginsOn(board), today);
}

describe('what ages, in words', () => {
  const cycle = { closed: 0, bands: [] };
  const open = [
    openRow({ id: 'a', title: 'Pick a vendor', ageInDays: 4, play: 'waiting' }),
    openRow({ id: 'b', play: 'waiting', ageInDays: 2 }),
    openRow({ id: 'c', play: undefined, state: 'handedOver' }),
    openRow({ id: 'd', play: undefined, state: 'checkDue' }),
  ];
  const said = (...shown: readonly number[]): string =>
    sayAgeing(
      shown.map((index) => open[index]!),
      { open, cycle },
    );

  it('counts what waits, with a filter and without, and says what is not drawn', () => {
    assert.match(said(0, 1, 2, 3), /^2 items wait on you\. The oldest is “Pick a vendor”: 4 d\./);
    assert.match(said(0, 1, 2, 3), / Not drawn: 1 handed over, 1 closed\.$/);
    assert.match(said(0, 2), /^Drawn: 1 of 2 that wait on you\. .+ Not drawn: 1 handed over\.$/);
    assert.equal(said(3), 'Drawn: 0 of 2 that wait on you. Not drawn: 1 closed.');
    assert.equal(said(), 'Drawn: 0 of 2 that wait on you.');
    const [one] = open;
    assert.match(
      sayAgeing([one!], { open: [one!], cycle }),
      /^1 item waits on you\. The oldest is “Pick a vendor”: 4 d\./,
    );
  });
});

describe('the trend in words', () => {
  it('compares with thirteen weeks ago only what was recorded then: not after three days of use', () => {
    const facts = [
      captured({ day: '2026-03-02' }),
      captured({ item: 'region', askedOn: '2025-10-01', promisedOn: '2025-10-02', day: '2026-03-03' }),
    ];
    assert.equal(
      trendOn('2026-03-04', ...facts),
      '2 open now, 0 person-days. The log begins on Mon 2 Mar; what is shown before that was recorded later.',
    );
    assert.equal(
      trendOn('2026-06-22', ...facts),
      '2 open now, 2 thirteen weeks ago. 0 person-days now, 0 person-days then.',
    );
  });

  it('says nothing of an empty log', () => {
    assert.equal(trendOn('2026-03-04'), 'No weeks to show.');
  });
});

describe('friction in words', () => {
  const waiting = (key: TargetKind, personDays: number): Friction<TargetKind> => ({
    key,
    items: 12,
    late: 6,
    workingDaysWaited: 40,
    personDays,
  });
  const [decisions, approvals] = [waiting('twoWayDecision', 52), waiting('approval', 20)];
  const said = (recurring: Friction<TargetKind> | undefined) =>
    sayFrictionSummary({ windowInDays: 90, byKind: [decisions, approvals], byAsker: [], recurring });

  it('calls a kind by one name', () => {
    assert.equal(
      said(decisions),
      '6 of 12 reversible decisions were late. They cost most in the last 90 days: 52 person-days of waiting.',
    );
    assert.equal(
      said(approvals),
      '6 of 12 approvals were late. Two-way decisions cost most in the last 90 days: 52 person-days of waiting.',
    );
  });
});
