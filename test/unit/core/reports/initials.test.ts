import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { initialsOf } from '../../../../src/core/reports/initials.ts';
import { nameKey } from '../../../../src/core/text/names.ts';

const initials = (...names: string[]) => Object.fromEntries(initialsOf(names));

describe('initials', () => {
  it('are the first letter of each word, whatever the case', () => {
    assert.deepEqual(initials('anna', 'Weber, Kim', 'ÉMILE d’Arc', '李雷'), {
      anna: 'A',
      'weber, kim': 'WK',
      "émile d'arc": 'ÉDA',
      李雷: '李',
    });
  });

  it('tell apart those who share them, in an order that does not depend on who was named first', () => {
    const expected = { anna: 'A-1', axel: 'A-2', sam: 'S' };
    assert.deepEqual(initials('anna', 'sam', 'axel'), expected);
    assert.deepEqual(initials('axel', 'Sam', 'ANNA', 'anna'), expected);
  });

  it('stand also for a name without a letter', () => {
    assert.deepEqual(initials('🎯', '—'), { '—': '?-1', '🎯': '?-2' });
  });

  it('are never those of two people, and each name has some', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('anna', 'Anna', 'a 1', 'A-1', 'a', 'ß', 'ss', 's s', '?', '? 1'),
    );
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const byName = initialsOf(names);
        const people = new Set(names.map(nameKey));
        assert.equal(byName.size, people.size);
        assert.equal(new Set(byName.values()).size, people.size);
        for (const key of people) assert.ok(byName.get(key));
      }),
    );
  });
});
