import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { captured, decided } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

/** Good Friday and Easter Monday 2026 are holidays. */
const easter = { calendar: new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: ['2026-04-03', '2026-04-06'] }) };
const title = 'Pick a region';

describe('capturing', () => {
  it('needs a title and nothing else: a decision, asked today, promised by the target', () => {
    given().when({ type: 'capture', title }).then({
      type: 'itemCaptured',
      item: 'new',
      kind: 'decision',
      title,
      askedOn: '2026-03-04',
      promisedOn: '2026-03-06',
      target: 2,
    });
  });

  it('takes in everything that is said, and a day that was named needs no target', () => {
    const said = {
      title,
      kind: 'approval',
      door: 'one-way',
      askedOn: '2026-03-02',
      askedBy: 'ida',
      promisedOn: '2026-03-20',
      waiting: ['anna', 'sam'],
      owedBy: 'ops',
      tags: ['infra'],
      link: 'https://a.test',
      note: 'EU only',
    } as const;
    given()
      .when({ type: 'capture', ...said })
      .then({ type: 'itemCaptured', item: 'new', ...said });
  });

  it('promises by the target of each kind and door, in working days after the asked day', () => {
    const promised = (said: object): [Day, number | undefined] => {
      const { ruling } = given()
        .on('2026-04-02')
        .under(easter)
        .when({ type: 'capture', title, ...said });
      assert.ok(!('refused' in ruling) && ruling[0]?.type === 'itemCaptured');
      return [ruling[0].promisedOn, ruling[0].target];
    };
    assert.deepEqual(promised({ kind: 'approval' }), ['2026-04-07', 1]);
    assert.deepEqual(promised({ kind: 'decision' }), ['2026-04-08', 2]);
    assert.deepEqual(promised({ kind: 'decision', door: 'two-way' }), ['2026-04-08', 2]);
    assert.deepEqual(promised({ kind: 'decision', door: 'one-way' }), ['2026-04-13', 5]);
    assert.deepEqual(promised({ kind: 'dependency' }), ['2026-04-13', 5]);
    assert.deepEqual(promised({ kind: 'approval', door: 'one-way' }), ['2026-04-07', 1]);
    assert.deepEqual(promised({ kind: 'approval', askedOn: '2026-03-28' }), ['2026-03-30', 1]);
  });

  it('promises the day itself under a target of none, or the next working day', () => {
    const targets = { approval: 0, twoWayDecision: 0, oneWayDecision: 0, dependency: 0, clarity: 0 };
    const capture = { type: 'capture', title } as const;
    const fact = captured({ item: 'new', title, target: 0, askedOn: '2026-03-04', promisedOn: '2026-03-04' });
    given().under({ targets }).when(capture).then(fact);
    given()
      .under({ targets })
      .on('2026-03-07')
      .when(capture)
      .thenWith(fact, { askedOn: '2026-03-07', promisedOn: '2026-03-09' });
  });

  it('is about a dependency when it says who owes it, unless another kind is named', () => {
    assert.equal(kindOf({ owedBy: 'ops' }), 'dependency');
    assert.equal(kindOf({ owedBy: 'ops', kind: 'decision' }), 'decision');
    assert.equal(kindOf({ owedBy: ' @ ' }), 'decision');
  });

  function kindOf(said: object): string | undefined {
    const { ruling } = given().when({ type: 'capture', title, ...said });
    return 'refused' in ruling || ruling[0]?.type !== 'itemCaptured' ? undefined : ruling[0].kind;
  }

  it('tidies what was said and leaves out what is empty', () => {
    given()
      .when({
        type: 'capture',
        title: '  Pick \n a   region ',
        askedBy: ' @ida ',
        owedBy: '',
        waiting: ['@anna', 'anna', ' '],
        tags: ['#infra', '#'],
        link: ' ',
        note: ' first\r\nsecond \n',
      })
      .then({
        type: 'itemCaptured',
        item: 'new',
        kind: 'decision',
        title,
        askedOn: '2026-03-04',
        promisedOn: '2026-03-06',
        target: 2,
        askedBy: 'ida',
        waiting: ['anna'],
        tags: ['infra'],
        note: 'first\nsecond',
      });
  });

  it('may say the same as before: two items can have one title', () => {
    assert.equal(given(captured(), decided).when({ type: 'capture', title: 'Pick a vendor' }).inShort, 'itemCaptured');
  });

  it('is refused without a title', () => {
    for (const empty of ['', ' \n ']) {
      given().when({ type: 'capture', title: empty }).isRefused({ refused: 'missing', field: 'title' });
    }
  });

  it('is refused when it was asked later than today, and not when it was asked today', () => {
    given()
      .when({ type: 'capture', title, askedOn: '2026-03-05' })
      .isRefused({ refused: 'askedInFuture', askedOn: '2026-03-05', today: '2026-03-04' });
    assert.equal(given().when({ type: 'capture', title, askedOn: '2026-03-04' }).inShort, 'itemCaptured');
  });

  it('is refused when a text is too long or a list has too many', () => {
    const tooLong = (field: string, limit: number) =>
      ({ refused: 'tooLong', field, limit, length: limit + 1 }) as never;
    const limits = { title: 300, askedBy: 100, owedBy: 100, link: 2000, note: 4000 };
    for (const [field, limit] of Object.entries(limits)) {
      given()
        .when({ type: 'capture', title, [field]: 'x'.repeat(limit + 1) })
        .isRefused(tooLong(field, limit));
    }
    given()
      .when({ type: 'capture', title, waiting: ['x'.repeat(101)] })
      .isRefused(tooLong('name', 100));
    given()
      .when({ type: 'capture', title, tags: ['x'.repeat(51)] })
      .isRefused(tooLong('tag', 50));
    const many = Array.from({ length: 31 }, (_, index) => `name ${index}`);
    given()
      .when({ type: 'capture', title, waiting: many })
      .isRefused({ refused: 'tooMany', field: 'waiting', count: 31, limit: 30 });
  });
});
