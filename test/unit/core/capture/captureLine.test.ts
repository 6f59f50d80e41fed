import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { type CaptureDraft, type CaptureRemark, readCaptureLine } from '../../../../src/core/capture/captureLine.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { capturedKinds, doors } from '../../../../src/core/entries/itemFacts.ts';
import { cpuTimeInMs } from '../../../support/cpuTime.ts';
import { captureWords } from '../../../support/captureWords.ts';

/** The Monday of the example in the specification. */
const context = {
  today: '2026-11-23' as Day,
  calendar: new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] }),
};
const read = (line: string) => readCaptureLine(line, context);

/** The parts of a line that are set; empty ones are left out. */
function said(line: string): Partial<CaptureDraft> {
  const { waiting, tags, remarks, kind, ...others } = read(line);
  return {
    ...others,
    ...(kind === 'decision' ? {} : { kind }),
    ...(waiting.length ? { waiting } : {}),
    ...(tags.length ? { tags } : {}),
    ...(remarks.length ? { remarks } : {}),
  };
}

function table(rows: Record<string, Partial<CaptureDraft>>): void {
  for (const [line, expected] of Object.entries(rows)) assert.deepEqual(said(line), expected, line);
}

const mondayRemark: CaptureRemark = {
  type: 'ambiguousDay',
  words: 'mon',
  day: '2026-11-16',
  otherwise: '2026-11-23',
};

describe('a capture line', () => {
  it('says everything about an item in one go', () => {
    assert.deepEqual(read('Pick on-call vendor by fri asked mon @anna @sam !oneway #platform'), {
      title: 'Pick on-call vendor',
      kind: 'decision',
      door: 'one-way',
      askedOn: '2026-11-16',
      promisedOn: '2026-11-27',
      waiting: ['anna', 'sam'],
      tags: ['platform'],
      remarks: [mondayRemark],
    });
  });

  it('may be bare text, which becomes the title with single spaces', () => {
    table({
      'Pick a vendor': { title: 'Pick a vendor' },
      '  Pick\t a \n vendor ': { title: 'Pick a vendor' },
      '': { title: '' },
      '@anna by tomorrow': { title: '', waiting: ['anna'], promisedOn: '2026-11-24' },
    });
  });

  it('takes its marks in any order and keeps the rest in order', () => {
    const expected = { title: 'Pick the vendor', promisedOn: '2026-11-27', waiting: ['anna'], tags: ['ops'] } as const;
    table({
      'Pick the vendor by fri @anna #ops': expected,
      'by fri @anna #ops Pick the vendor': expected,
      'Pick by fri the #ops vendor @anna': expected,
      '#ops Pick the vendor, due fri, @anna': expected,
      'Pick the vendor due: fri @anna #ops': expected,
      'Pick the vendor DUE:FRI @anna #ops': expected,
      'Pick the vendor due by fri @anna #ops': expected,
      'Pick the vendor @anna, by fri, #ops': expected,
    });
  });

  it('looks ahead for a promise and back for the asked day', () => {
    table({
      'Go by end of march': { title: 'Go', promisedOn: '2027-03-31' },
      'Go by 2w': { title: 'Go', promisedOn: '2026-12-07' },
      'Go asked 2w': { title: 'Go', askedOn: '2026-11-09' },
      'Go asked 3 working days ago': { title: 'Go', askedOn: '2026-11-18' },
      'Go asked on thursday': { title: 'Go', askedOn: '2026-11-19' },
      'Go due in 3 working days': { title: 'Go', promisedOn: '2026-11-26' },
      'Go by the day after tomorrow': { title: 'Go', promisedOn: '2026-11-25' },
      'by 12-25 pick a vendor': { title: 'pick a vendor', promisedOn: '2026-12-25' },
      'by 2w pick a vendor': { title: 'pick a vendor', promisedOn: '2026-12-07' },
    });
  });

  it('returns an asked day in the future as it was read', () => {
    assert.equal(read('Go asked 2026-12-24').askedOn, '2026-12-24');
  });

  it('leaves ordinary words alone: a false alarm is worse than a miss', () => {
    for (const title of [
      ...['Stand by me', 'Review the book by Martin', 'Draft by Tom', 'Cut cost by 10%', 'by', 'asked', 'due', 'from'],
      ...['Extend the contract by 2 weeks', 'Used by 10-12 teams', 'Audit by the 3rd party', 'Printed by 3d printers'],
      ...['Printed by 3D printers', 'Cut the budget by 1M', 'Covered by 24/7 support', "Compare by today's rate"],
      ...['Sort by May, June or July', 'by and by', 'Move the due date', 'What they asked for', 'We asked 3 people'],
      ...['Routed by sat nav', 'asked tom about it', 'Lead by next example', 'Bypass friday', 'Set by-fri', 'Tax due'],
      ...['Mail a@b.c and anna@example.com', 'Upgrade @types/node', "Read @anna's note", 'Export @2x icons', '@ home'],
      ...['Fix #4711', 'Fix owner/repo#12', 'C# and F#', '# heading', 'Wow!', 'a != b', '!!', 'x !', 'Who owes what'],
      ...[
        'from Anna',
        'owed by nobody',
        '(by fri)',
        '(@anna)',
        '(#ops)',
        'C:\\by\\fri',
        '\\\\server\\share',
        '\\bypass',
      ],
    ])
      assert.deepEqual(said(title), { title }, title);
  });

  it('names who waits, in the case it was typed, each once', () => {
    table({
      'Go @anna @Anna @ANNA': { title: 'Go', waiting: ['anna'] },
      'Go @Jürgen.Müller @o-neil @sam_2': { title: 'Go', waiting: ['Jürgen.Müller', 'o-neil', 'sam_2'] },
      'Go @"Anna  Lee" @" "': { title: 'Go @" "', waiting: ['Anna Lee'] },
      'Go @anna,@sam; @kim.': { title: 'Go.', waiting: ['anna', 'sam', 'kim'] },
      '@anna: go': { title: 'go', waiting: ['anna'] },
    });
  });

  it('names who asked', () => {
    table({
      'Go from @anna': { title: 'Go', askedBy: 'anna' },
      'Go asked by @anna': { title: 'Go', askedBy: 'anna' },
      'Go asked by @"Anna Lee" @sam': { title: 'Go', askedBy: 'Anna Lee', waiting: ['sam'] },
      'Go asked tue by @anna': { title: 'Go', askedBy: 'anna', askedOn: '2026-11-17' },
      'Go asked by @anna on tue by wed': {
        title: 'Go',
        askedBy: 'anna',
        askedOn: '2026-11-17',
        promisedOn: '2026-11-25',
      },
      'Go asked yesterday @sam': { title: 'Go', askedOn: '2026-11-22', waiting: ['sam'] },
    });
  });

  it('names who owes it, which makes it a dependency', () => {
    table({
      'API keys owes @sam': { title: 'API keys', kind: 'dependency', owedBy: 'sam' },
      'API keys owed by @sam by fri': {
        title: 'API keys',
        kind: 'dependency',
        owedBy: 'sam',
        promisedOn: '2026-11-27',
      },
      'API keys owes @sam !approval': {
        title: 'API keys',
        kind: 'dependency',
        owedBy: 'sam',
        remarks: [{ type: 'replaced', words: '!approval', by: 'owes @sam' }],
      },
      'API keys !dependency owes @sam': { title: 'API keys', kind: 'dependency', owedBy: 'sam' },
    });
  });

  it('tells the kind and the door', () => {
    table({
      'Go !approval !two-way': { title: 'Go', kind: 'approval', door: 'two-way' },
      'Go !Dependency': { title: 'Go', kind: 'dependency' },
      'Go !decision !one-way': { title: 'Go', door: 'one-way' },
      'Go !twoway.': { title: 'Go.', door: 'two-way' },
    });
  });

  it('keeps an unknown mark in the title and remarks on it', () => {
    for (const words of ['!urgent', '!constructor', '!fri', '!a'])
      table({ [`Go ${words} now`]: { title: `Go ${words} now`, remarks: [{ type: 'unknownMark', words }] } });
  });

  it('tags, but never with a bare number', () => {
    table({
      'Go #Q1 #q1 #infra/db #2026-plan #4711': { title: 'Go #4711', tags: ['Q1', 'infra/db', '2026-plan'] },
      'Fix #4711,@anna': { title: 'Fix #4711,@anna' },
      'Go #größe!': { title: 'Go!', tags: ['größe'] },
    });
  });

  it('takes the first link and leaves the others', () => {
    table({
      'Read https://a.example/x?y=1#z, and http://b.example/': {
        title: 'Read and http://b.example/',
        link: 'https://a.example/x?y=1#z',
      },
      'Read https://a.example/x_(y).': { title: 'Read.', link: 'https://a.example/x_(y)' },
      'Read HTTPS://a.example by fri': { title: 'Read', link: 'HTTPS://a.example', promisedOn: '2026-11-27' },
      'Read ftp://a.example javascript:alert(1) https:// http': {
        title: 'Read ftp://a.example javascript:alert(1) https:// http',
      },
    });
  });

  it('shows what could be meant otherwise', () => {
    table({
      'Go by 11/12': {
        title: 'Go',
        promisedOn: '2026-12-11',
        remarks: [{ type: 'ambiguousDay', words: '11/12', day: '2026-12-11', otherwise: '2027-11-12' }],
      },
      'Go asked mon': { title: 'Go', askedOn: '2026-11-16', remarks: [mondayRemark] },
    });
  });

  it('lets the last of two win, and says so', () => {
    table({
      'Go by tue by wed': {
        title: 'Go',
        promisedOn: '2026-11-25',
        remarks: [{ type: 'replaced', words: 'by tue', by: 'by wed' }],
      },
      'Go by mon by wed': {
        title: 'Go',
        promisedOn: '2026-11-25',
        remarks: [{ type: 'replaced', words: 'by mon', by: 'by wed' }],
      },
      'Go by wed by 2026-11-25': { title: 'Go', promisedOn: '2026-11-25' },
      'Go !oneway !twoway': {
        title: 'Go',
        door: 'two-way',
        remarks: [{ type: 'replaced', words: '!oneway', by: '!twoway' }],
      },
    });
  });

  it('says when there is no such day, and keeps the words', () => {
    table({
      'Go by 30 feb 2027': { title: 'Go by 30 feb 2027', remarks: [{ type: 'impossibleDay', words: '30 feb 2027' }] },
      'Go asked 31 nov @anna': {
        title: 'Go asked 31 nov',
        waiting: ['anna'],
        remarks: [{ type: 'impossibleDay', words: '31 nov' }],
      },
      'Used by 20-40 teams': { title: 'Used by 20-40 teams' },
    });
  });

  it('keeps a mark literally after a backslash or in quotes', () => {
    table({
      'Mail \\@home \\#4a \\!oneway': { title: 'Mail @home #4a !oneway' },
      'Done \\by fri by tue': { title: 'Done by fri', promisedOn: '2026-11-24' },
      'Read \\https://a.example': { title: 'Read https://a.example' },
      'Write \\\\@home': { title: 'Write \\@home' },
      'Review "Stand  by fri @anna" by tue': { title: 'Review "Stand by fri @anna"', promisedOn: '2026-11-24' },
      'A 12" screen by tue': { title: 'A 12" screen', promisedOn: '2026-11-24' },
      'An "open quote by tue': { title: 'An "open quote', promisedOn: '2026-11-24' },
    });
  });

  it('keeps the full stop or question mark of a sentence that ended in a mark', () => {
    table({
      'Fix it by tue?': { title: 'Fix it?', promisedOn: '2026-11-24' },
      'Fix it, by tue.': { title: 'Fix it', promisedOn: '2026-11-24' },
      'Fix it by tue, then ship': { title: 'Fix it then ship', promisedOn: '2026-11-24' },
    });
  });
});

describe('every capture line', () => {
  const name = fc.stringMatching(/^\p{Lu}[\p{Ll}0-9]{0,6}$/u);
  const fullName = fc.tuple(name, name).map((names) => names.join(' '));
  const day = fc
    .integer({ min: 0, max: 2000 })
    .map((n) => new Date(1.75e12 + n * 864e5).toISOString().slice(0, 10) as Day);
  const word = fc.oneof(fc.constantFrom(...captureWords), fc.string({ unit: 'grapheme', maxLength: 6 }));
  const title = fc.array(word, { maxLength: 8 }).map((words) => words.join(' ').replaceAll(/\s+/gu, ' ').trim());
  const names = (of: fc.Arbitrary<string>) =>
    fc.uniqueArray(of, { selector: (text) => text.toLowerCase(), maxLength: 4 });
  const drafts = fc
    .record(
      {
        title,
        kind: fc.constantFrom(...capturedKinds),
        door: fc.constantFrom(...doors),
        askedOn: day,
        askedBy: fc.oneof(name, fullName),
        promisedOn: day,
        waiting: names(fc.oneof(name, fullName)),
        owedBy: name,
        tags: names(name.filter((text) => /^\p{L}/u.test(text))),
        link: fc.constantFrom('https://a.example/b', 'http://[::1]:80/x_(y)?z#w'),
        remarks: fc.constant<readonly CaptureRemark[]>([]),
      },
      { requiredKeys: ['title', 'kind', 'waiting', 'tags', 'remarks'], noNullPrototype: true },
    )
    .map((draft): CaptureDraft => ('owedBy' in draft ? { ...draft, kind: 'dependency' } : draft));

  it('reads back what was written for a draft, marks first or marks last', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const [marks, text] = writtenFor(draft);
        assert.deepEqual(read([...marks, text].join(' ')), draft);
        // A comma before a mark is dropped, so a title that ends in one is kept only if no mark follows.
        if (!/[\s,;]$/u.test(draft.title)) assert.deepEqual(read([text, ...marks].join(' ')), draft);
      }),
      { numRuns: 800 },
    );
  });

  it('is read without throwing, into a title that is one tidy line', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(line, (typed) => {
        const draft = read(typed);
        assert.equal(draft.title, draft.title.replaceAll(/\s+/gu, ' ').trim());
        for (const waiting of draft.waiting) assert.match(waiting, /\S/u);
      }),
      { numRuns: 800 },
    );
  });

  it('leaves nothing in the title of what was taken, wherever the marks stand', () => {
    const marks = fc.constantFrom(
      '@zoe',
      '#zebra',
      '!oneway',
      'by 2027-01-31',
      'asked 2 weeks ago',
      'from @zack',
      'due zz',
    );
    const plain = fc.constantFrom('pick', 'vendor', 'a', 'team', '10', 'Café');
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, plain), { maxLength: 12 }), (parts) => {
        const kept = parts.filter((part) => !/^(?:[@#!]|by|asked|from)/u.test(part));
        assert.equal(read(parts.join(' ')).title, kept.join(' '));
      }),
    );
  });

  it('is read at once however long it is', () => {
    const time = cpuTimeInMs(() => {
      for (const part of ['by ', 'asked by ', '" ', '@"', '#4', 'https://', '\\', '!', ',;', 'by mon '])
        read(part.repeat(2_000));
    });
    assert.ok(time < 10_000, `${time} ms`);
  });
});

/** The marks of a draft, and its title with every possible mark escaped. */
function writtenFor(draft: CaptureDraft): [marks: string[], title: string] {
  const at = (name: string) => (name.includes(' ') ? `@"${name}"` : `@${name}`);
  const marks = [
    `!${draft.kind}`,
    ...(draft.door ? [`!${draft.door}`] : []),
    ...(draft.promisedOn ? [`by ${draft.promisedOn}`] : []),
    ...(draft.askedOn ? [`asked ${draft.askedOn}`] : []),
    ...(draft.askedBy ? [`from ${at(draft.askedBy)}`] : []),
    ...(draft.owedBy ? [`owes ${at(draft.owedBy)}`] : []),
    ...draft.waiting.map(at),
    ...draft.tags.map((tag) => `#${tag}`),
    ...(draft.link ? [draft.link] : []),
  ];
  const words = draft.title.split(' ').map((word) => (couldBeMark.test(word) ? `\\${word}` : word));
  return [marks, words.join(' ')];
}

const couldBeMark = /^\\*(?:[@#!"]|https?:|(?:by|due|asked|from|owes|owed)(?![\p{L}\p{N}]))/iu;
