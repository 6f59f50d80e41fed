import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Finder } from '../../../../src/core/board/find.ts';
import { sayKind } from '../../../../src/core/items/itemText.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver } from '../../../support/facts.ts';

const { rows } = boardOf('2026-03-09', [
  captured({ item: 'young', title: 'Sign off the Café', kind: 'approval', askedOn: '2026-03-06', waiting: ['ida'] }),
  captured({ item: 'vendor', title: 'Pick a vendor', waiting: ['Anna', 'sam'], tags: ['platform'], door: 'one-way' }),
  captured({ item: 'closed', title: 'Keep the old vendor', askedBy: 'lee', link: 'src/rates.ts:12' }),
  { ...decided, item: 'closed' },
  captured({ item: 'keys', title: 'Keys', kind: 'dependency', owedBy: 'ops' }),
  { ...handedOver, item: 'keys' },
]);
const finder = new Finder(rows, ({ kind }) => sayKind(kind));
const find = (text: string) => finder.find(text).map(({ id }) => id);

describe('finding an item', () => {
  it('goes by title, person, tag, kind, door and link, whatever the case', () => {
    assert.deepEqual(find('VENDOR'), ['vendor', 'closed']);
    assert.deepEqual(find('anna'), ['vendor']);
    assert.deepEqual(find('@anna'), ['vendor']);
    assert.deepEqual(find('lee'), ['closed']);
    assert.deepEqual(find('@ops'), ['keys']);
    assert.deepEqual(find('kim'), ['keys'], 'whoever decides it now');
    assert.deepEqual(find('#plat'), ['vendor']);
    assert.deepEqual(find('Approval'), ['young']);
    assert.deepEqual(find('!dependency'), ['keys']);
    assert.deepEqual(find('!oneway'), ['vendor']);
    assert.deepEqual(find('rates.ts'), ['closed']);
    assert.deepEqual(find('cafe\u0301'), ['young']);
    assert.deepEqual(find('CAFE'), ['young'], 'without its accent');
  });

  it('asks for every word, in any order, and keeps the order of the board: the closed last', () => {
    assert.deepEqual(find('  vendor anna '), ['vendor']);
    assert.deepEqual(find('sam vendor one-way'), ['vendor']);
    assert.deepEqual(find('vendor nobody'), []);
    assert.deepEqual(find(''), ['vendor', 'young', 'keys', 'closed']);
  });
});
