import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sourceAsOf } from '../../../../src/core/board/asOf.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { buildLookBack, type LookBack, weekOf } from '../../../../src/core/reports/lookBack.ts';
import { computeTrend } from '../../../../src/core/figures/trend.ts';
import { titlesIn } from '../../../../src/core/register/titles.ts';
import { lookBackText } from '../../../../src/core/reports/lookBackText.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { boardOf, registerOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  cleared,
  decided,
  handedOver,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { changed, made, owed, sound } from '../../../support/workFacts.ts';

/** The week from Monday, 2 March to Sunday, 8 March 2026: its Wednesday, its last day, and a day after it. */
const [wednesday, sunday, after] = ['2026-03-04', '2026-03-08', '2026-03-18'] as const satisfies readonly Day[];

/** As written on `today`: facts of later days are not known. */
function lookBackOf(facts: readonly TestFact[], today: Day = after, day: Day = wednesday): LookBack {
  const source = sourceAsOf(registerOf(...facts), today);
  const board = buildBoard(source.items, today, usualPolicy);
  const lookBack = buildLookBack(source, board, buildWorkBoard(source, board, usualPolicy), day, usualPolicy);
  assert.ok(lookBack !== undefined, `the week of ${day} has not begun on ${today}`);
  return lookBack;
}

function textOf(facts: readonly TestFact[], today: Day = after, day: Day = wednesday): string {
  return lookBackText(lookBackOf(facts, today, day), titlesIn(registerOf(...facts)));
}

/** The lines under a heading; empty if the heading is left out. */
function under(heading: string, text: string): string[] {
  const lines = text.split('\n');
  const start = lines.indexOf(`## ${heading}`);
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '));
  return lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => line !== '' && !line.startsWith('Written'));
}

const item = (id: string, said: Parameters<typeof captured>[0] = {}) =>
  captured({ item: id, title: `Title of ${id}`, ...said });

describe('the week of a look-back', () => {
  it('is the leader’s own, from Monday for most and from Sunday for some', () => {
    assert.deepEqual(weekOf('2026-03-04', mondayToFriday), { from: '2026-03-02', to: '2026-03-08' });
    const sundays = new Calendar({ weekdays: [7, 1, 2, 3, 4], holidays: [] });
    assert.deepEqual(weekOf('2026-03-04', sundays), { from: '2026-03-01', to: '2026-03-07' });
  });

  it('ends today while it is under way, and has not begun before its first day', () => {
    const { week, isUnderWay } = lookBackOf([], wednesday);
    assert.deepEqual([week, isUnderWay], [{ from: '2026-03-02', to: '2026-03-04' }, true]);
    assert.equal(lookBackOf([], sunday).isUnderWay, false);
    const register = registerOf();
    const board = buildBoard(register.items, sunday, usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    assert.equal(buildLookBack(register, board, work, addDays(sunday, 1), usualPolicy), undefined);
  });
});

describe('a look-back', () => {
  it('tells what waited at the end of the week beside the week before, from the days things happened on', () => {
    const facts = [
      item('old', { askedOn: '2026-02-19', waiting: ['anna', 'sam'] }),
      { ...decided, item: 'old', decidedOn: '2026-03-10' } as const,
      item('new', { waiting: ['Anna'] }),
      item('gone', { askedOn: '2026-02-20' }),
      { ...decided, item: 'gone' } as const,
      item('later', { askedOn: '2026-03-09' }),
    ];
    const text = textOf(facts);
    assert.deepEqual(under('What waited on you', text), [
      'At the end of the week: 2 items, 26 person-days.',
      'At the end of the week before, Sun 1 Mar: 2 items, 12 person-days.',
      '- **Title of old**: 11 working days, 2 waiting',
      '- **Title of new**: 4 working days, 1 waiting',
    ]);
    assert.deepEqual(under('Who waited', text), ['- Anna: 2 items, 15 person-days', '- Sam: 1 item, 11 person-days']);
    assert.match(textOf(facts, wednesday), /\nThe week is under way\.\n[^]*\nNow: 2 items, 20 person-days\.\n/);
  });

  it('says that something waits on you only where it is your move, and counts what was sent back beside it', () => {
    const facts = [
      item('mine', { waiting: ['anna'] }),
      item('back', { waiting: ['sam'] }),
      { ...sentBack, item: 'back', sentBackOn: '2026-03-04' } as const,
      item('hole', { kind: 'clarity', waiting: ['sam'] }),
      { ...sentBack, item: 'hole', sentBackOn: '2026-03-04' } as const,
    ];
    const text = textOf(facts);
    assert.deepEqual(under('What waited on you', text), [
      'At the end of the week: 1 item, and 2 sent back, 8 person-days.',
      'At the end of the week before, Sun 1 Mar: 0 items, 0 person-days.',
      '- **Title of mine**: 4 working days, 1 waiting',
    ]);
    assert.deepEqual(under('Who waited', text), ['- Sam: 2 items, 4 person-days', '- Anna: 1 item, 4 person-days']);
    assert.deepEqual(under('Clarity owed', text), []);
    assert.match(textOf(facts, wednesday), /\nNow: 1 item, and 2 sent back, 6 person-days\.\n/);
  });

  it('tells how fast things were closed for each kind, beside what is asked', () => {
    const text = textOf([
      item('a'),
      { ...decided, item: 'a', decidedOn: '2026-03-02' },
      item('b'),
      { ...decided, item: 'b', decidedOn: '2026-03-06' },
      item('c', { askedOn: '2026-02-27' }),
      { ...decided, item: 'c' },
      item('d', { kind: 'dependency' }),
      { ...cleared, item: 'd', note: 'signed' },
      item('off'),
      { ...withdrawn, item: 'off' },
      item('given'),
      { ...handedOver, item: 'given' },
      { ...decided, item: 'given', decidedOn: '2026-03-05' },
      item('too late'),
      { ...decided, item: 'too late', decidedOn: '2026-03-09' },
    ]);
    assert.deepEqual(under('Decided', text), [
      'Two-way decisions: 3 closed, 2 of them within the 2 working days you ask; half within 2, the longest 4 working days.',
      'Dependencies: 1 closed, in 1 working day; you ask 5 working days.',
      '1 more was decided by somebody you had handed it over to.',
      '- **Title of a**: the cheaper one (0 working days)',
      '- **Title of c**: the cheaper one (2 working days)',
      '- **Title of d**: cleared: signed (1 working day)',
      '- **Title of b**: the cheaper one (4 working days)',
      '- **Title of off**: withdrawn: no longer needed',
    ]);
  });

  it('tells slips, checks, changes and the clarity that was owed at the end', () => {
    const move = { type: 'promiseMoved', item: 'a', reason: 'no price' } as const;
    const text = textOf([
      item('a', { askedOn: '2026-02-23', promisedOn: '2026-02-25' }),
      { ...move, promisedOn: '2026-03-03', movedOn: '2026-02-25' },
      { ...move, promisedOn: '2026-03-12', movedOn: '2026-03-03' },
      item('b', { askedOn: '2026-02-23' }),
      { ...decided, item: 'b', decidedOn: '2026-02-24' },
      { ...held, item: 'b', note: 'cheaper' },
      item('c', { askedOn: '2026-02-23' }),
      { ...decided, item: 'c', decidedOn: '2026-02-24' },
      { ...reversed, item: 'c', successor: 'a' },
      sound,
      made(),
      changed,
      { ...changed, doneWhen: '80', changedOn: '2026-03-09' },
      ...owed('excluded'),
      { type: 'itemSettled', item: 'excluded', answer: 'x', settledOn: '2026-03-11' },
    ]);
    assert.deepEqual(under('Slips', text), ['- **Title of a**: Tue 3 Mar: from Tue 3 Mar to Thu 12 Mar: no price']);
    assert.deepEqual(under('Did it stand?', text), [
      '- **Title of b**: stood (Tue 3 Mar): cheaper',
      '- **Title of c**: reversed Wed 4 Mar: the price doubled — It went on as “Title of a”.',
    ]);
    assert.deepEqual(under('Changes to agreements', text), [
      '- **Customers can pay by invoice** (Anna): Tue 3 Mar: Done when: from “40 invoices are paid” to “60 invoices are paid”, because more customers; costs 2 days',
    ]);
    assert.deepEqual(under('Clarity owed', text), ['- Fill excluded']);
    assert.deepEqual(under('Decided', text), []);
  });

  it('tells of a past week what was so then, also what was reopened and who was named since', () => {
    const facts = [item('a'), { ...decided, item: 'a' }, { ...reopened, item: 'a', reopenedOn: '2026-03-16' }] as const;
    const text = textOf(facts);
    assert.ok(under('Decided', text).includes('- **Title of a**: the cheaper one (1 working day)'), text);
    assert.deepEqual(under('What waited on you', text), []);
    assert.doesNotMatch(text, /who waits is who waits now|counts as open all along/);
  });

  it('leaves out what there was nothing of, and says of an empty week so in one sentence', () => {
    assert.equal(
      textOf([]),
      '# Look-back, 2026-03-02 to 2026-03-08\n\nNothing waited on you, and nothing was decided, moved or changed.\n',
    );
    const headings = textOf([item('a'), { ...decided, item: 'a' }]).match(/^## .*/gm);
    assert.deepEqual(headings, ['## Decided', '## Both halves, over the last 90 days']);
  });

  it('stays one page: what is too many is counted', () => {
    const many = Array.from({ length: 20 }, (_, n) => item(`item ${n}`, { waiting: [`person ${n}`] }));
    const text = textOf(many);
    assert.equal(under('Who waited', text).at(-1), '- and 12 more');
    assert.equal(under('What waited on you', text).at(-1), '- and 12 more');
    assert.ok(text.split('\n').length < 60);
  });

  it('ends with both halves, whatever the week', () => {
    assert.deepEqual(
      under('Both halves, over the last 90 days', textOf([item('a'), { ...sentBack, item: 'a' }], after)),
      [
        '- Your moves: not enough yet (1 of 5)',
        '- The team’s moves: not enough yet (0 of 5); 1 running, the oldest 11 working days',
        '- Promises kept by you: not enough yet (0 of 5); by the team: not enough yet (0 of 5)',
        '- Changes of mind: 0 requirement changes and 0 priority changes, over 0 assignments',
        '- Sent back: 1, beside 0 closed',
      ],
    );
  });

  it('scolds nobody and keeps no score', () => {
    const text = textOf([item('a', { askedOn: '2026-01-05', waiting: ['anna'] })]);
    assert.doesNotMatch(text, /\b(?:only|still|should|must|late|failed|score|streak|well done|great)\b|!/i);
  });

  it('tells of any log the same count and person-days as the trend of the panel does', () => {
    const days = fc.integer({ min: -60, max: 0 }).map((back) => addDays(after, back));
    const items = fc.array(
      fc.record({
        asked: days,
        closed: fc.option(days),
        turn: fc.option(fc.record({ from: days, length: fc.integer({ min: 0, max: 20 }), isGiven: fc.boolean() })),
        people: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 6 }), (items, weeksBack) => {
        const facts = items.flatMap(({ asked, closed, turn, people }, index): TestFact[] => {
          const id = `item ${index}`;
          const waiting = ['anna', 'sam', 'lee'].slice(0, people);
          const to = turn && addDays(turn.from, turn.length);
          return [
            item(id, { askedOn: asked, promisedOn: asked, waiting }),
            ...(turn === null || turn.from < asked
              ? []
              : ([
                  turn.isGiven
                    ? { ...handedOver, item: id, handedOverOn: turn.from }
                    : { ...sentBack, item: id, sentBackOn: turn.from },
                  { ...returned, item: id, returnedOn: to! },
                ] as const)),
            ...(closed === null || closed < asked ? [] : [{ ...decided, item: id, decidedOn: closed } as const]),
          ];
        });
        const { waited, before } = lookBackOf(facts, after, addDays(after, -7 * weeksBack));
        const trend = computeTrend(boardOf(after, facts), mondayToFriday);
        const totals = ({ on, onLeader, sentBack, personDays }: LookBack['waited']) => ({
          endsOn: on,
          open: onLeader + sentBack,
          personDays,
        });
        assert.deepEqual(totals(waited), trend.at(-1 - weeksBack));
        assert.deepEqual(totals(before), trend.at(-2 - weeksBack));
      }),
    );
  });
});
