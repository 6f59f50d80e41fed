import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { HumanError } from '../../../src/core/humanError.ts';
import * as schemas from '../../../src/ui/arguments.ts';

const { parseArguments, captureArguments, editArguments, importArguments } = schemas;

/** The message with which an argument is refused. */
function complaint(schema: Parameters<typeof parseArguments>[1], value: unknown): string {
  try {
    parseArguments('pacesetter.test', schema, value);
  } catch (error) {
    assert.ok(error instanceof HumanError);
    assert.match(error.message, /^pacesetter\.test: /);
    return error.message.slice('pacesetter.test: '.length);
  }
  return 'no complaint';
}
const aboutCapture = (value: unknown) => complaint(captureArguments, value);

describe('the arguments of a command', () => {
  it('come through as they are when they are right', () => {
    const whole = {
      title: 'Pick a vendor',
      kind: 'dependency',
      door: 'one-way',
      askedOn: '2024-02-29',
      askedBy: 'ida',
      promisedOn: '2026-03-10',
      waiting: ['anna', 'sam'],
      owedBy: 'ops',
      tags: [],
      link: '',
      note: 'a\nb',
    };
    assert.deepEqual(parseArguments('c', captureArguments, whole), whole);
    assert.deepEqual(parseArguments('c', captureArguments, { title: 'x', kind: undefined }), {
      title: 'x',
      kind: undefined,
    });
    assert.deepEqual(parseArguments('c', schemas.getBoardArguments, {}), {});
  });

  it('of a check are those of its answer', () => {
    const { answerCheckArguments } = schemas;
    const held = { id: 'x', answer: 'held', note: 'n' };
    assert.deepEqual(parseArguments('c', answerCheckArguments, held), held);
    assert.equal(complaint(answerCheckArguments, { id: 'x', answer: 'reversed' }), 'reason is missing.');
    assert.equal(complaint(answerCheckArguments, { id: 'x', answer: 'no' }), 'answer must be “held” or “reversed”.');
    assert.equal(complaint(answerCheckArguments, { ...held, reason: 'r' }), 'reason is not known here.');
  });

  it('are turned away with what is missing', () => {
    assert.equal(aboutCapture({}), 'title is missing.');
    assert.equal(complaint(schemas.movePromiseArguments, { id: 'x' }), 'promisedOn is missing.');
    assert.equal(complaint(importArguments, { file: 'a.csv' }), 'columns is missing.');
    assert.equal(complaint(importArguments, { file: 'a.csv', columns: {} }), 'columns.title is missing.');
  });

  it('are turned away with a day that does not exist, or is written otherwise', () => {
    const sentence = 'askedOn is not a day that exists; write YYYY-MM-DD.';
    for (const askedOn of ['2026-02-30', 'tomorrow', '', '2026-3-4', '2026-03-04T00:00:00Z']) {
      assert.equal(aboutCapture({ title: 'x', askedOn }), sentence, askedOn);
    }
    assert.equal(aboutCapture({ title: 'x', askedOn: 20_260_304 }), 'askedOn must be a text.');
  });

  it('are turned away with a field that is not known, by its name', () => {
    assert.equal(aboutCapture({ title: 'x', colour: 'red', size: 1 }), 'colour, size is not known here.');
    assert.equal(
      complaint(importArguments, { file: 'f', columns: { title: 'T', age: 'A' } }),
      'age is not known here.',
    );
    assert.equal(complaint(schemas.undoArguments, { act: 'x' }), 'act is not known here.');
    assert.equal(
      aboutCapture(JSON.parse('{"title":"x","__proto__":{"kind":"approval"}}')),
      '__proto__ is not known here.',
    );
  });

  it('are turned away with a value of another kind', () => {
    assert.equal(aboutCapture({ title: 5 }), 'title must be a text.');
    assert.equal(aboutCapture({ title: null }), 'title must be a text.');
    assert.equal(aboutCapture({ title: 'x', waiting: 'anna' }), 'waiting must be a list of texts.');
    assert.equal(aboutCapture({ title: 'x', tags: ['a', 7] }), 'tags.1 must be a text.');
    assert.equal(aboutCapture({ title: 'x', kind: 'clarity' }), 'kind must be one of decision, approval, dependency.');
    assert.equal(aboutCapture({ title: 'x', door: true }), 'door must be one of two-way, one-way.');
    assert.equal(complaint(schemas.decideArguments, { id: '', outcome: 'x' }), 'id is empty.');
    assert.equal(
      complaint(importArguments, { file: 'f', columns: { title: 'T' }, dryRun: 'yes' }),
      'dryRun must be true or false.',
    );
  });

  it('are turned away when they are no object', () => {
    for (const value of ['Pick a vendor', 5, null, undefined, true, ['x'], () => 0]) {
      assert.equal(aboutCapture(value), 'the argument must be an object.', String(value));
    }
  });

  it('name everything that is wrong at once', () => {
    assert.equal(
      aboutCapture({ askedOn: '2026-02-30', who: 'anna' }),
      'title is missing; askedOn is not a day that exists; write YYYY-MM-DD; who is not known here.',
    );
  });

  it('may empty a field only where an edit can', () => {
    const emptied = { id: 'x', door: null, askedBy: null, owedBy: null, link: null, note: null };
    assert.deepEqual(parseArguments('c', editArguments, emptied), emptied);
    assert.equal(complaint(editArguments, { id: 'x', title: null }), 'title must be a text.');
    assert.equal(complaint(editArguments, { id: 'x', tags: null }), 'tags must be a list of texts.');
    assert.equal(aboutCapture({ title: 'x', link: null }), 'link must be a text.');
  });
});
