import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Emitter } from '../../../src/app/emitter.ts';
import { uncaughtWhile } from '../../support/uncaught.ts';

describe('an emitter', () => {
  it('tells every listener until it is disposed', () => {
    const emitter = new Emitter<number>();
    const received: string[] = [];
    const first = emitter.event((value) => received.push(`first ${value}`));
    emitter.event((value) => received.push(`second ${value}`));
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    emitter.dispose();
    emitter.fire(3);
    assert.deepEqual(received, ['first 1', 'second 1', 'second 2']);
  });

  it('tells the listeners there were when it fired, though one of them ends its own subscription', () => {
    const emitter = new Emitter();
    let received = 0;
    const first = emitter.event(() => first.dispose());
    emitter.event(() => received++);
    emitter.fire();
    assert.equal(received, 1);
  });

  it('goes on past a listener that throws, and lets the error surface as an uncaught one', async () => {
    const emitter = new Emitter();
    let received = 0;
    emitter.event(() => {
      throw new Error('cannot draw');
    });
    emitter.event(() => received++);
    const error = await uncaughtWhile(() => emitter.fire());
    assert.equal(received, 1);
    assert.equal((error as Error).message, 'cannot draw');
  });
});
