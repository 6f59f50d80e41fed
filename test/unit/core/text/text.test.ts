import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  sayDay,
  sayName,
  sayNearDay,
  sayNumber,
  sayPeople,
  sayWhen,
  sayWorkingDays,
  useLanguage,
} from '../../../../src/core/text/days.ts';
import { counted, t, useTranslator } from '../../../../src/core/text/translate.ts';
import { inTimeZone, zones } from '../../../support/timeZone.ts';

describe('a message', () => {
  it('has its holes filled in any order, and each as often as it occurs', () => {
    assert.equal(t('{1} before {0}, {1} again', 'a', 'b'), 'b before a, b again');
    assert.equal(t('{0}', 0), '0');
  });

  it('keeps a hole nobody fills, and does not look for holes in what it was given', () => {
    assert.equal(t('{0} and {1}', '{1}'), '{1} and {1}');
    assert.equal(t('{2}', 'a'), '{2}');
    assert.equal(t('{0}', '$& $1 $$'), '$& $1 $$');
  });

  it('has a form for one and a form for several', () => {
    assert.deepEqual([0, 1, 2].map(sayWorkingDays), ['0 working days', '1 working day', '2 working days']);
    assert.equal(counted(2, '{0} item of {1}', '{0} items of {1}', 9), '2 items of 9');
  });

  it('passes through the translator of the editor, whole, its numbers grouped as in the language', () => {
    const asked: unknown[] = [];
    const english = t;
    useTranslator((message, ...args) => {
      asked.push([message, ...args]);
      return 'übersetzt';
    });
    try {
      assert.equal(english('{0} open', 1_342), 'übersetzt');
      assert.equal(counted(1, '{0} item', '{0} items'), 'übersetzt');
    } finally {
      useTranslator((message, ...args) =>
        message.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole)),
      );
    }
    assert.deepEqual(asked, [
      ['{0} open', '1,342'],
      ['{0} item', '1'],
    ]);
  });
});

describe('a day in words', () => {
  afterEach(() => useLanguage('en'));

  it('has its weekday, and its year only when that is another one', () => {
    assert.equal(sayDay('2026-11-16', '2026-11-23'), 'Mon 16 Nov');
    assert.equal(sayDay('2027-01-04', '2026-11-23'), 'Mon 4 Jan 2027');
    assert.equal(sayDay('2024-02-29', '2024-03-01'), 'Thu 29 Feb');
  });

  it('is the same day in every time zone', () => {
    for (const zone of zones) {
      assert.equal(
        inTimeZone(zone, () => sayDay('2026-03-29', '2026-03-30')),
        'Sun 29 Mar',
        zone,
      );
    }
  });

  it('is called today, tomorrow or yesterday when it is', () => {
    const near = (day: `${number}-${number}-${number}`) => sayNearDay(day, '2026-03-01');
    assert.equal(near('2026-03-01'), 'today');
    assert.equal(near('2026-03-02'), 'tomorrow');
    assert.equal(near('2026-02-28'), 'yesterday');
    assert.equal(near('2026-03-03'), 'Tue 3 Mar');
  });

  it('was so long ago on the same day, in the greatest unit that fills; else it is named', () => {
    const minute = 60_000;
    const friday = '2026-03-06';
    assert.equal(sayWhen(friday, friday, 11.9 * minute), '11 minutes ago');
    assert.equal(sayWhen(friday, friday, 60 * minute), '1 hour ago');
    assert.equal(sayWhen(friday, friday, 23.9 * 60 * minute), '23 hours ago');
    assert.equal(sayWhen(friday, '2026-03-07', 9 * 60 * minute), 'yesterday', 'though it is only nine hours ago');
    // Friday 17:00, read on Monday at 08:30.
    assert.equal(sayWhen(friday, '2026-03-09', 63.5 * 60 * minute), 'on Fri 6 Mar');
    assert.equal(sayWhen('2026-03-07', friday, 0), 'on Sat 7 Mar', 'written down further east');
  });

  it('and people are said in the language of the editor', () => {
    assert.deepEqual(
      [sayPeople(['anna', 'sam']), sayNumber(57_763), sayWhen('2026-03-06', '2026-03-06', 60_000)],
      ['Anna and Sam', '57,763', '1 minute ago'],
    );
    useLanguage('de');
    assert.match(sayDay('2026-03-04', '2026-03-01'), /^Mi\.? 4\. März$/);
    assert.deepEqual(
      [sayPeople(['anna', 'sam']), sayNumber(57_763), sayWhen('2026-03-06', '2026-03-06', 60_000)],
      ['Anna und Sam', '57.763', 'vor 1 Minute'],
    );
    useLanguage('zh-cn');
    assert.match(sayDay('2026-03-04', '2026-03-01'), /3月4日/);
  });
});

describe('people in words', () => {
  it('are listed with a capital each', () => {
    assert.equal(sayPeople(['anna']), 'Anna');
    assert.equal(sayPeople(['anna', 'sam', 'lee']), 'Anna, Sam and Lee');
    assert.deepEqual(['élodie', 'ß', '', '🧭a', 'McLee'].map(sayName), ['Élodie', 'SS', '', '🧭a', 'McLee']);
  });
});
