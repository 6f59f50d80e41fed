import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { SelectionTracker } from '../../../../src/ui/views/selectionTracker.ts';

describe('the item a key was pressed on', () => {
  const never = new Promise<void>(() => undefined);
  const item = fc.constantFrom('a', 'b', 'c', 'd');
  const toggle = (selected: readonly string[], at: string): string[] =>
    selected.includes(at) ? selected.filter((each) => each !== at) : [...selected, at];

  it('is the one whose selection was toggled, whatever was selected before', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(item)), fc.uniqueArray(item), item, (clicks, selected, at) => {
        const pointer = new SelectionTracker<string>();
        for (const click of [...clicks, selected]) pointer.follow(click);
        pointer.follow(toggle(selected, at));
        assert.equal(pointer.take(), at);
      }),
    );
  });

  it('is never another one when the item of the key before is selected late', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item), item, item, fc.nat(2), (before, first, second, late) => {
        const pointer = new SelectionTracker<string>();
        pointer.follow(before);
        let selected = toggle(before, first);
        pointer.follow(selected);
        assert.equal(pointer.take(), first);
        void pointer.selecting(first, never);
        const select = (): void => pointer.follow((selected = [first]));
        if (late === 0) select();
        pointer.follow((selected = toggle(selected, second)));
        if (late === 1) select();
        const taken = pointer.take();
        // If the key leads to the very selection that is awaited, the target is ambiguous; then the person is asked.
        assert.ok(taken === second || (taken === undefined && before.length > 0), `${taken}`);
      }),
    );
  });

  it('is asked for anew by every key', async () => {
    const pointer = new SelectionTracker<string>();
    pointer.follow(['a']);
    assert.equal(pointer.take(), 'a');
    assert.equal(pointer.take(), undefined);
    await pointer.selecting('a', Promise.reject(new Error('it left the tree')));
    pointer.follow(['a', 'b']);
    pointer.follow(['a']);
    assert.equal(pointer.take(), 'b');
  });

  it('is none where no single one was toggled', () => {
    const pointer = new SelectionTracker<string>();
    assert.equal(pointer.take(), undefined);
    pointer.follow(['a', 'b']);
    assert.equal(pointer.take(), undefined);
  });
});
