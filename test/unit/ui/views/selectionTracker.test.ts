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
        const tracker = new SelectionTracker<string>();
        for (const click of [...clicks, selected]) tracker.follow(click);
        tracker.follow(toggle(selected, at));
        assert.equal(tracker.take(), at);
      }),
    );
  });

  it('is never another one when the item of the key before is selected late', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item), item, item, fc.nat(2), (before, first, second, late) => {
        const tracker = new SelectionTracker<string>();
        tracker.follow(before);
        let selected = toggle(before, first);
        tracker.follow(selected);
        assert.equal(tracker.take(), first);
        void tracker.selecting(first, never);
        const select = (): void => tracker.follow((selected = [first]));
        if (late === 0) select();
        tracker.follow((selected = toggle(selected, second)));
        if (late === 1) select();
        const taken = tracker.take();
        // If the key leads to the very selection that is awaited, the target is ambiguous; then the person is asked.
        assert.ok(taken === second || (taken === undefined && before.length > 0), `${taken}`);
      }),
    );
  });

  it('is asked for anew by every key', async () => {
    const tracker = new SelectionTracker<string>();
    tracker.follow(['a']);
    assert.equal(tracker.take(), 'a');
    assert.equal(tracker.take(), undefined);
    await tracker.selecting('a', Promise.reject(new Error('it left the tree')));
    tracker.follow(['a', 'b']);
    tracker.follow(['a']);
    assert.equal(tracker.take(), 'b');
  });

  it('is none where no single one was toggled', () => {
    const tracker = new SelectionTracker<string>();
    assert.equal(tracker.take(), undefined);
    tracker.follow(['a', 'b']);
    assert.equal(tracker.take(), undefined);
  });
});
