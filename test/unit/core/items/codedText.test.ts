import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import type { Entry, Fact } from '../../../../src/core/entries/entry.ts';
import { nextClock } from '../../../../src/core/entries/hybridClock.ts';
import { answerOf, titleOf } from '../../../../src/core/items/codedText.ts';
import { reasonOf } from '../../../../src/core/items/reasonText.ts';
import { originNote } from '../../../../src/core/capture/originNote.ts';
import { buildItemPage, itemPageText } from '../../../../src/core/reports/itemPage.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { addSample } from '../../../../src/core/rules/sample.ts';
import { anySteps, intentOf } from '../../../support/anyIntent.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import type { TestFact } from '../../../support/facts.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';
import { useEnglish, usePseudoLocale } from '../../../support/pseudoLocale.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { plan, tableOf } from '../exchange/csv/importing.ts';
import { made, owed } from '../../../support/workFacts.ts';

const today = '2026-03-04';
const outcome = 'Customers can pay by invoice';

/** The item of a hole as it is written today. */
function hole(...more: readonly TestFact[]): TestFact[] {
  const [captured, owes] = owed('isAgreed', 'hole', { title: outcome });
  assert.ok(captured !== undefined && owes?.type === 'clarityOwed');
  return [made(), captured, { ...owes, titleIs: 'outcome' }, ...more];
}

/** The item of a hole as older versions wrote it: with the sentence in their language as its title. */
const oldHole: readonly TestFact[] = [made(), ...owed('isAgreed', 'hole', { title: 'Den Tag vereinbaren: „X“' })];

const titleIn = (...facts: readonly TestFact[]) => titleOf(registerOf(...facts).items.get('hole')!);
const shownIn = (...facts: readonly TestFact[]) => rowOf(today, facts, mondayToFriday, 'hole').title;

describe('what the log holds as a code', () => {
  afterEach(useEnglish);

  it('is shown as a sentence in the language of the reader, in every view', () => {
    assert.equal(shownIn(...hole()), `Get the day of “${outcome}” agreed`);
    usePseudoLocale();
    const title = titleIn(...hole());
    assert.match(title, /^⟦.*⟧$/);
    assert.ok(title.includes(outcome));
    assert.equal(shownIn(...hole()), title);
  });

  it('of an old entry is shown as it was written', () => {
    usePseudoLocale();
    assert.equal(titleIn(...oldHole), 'Den Tag vereinbaren: „X“');
    assert.equal(reasonOf({ reason: 'The assignment was closed.' }), 'The assignment was closed.');
    assert.equal(answerOf({ answer: 'agreed' }), 'agreed');
  });

  it('gives way to the words of a person who edits the title', () => {
    assert.equal(titleIn(...hole({ type: 'itemEdited', item: 'hole', title: 'Ask Anna' })), 'Ask Anna');
    assert.equal(
      titleIn(...hole({ type: 'itemEdited', item: 'hole', note: 'n' })),
      `Get the day of “${outcome}” agreed`,
    );
  });

  it('does not become a fact when the prompt for the title is left as it is', () => {
    const register = registerOf(...hole());
    const context = { register, today, policy, device: 'laptop', newId: () => 'new' } as const;
    assert.deepEqual(rule({ type: 'edit', id: 'hole', title: titleIn(...hole()) }, context), []);
    assert.deepEqual(rule({ type: 'edit', id: 'hole', title: 'Ask Anna' }, context), [
      { type: 'itemEdited', item: 'hole', title: 'Ask Anna' },
    ]);
  });

  it('goes on in the item that a reversal opens, unless that is given a title of its own', () => {
    const settled: TestFact = { type: 'itemSettled', item: 'hole', answer: 'x', settledOn: '2026-03-03' };
    const register = registerOf(...hole(settled));
    const context = { register, today, policy, device: 'laptop', newId: () => 'new' } as const;
    const reversed = { type: 'answerCheck', id: 'hole', answer: 'reversed', reason: 'r' } as const;
    const last = (title?: string) => {
      const ruling = rule({ ...reversed, title }, context);
      return isRefusal(ruling) ? undefined : ruling.slice(-2).map((fact) => ('titleIs' in fact ? fact.titleIs : fact));
    };
    for (const title of [undefined, titleIn(...hole())]) assert.equal(last(title)?.at(-1), 'outcome');
    const [captured, owes] = last('Ask Anna') ?? [];
    assert.ok(typeof captured === 'object' && captured.type === 'itemCaptured' && captured.title === 'Ask Anna');
    assert.ok(typeof owes === 'object' && owes.type === 'clarityOwed');
  });

  it('is a reason or an answer in words on the page of the item', () => {
    const page = (fact: TestFact) => {
      const item = registerOf(...hole(fact)).items.get('hole')!;
      const row = rowOf(today, hole(fact), mondayToFriday, 'hole');
      return itemPageText(
        buildItemPage({ item, row, pace: undefined, today, calendar: mondayToFriday, titleOf: (id) => id }),
      );
    };
    const reason = { reason: 'assignmentClosed', reasonCode: 'assignmentClosed' };
    const withdrawn = page({ type: 'itemWithdrawn', item: 'hole', ...reason, withdrawnOn: today });
    assert.match(withdrawn, /^Withdrawn .*: The assignment was closed\.$/m);
    assert.ok(!withdrawn.includes('assignmentClosed'));
    const answer = { answer: 'agreed', answerCode: 'agreed' };
    usePseudoLocale();
    const settled = page({ type: 'itemSettled', item: 'hole', ...answer, settledOn: today });
    assert.match(settled, /⟦ágrééééd⟧/);
  });
});

describe('nothing translated', () => {
  afterEach(useEnglish);
  const translated = /[⟦⟧]/;

  it('is in a fact that any rule writes, whatever is asked for', () => {
    const written = new Set<Fact['type']>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        usePseudoLocale();
        const register = new Register();
        let ids = 0;
        let clock: string | undefined;
        for (const step of steps) {
          const context = { register, today, policy, device: 'laptop', newId: () => `id ${++ids}` } as const;
          const ruling = rule(intentOf(step, register, today), context);
          if (isRefusal(ruling)) continue;
          const act = `act-${++ids}`;
          const entries = ruling.map((fact): Entry => {
            clock = nextClock(clock, new Date(`${today}T09:00:00Z`));
            return { ...fact, id: `entry-${++ids}`, clock, device: 'laptop', act, loggedAt: `${today}T09:00:00.000Z` };
          });
          assert.doesNotMatch(JSON.stringify(entries), translated);
          for (const { type } of entries) written.add(type);
          register.add(entries);
        }
      }),
      { numRuns: 150 },
    );
    for (const type of ['clarityOwed', 'itemWithdrawn', 'itemSettled', 'assignmentClosed'] as const) {
      assert.ok(written.has(type), `${type} was written`);
    }
  });

  it('is in the sample, in what a capture keeps of its origin, or in what an import writes', () => {
    usePseudoLocale();
    let ids = 0;
    const context = { register: new Register(), today, policy, device: 'laptop', newId: () => `id ${++ids}` } as const;
    const sample = addSample(context);
    assert.ok(!isRefusal(sample) && sample.length > 20);
    assert.doesNotMatch(JSON.stringify(sample), translated);
    const note = originNote({ place: 'src/a.ts:1', branch: 'main', repository: 'shop' }, 'a', 'b');
    assert.equal(note, 'From src/a.ts:1, branch main, repository shop\n\nb');
    const { facts } = plan(tableOf('title | askedOn | closedOn', 'Pick | 2026-03-02 | 2026-03-03'));
    assert.equal(facts.length, 2);
    assert.doesNotMatch(JSON.stringify(facts), translated);
  });
});
