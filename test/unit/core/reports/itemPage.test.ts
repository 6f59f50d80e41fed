import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { elementsOfMarkdown } from '../../../support/renderedMarkdown.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import type { Pace } from '../../../../src/core/figures/pace.ts';
import { buildItemPage, itemPageText } from '../../../../src/core/reports/itemPage.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  cleared,
  decided,
  deliberating,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';
import { inTimeZone } from '../../../support/timeZone.ts';

const pageParts = { calendar: mondayToFriday, titleOf: (id: string) => `<${id}>` };

function pageOf(today: Day, facts: readonly TestFact[], pace?: Pace): string {
  const item = registerOf(...facts).items.get('vendor')!;
  const row = inTimeZone('UTC', () => rowOf(today, facts));
  return itemPageText(buildItemPage({ ...pageParts, item, row, pace, today }));
}

/** The lines of the table of figures, without its header. */
function tableIn(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Figure'));
}

describe('the page of an item', () => {
  it('tells how it stands and then everything that was said, with every word escaped', () => {
    const evil = '[x](command:a)';
    const facts = [
      captured({ title: evil, importedFrom: 'a|b.csv' }),
      { type: 'itemEdited', item: 'vendor', note: null, askedBy: 'ida', door: 'two-way', tags: ['a'] },
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: '<b>', movedOn: '2026-03-04' },
      { type: 'waitingChanged', item: 'vendor', added: ['anna'], removed: ['sam'] },
      { ...decided, outcome: '# yes' },
      reopened,
      withdrawn,
    ] as const satisfies TestFact[];
    const text = pageOf('2026-03-04', facts);
    const history = text.slice(text.indexOf('## History')).trim().split('\n').slice(2);
    assert.deepEqual(history, [
      String.raw`- Mon 2 Mar: asked by Ida`,
      String.raw`- Mon 2 Mar: imported from a|b.csv, promised Wed 4 Mar`,
      String.raw`- Mon 2 Mar: edited: door two-way; asked by Ida; tags a; note none`,
      String.raw`- Mon 2 Mar: promise moved to Tue 10 Mar: \<b>`,
      String.raw`- Mon 2 Mar: now waiting: Anna; no longer waiting: Sam`,
      String.raw`- Mon 2 Mar: decided on Tue 3 Mar: # yes`,
      String.raw`- Mon 2 Mar: reopened: the price changed`,
      String.raw`- Mon 2 Mar: withdrawn: no longer needed`,
    ]);
    assert.ok(text.startsWith(String.raw`# \[x\](command:a)`));
    assert.ok(!text.includes(evil));
  });

  it('says that a promise is the default of the target, as long as it is', () => {
    const promiseOf = (...facts: readonly TestFact[]): string | undefined =>
      pageOf('2026-03-06', facts)
        .split('\n')
        .find((line) => line.startsWith('Promised'));
    const byDefault = captured({ target: 2 });
    assert.equal(
      promiseOf(byDefault),
      'Promised Wed 4 Mar (by default: asked day + 2 working days): 2 working days over.',
    );
    assert.equal(
      promiseOf(captured({ target: 0, promisedOn: '2026-03-02' })),
      'Promised Mon 2 Mar (by default: the asked day): 4 working days over.',
    );
    const said = 'Promised Wed 4 Mar: 2 working days over.';
    assert.equal(promiseOf(captured()), said, 'a day was given');
    assert.equal(promiseOf(byDefault, { type: 'itemEdited', item: 'vendor', askedOn: '2026-02-27' }), said);
    const moved = { type: 'promiseMoved', item: 'vendor', reason: 'no price', movedOn: '2026-03-02' } as const;
    assert.match(promiseOf(byDefault, { ...moved, promisedOn: '2026-03-05' }) ?? '', /^Promised Thu 5 Mar, 1 slip, /);
    assert.match(promiseOf(byDefault, { ...moved, promisedOn: '2026-03-03' }) ?? '', /^Promised Tue 3 Mar, first /);
  });

  it('keeps the outcome, its reason and the note of a closing that was reopened', () => {
    const facts = [
      captured(),
      { ...decided, because: 'it is *good* enough' },
      reopened,
      { ...cleared, note: 'came by post' },
      reopened,
    ];
    const text = pageOf('2026-03-04', facts);
    assert.ok(text.includes(String.raw`decided on Tue 3 Mar: the cheaper one, because it is \*good\* enough`), text);
    assert.ok(text.includes(String.raw`cleared on Tue 3 Mar: came by post`), text);
  });

  it('shows a web address as a link that hides nothing, and every other link as the text it is', () => {
    const factsOf = (link: string): string[] => {
      const text = pageOf('2026-03-04', [captured({ link })]);
      return text.slice(0, text.indexOf('| Figure')).trim().split('\n');
    };
    for (const link of ['https://example.org/a_b?c=*d*#e', 'http://localhost:8080', 'HTTPS://例え.jp/[x](y)']) {
      assert.equal(factsOf(link).at(-1), `<${link}>`);
    }
    // What hides or reorders text is gone before the address is shown.
    for (const link of ['https://a.test/\u202egpj', 'https://a.test/\u0000gpj'])
      assert.equal(factsOf(link).at(-1), '<https://a.test/gpj>');
    const others = [
      ...[
        'javascript:alert(1)',
        'command:a.b',
        'file:///etc/passwd',
        'vscode://a/b',
        'example.org',
        'https://',
        'https:///a',
      ],
      ...['https://a.test> <img src=x>', 'https://a.test/a b', 'xhttps://a.test', '<https://a.test>'],
      'https://a.test\njavascript:alert(1)',
    ];
    for (const link of others) {
      assert.deepEqual(elementsOfMarkdown(factsOf(link).at(-1) ?? ''), ['p'], link);
    }
  });

  it('has a table of its figures, with only those that there are', () => {
    const capture = captured({ waiting: ['anna', 'sam'], loggedAt: '2026-03-03T09:00:00.000Z' });
    const pace = { olderThan: 3, of: 4, percent: 75 };
    const back = { ...sentBack, sentBackOn: '2026-03-03' } as const;
    const text = pageOf('2026-03-06', [capture, back, { ...returned, returnedOn: '2026-03-04' }], pace);
    assert.deepEqual(tableIn(text), [
      '| Age | 5 days old |',
      '| Waited on you | 3 working days |',
      '| With whoever asked | 1 working day |',
      '| Response time | 1 working day |',
      '| Over the promise | 1 working day |',
      String.raw`| Waiting | 6 person-days |`,
      '| Pace | older than 3 of 4 you closed |',
      '| Logged late by | 1 day |',
    ]);
    assert.deepEqual(tableIn(pageOf('2026-03-02', [captured()])), [
      '| Age | new today |',
      '| Waited on you | 0 working days |',
      '| Response time | no answer yet |',
    ]);
    assert.deepEqual(tableIn(pageOf('2026-03-20', [captured(), decided])), [
      '| Took | 2 days |',
      '| Decision time | 1 working day |',
      '| Response time | 1 working day |',
    ]);
  });

  it('lists the slips, from which day to which and why, and has no such heading without any', () => {
    const move = { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: 'no price' } as const;
    const text = pageOf('2026-03-04', [
      captured(),
      { ...move, movedOn: '2026-03-03' },
      { ...deliberating, until: '2026-03-12' },
    ]);
    const slips = text.slice(text.indexOf('## Slips'), text.indexOf('## History')).trim().split('\n').slice(2);
    assert.deepEqual(slips, [
      String.raw`- Tue 3 Mar: from Wed 4 Mar to Tue 10 Mar: no price`,
      String.raw`- Tue 3 Mar: from Tue 10 Mar to Thu 12 Mar: Can we leave in a year?`,
    ]);
    assert.ok(!pageOf('2026-03-04', [captured()]).includes('Slips'));
  });

  it('of what is asked for only tomorrow has its title and what was said, and no figures', () => {
    const item = registerOf(captured()).items.get('vendor')!;
    const text = itemPageText(
      buildItemPage({ ...pageParts, item, row: undefined, pace: undefined, today: '2026-03-01' }),
    );
    assert.ok(text.startsWith('# Pick a vendor\n'));
    assert.ok(text.includes('## History') && !text.includes('| Age'));
  });
});
