import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ItemEntry } from '../../../../src/core/entries/entry.ts';
import { foldItem } from '../../../../src/core/items/foldItem.ts';
import type { Item } from '../../../../src/core/items/item.ts';
import { captured, logged } from '../../../support/facts.ts';
import { slipsOf } from '../../../../src/core/board/promise.ts';
import { mondayToFriday } from '../../../support/policy.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { repeatedActs } from '../../../support/repeatedActs.ts';

describe('folding an item that went to and fro for ever', () => {
  it('keeps every move, chase and turn, in their order', () => {
    const item = foldItem(logged(captured(), ...repeatedActs(20_000)) as ItemEntry[], false);
    assert.ok(item !== undefined);
    assert.deepEqual([item.toldDays.length, item.chases.length, item.turns.length], [20_000, 20_000, 20_000]);
    const isNumbered = (list: readonly unknown[], wordsOf: (at: number) => string | undefined, word: string) =>
      list.every((_, at) => wordsOf(at) === `${word} ${at}`);
    assert.ok(isNumbered(item.toldDays, (at) => item.toldDays[at]?.reason, 'reason'));
    assert.ok(isNumbered(item.chases, (at) => item.chases[at]?.note, 'note'));
    assert.ok(isNumbered(item.turns, (at) => item.turns[at]?.words, 'question'));
    assert.ok(item.turns.every(({ from, to }) => from === '2026-03-03' && to === from));
    const [slip, ...others] = slipsOf(item, mondayToFriday);
    assert.deepEqual([slip?.from, slip?.to, others], ['2026-03-04', '2026-04-01', []], 'told once that it is later');
  });

  it('leaves what was folded before as it was, and two items never share a list', () => {
    const about = (item: string) => repeatedActs(2).map((fact) => ({ ...fact, item }) as typeof fact);
    const register = registerOf(captured(), ...repeatedActs(2), captured({ item: 'region' }), ...about('region'));
    const lists = (item: Item | undefined) => [item?.toldDays, item?.chases, item?.turns, item?.blockers];
    const before = register.items.get('vendor');
    const copy = structuredClone(lists(before));
    const later = { device: 'phone', clock: '0190ffffffff-0000' } as const;
    register.add(
      logged(...repeatedActs(1)).map((entry) => ({
        ...entry,
        ...later,
        id: `later-${entry.id}`,
        act: `later-${entry.act}`,
      })),
    );
    assert.deepEqual(lists(before), copy);
    const after = register.items.get('vendor');
    assert.deepEqual([after?.toldDays.length, after?.chases.length, after?.turns.length], [3, 3, 3]);
    assert.equal(register.items.get('region')?.toldDays.length, 2);
    assert.deepEqual(register.items.get('region')?.blockers, [], 'nothing was added to a list that all begin with');
  });
});
