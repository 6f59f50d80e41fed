import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCaptureLine } from '../../../../src/core/capture/captureLine.ts';
import { captureOf, type Origin } from '../../../../src/core/capture/origin.ts';
import { addDays } from '../../../../src/core/time/day.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captureAs } from '../../../../src/core/rules/capture.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { sayCaptured } from '../../../../src/core/capture/preview.ts';
import { logged } from '../../../support/facts.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';

describe('what the preview of a capture line says', () => {
  it('is what is saved, read back from the log, whatever was typed; and where it refuses, nothing is', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...['Pick', 'a', 'vendor', '@anna', '@Sam', '@"Anna Lee"', '#ops', '#platform', '!oneway', '!approval', '!foo'],
        ...['by fri', 'by +3wd', 'by 12-01', 'due eom', 'asked mon', 'asked 2w', 'asked tomorrow', 'by 2026-02-30'],
        ...['from @lee', 'asked by @kim', 'owes @ops', 'https://a.example/x', '\\by', '"by fri"', 'by', '!dependency'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const line = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));
    const origin = fc.constantFrom<Origin>(
      { line: '' },
      { line: '', link: 'src/a.ts:1' },
      { line: '', link: 'a.ts:2', note: 'From a.ts:2' },
    );
    let saved = 0;
    fc.assert(
      fc.property(line, origin, fc.nat(800), (typed, from, later) => {
        const today = addDays('2026-01-01', later);
        const intent = captureOf(readCaptureLine(typed, { today, calendar: policy.calendar }), from);
        const previewed = captureAs('', intent, { today, policy });
        const register = new Register();
        const ruling = rule(intent, { register, today, policy, device: 'laptop', newId: () => 'vendor' });
        if (isRefusal(previewed) || isRefusal(ruling)) {
          assert.deepEqual(ruling, previewed);
          return;
        }
        register.add(logged(...ruling));
        const item = register.items.get('vendor');
        assert.ok(item);
        assert.equal(item.title, intent.title);
        assert.equal(
          sayCaptured({ ...item, type: 'itemCaptured', item: item.id }, today),
          sayCaptured(previewed, today),
        );
        saved++;
      }),
      { numRuns: 500 },
    );
    assert.ok(saved > 100, 'otherwise this would prove less than it says');
  });
});
