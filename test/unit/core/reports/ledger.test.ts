import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { elementsOfMarkdown } from '../../../support/renderedMarkdown.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import type { DaySpan } from '../../../../src/core/reports/daySpan.ts';
import { buildLedger, type SharedLedger } from '../../../../src/core/reports/ledger.ts';
import { type PeopleMode, peopleModes } from '../../../../src/core/reports/initials.ts';
import { titlesIn } from '../../../../src/core/register/titles.ts';
import { ledgerText } from '../../../../src/core/reports/ledgerText.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import {
  blockedBy,
  captured,
  cleared,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { changed, made, owed, reassigned, sound } from '../../../support/workFacts.ts';

/** Tuesday, 10 March 2026. */
const today: Day = '2026-03-10';
const march: DaySpan = { from: '2026-03-01', to: '2026-03-31' };

function ledgerOf(facts: readonly TestFact[], span = march): SharedLedger {
  const register = registerOf(...facts);
  const board = buildBoard(register.items, today, usualPolicy);
  return buildLedger(register, board, buildWorkBoard(register, board, usualPolicy), span, usualPolicy);
}

function textOf(facts: readonly TestFact[], people: PeopleMode = 'shown', span = march): string {
  return ledgerText(ledgerOf(facts, span), people, titlesIn(registerOf(...facts)));
}

/** The lines under a heading, whose count is that of its entries. */
function under(heading: string, text: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.replace(/ \(\d+\)$/, '') === `## ${heading}`);
  assert.ok(start >= 0, `no “${heading}” in:\n${text}`);
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '));
  const found = lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => line !== '');
  const entries = found.filter((line) => line.startsWith('- ')).length;
  assert.equal(lines[start], entries === 0 ? `## ${heading}` : `## ${heading} (${entries})`);
  return found;
}

const item = (id: string, said: Parameters<typeof captured>[0] = {}) =>
  captured({ item: id, title: `Title of ${id}`, ...said });
const moved = {
  type: 'promiseMoved',
  item: 'vendor',
  promisedOn: '2026-03-06',
  reason: 'no price',
  movedOn: '2026-03-04',
} as const;

describe('a ledger to show others', () => {
  it('ends with both halves over ninety days, and never says you', () => {
    const facts = Array.from({ length: 5 }, (_, at): TestFact[] => [
      item(`item ${at}`),
      { ...sentBack, item: `item ${at}`, sentBackOn: '2026-03-03' },
      { ...returned, item: `item ${at}`, returnedOn: at === 0 ? '2026-03-06' : '2026-03-04' },
      { ...decided, item: `item ${at}`, decidedOn: '2026-03-05' },
    ]).flat();
    const text = textOf([...facts, sound, made(), changed], 'none');
    const [, halves = ''] = text.split('## Both halves, over the last 90 days\n\n');
    assert.deepEqual(halves.trim().split('\n'), [
      '- The leader’s moves: 85 % within 1 working day, of 10',
      '- The team’s moves: 85 % within 3 working days, of 5',
      '- Promises kept by the leader: 5 of 5; by the team: not enough yet (0 of 5)',
      '- Changes of mind: 1 requirement change and 0 priority changes, over 1 assignment',
      '- Sent back: 5, beside 5 closed',
    ]);
    assert.doesNotMatch(text, /\byou/i);
  });

  it('says what is owed today, the oldest hurt first, with who waits, the promise and every slip with its reason', () => {
    const text = textOf([
      item('quiet', { promisedOn: '2026-03-20' }),
      captured({ door: 'one-way', askedBy: 'lee', waiting: ['anna', 'sam'] }),
      moved,
      { ...decided, item: 'gone' },
    ]);
    assert.deepEqual(under('Owed now', text), [
      '- **Pick a vendor**: Decision, one-way, asked Mon 2 Mar by Lee; 9 days old',
      '  - Anna and Sam have waited 6 working days: 12 person-days.',
      '  - Promised Fri 6 Mar, 1 slip, first promised Wed 4 Mar: 2 working days over.',
      '  - Slip on Wed 4 Mar: from Wed 4 Mar to Fri 6 Mar: no price',
      '- **Title of quiet**: Decision, asked Mon 2 Mar; 9 days old',
      '  - It has waited 6 working days; nobody is named as waiting.',
      '  - Promised Fri 20 Mar.',
    ]);
  });

  it('says why something owed rests: a question, a person, another item, a default', () => {
    const text = textOf([
      item('held'),
      { ...deliberating, item: 'held', until: '2026-03-12' },
      item('sent'),
      { ...sentBack, item: 'sent' },
      item('stuck'),
      { ...blockedBy('held', 'stuck'), namedOn: today },
      { ...defaultStated, item: 'stuck', takesEffectOn: '2026-03-20' },
    ]);
    const lines = [...under('Owed now', text), ...under('Their move', text)];
    for (const line of [
      String.raw`  - Held until Thu 12 Mar, to settle: Can we leave in a year?`,
      String.raw`  - Sent back to Ida Tue 3 Mar: Which region?`,
      '  - Waits for “Title of held” (verified Tue 10 Mar).',
      '  - If nobody decides by Fri 20 Mar: we stay.',
    ])
      assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
  });

  it('lists apart what is their move: it is not owed now, and is counted in one place', () => {
    const text = textOf([item('mine'), item('sent'), { ...sentBack, item: 'sent' }]);
    assert.deepEqual(under('Owed now', text)[0], '- **Title of mine**: Decision, asked Mon 2 Mar; 9 days old');
    assert.deepEqual(under('Their move', text), [
      '- **Title of sent**: Decision, asked Mon 2 Mar; 9 days old',
      '  - It has waited 1 working day; nobody is named as waiting.',
      '  - Promised Wed 4 Mar, and 5 working days that were not yours, so due Wed 11 Mar.',
      String.raw`  - Sent back to Ida Tue 3 Mar: Which region?`,
    ]);
    assert.ok(text.includes('1 item owed now. Their move: 1. 0 person-days of waiting.'), text);
  });

  it('counts what was handed over, and lists it as owed by nobody here', () => {
    const text = textOf([item('a'), { ...handedOver, item: 'a' }]);
    assert.deepEqual(under('Owed now', text), ['Nothing.', '1 more was handed over: somebody else decides it now.']);
  });

  it('says what was decided in the span, why, and how fast against what is asked', () => {
    const text = textOf([
      captured(),
      { ...decided, decidedOn: '2026-03-06', because: 'it is enough' },
      item('wire', { kind: 'dependency' }),
      { ...cleared, item: 'wire' },
      item('quiet'),
      { ...decidedBySilence, item: 'quiet' },
      item('given'),
      { ...handedOver, item: 'given' },
      { ...decided, item: 'given', decidedOn: '2026-03-05', outcome: 'yes' },
      item('before', { askedOn: '2026-02-02' }),
      { ...decided, item: 'before', decidedOn: '2026-02-28' },
      item('open again'),
      { ...decided, item: 'open again' },
      { ...reopened, item: 'open again' },
    ]);
    assert.deepEqual(under('Decided', text), [
      '- **Title of quiet** (Tue 3 Mar): decided by silence: we stay',
      '  - Took 1 working day; 2 working days asked for.',
      '- **Title of wire** (Tue 3 Mar): cleared',
      '  - Took 1 working day; 5 working days asked for.',
      '- **Title of given** (Thu 5 Mar): yes',
      '  - Handed over to Kim, who decided it.',
      '- **Pick a vendor** (Fri 6 Mar): the cheaper one',
      '  - Because it is enough',
      '  - Took 4 working days; 2 working days asked for.',
    ]);
    assert.ok(
      text.includes(
        '1 item owed now. Their move: 0. 0 person-days of waiting. In these days 4 decided or cleared, 0 slips, 0 reversed.',
      ),
    );
  });

  it('lists slips and reversals of the span, also of what is closed', () => {
    const text = textOf([
      captured(),
      moved,
      { ...moved, promisedOn: '2026-03-20', movedOn: '2026-03-09', reason: 'later' },
      { ...decided, decidedOn: today },
      item('old'),
      { ...decided, item: 'old' },
      { ...reversed, item: 'old', successor: 'new' },
      item('new', { askedOn: '2026-03-04' }),
      item('off'),
      { ...withdrawn, item: 'off' },
    ]);
    assert.deepEqual(under('Slipped', text), [
      '- **Pick a vendor**: Wed 4 Mar: from Wed 4 Mar to Fri 6 Mar: no price',
      '- **Pick a vendor**: Mon 9 Mar: from Fri 6 Mar to Fri 20 Mar: later',
    ]);
    assert.deepEqual(under('Reversed', text), [
      '- **Title of old**: reversed Wed 4 Mar: the price doubled — It went on as “Title of new”.',
    ]);
    assert.deepEqual(under('Withdrawn', text), ['- **Title of off** (Tue 3 Mar): withdrawn: no longer needed']);
    const early = textOf([captured(), moved], 'shown', { from: '2026-03-05', to: '2026-03-31' });
    assert.deepEqual(under('Slipped', early), ['Nothing.']);
  });

  it('tells the clarity that is owed and that was settled, and what was changed after it was agreed', () => {
    const text = textOf([
      sound,
      made({ anyway: 'it is urgent' }),
      ...owed('excluded'),
      ...owed('doneWhen'),
      { type: 'itemSettled', item: 'doneWhen', answer: '40 invoices', settledOn: '2026-03-04' },
      // Filling in what was owed is no change of the agreement.
      {
        type: 'agreementFilled',
        assignment: 'work',
        excluded: 'Resellers',
        settles: 'doneWhen',
        filledOn: '2026-03-03',
      },
      changed,
      reassigned,
    ]);
    assert.deepEqual(under('Clarity owed', text), [
      '- **Fill excluded**: Clarity, asked Mon 2 Mar; 9 days old',
      // Sam, who holds it since Tuesday.
      '  - It has waited 6 working days. Waiting: Sam, counted from the day each was named: 5 person-days.',
      '  - Promised Tue 3 Mar: 5 working days over.',
    ]);
    assert.deepEqual(under('Clarity settled', text), [
      '- **Fill doneWhen** (Wed 4 Mar): settled: 40 invoices',
      '  - Took 2 working days; 1 working day asked for.',
    ]);
    assert.deepEqual(under('Changed after it was agreed', text), [
      '- **Customers can pay by invoice** (Sam): Tue 3 Mar: Done when: from “40 invoices are paid” to “60 invoices are paid”, because more customers; costs 2 days',
      '- **Customers can pay by invoice** (Sam): Tue 3 Mar: Owner: from “Anna” to “Sam”; the day is no longer agreed, because Anna is on leave; costs 3 days',
    ]);
  });

  it('says of an empty log that there is nothing', () => {
    const text = textOf([]);
    assert.ok(text.startsWith('# Ledger, 2026-03-01 to 2026-03-31\n\nWritten 2026-03-10. People are named.\n'));
    for (const heading of ['Owed now', 'Decided', 'Slipped', 'Reversed', 'Changed after it was agreed']) {
      assert.deepEqual(under(heading, text), ['Nothing.']);
    }
  });
});

/** These people in every place where the log holds a name. */
function namedEverywhere(...[anna, sam, lee, kim, ops, tom]: readonly string[]): TestFact[] {
  return [
    captured({ waiting: [anna!, sam!], askedBy: lee!, kind: 'dependency', owedBy: ops! }),
    item('sent', { askedBy: lee! }),
    { ...sentBack, item: 'sent', to: kim! },
    item('given', { waiting: [anna!] }),
    { ...handedOver, item: 'given', to: tom! },
    { ...decided, item: 'given', decidedOn: '2026-03-05' },
    made({ owner: anna! }),
    { ...reassigned, owner: sam!, reason: 'r' },
    ...owed('excluded', 'excluded', { waiting: [anna!] }),
  ];
}
const everybody = ['annabel', 'sammo', 'leeroy', 'kimber', 'opsian', 'tomas'];

describe('the people in a ledger', () => {
  it('are all named where they are shown', () => {
    const text = textOf(namedEverywhere(...everybody), 'shown');
    for (const name of everybody) assert.ok(text.toLowerCase().includes(name), name);
  });

  it('are known by their initials, those who share them told apart', () => {
    const text = textOf(namedEverywhere('annabel', 'sammo', 'lee', 'axel weber', 'aida', 'tom'), 'initials');
    assert.ok(text.includes(String.raw`A-2 and S have waited 6 working days`), text);
    assert.ok(text.includes('Sent back to AW'), text);
    assert.ok(text.includes(String.raw`owed by A-1, asked Mon 2 Mar by L`), text);
    assert.ok(text.includes(String.raw`Owner: from “A-2” to “S”`), text);
    assert.match(text, /initials; titles, outcomes and reasons stand as they were written/);
  });

  it('are counted where they are left out', () => {
    const text = textOf(namedEverywhere(...everybody), 'none');
    assert.ok(text.includes('2 people have waited 6 working days: 12 person-days.'), text);
    assert.ok(text.includes('Waiting: 1 person, counted from the day each was named: 5 person-days.'), text);
    assert.ok(text.includes('Decided after it was handed over.'), text);
    assert.ok(text.includes('Owner: from “one person” to “another person”'), text);
  });

  it('stand nowhere by name unless they are shown', () => {
    for (const people of ['initials', 'none'] as const) {
      const text = textOf(namedEverywhere(...everybody), people).toLowerCase();
      for (const name of everybody) assert.ok(!text.includes(name), `${name} with ${people}:\n${text}`);
    }
  });
});

describe('the words of the log in a ledger', () => {
  it('are plain text, whatever they are', () => {
    const hostile = fc.constantFrom(
      '<img src=x onerror=y>',
      '[x](command:a.b)',
      '![i](https://a.test/p.png)',
      '$(trash) `code` | a | b',
      '# head\n\n---\n* li\n> q',
      '**b** __c__ ~~d~~ &lt; http://a.test',
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 12, maxLength: 12 }), fc.constantFrom(...peopleModes), (w, people) => {
        const facts: TestFact[] = [
          captured({ title: w[0]!, waiting: [w[1]!], askedBy: w[2]!, owedBy: w[3]!, kind: 'dependency' }),
          { ...deliberating, question: w[4]!, until: '2026-03-12' },
          { ...moved, reason: w[5]! },
          { ...defaultStated, outcome: w[6]!, takesEffectOn: '2026-03-20' },
          item('stuck', { title: w[7]! }),
          blockedBy('vendor', 'stuck'),
          item('sent'),
          { ...sentBack, item: 'sent', question: w[8]!, to: w[9]! },
          item('done'),
          { ...decided, item: 'done', outcome: w[10]!, because: w[11]! },
          { ...reversed, item: 'done', reason: w[0]!, successor: 'stuck' },
          item('off'),
          { ...withdrawn, item: 'off', reason: w[1]! },
          made({ outcome: w[2]!, owner: w[3]! }),
          { ...changed, doneWhen: w[4]!, displaces: w[5]!, dependsOn: ['vendor'], reason: w[6]! },
          { ...reassigned, owner: w[7]! },
        ];
        const text = textOf(facts, people);
        assert.deepEqual(elementsOfMarkdown(text), ['h1', 'h2', 'li', 'p', 'strong', 'ul']);
        assert.equal(text.split('\n').filter((line) => line.startsWith('# ')).length, 1);
      }),
    );
  });
});
