import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { describe, it } from 'mocha';
import type { Day } from '../../../../src/core/time/day.ts';
import type { Fact } from '../../../../src/core/entries/entry.ts';
import type { Assignment } from '../../../../src/core/assignments/assignment.ts';
import type { Priorities } from '../../../../src/core/assignments/priorities.ts';
import { decodeLine, encodeLine } from '../../../../src/core/entries/line.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, logged, type TestFact } from '../../../support/facts.ts';
import { added, changed, clear, drafted, ended, made, owed, ranked, reassigned } from '../../../support/workFacts.ts';

function assignmentFrom(...facts: readonly TestFact[]): Assignment | undefined {
  return registerOf(...facts).assignments.get('work');
}
function folded(...facts: readonly TestFact[]): Assignment {
  const assignment = assignmentFrom(...facts);
  assert.ok(assignment !== undefined);
  return assignment;
}
function listed(...facts: readonly TestFact[]): Priorities {
  return registerOf(...facts).priorities;
}
const ids = ({ ranked }: Priorities) => ranked.map(({ id }) => id);
const dropped = { type: 'draftDropped', assignment: 'work', droppedOn: '2026-03-03' } as const;
const filled = {
  type: 'agreementFilled',
  assignment: 'work',
  excluded: 'Partners',
  settles: 'hole',
  filledOn: '2026-03-04',
} as const;

describe('an assignment', () => {
  it('is there once it is drafted or made, and not because of what is said about it', () => {
    for (const fact of [changed, reassigned, ended, filled, dropped])
      assert.equal(assignmentFrom(fact), undefined, fact.type);
    assert.equal(folded(drafted).madeOn, undefined);
    assert.deepEqual(folded(made()).agreement, clear);
  });

  it('has as draft what was answered last, whole', () => {
    const draft = folded(drafted, {
      type: 'assignmentDrafted',
      assignment: 'work',
      owner: 'Sam',
      draftedOn: '2026-03-03',
    });
    assert.deepEqual(draft.agreement, { owner: 'Sam' });
    assert.equal(draft.draftedOn, '2026-03-03');
  });

  it('is gone when its draft is dropped, and back when it is drafted again', () => {
    assert.equal(assignmentFrom(drafted, dropped), undefined);
    assert.equal(folded(drafted, dropped, drafted).draftedOn, '2026-03-02');
    assert.equal(folded(drafted, dropped, made()).madeOn, '2026-03-02');
  });

  it('is made once: a second making, and drafts after it, change nothing', () => {
    const twice = folded(made(), made({ outcome: 'other', madeOn: '2026-03-03' }), drafted, dropped);
    assert.deepEqual(twice.agreement, clear);
    assert.equal(twice.madeOn, '2026-03-02');
  });

  it('tells each change, old and new, with what was the same left out', () => {
    const assignment = folded(made(), { ...changed, excluded: 'Partners', serves: null });
    assert.deepEqual(assignment.amendments, [
      {
        how: 'changed',
        on: '2026-03-03',
        fields: [
          { field: 'doneWhen', from: clear.doneWhen, to: '60 invoices are paid' },
          { field: 'serves', from: 'sound', to: undefined },
        ],
        reason: 'more customers',
        costInDays: 2,
      },
    ]);
    assert.equal(assignment.agreement.serves, undefined);
    assert.equal(assignment.agreement.doneWhen, '60 invoices are paid');
  });

  it('tells no change where two machines made the same one', () => {
    assert.equal(folded(made(), changed, { ...changed, device: 'desktop', reason: 'as well' }).amendments.length, 1);
    assert.equal(folded(made(), reassigned, { ...reassigned, device: 'desktop' }).amendments.length, 1);
  });

  it('compares lists by what is in them', () => {
    const list = made({ dependsOn: ['a', 'b'] });
    assert.equal(folded(list, { ...changed, doneWhen: undefined, dependsOn: ['a', 'b'] }).amendments.length, 0);
    assert.equal(folded(list, { ...changed, doneWhen: undefined, dependsOn: ['b', 'a'] }).amendments.length, 1);
  });

  it('asks the new owner whether the day suits', () => {
    const assignment = folded(made(), reassigned);
    assert.equal(assignment.agreement.owner, 'Sam');
    assert.equal(assignment.agreement.isAgreed, undefined);
    const owner = { field: 'owner', from: 'Anna', to: 'Sam' } as const;
    assert.deepEqual(assignment.amendments[0]?.fields, [owner, { field: 'isAgreed', from: true, to: undefined }]);
    assert.deepEqual(folded(made({ isAgreed: undefined }), reassigned).amendments[0]?.fields, [owner]);
  });

  it('has holes filled, which is no change of what was agreed', () => {
    const assignment = folded(made({ excluded: undefined }), filled);
    assert.deepEqual(assignment.amendments, [
      {
        how: 'filled',
        on: '2026-03-04',
        fields: [{ field: 'excluded', from: undefined, to: 'Partners' }],
        reason: undefined,
        costInDays: 0,
      },
    ]);
    assert.equal(assignment.agreement.excluded, 'Partners');
  });

  it('ends once, and nothing is amended after that', () => {
    const assignment = folded(made(), ended, { ...ended, result: 'missed' }, changed, reassigned, filled);
    assert.deepEqual(assignment.closing, { result: 'met', on: '2026-03-03', note: undefined });
    assert.deepEqual(assignment.amendments, []);
    assert.equal(assignment.agreement.owner, 'Anna');
  });

  it('keeps the day on which its end was written down, where that is another one', () => {
    const closing = (day: Day | undefined) => folded(made(), { ...ended, day }).closing;
    assert.deepEqual(closing('2026-03-05'), {
      result: 'met',
      on: '2026-03-03',
      note: undefined,
      loggedOn: '2026-03-05',
    });
    for (const day of ['2026-03-03', undefined] as const) assert.equal(closing(day)?.loggedOn, undefined);
  });

  it('is told by the clock and not by the order of reading: late, doubled, one by one', () => {
    const facts = [drafted, made(), changed, reassigned, { ...changed, doneWhen: 'x' }, ended];
    const whole = folded(...facts);
    assert.equal(whole.amendments.length, 3);
    const register = new Register();
    for (const entry of [...logged(...facts).toReversed(), ...logged(...facts)]) register.add([entry]);
    assert.deepEqual(register.assignments.get('work'), whole);
  });

  it('that a newer version wrote about is marked, also before it arrives, and keeps being told', () => {
    const register = new Register();
    assert.equal(register.add([], ['work']), true);
    assert.equal(register.add([], ['work']), false);
    register.add(logged(made()));
    assert.equal(register.assignments.get('work')?.readOnly, true);
    assert.deepEqual(register.assignments.get('work')?.agreement, clear);
    assert.equal(folded(made()).readOnly, false);
  });

  it('is named by a line of a newer version', () => {
    const newer = { type: 'assignmentSplit', assignment: 'work' } as unknown as Fact;
    const line = encodeLine(newer, logged(made())[0]!, crc32);
    assert.deepEqual(decodeLine(line, crc32), { type: 'newer', item: 'work' });
  });

  it('is not mixed up with an item of the same id, or with what every object inherits', () => {
    const register = registerOf(captured({ item: 'work' }), made(), made({ assignment: '__proto__' }));
    assert.equal(register.items.size, 1);
    assert.deepEqual([...register.assignments.keys()], ['work', '__proto__']);
  });
});

describe('a hole', () => {
  it('is known of its item, the first that was said, as long as it is open', () => {
    const again = { type: 'clarityOwed', item: 'dueOn', assignment: 'other', hole: 'owner' } as const;
    assert.deepEqual(registerOf(...owed('dueOn'), again).items.get('dueOn')?.clarity, {
      assignment: 'work',
      hole: 'dueOn',
    });
    assert.equal(registerOf(captured()).items.get('vendor')?.clarity, undefined);
  });

  it('is closed by its answer, once', () => {
    const settled = { type: 'itemSettled', item: 'dueOn', answer: 'Friday', settledOn: '2026-03-03' } as const;
    const { items } = registerOf(...owed('dueOn'), settled, { ...settled, answer: 'Monday' });
    assert.deepEqual(items.get('dueOn')?.closing, { how: 'settled', on: '2026-03-03', answer: 'Friday' });
    assert.equal(items.get('dueOn')?.respondedOn, '2026-03-03');
  });
});

describe('the list of priorities', () => {
  const abc = [added('a'), added('b'), added('c')];

  it('is empty at first, and each goes to its end', () => {
    assert.deepEqual(listed(), { ranked: [], retired: [], rerankings: [], history: [] });
    assert.deepEqual(ids(listed(...abc)), ['a', 'b', 'c']);
    assert.deepEqual(ids(listed(...abc, added('a', 'again'))), ['a', 'b', 'c']);
  });

  it('tells which places changed, and only orders that changed one', () => {
    const { rerankings } = listed(...abc, ranked(['b', 'a', 'c']), ranked(['b', 'a', 'c'], '2026-03-04'));
    assert.deepEqual(rerankings, [
      { on: '2026-03-03', moved: ['b', 'a'], displacement: { stops: 'the audit', because: 'the law', told: 'Kim' } },
    ]);
  });

  it('takes the later of two orders of two machines, each for what was there when it is read', () => {
    const both = listed(...abc, ranked(['c', 'a', 'b']), ranked(['b', 'a', 'c'], '2026-03-04'));
    assert.deepEqual(ids(both), ['b', 'a', 'c']);
    assert.equal(both.rerankings.length, 2);
    // One of the two did not know the third priority, which stays behind those that were named.
    assert.deepEqual(ids(listed(...abc, ranked(['b', 'a']))), ['b', 'a', 'c']);
    assert.deepEqual(ids(listed(...abc, ranked(['nothing', 'c', 'c', 'a']))), ['c', 'a', 'b']);
  });

  it('keeps what was retired, with why, and moves the others up without a re-ranking', () => {
    const retired = { type: 'priorityRetired', priority: 'a', reason: 'done', retiredOn: '2026-03-03' } as const;
    const list = listed(...abc, retired, retired, { type: 'priorityRenamed', priority: 'a', title: 'x' }, added('a'));
    assert.deepEqual(ids(list), ['b', 'c']);
    assert.deepEqual(list.retired, [
      { id: 'a', title: 'Priority a', addedOn: '2026-03-02', retiredOn: '2026-03-03', reason: 'done' },
    ]);
    assert.deepEqual(list.rerankings, []);
  });

  it('has the title it was given last', () => {
    const renamed = (title: string) => ({ type: 'priorityRenamed', priority: 'a', title }) as const;
    assert.equal(listed(...abc, renamed('x'), renamed('y')).ranked[0]?.title, 'y');
    assert.deepEqual(listed(renamed('x')).ranked, []);
  });

  it('takes an undone order out of force, and what came after it stands', () => {
    const list = listed(...abc, ranked(['c', 'b', 'a']), added('d'), { type: 'actUndone', undoes: 'act-4' });
    assert.deepEqual(ids(list), ['a', 'b', 'c', 'd']);
    assert.deepEqual(list.rerankings, []);
  });
});
