import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { itemSentences } from '../../../../src/core/items/itemSentences.ts';
import type { Item } from '../../../../src/core/items/item.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { historyLines } from '../../../../src/core/reports/historyText.ts';
import { anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { assertSameInAnyOrder } from '../../../support/anyOrder.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  checkDaySet,
  cleared,
  decided,
  held,
  logged,
  reopened,
  reversed,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';
import { mondayToFriday, usualPolicy } from '../../../support/policy.ts';

/** Machine A decides "5k"; B, offline, "9k" later; C withdraws it last. */
const a = { ...decided, id: 'a', device: 'a', outcome: '5k', decidedOn: '2026-03-02' } as const satisfies TestFact;
const b = { ...decided, id: 'b', device: 'b', outcome: '9k', decidedOn: '2026-03-03' } as const satisfies TestFact;
const c = { ...withdrawn, id: 'c', device: 'c', withdrawnOn: '2026-03-04' } as const satisfies TestFact;
/** Both as A decides, with another sureness. */
const sure50 = { ...a, id: 'sure50', expect: 'half the tickets', sureness: 50 } as const satisfies TestFact;
const sure90 = { ...sure50, id: 'sure90', device: 'b', sureness: 90 } as const satisfies TestFact;
/** By default over all that the tests know of. */
const chosen = (counts: string, over: readonly string[] = ['a', 'b', 'c', 'held', 'reversed']) =>
  ({
    type: 'disagreementSettled',
    item: 'vendor',
    counts,
    over: over.filter((id) => id !== counts),
    settledOn: '2026-03-04',
  }) as const satisfies TestFact;

function itemOf(...facts: readonly TestFact[]): Item {
  const item = registerOf(captured(), ...facts).items.get('vendor');
  assert.ok(item !== undefined);
  return item;
}
function liveRow(...facts: readonly TestFact[]): BoardRow {
  return buildBoard(registerOf(captured(), ...facts).items, '2026-03-09', usualPolicy).rows[0]!;
}
function surenessOf({ closing }: Item): number | undefined {
  return closing?.how === 'decided' ? closing.expectation?.sureness : undefined;
}
/** What counts, the ids of what does not, and the ids of the entries without effect. */
function heard({ closing, disagreement, withoutEffect }: Item): unknown[] {
  return [
    closing !== undefined && 'outcome' in closing ? closing.outcome : closing?.how,
    disagreement && [disagreement.about, disagreement.counts.id, ...disagreement.others.map(({ id }) => id)].join(' '),
    withoutEffect.join(' '),
  ];
}

describe('two machines that closed an item differently', () => {
  it('are heard: the earlier counts, and the other one is named', () => {
    assert.deepEqual(heard(itemOf(a, b)), ['5k', 'closing a b', 'b']);
    const sentences = itemSentences(liveRow(a, b), '2026-03-09');
    assert.ok(
      sentences.includes('Two machines closed it differently: “5k” counts, and “9k” does not. Choose which counts.'),
      sentences.join('\n'),
    );
  });

  it('stand on the row until the leader has looked, and on no board of an earlier day', () => {
    assert.equal(liveRow(a, b).disagreement?.about, 'closing');
    assert.equal(liveRow(a, b, chosen('a')).disagreement, undefined);
    assert.equal(rowOf('2026-03-09', [captured(), a, b]).disagreement, undefined);
  });

  it('are heard where they decide alike and expect something else, and either can be made to count', () => {
    assert.deepEqual(heard(itemOf(sure50, sure90)), ['5k', 'closing sure50 sure90', 'sure90']);
    assert.equal(surenessOf(itemOf(sure50, sure90)), 50);
    assert.equal(surenessOf(itemOf(sure50, sure90, chosen('sure90', ['sure50']))), 90);
    assert.deepEqual(heard(itemOf(sure50, sure90, chosen('sure90', ['sure50']))), ['5k', undefined, 'sure50']);
    const other = { ...sure50, id: 'other', device: 'b', expect: 'all the tickets' } as const;
    assert.equal(heard(itemOf(sure50, other))[1], 'closing sure50 other');
    assert.deepEqual(heard(itemOf(sure50, { ...sure50, id: 'same', device: 'b' })), ['5k', undefined, 'same']);
  });

  it('do not disagree where only one says what it expects: that one counts, whichever came first', () => {
    const plain = { ...a, id: 'plain', device: 'c' } as const;
    for (const facts of [
      [sure90, plain],
      [plain, sure90],
    ]) {
      const item = itemOf(...facts, checkDaySet);
      assert.deepEqual(heard(item), ['5k', undefined, 'plain']);
      assert.deepEqual([surenessOf(item), item.check?.on, item.respondedOn], [90, '2026-03-20', '2026-03-02']);
    }
  });

  it('disagree about what is expected although a third said nothing of it, and about the outcome as ever', () => {
    const plain = { ...a, id: 'plain', device: 'c' } as const;
    assert.deepEqual(heard(itemOf(plain, sure50, sure90)), ['5k', 'closing sure50 sure90', 'plain sure90']);
    assert.deepEqual(heard(itemOf(sure50, plain, sure90)), ['5k', 'closing sure50 sure90', 'plain sure90']);
    const late = itemOf(plain, b, sure50);
    assert.deepEqual([...heard(late), surenessOf(late)], ['5k', 'closing plain b', 'b plain', 50]);
    const kept = itemOf(plain, b, sure50, chosen('plain', ['b']));
    assert.deepEqual([...heard(kept), surenessOf(kept)], ['5k', undefined, 'b plain', 50]);
    const other = itemOf(plain, b, sure50, chosen('b', ['plain']));
    assert.deepEqual([...heard(other), surenessOf(other)], ['9k', undefined, 'plain sure50', undefined]);
  });

  it('are told apart by what differs where the outcome does not', () => {
    const sentence = (...facts: readonly TestFact[]) =>
      itemSentences(liveRow(...facts), '2026-03-09').find((text) => text.startsWith('Two machines'));
    assert.equal(
      sentence(sure50, sure90),
      'Two machines closed it differently: “5k”, 50 % sure of “half the tickets” counts, and “5k”, 90 % sure of “half the tickets” does not. Choose which counts.',
    );
    assert.equal(
      sentence(a, { ...b, outcome: '5k' }),
      'Two machines closed it differently: “5k” on Mon 2 Mar counts, and “5k” on Tue 3 Mar does not. Choose which counts.',
    );
    assert.equal(
      sentence(a, { ...b, outcome: '5k', decidedOn: '2026-03-02', because: 'cheaper' }),
      'Two machines closed it differently: “5k” counts, and “5k” (cheaper) does not. Choose which counts.',
    );
    assert.equal(
      sentence(c, { ...c, id: 'moot', device: 'b', reason: 'moot' }),
      'Two machines closed it differently: withdrawing it (no longer needed) counts, and withdrawing it (moot) does not. Choose which counts.',
    );
  });

  it('say the same when they do, also with another day of writing, and one machine never disagrees with itself', () => {
    assert.deepEqual(heard(itemOf(a, { ...a, id: 'same', device: 'b', day: '2026-03-09' })), ['5k', undefined, 'same']);
    assert.deepEqual(heard(itemOf(a, { ...b, device: 'a' })), ['5k', undefined, 'b']);
    assert.equal(
      heard(itemOf(a, { ...a, id: 'other day', device: 'b', decidedOn: '2026-03-03' }))[1],
      'closing a other day',
    );
    assert.equal(heard(itemOf(a, { ...a, id: 'why', device: 'b', because: 'cheaper' }))[1], 'closing a why');
    const note = { ...cleared, id: 'y', device: 'b', note: 'signed' };
    assert.equal(heard(itemOf({ ...cleared, id: 'x', device: 'a' }, note))[1], 'closing x y');
  });

  it('may be three', () => {
    assert.deepEqual(heard(itemOf(a, b, c)), ['5k', 'closing a b c', 'b c']);
    assert.deepEqual(heard(itemOf(a, b, c, chosen('c'))), ['withdrawn', undefined, 'b a']);
  });

  it('are settled for the one that counts, or for the other by one act', () => {
    assert.deepEqual(heard(itemOf(a, b, chosen('a'))), ['5k', undefined, 'b']);
    const other = itemOf(a, b, chosen('b'));
    assert.deepEqual(heard(other), ['9k', undefined, 'a']);
    assert.deepEqual([other.closing?.on, other.respondedOn], ['2026-03-03', '2026-03-03']);
    const lines = historyLines(other, '2026-03-09', mondayToFriday, String);
    assert.deepEqual(
      lines.filter(({ text }) => text.endsWith('(no effect)')),
      [{ day: 'Mon 2 Mar', text: 'decided on Mon 2 Mar: 5k (no effect)' }],
    );
  });

  it('are settled once: what nobody said, and a second choice, change nothing', () => {
    assert.deepEqual(heard(itemOf(a, b, chosen('vendor'))).slice(0, 2), ['5k', 'closing a b']);
    const second = itemOf(a, b, chosen('b'), { ...chosen('a'), id: 'late' });
    assert.deepEqual(heard(second), ['9k', undefined, 'a late']);
  });

  it('still disagree about what the choice had not seen', () => {
    assert.deepEqual(heard(itemOf(a, b, c, chosen('b', ['a']))), ['9k', 'closing b c', 'c a']);
    assert.deepEqual(heard(itemOf(a, b, c, chosen('b', ['a']), chosen('b', ['c']))), ['9k', undefined, 'c a']);
  });

  it('disagree again where two machines chose differently, and the first choice counts', () => {
    const here = { ...chosen('a', ['b']), id: 'here', device: 'a' } as const;
    const there = { ...chosen('b', ['a']), id: 'there', device: 'b' } as const;
    assert.deepEqual(heard(itemOf(a, b, here, there)), ['5k', 'closing a b', 'b there']);
    assert.deepEqual(heard(itemOf(a, b, here, { ...there, counts: 'a', over: ['b'] })), ['5k', undefined, 'b there']);
    const last = { ...chosen('b', ['a']), id: 'last', device: 'a' } as const;
    assert.deepEqual(heard(itemOf(a, b, here, there, last)), ['9k', undefined, 'there a']);
  });

  it('are heard about a check as well as about the closing, one after the other', () => {
    const held1 = { ...held, id: 'held', device: 'a', day: '2026-03-05' } as const;
    const reversed1 = { ...reversed, id: 'reversed', device: 'b', day: '2026-03-05' } as const;
    const both = [a, checkDaySet, b, held1, reversed1] as const;
    assert.equal(heard(itemOf(...both))[1], 'closing a b');
    assert.equal(heard(itemOf(...both, chosen('a')))[1], 'check held reversed');
    assert.equal(heard(itemOf(...both, chosen('a'), chosen('held')))[1], undefined);
  });

  it('disagree again where the choice is undone, or where what counts was undone', () => {
    const undo = (act: string): TestFact => ({ type: 'actUndone', undoes: act });
    assert.deepEqual(heard(itemOf(a, b, chosen('b'), undo('act-4'))), ['5k', 'closing a b', 'b']);
    assert.deepEqual(heard(itemOf(a, b, undo('act-2'))), ['9k', undefined, '']);
    assert.deepEqual(heard(itemOf(a, b, chosen('b'), undo('act-3'))), ['5k', undefined, 'entry-4']);
  });

  it('have nothing to disagree about once it is reopened', () => {
    const item = itemOf(a, b, reopened);
    assert.deepEqual([item.closing, item.disagreement], [undefined, undefined]);
  });

  it('do not check what was chosen as withdrawn', () => {
    assert.equal(itemOf(a, checkDaySet, c).check?.on, '2026-03-20');
    assert.equal(itemOf(a, checkDaySet, c, chosen('c')).check, undefined);
  });

  it('keep at most twenty others to choose from', () => {
    const others = Array.from({ length: 30 }, (_, at) => ({ ...b, id: `b${at}`, device: `d${at}`, outcome: `${at}k` }));
    assert.equal(itemOf(a, ...others).disagreement?.others.length, 20);
    assert.equal(itemOf(a, ...others).withoutEffect.length, 30);
  });
});

describe('two machines that answered a check differently', () => {
  const day = '2026-03-05';
  const stood = { ...held, id: 'held', device: 'a', day } as const satisfies TestFact;
  const wrong = { ...reversed, id: 'reversed', device: 'b', day } as const satisfies TestFact;
  const checked = [decided, checkDaySet] as const;
  const answers = (...facts: readonly TestFact[]) => {
    const { check, disagreement } = itemOf(...checked, ...facts);
    return [
      check?.answer?.how,
      disagreement &&
        [disagreement.about, disagreement.counts.id, ...disagreement.others.map(({ id }) => id)].join(' '),
    ];
  };

  it('are heard, whichever came first: a later “held” does not hide under a reversal', () => {
    assert.deepEqual(answers(wrong, stood), ['reversed', 'check reversed held']);
    assert.deepEqual(answers(stood, wrong), ['held', 'check held reversed']);
    assert.deepEqual(answers(wrong, { ...wrong, id: 'again', device: 'a', successor: 'vendor 3' }), [
      'reversed',
      'check reversed again',
    ]);
    assert.deepEqual(answers(stood, { ...stood, id: 'again', device: 'b', note: 'cheaper' }), ['held', undefined]);
  });

  it('do not disagree where the reversal names the answer that it replaces, or is of the same machine', () => {
    assert.deepEqual(answers(stood, { ...wrong, replaces: 'held' }), ['reversed', undefined]);
    assert.deepEqual(answers(stood, { ...wrong, replaces: 'another' }), ['held', 'check held reversed']);
    assert.deepEqual(answers(stood, { ...wrong, device: 'a' }), ['reversed', undefined]);
  });

  it('of older versions, which named nothing, follow on each other', () => {
    assert.deepEqual(answers(stood, { ...wrong, day: undefined }), ['reversed', undefined]);
  });

  it('are settled for either, and can then be reversed as ever', () => {
    assert.deepEqual(answers(wrong, stood, chosen('held')), ['held', undefined]);
    assert.deepEqual(answers(wrong, stood, chosen('reversed')), ['reversed', undefined]);
    const again = { ...wrong, id: 'again', device: 'c', replaces: 'held', successor: 'vendor 3' } as const;
    assert.deepEqual(answers(wrong, stood, chosen('held'), again), ['reversed', undefined]);
  });
});

describe('choosing what counts', () => {
  const settle = { type: 'settleDisagreement', id: 'vendor', counts: 'b' } as const;

  it('names the entry, dated today', () => {
    given(captured(), a, b)
      .when(settle)
      .then(chosen('b', ['a']));
    given(captured(), a, b)
      .when(settle, { counts: 'a' })
      .then(chosen('a', ['b']));
  });

  it('is refused for what is none of the two, and where nothing disagrees', () => {
    const refusal = { refused: 'noDisagreement', title: 'Pick a vendor' } as const;
    given(captured(), a, b).when(settle, { counts: 'entry-1' }).isRefused(refusal);
    given(captured(), a).when(settle).isRefused(refusal);
    given(captured(), a, b, chosen('a')).when(settle).isRefused(refusal);
  });

  it('has a reversal say which answer it replaces, the one in force', () => {
    const stood = { ...held, id: 'held', device: 'a', day: '2026-03-05' } as const;
    const other = { ...reversed, id: 'reversed', device: 'b', day: '2026-03-05' } as const;
    const reverse = { type: 'answerCheck', id: 'vendor', answer: 'reversed', reason: 'r' } as const;
    const log = given(captured(), decided, checkDaySet, other, stood, chosen('held'));
    const [fact] = log.when(reverse).ruling as readonly { readonly replaces?: string }[];
    assert.equal(fact?.replaces, 'held');
  });
});

describe('what several machines said', () => {
  it('of one decision keeps what any of them expects, and is settled for one of them where that differs', () => {
    const anySaid = fc.record({ device: fc.constantFrom('a', 'b', 'c'), sureness: fc.constantFrom(undefined, 50, 90) });
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 1, maxLength: 6 }), fc.nat(), (said, pick) => {
        const facts = said.map(({ device, sureness }, at): TestFact => ({
          ...a,
          id: `said ${at}`,
          device,
          ...(sureness !== undefined && { expect: 'half the tickets', sureness }),
        }));
        const item = itemOf(...facts);
        const expected = said.filter(({ sureness }) => sureness !== undefined);
        const [first] = expected;
        assert.equal(surenessOf(item), first?.sureness);
        assert.equal(item.withoutEffect.length, said.length - 1);
        const differs = expected.some(
          ({ device, sureness }) => device !== first?.device && sureness !== first?.sureness,
        );
        assert.equal(item.disagreement !== undefined, differs);
        if (item.disagreement === undefined) return;
        const answers = [item.disagreement.counts, ...item.disagreement.others];
        const chosenOne = answers[pick % answers.length]!;
        const settled = itemOf(
          ...facts,
          chosen(
            chosenOne.id,
            answers.map(({ id }) => id),
          ),
        );
        assert.equal(settled.disagreement, undefined);
        assert.equal(surenessOf(settled), said[Number(chosenOne.id.slice(5))]?.sureness);
        assert.equal(settled.withoutEffect.length, said.length - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('is heard alike in whatever order it is read', () => {
    const few = fc.constantFrom('a', 'b', 'c');
    const about = fc.constant('vendor');
    const anyEntry = fc
      .record({ fact: anyFact(about, few), envelope: anyEnvelope(few), id: fc.nat(20).map(String) })
      .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
    const first = logged(captured(), a, b, c);
    assertSameInAnyOrder(first, anyEntry, (register) => register.items.get('vendor'), 300);
  });
});
