import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Calibration } from '../../../../src/core/figures/calibration.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { captured, checkDaySet, decided, held, reopened, reversed, type TestFact } from '../../../support/facts.ts';
import { comparisonsOf } from '../../../support/figures.ts';

const today: Day = '2026-06-01';
const calibrationOf = (facts: readonly TestFact[]): Calibration => comparisonsOf(today, facts).calibration;

const expecting = (sureness: number): TestFact => ({ ...decided, expect: 'half the tickets', sureness });

/** A decision with an expectation that was answered, or not. */
function said(item: string, sureness: number, ...answers: readonly TestFact[]): TestFact[] {
  return [captured(), expecting(sureness), checkDaySet, ...answers].map(
    (fact): TestFact => ({ ...fact, item }) as TestFact,
  );
}

describe('calibration', () => {
  it('of ten decisions, by hand: bands, score and its parts', () => {
    // Of five at 60 % three stood, of five at 90 % four.
    const facts = [60, 60, 60, 60, 60, 90, 90, 90, 90, 90].flatMap((sureness, at) =>
      said(`item ${at}`, sureness, [0, 1, 5].includes(at) ? reversed : held),
    );
    const { bands, answered, needed, unanswered, ...score } = calibrationOf(facts);
    assert.deepEqual({ answered, needed, unanswered }, { answered: 10, needed: 10, unanswered: 0 });
    assert.deepEqual(
      bands.map(({ from, to, n, stood }) => `${from}–${to}: ${stood} of ${n}`),
      ['50–59: 0 of 0', '60–69: 3 of 5', '70–79: 0 of 0', '80–89: 0 of 0', '90–99: 4 of 5'],
    );
    const byHand = {
      // (3 · 0.4² + 2 · 0.6² + 4 · 0.1² + 0.9²) / 10
      brier: 0.205,
      // (5 · (0.6 − 0.6)² + 5 · (0.9 − 0.8)²) / 10
      reliability: 0.005,
      // (5 · (0.6 − 0.7)² + 5 · (0.8 − 0.7)²) / 10
      resolution: 0.01,
      // 0.7 · 0.3
      uncertainty: 0.21,
    };
    for (const [part, value] of Object.entries(byHand)) {
      assert.ok(Math.abs((score[part as keyof typeof score] ?? Number.NaN) - value) < 1e-12, part);
    }
  });

  it('has no score below ten answers, and says how many there are', () => {
    const { brier, reliability, resolution, uncertainty, answered } = calibrationOf(
      Array.from({ length: 9 }, (_, at) => said(`item ${at}`, 70, held)).flat(),
    );
    assert.deepEqual(
      [answered, brier, reliability, resolution, uncertainty],
      [9, undefined, undefined, undefined, undefined],
    );
  });

  const table: readonly [string, readonly TestFact[], { answered: number; stood: number; unanswered: number }][] = [
    ['answered', said('a', 70, held), { answered: 1, stood: 1, unanswered: 0 }],
    ['reversed', said('a', 70, reversed), { answered: 1, stood: 0, unanswered: 0 }],
    [
      'held and then reversed: the last answer',
      said('a', 70, held, reversed),
      { answered: 1, stood: 0, unanswered: 0 },
    ],
    ['reopened: nothing is expected any more', said('a', 70, held, reopened), { answered: 0, stood: 0, unanswered: 0 }],
    [
      'reopened and decided anew without an expectation',
      said('a', 70, reopened, { ...decided, decidedOn: '2026-03-05' }, checkDaySet, held),
      { answered: 0, stood: 0, unanswered: 0 },
    ],
    [
      'decided without an expectation',
      [captured(), decided, checkDaySet, held],
      { answered: 0, stood: 0, unanswered: 0 },
    ],
    ['unanswered, its day passed', said('a', 70), { answered: 0, stood: 0, unanswered: 1 }],
    [
      'unanswered on its day',
      said('a', 70, { ...checkDaySet, checkOn: today }),
      { answered: 0, stood: 0, unanswered: 0 },
    ],
    [
      'unanswered before its day',
      said('a', 70, { ...checkDaySet, checkOn: '2026-06-02' }),
      { answered: 0, stood: 0, unanswered: 0 },
    ],
    [
      'without a sureness',
      [captured(), { ...decided, expect: 'half' }, checkDaySet, held],
      { answered: 0, stood: 0, unanswered: 0 },
    ],
  ];
  for (const [how, facts, counts] of table) {
    it(how, () => {
      const { answered, bands, unanswered } = calibrationOf(facts);
      assert.deepEqual({ answered, stood: bands.reduce((sum, { stood }) => sum + stood, 0), unanswered }, counts);
    });
  }

  it('is that of answers of the last 365 days; what is unanswered is never dropped', () => {
    const long = (item: string, ...answers: TestFact[]): TestFact[] => [
      captured({ item, askedOn: '2024-01-08', promisedOn: '2024-01-08' }),
      { ...expecting(70), item, decidedOn: '2024-01-09' } as TestFact,
      { ...checkDaySet, item, checkOn: '2024-03-01', setOn: '2024-01-09' },
      ...answers,
    ];
    const answeredOn = (on: Day): TestFact => ({ ...held, item: 'a', answeredOn: on });
    assert.equal(calibrationOf(long('a', answeredOn('2025-06-02'))).answered, 1);
    assert.equal(calibrationOf(long('a', answeredOn('2025-06-01'))).answered, 0);
    assert.equal(calibrationOf(long('a')).unanswered, 1);
  });

  it('the score is reliability − resolution + uncertainty, to a billionth, whatever was said and came', () => {
    const anySaid = fc.array(fc.record({ sureness: fc.integer({ min: 50, max: 99 }), stood: fc.boolean() }), {
      minLength: 10,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anySaid, (all) => {
        const facts = all.flatMap(({ sureness, stood }, at) => said(`item ${at}`, sureness, stood ? held : reversed));
        const { brier = Number.NaN, reliability = 0, resolution = 0, uncertainty = 0, bands } = calibrationOf(facts);
        const mean =
          all.reduce((sum, { sureness, stood }) => sum + (sureness / 100 - Number(stood)) ** 2, 0) / all.length;
        assert.ok(Math.abs(brier - mean) < 1e-9);
        assert.ok(Math.abs(brier - (reliability - resolution + uncertainty)) < 1e-9);
        assert.equal(
          bands.reduce((sum, { n }) => sum + n, 0),
          all.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});
