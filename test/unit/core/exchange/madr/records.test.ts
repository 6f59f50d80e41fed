import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, it } from 'mocha';
import type { Fact } from '../../../../../src/core/entries/entry.ts';
import { markdownOf, textOf } from '../../../../../src/core/exchange/madr/markdownText.ts';
import { planRecordImport, type RecordImportPlan } from '../../../../../src/core/exchange/madr/planRecordImport.ts';
import { planRecords } from '../../../../../src/core/exchange/madr/planRecords.ts';
import { isRecordName, recordName, recordNumber } from '../../../../../src/core/exchange/madr/recordName.ts';
import type { Item } from '../../../../../src/core/items/item.ts';
import { tidy, tidyLines, tidyList, tidyName } from '../../../../../src/core/rules/limits.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { recordImportReport, sayRecordRefusal } from '../../../../../src/core/exchange/madr/recordImportText.ts';
import { cpuTimeInMs } from '../../../../support/cpuTime.ts';
import { anyDay } from '../../../../support/anyFact.ts';
import {
  captured,
  decided,
  handedOver,
  held,
  logged,
  reversed,
  sentBack,
  type TestFact,
} from '../../../../support/facts.ts';
import { usualPolicy as policy } from '../../../../support/policy.ts';

const today = '2026-03-20';

function registerOf(...facts: readonly TestFact[]): Register {
  const register = new Register();
  register.add(logged(...facts));
  return register;
}

function exported(register: Register, folder: readonly { name: string; text: string | undefined }[] = []) {
  return planRecords(register.items.values(), folder, 'shop', policy.calendar);
}

function imported(files: readonly { name: string; text: string }[], register = new Register()): RecordImportPlan {
  return planRecordImport(
    files.map((file) => ({ ...file, fault: undefined })),
    { folderName: 'decisions', sourceSystem: 'shop', register, today, policy, idFor: (key) => `named ${key}` },
  );
}

const trickyParts = fc.constantFrom(
  ...['#', '# ', '- ', '1. ', '>', '`', '```', '*', '_', '[x](y)', '<b>', '<!--', '-->', '|', '\\', '"', '", because '],
  ...["'", ': ', '---', '===', '\n', '\n\n', '&amp;', '$(x)', 'é', '🧭', '../', '@', '~~', ' ', 'word', '{a}', '!'],
);
const text = fc.oneof(
  fc.array(trickyParts, { maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const defined = (arbitrary: fc.Arbitrary<string | undefined>) => arbitrary.filter((value) => value !== undefined);
const line = defined(text.map(tidy));
/** Multi-line texts without trailing spaces, which a record does not keep. */
const lines = defined(
  text.map((value) => {
    const tidied = tidyLines(value);
    return tidyLines(
      tidied
        ?.split('\n')
        .map((part) => part.trim())
        .join('\n'),
    );
  }),
);

describe('people’s words in Markdown', () => {
  it('are the same words again', () => {
    fc.assert(
      fc.property(lines, (text) => assert.equal(textOf(markdownOf(text)), text)),
      { numRuns: 1000 },
    );
  });

  it('hold no mark that Markdown would follow, and stay readable', () => {
    assert.equal(markdownOf('Pick the on-call vendor (2 of 3)!'), 'Pick the on-call vendor (2 of 3)!');
    assert.equal(markdownOf('# a\n- b\n1. c\n\n---'), '\\# a\\\n\\- b\\\n1\\. c\n\n\\---');
    assert.equal(markdownOf('<img src=x> [a](command:b) `c`'), '\\<img src=x\\> \\[a\\](command:b) \\`c\\`');
  });
});

describe('the name of a record', () => {
  it('says its number and its title, and nothing else', () => {
    const names: readonly [string, string][] = [
      ['Pick the on-call vendor', '0007-pick-the-on-call-vendor.md'],
      ['../../etc/passwd', '0007-etc-passwd.md'],
      ['C:\\Windows\\con', '0007-c-windows-con.md'],
      ['..', '0007-decision.md'],
      ['🎯', '0007-decision.md'],
      ['Größe: „ja“?', '0007-größe-ja.md'],
      ['漢字 を使う', '0007-漢字-を使う.md'],
      ['a\u202egnp.exe', '0007-a-gnp-exe.md'],
      ['x'.repeat(300), `0007-${'x'.repeat(60)}.md`],
    ];
    for (const [title, name] of names) assert.equal(recordName(7, title), name);
  });

  it('is safe whatever the title', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 99_999 }), (title, number) => {
        const name = recordName(number, title);
        assert.match(name, /^\d{4,5}-[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*\.md$/u);
        assert.ok(new TextEncoder().encode(name).length <= 255);
        assert.equal(recordNumber(name), number);
        assert.ok(isRecordName(name));
      }),
    );
  });

  it('is told from what lies beside records', () => {
    const records = ['0001-a.md', 'adr-0002-b.md', '0003-template-engine.md', 'use-x.MD'];
    const others = ['README.md', 'index.md', 'template.md', 'adr-template.md', '0000-template.md', 'a.txt'];
    assert.deepEqual([...records, ...others].filter(isRecordName), records);
    assert.deepEqual(['0001-a.md', 'ADR-12-b.md', '20230101-c.md', 'd.md'].map(recordNumber), [
      1,
      12,
      undefined,
      undefined,
    ]);
  });
});

describe('a decided item as a record', () => {
  it('is what MADR 4 asks for', () => {
    const { files } = exported(
      registerOf(
        captured({
          askedBy: 'lee',
          waiting: ['anna', 'Lee'],
          note: 'The contract ends.\nTwo offers.',
          link: 'https://x.test',
        }),
        sentBack,
        { type: 'itemReturned', item: 'vendor', returnedOn: '2026-03-03' },
        { ...handedOver, to: 'kim' },
        { ...decided, because: 'it has the better support' },
        { type: 'checkDaySet', item: 'vendor', checkOn: '2026-06-01', setOn: '2026-03-03' },
      ),
    );
    assert.deepEqual(
      files.map(({ name }) => name),
      ['0001-pick-a-vendor.md'],
    );
    assert.equal(
      files[0]?.text,
      [
        '---',
        'status: accepted',
        'date: 2026-03-03',
        'decision-makers:',
        '  - kim',
        'consulted:',
        `  - ${sentBack.to}`,
        'informed:',
        '  - lee',
        '  - anna',
        'pacesetter:',
        '  id: vendor',
        '  kind: decision',
        '  asked: 2026-03-02',
        '  asked-by: lee',
        '  promised: 2026-03-04',
        '  waiting:',
        '    - anna',
        '    - Lee',
        '  link: https://x.test',
        '  check: 2026-06-01',
        '---',
        '',
        '# Pick a vendor',
        '',
        '## Context and Problem Statement',
        '',
        'The contract ends.\\',
        'Two offers.',
        '',
        '## Considered Options',
        '',
        '* the cheaper one',
        '',
        '## Decision Outcome',
        '',
        'Chosen option: "the cheaper one", because it has the better support',
        '',
        '### Confirmation',
        '',
        'To be checked on 2026-06-01.',
        '',
        '## More Information',
        '',
        '* Asked on 2026-03-02 by Lee, promised for 2026-03-04, decided on 2026-03-03.',
        '* https://x.test',
        '',
      ].join('\n'),
    );
  });

  it('says what was expected of it, and what its reversal cost', () => {
    const check = { type: 'checkDaySet', item: 'vendor', checkOn: '2026-06-01', setOn: '2026-03-03' } as const;
    const expecting = { ...decided, expect: 'half the tickets', sureness: 80 } as const;
    const textOf = (...facts: readonly TestFact[]) =>
      exported(registerOf(captured(), expecting, check, ...facts)).files[0]?.text ?? '';
    assert.match(textOf(), /\n {2}expect: half the tickets\n {2}sureness: '80'\n/);
    assert.ok(
      textOf().includes('### Confirmation\n\nExpected, 80 % sure: half the tickets\\\nTo be checked on 2026-06-01.\n'),
    );
    const costly = textOf({ ...reversed, reworkInDays: 1.5 });
    assert.match(costly, /\n {2}rework-in-days: '1\.5'\n/);
    assert.ok(
      costly.includes('reversed on 2026-03-04, because the price doubled; 1.5 working days of rework\n'),
      costly,
    );
  });

  it('is written once, numbered on from what is there, whatever its file is called now', () => {
    const register = registerOf(captured(), decided, captured({ item: 'b', title: 'B' }), { ...decided, item: 'b' });
    const first = exported(register, [
      { name: '0004-by-hand.md', text: '# By hand' },
      { name: 'notes.txt', text: undefined },
    ]);
    assert.deepEqual(
      first.files.map(({ name }) => name),
      ['0005-b.md', '0006-pick-a-vendor.md'],
    );
    const renamed = first.files.map(({ text }, index) => ({ name: `adr-${index + 10}.md`, text }));
    assert.deepEqual(exported(register, renamed), { files: [], existing: 2, outdated: [] });
  });

  it('leaves out what is open, cleared, settled or withdrawn', () => {
    const register = registerOf(
      captured(),
      captured({ item: 'b', kind: 'dependency' }),
      { type: 'itemCleared', item: 'b', clearedOn: '2026-03-03' },
      captured({ item: 'c' }),
      { type: 'itemWithdrawn', item: 'c', reason: 'r', withdrawnOn: '2026-03-03' },
    );
    assert.deepEqual(exported(register), { files: [], existing: 0, outdated: [] });
  });

  it('is superseded by the record of what replaced it, and both name each other', () => {
    const facts = [captured(), decided, { ...reversed, reason: 'the price doubled' }, captured({ item: 'vendor 2' })];
    const open = exported(registerOf(...facts));
    assert.match(open.files[0]?.text ?? '', /\nstatus: deprecated\n|^---\nstatus: deprecated\n/);
    assert.match(open.files[0]?.text ?? '', /It did not stand: reversed on 2026-03-04, because the price doubled/);

    const register = registerOf(...facts, { ...decided, item: 'vendor 2', decidedOn: '2026-03-05' });
    const [old, newer] = exported(register).files;
    assert.match(old?.text ?? '', /^---\nstatus: superseded by ADR-0002\n/);
    assert.match(old?.text ?? '', /\* Superseded by \[ADR-0002\]\(0002-pick-a-vendor\.md\)/);
    assert.match(newer?.text ?? '', /\* Supersedes \[ADR-0001\]\(0001-pick-a-vendor\.md\)/);

    const before = exported(registerOf(captured(), decided)).files;
    const later = exported(register, before);
    assert.deepEqual([later.existing, later.outdated], [1, ['0001-pick-a-vendor.md']]);
    assert.match(later.files[0]?.text ?? '', /\* Supersedes \[ADR-0001\]/);
  });

  it('lets no word of a person become a heading, a front matter or a link', () => {
    const evil = '---\nstatus: rejected\n---\n# Title\n## Decision Outcome\n[a](command:x) <script>';
    const register = registerOf(
      captured({ title: 'a: [b](command:c) # d', note: evil, askedBy: 'x\n- y: &z *z', waiting: ['!!js/function x'] }),
      { ...decided, outcome: evil, because: evil },
    );
    const [file] = exported(register).files;
    const body = file?.text.split('\n---\n').slice(1).join('') ?? '';
    assert.deepEqual(body.match(/^#.*$/gm), [
      '# a: \\[b\\](command:c) \\# d',
      '## Context and Problem Statement',
      '## Considered Options',
      '## Decision Outcome',
      '## More Information',
    ]);
    assert.doesNotMatch(body, /(?<!\\)[<[]/);
    const front = load(file?.text.split('\n---\n')[0]?.slice(4) ?? '') as { status: string; informed: string[] };
    assert.equal(front.status, 'accepted');
    assert.ok(front.informed.includes('!!js/function x'));
  });
});

describe('records that are read back', () => {
  const name = defined(text.map(tidyName)).filter((name) => !/^[@#]/.test(name) && name.length <= 50);
  const names = fc
    .array(name, { maxLength: 3 })
    .map(tidyList)
    .filter((list) => list.every((name) => !/^[@#]/.test(name)));
  const days = fc
    .tuple(anyDay('2026-01-01', today), anyDay('2026-01-01', today), anyDay('2026-01-01', today))
    .map((all) => all.toSorted());
  const anyItem = fc.record({
    id: fc.uuid({ version: 7 }),
    kind: fc.constantFrom('decision', 'approval'),
    door: fc.option(fc.constantFrom('one-way', 'two-way'), { nil: undefined }),
    title: line,
    days,
    promisedOn: anyDay('2026-01-01', '2026-12-01'),
    askedBy: fc.option(name, { nil: undefined }),
    waiting: names,
    tags: names,
    link: fc.option(line, { nil: undefined }),
    note: fc.option(lines, { nil: undefined }),
    outcome: lines,
    because: fc.option(lines, { nil: undefined }),
    bySilence: fc.boolean(),
    check: fc.constantFrom('none', 'set', 'held', 'reversed'),
    expectation: fc.option(fc.record({ expect: lines, sureness: fc.integer({ min: 50, max: 99 }) }), {
      nil: undefined,
    }),
    reworkInDays: fc.option(fc.constantFrom(0, 1.5, 12), { nil: undefined }),
  });
  type ItemFields = typeof anyItem extends fc.Arbitrary<infer T> ? T : never;

  function factsOf(itemFields: ItemFields, successor: string | undefined): Fact[] {
    const { id: item, days, outcome, because, bySilence, check, expectation, reworkInDays, ...fields } = itemFields;
    const [askedOn, decidedOn, answeredOn] = days as [
      ItemFields['promisedOn'],
      ItemFields['promisedOn'],
      ItemFields['promisedOn'],
    ];
    return [
      { type: 'itemCaptured', item, askedOn, ...fields },
      bySilence
        ? { type: 'itemDecidedBySilence', item, outcome, decidedOn, confirmedOn: decidedOn }
        : { type: 'itemDecided', item, outcome, because, decidedOn, ...expectation },
      ...(check === 'set' || check === 'held'
        ? [{ type: 'checkDaySet', item, checkOn: answeredOn, setOn: decidedOn } as const]
        : []),
      ...(check === 'held' ? [{ type: 'checkHeld', item, note: because, answeredOn } as const] : []),
      ...(check === 'reversed' && successor !== undefined
        ? [{ type: 'itemReversed', item, reason: outcome, successor, reworkInDays, answeredOn } as const]
        : []),
    ];
  }

  function exportedFields(register: Register): object[] {
    return [...register.items.values()]
      .map(({ history: _, importedFrom: _i, loggedOn: _l, target: _t, ...item }: Item) => item)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  it('are the same items with the same days, checks and reversals', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { minLength: 1, maxLength: 4, selector: ({ id }) => id }), (items) => {
        const register = registerOf(...items.flatMap((item, index) => factsOf(item, items[index + 1]?.id)));
        const { files } = exported(register);
        assert.equal(files.length, items.length);
        const plan = imported(files);
        assert.deepEqual(plan.refused, []);
        const reimported = registerOf(...(plan.facts as Fact[]));
        assert.deepEqual(exportedFields(reimported), exportedFields(register));
        assert.deepEqual(exported(reimported, files), { files: [], existing: items.length, outdated: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('add nothing to the log they came from, nor a second time', () => {
    const register = registerOf(captured(), decided, held);
    const { files } = exported(register);
    const again = imported(files, register);
    assert.deepEqual([again.added, again.unchanged, again.facts], [0, 1, []]);
    const twice = imported([...files, ...files.map(({ text }) => ({ name: '0002-copy.md', text }))]);
    assert.deepEqual([twice.added, twice.unchanged], [1, 1]);
  });
});

describe('records that others wrote', () => {
  const madr4 = `---
status: "accepted"
date: 2026-02-11
decision-makers: Anna, Ken
consulted: [Sam]
informed: {list everyone who is kept up-to-date}
---

# Use Markdown Architectural Decision Records

## Context and Problem Statement

We want to record decisions.
Which format should they *follow*?

<!-- This is an optional element. -->
## Decision Drivers

* Speed

## Considered Options

* [MADR](https://adr.github.io/madr/) 4.0.0
* Nothing

## Decision Outcome

Chosen option: "MADR 4.0.0", because it is **lean** and
fits [our style](style.md).

### Consequences

* Good, because …
`;
  const madr2 = `# ADR-0002: Use PostgreSQL

* Status: superseded by [ADR-0005](0005-other.md)
* Deciders: [list everyone involved in the decision] <!-- optional -->
* Date: 2026-01-15

Technical Story: PLAT-12

## Context and Problem Statement

Which database?

## Decision Outcome

Chosen option: PostgreSQL, because we know it.
`;
  const nygard = `# 3. Record decisions

Date: 2025-12-01

## Status

Accepted

## Context

We forget.

## Decision

We will write them down.

It costs little.

## Consequences

None.
`;

  it('go in as decided, asked on the day they were decided, where they say nothing else', () => {
    const { facts, added, refused } = imported([
      { name: '0001-madr.md', text: madr4.replace(/\n/g, '\r\n') },
      { name: '0002-postgres.md', text: madr2 },
      { name: '0003-record.md', text: nygard },
    ]);
    assert.deepEqual([added, refused], [3, []]);
    const [first, second, third] = registerOf(...(facts as Fact[])).items.values();
    assert.equal(first?.title, 'Use Markdown Architectural Decision Records');
    assert.deepEqual(first.closing, {
      how: 'decided',
      on: '2026-02-11',
      outcome: 'MADR 4.0.0',
      because: 'it is lean and\nfits our style.',
    });
    assert.deepEqual([first.askedOn, first.importedFrom, first.waiting], ['2026-02-11', 'decisions', []]);
    assert.equal(
      first.note,
      'We want to record decisions.\nWhich format should they *follow*?\nDecision makers: Anna, Ken\nConsulted: Sam',
    );
    assert.equal(second?.title, 'Use PostgreSQL');
    assert.deepEqual(second.closing, {
      how: 'decided',
      on: '2026-01-15',
      outcome: 'PostgreSQL',
      because: 'we know it.',
      recordStatus: 'superseded by ADR-0005',
    });
    assert.equal(second.note, 'Which database?\nTechnical story: PLAT-12');
    assert.equal(second.check, undefined, 'being superseded years later is no reversal');
    assert.equal(third?.title, 'Record decisions');
    assert.deepEqual(third.closing, {
      how: 'decided',
      on: '2025-12-01',
      outcome: 'We will write them down.',
      because: 'It costs little.',
    });
  });

  it('are known by title and day, also where the item never was a record', () => {
    const register = registerOf(captured({ title: 'use postgresql', askedOn: '2026-01-02' }), {
      ...decided,
      decidedOn: '2026-01-15',
    });
    const { added, unchanged } = imported(
      [
        { name: 'a.md', text: madr2 },
        { name: 'b.md', text: madr4 },
      ],
      register,
    );
    assert.deepEqual([added, unchanged], [1, 1]);
  });

  it('are listed with the reason where they cannot go in, and the rest goes in', () => {
    const files: readonly [string, string, string][] = [
      ['a.md', '---\n: [\n---\n# A', 'noOutcome'],
      ['b.md', '---\n- list\n---\n# A', 'noOutcome'],
      ['c.md', madr4.replace('# Use', 'Use'), 'noTitle'],
      ['d.md', madr4.replace('date: 2026-02-11', ''), 'noDay'],
      ['e.md', madr4.replace('2026-02-11', 'soon'), 'unreadableDay'],
      ['f.md', madr4.replace(/## Decision Outcome[^]*/, ''), 'noOutcome'],
      ['g.md', madr4.replace('"accepted"', 'proposed'), 'notDecided'],
      ['h.md', madr4.replace('2026-02-11', '2026-03-21'), 'closedInFuture'],
      ['i.md', madr4.replace('Architectural', 'x'.repeat(300)), 'tooLong'],
      ['j.md', '', 'noTitle'],
      ['k.md', madr4.replace('---\n\n#', 'pacesetter:\n  held: 2026-02-01\n---\n\n#'), 'impossibleCheck'],
    ];
    const { refused, added, facts } = imported([
      ...files.map(([name, text]) => ({ name, text })),
      { name: '2026-02-13-fine.md', text: madr4.replace('date: 2026-02-11', '') },
    ]);
    assert.deepEqual(
      refused.map(({ file, reason }) => [file, reason.refused]),
      files.map(([name, , reason]) => [name, reason]),
    );
    assert.equal(added, 1);
    assert.ok(facts.some((fact) => fact.type === 'itemDecided' && fact.decidedOn === '2026-02-13'));
    for (const { reason } of refused) assert.match(sayRecordRefusal(reason, today), /^[“A-Z].*\.$/);
  });

  it('go in shortened where a text is longer than an item takes, and the report says which', () => {
    const plan = imported([{ name: 'a.md', text: madr4.replace('lean', 'x'.repeat(3_000)) }]);
    assert.deepEqual([plan.added, plan.shortened], [1, ['a.md']]);
    assert.ok(plan.facts.some((fact) => fact.type === 'itemDecided' && fact.because?.length === 2_000));
    assert.match(recordImportReport('x', plan, today), /## Shortened.*\n\n- a\.md\n/);
  });

  it('keep the people where the context is longer than a note takes', () => {
    const plan = imported([{ name: 'a.md', text: madr4.replace('We want', `${'x'.repeat(5_000)} We want`) }]);
    const [item] = registerOf(...(plan.facts as Fact[])).items.values();
    assert.equal(item?.note?.length, 4_000);
    assert.match(item.note, /x…\nDecision makers: Anna, Ken\nConsulted: Sam$/);
    assert.deepEqual(plan.shortened, ['a.md']);
  });

  it('are read in an instant, whatever a hostile one holds', () => {
    const long = 1_000_000;
    const bodies = ['<!--', '"', ' ', '[', '\\', 'because ', '# ', '* Status: ', '```\n', '[a](', '"  ', '\n'];
    for (const body of bodies) {
      const filler = body.repeat(long / body.length);
      const time = cpuTimeInMs(() => {
        imported([
          { name: 'a.md', text: `---\ndate: 2026-02-11\n---\n# A\n\n## Decision Outcome\n\nChosen option: "${filler}` },
        ]);
        imported([{ name: 'a.md', text: `---\nx: ${filler}\n---\n${filler}` }]);
      });
      // Linear work takes a fiftieth of this; quadratic work never ends.
      assert.ok(time < 5_000, `${JSON.stringify(body)}: ${time} ms`);
    }
  });
});
