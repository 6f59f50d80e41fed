import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  completionsOf,
  kindCompletion,
  knownWords,
  nameCompletion,
  newNames,
} from '../../../../src/core/capture/completion.ts';
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

  it('puts somebody known before a new name that they begin with, and after a name that is theirs', () => {
    const first = (line: string, people: readonly string[]) =>
      completionsOf(line, { people, tags: ['ops'] }).map(({ word, comesFirst }) => `${word} ${comesFirst}`);
    assert.deepEqual(first('Pick @an', ['Anna', 'Anders']), ['@Anna true', '@Anders true']);
    assert.deepEqual(first('Pick (cc ＠an', ['Anna']), ['@Anna true']);
    assert.deepEqual(first('Pick @"Anna L', ['Anna Lee']), ['@"Anna Lee" true']);
    assert.deepEqual(first('Pick @jose', ['José']), ['@José true']);
    assert.deepEqual(first('Pick @an', ['An', 'Anna']), ['@An false', '@Anna false']);
    assert.deepEqual(first('Pick @', ['Anna']), ['@Anna false']);
    assert.deepEqual(first('Pick #o', ['Anna']), ['#ops false']);
    assert.deepEqual(first('Pick @an ', ['Anna']), []);
    assert.deepEqual(first('Pick a vendor', ['Anna']), []);
  });

  it('remarks on a new name that is close to one somebody has, wherever it stands', () => {
    const remarks = (line: string) =>
      newNames(read(line), () => ({ people: ['Anna', 'José', 'Kim Lee', 'Bo'], tags: [] }));
    const said = (line: string) =>
      remarks(line).map((each) => (each.type === 'newName' ? `${each.name} ${each.known}` : ''));
    assert.deepEqual(said('Pick @an by fri'), ['an Anna']);
    assert.deepEqual(said('Pick from @jose @ana owes @lee'), ['jose José', 'ana Anna', 'lee Kim Lee']);
    assert.deepEqual(said('Pick @anna @José @sam @Ed'), []);
    assert.deepEqual(said('Pick a vendor'), []);
    const unasked = () => assert.fail('the log is searched only for names');
    assert.deepEqual(newNames(read('Pick a vendor by fri'), unasked), []);
  });

  it('completes a half-typed name that only one person has, wherever it stands in the line', () => {
    const people = ['Anna', 'Sam', 'Samira', 'Kim Lee', 'José'];
    const completed = (line: string) => nameCompletion(line, read(line), { people, tags: [] })?.line;
    assert.equal(completed('Pick @an by fri'), 'Pick @Anna by fri');
    assert.equal(completed('Pick asked by @an, @Sam '), 'Pick asked by @Anna, @Sam ');
    assert.equal(completed('Pick @lee #an'), 'Pick @"Kim Lee" #an');
    assert.equal(completed('Pick ＠jo now'), 'Pick @José now');
    assert.equal(completed('Pick @anton @an by fri'), 'Pick @anton @Anna by fri');
    assert.equal(nameCompletion('Pick @an by fri', read('Pick @an by fri'), { people, tags: [] })?.comesFirst, true);
    for (const line of [
      'Pick @sa by fri',
      'Pick @Sam by fri',
      'Pick @zoe ',
      'Say "@an" twice',
      'Pick by fri',
      '\\@an ',
    ])
      assert.equal(completed(line), undefined, line);
  });

  it('offers to make an approval of what is to be approved', () => {
    assert.equal(kindCompletion('Approve the budget')?.line, 'Approve the budget !approval');
    assert.equal(kindCompletion('sign off the plan @anna ')?.line, 'sign off the plan @anna !approval');
    for (const line of [
      'Approve',
      'Approve it !decision',
      'Approve it !approval ',
      'Pick what to approve',
      'Approved it',
    ])
      assert.equal(kindCompletion(line), undefined, line);
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

  it('knows a thousand of them, those named most', () => {
    const register = new Register();
    const waiting = Array.from({ length: 1_001 }, (_, at) => captured({ item: `item-${at}`, waiting: [`p${at}`] }));
    register.add(
      logged(...waiting, captured({ item: 'last', waiting: ['zoe'] }), captured({ item: 'z', askedBy: 'zoe' })),
    );
    const { people } = knownWords(register.items.values(), []);
    assert.deepEqual([people.length, people[0]], [1_000, 'zoe']);
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
