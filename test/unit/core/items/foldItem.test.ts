import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ItemEntry } from '../../../../src/core/entries/entry.ts';
import { foldItem } from '../../../../src/core/items/foldItem.ts';
import type { Item } from '../../../../src/core/items/item.ts';
import { slipsOf } from '../../../../src/core/board/promise.ts';
import { anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import {
  acknowledged,
  captured,
  checkDaySet,
  cleared,
  corrected,
  decided,
  logged,
  reopened,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';

function folded(...facts: readonly TestFact[]): Item {
  const item = foldItem(logged(...facts) as ItemEntry[], false);
  assert.ok(item !== undefined);
  return item;
}
const moved = { type: 'promiseMoved', item: 'vendor', movedOn: '2026-03-04' } as const;

describe('an item', () => {
  it('is what its capture said', () => {
    const capture = captured({ door: 'one-way', askedBy: 'ida', waiting: ['anna'], tags: ['infra'], target: 5 });
    const { history, ...item } = folded(capture);
    assert.deepEqual(item, {
      id: 'vendor',
      kind: 'decision',
      title: 'Pick a vendor',
      door: 'one-way',
      askedOn: '2026-03-02',
      firstAskedOn: '2026-03-02',
      askedBy: 'ida',
      loggedOn: '2026-03-02',
      promisedOn: '2026-03-04',
      firstPromisedOn: '2026-03-04',
      toldDays: [],
      target: 5,
      waiting: ['anna'],
      waitingSpells: [{ name: 'anna', from: undefined, to: undefined }],
      owedBy: undefined,
      tags: ['infra'],
      link: undefined,
      note: undefined,
      importedFrom: undefined,
      sourceSystem: undefined,
      sourceKey: undefined,
      isAskedEstimated: false,
      acknowledgedOn: undefined,
      respondedOn: undefined,
      turns: [],
      deliberation: undefined,
      blockers: [],
      chases: [],
      default: undefined,
      clarity: undefined,
      closing: undefined,
      check: undefined,
      disagreement: undefined,
      readOnly: false,
      request: undefined,
      withoutEffect: [],
    });
    assert.deepEqual(history, logged(capture));
  });

  it('is nothing before it was captured', () => {
    assert.equal(foldItem(logged(decided) as ItemEntry[], false), undefined);
    assert.equal(foldItem([], true), undefined);
  });

  it('takes in what was said about it before its capture arrived', () => {
    const item = folded({ type: 'itemEdited', item: 'vendor', title: 'Pick the vendor' }, decided, captured());
    assert.equal(item.title, 'Pick the vendor');
    assert.equal(item.closing?.how, 'decided');
  });

  it('keeps the first of two captures', () => {
    const item = folded(captured(), captured({ title: 'Another', promisedOn: '2026-04-01' }));
    assert.equal(item.title, 'Pick a vendor');
    assert.equal(item.firstPromisedOn, '2026-03-04');
  });

  it('keeps the first of two closings', () => {
    const second = { ...decided, outcome: 'the dearer one', decidedOn: '2026-03-04' } as const;
    assert.deepEqual(folded(captured(), decided, second, withdrawn, cleared).closing, {
      how: 'decided',
      on: '2026-03-03',
      outcome: 'the cheaper one',
      because: undefined,
    });
  });

  it('takes over what its source says of the closing now, and opens with nothing of it left', () => {
    const item = folded(captured(), decided, corrected);
    assert.deepEqual(item.closing, {
      how: 'decided',
      on: '2026-03-04',
      outcome: 'the dearer one',
      because: undefined,
      isEstimated: true,
    });
    assert.equal(item.respondedOn, '2026-03-04');
    assert.equal(
      folded(captured(), { ...acknowledged, acknowledgedOn: '2026-03-02' }, decided, corrected).respondedOn,
      '2026-03-02',
    );
    const cleared = { ...corrected, closedAs: 'cleared', note: 'signed', isEstimated: undefined } as const;
    assert.deepEqual(folded(captured(), decided, cleared).closing, {
      how: 'cleared',
      on: '2026-03-04',
      note: 'signed',
    });
    const gone = { ...corrected, closedAs: 'withdrawn', reason: 'moot', isEstimated: undefined } as const;
    assert.deepEqual(folded(captured(), decided, gone).closing, { how: 'withdrawn', on: '2026-03-04', reason: 'moot' });
  });

  it('keeps its promise and its check when its closing is corrected, unless the promise came from the source', () => {
    const item = folded(captured(), decided, checkDaySet, corrected);
    assert.deepEqual(
      [item.promisedOn, item.firstPromisedOn, item.check?.on],
      ['2026-03-04', '2026-03-04', '2026-03-20'],
    );
    const moved = folded(captured(), decided, { ...corrected, promisedOn: '2026-03-05' });
    assert.deepEqual([moved.promisedOn, moved.firstPromisedOn, moved.toldDays], ['2026-03-05', '2026-03-05', []]);
  });

  it('keeps what was expected of it when its decision is corrected, and loses it when it is reopened', () => {
    const expecting = { ...decided, expect: 'half the tickets', sureness: 80 } as const;
    const expectationOf = ({ closing }: Item) => (closing?.how === 'decided' ? closing.expectation : undefined);
    const expectation = { expect: 'half the tickets', sureness: 80 };
    assert.deepEqual(expectationOf(folded(captured(), expecting, checkDaySet)), expectation);
    assert.deepEqual(expectationOf(folded(captured(), expecting, checkDaySet, corrected)), expectation);
    assert.equal(expectationOf(folded(captured(), expecting, checkDaySet, reopened, decided)), undefined);
  });

  it('has nothing to check or expect while its source calls it withdrawn, and both again once it was decided after all', () => {
    const gone = { ...corrected, closedAs: 'withdrawn', reason: 'moot' } as const;
    const expecting = { ...decided, expect: 'half the tickets', sureness: 80 } as const;
    const withdrawn = folded(captured(), expecting, checkDaySet, gone);
    assert.deepEqual([withdrawn.closing?.how, withdrawn.check], ['withdrawn', undefined]);
    const back = folded(captured(), expecting, checkDaySet, gone, gone, corrected);
    assert.deepEqual(
      [back.closing?.how === 'decided' && back.closing.expectation, back.check?.on],
      [{ expect: 'half the tickets', sureness: 80 }, '2026-03-20'],
    );
    const again = folded(captured(), expecting, gone, reopened, decided, corrected).closing;
    assert.equal(again?.how === 'decided' ? again.expectation : 'none', undefined);
  });

  it('has no closing that could be corrected while it is open', () => {
    assert.equal(folded(captured(), corrected).closing, undefined);
    assert.equal(folded(captured(), decided, reopened, corrected).closing, undefined);
  });

  it('knows its source, and whether its days are estimated, until somebody says the day', () => {
    const source = { sourceSystem: 'jira', sourceKey: 'A-1' };
    const item = folded(captured({ ...source, isAskedEstimated: true }), { ...decided, isEstimated: true });
    assert.deepEqual([item.sourceSystem, item.sourceKey, item.isAskedEstimated], ['jira', 'A-1', true]);
    assert.equal(item.closing?.isEstimated, true);
    const edited = folded(item.history[0]!, {
      type: 'itemEdited',
      item: 'vendor',
      askedOn: '2026-03-01',
      sourceKey: 'B-2',
    });
    assert.deepEqual([edited.isAskedEstimated, edited.sourceSystem, edited.sourceKey], [false, 'jira', 'B-2']);
  });

  it('is cleared with its note, or withdrawn with its reason', () => {
    const withNote = { ...cleared, note: 'signed' };
    assert.deepEqual(folded(captured(), withNote).closing, { how: 'cleared', on: '2026-03-03', note: 'signed' });
    assert.deepEqual(folded(captured(), withdrawn).closing, {
      how: 'withdrawn',
      on: '2026-03-03',
      reason: 'no longer needed',
    });
  });

  it('opens again when it is reopened, and can be closed anew; reopening an open one changes nothing', () => {
    assert.equal(folded(captured(), decided, reopened).closing, undefined);
    assert.equal(folded(captured(), reopened).closing, undefined);
    const again = { ...decided, outcome: 'neither', decidedOn: '2026-03-05' } as const;
    assert.equal(folded(captured(), decided, reopened, again).closing?.on, '2026-03-05');
  });

  it('keeps its first promise whatever is promised later, and every day told with its reason; a later day is a slip', () => {
    const item = folded(
      captured(),
      { ...moved, promisedOn: '2026-03-10', reason: 'waiting for the price' },
      { ...moved, promisedOn: '2026-03-06', reason: 'the price came' },
    );
    assert.equal(item.firstPromisedOn, '2026-03-04');
    assert.equal(item.promisedOn, '2026-03-06');
    assert.deepEqual(item.toldDays, [
      { by: 'promise', day: '2026-03-10', reason: 'waiting for the price', on: '2026-03-04' },
      { by: 'promise', day: '2026-03-06', reason: 'the price came', on: '2026-03-04' },
    ]);
    assert.deepEqual(slipsOf(item, mondayToFriday), [
      { from: '2026-03-04', to: '2026-03-10', reason: 'waiting for the price', on: '2026-03-04' },
    ]);
  });

  it('leaves what an edit does not name, changes what it names, and empties what it says is null', () => {
    const full = captured({
      door: 'one-way',
      askedBy: 'ida',
      owedBy: 'ops',
      link: 'https://a.test',
      note: 'n',
      tags: ['x'],
    });
    const same = folded(full, { type: 'itemEdited', item: 'vendor' });
    const { history: _, ...before } = folded(full);
    const { history: __, ...after } = same;
    assert.deepEqual(after, before);

    const emptied = folded(full, {
      type: 'itemEdited',
      item: 'vendor',
      door: null,
      askedBy: null,
      owedBy: null,
      link: null,
      note: null,
      tags: [],
    });
    for (const field of ['door', 'askedBy', 'owedBy', 'link', 'note'] as const)
      assert.equal(emptied[field], undefined, field);
    assert.deepEqual(emptied.tags, []);

    const changed = folded(full, {
      type: 'itemEdited',
      item: 'vendor',
      kind: 'approval',
      askedOn: '2026-02-27',
      door: 'two-way',
    });
    assert.deepEqual([changed.kind, changed.askedOn, changed.door], ['approval', '2026-02-27', 'two-way']);
    assert.equal(changed.promisedOn, '2026-03-04', 'no edit moves a promise');
  });

  it('has each person wait once, in the order they were first named', () => {
    const item = folded(
      captured({ waiting: ['anna', 'sam'] }),
      { type: 'waitingChanged', item: 'vendor', added: ['lee', 'anna'], removed: ['sam', 'nobody'] },
      { type: 'waitingChanged', item: 'vendor', added: ['sam'] },
    );
    assert.deepEqual(item.waiting, ['anna', 'sam', 'lee']);
  });

  it('has somebody wait who is taken out and put in by one change', () => {
    const both = { type: 'waitingChanged', item: 'vendor', added: ['anna'], removed: ['anna'] } as const;
    assert.deepEqual(folded(captured({ waiting: ['anna', 'sam'] }), both).waiting, ['anna', 'sam']);
  });

  it('can be folded from anything that may be on disk', () => {
    const anyEntries = fc.array(fc.record({ fact: anyFact(fc.constant('vendor')), envelope: anyEnvelope() }));
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const about = entries.flatMap(({ fact, envelope }) => ('item' in fact ? [{ ...fact, ...envelope }] : []));
        const item = foldItem(about, false);
        assert.equal(item === undefined, !about.some(({ type }) => type === 'itemCaptured'));
      }),
    );
  });
});
