import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { completionsOf, knownWords } from '../../../../src/core/capture/completion.ts';
import { readCaptureLine } from '../../../../src/core/capture/captureLine.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captured, logged, sentBack } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

const known = { people: ['anna', 'Anders Berg', 'Jo', 'ops-team'], tags: ['platform', 'infra/db', 'plan'] };
const words = (line: string) => completionsOf(line, known).map(({ word }) => word);
const lines = (line: string) => completionsOf(line, known).map((completion) => completion.line);
const read = (line: string) => readCaptureLine(line, { today: '2026-11-23', calendar: mondayToFriday });

describe('completing a capture line', () => {
  it('offers the people who begin like that, whatever the case, those named most first', () => {
    assert.deepEqual(words('Pick @an'), ['@anna', '@"Anders Berg"']);
    assert.deepEqual(words('Pick @AN'), ['@anna', '@"Anders Berg"']);
    assert.deepEqual(words('Pick @'), ['@anna', '@"Anders Berg"', '@Jo', '@ops-team']);
    assert.deepEqual(words('@j'), ['@Jo']);
  });

  it('finds a name by a later word of it, and within quotes', () => {
    assert.deepEqual(words('Pick @be'), ['@"Anders Berg"']);
    assert.deepEqual(words('Pick @te'), ['@ops-team']);
    assert.deepEqual(words('Pick @"Anders B'), ['@"Anders Berg"']);
  });

  it('offers tags, kinds and doors', () => {
    assert.deepEqual(words('Pick #pl'), ['#platform', '#plan']);
    assert.deepEqual(words('Pick #d'), ['#infra/db']);
    assert.deepEqual(words('Pick !'), ['!decision', '!approval', '!dependency', '!oneway', '!twoway']);
    assert.deepEqual(words('Pick !d'), ['!decision', '!dependency']);
  });

  it('puts the whole word in the place of what was typed, with a space to go on', () => {
    assert.deepEqual(lines('Pick a vendor by fri #plat'), ['Pick a vendor by fri #platform ']);
    assert.deepEqual(lines('Pick @"And'), ['Pick @"Anders Berg" ']);
    assert.deepEqual(lines('Keys owes @op'), ['Keys owes @ops-team ']);
  });

  it('offers nothing where there is nothing to complete', () => {
    for (const line of ['', 'Pick', 'Pick @anna', 'Pick @zz', 'Pick @anna ', 'mail a@an', '\\@an', 'Fix #4', 'x !f'])
      assert.deepEqual(words(line), [], line);
    assert.deepEqual(words('Say "hello @and'), [], 'its quote would close the one that is open');
  });

  it('knows everybody and every tag the log names, those named most first, each once', () => {
    const register = new Register();
    register.add(
      logged(
        captured({ item: 'a', waiting: ['sam', 'Anna'], tags: ['ops'], askedBy: 'lee' }),
        captured({ item: 'b', waiting: ['anna'], owedBy: 'kim', tags: ['Ops', 'api'] }),
        { ...sentBack, item: 'b', to: 'ida' },
      ),
    );
    assert.deepEqual(knownWords(register.items.values(), register.assignments.values()), {
      people: ['Anna', 'ida', 'kim', 'lee', 'sam'],
      tags: ['ops', 'api'],
    });
  });

  it('leaves the title as it is and says what was chosen, whatever stands before', () => {
    const name = fc.oneof(
      fc.stringMatching(/^\p{L}[\p{L}\d ._-]{0,8}$/u).map((text) => text.trim().replaceAll(/\s+/gu, ' ')),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll(/\s+/gu, ' ').trim()),
    );
    const before = fc.constantFrom(
      '',
      'Pick a vendor ',
      'Pick by fri ',
      '@zoe ',
      'A 12" screen ',
      'Keys asked by @kim ',
    );
    const list = fc.array(name, { maxLength: 6 });
    fc.assert(
      fc.property(before, list, list, fc.constantFrom('@', '#', '!'), (start, people, tags, sign) => {
        for (const { word, line } of completionsOf(start + sign, { people, tags })) {
          const without = read(start);
          const draft = read(line);
          assert.equal(draft.title, without.title, line);
          assert.ok(line.startsWith(start + word));
          assert.deepEqual(draft.remarks, without.remarks);
          const said = word.slice(1).replaceAll('"', '').toLowerCase();
          const found = [...draft.waiting, ...draft.tags, draft.kind, draft.door?.replace('-', '')];
          assert.ok(
            found.some((each) => each?.toLowerCase() === said),
            line,
          );
        }
      }),
    );
  });
});
