import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { contrast, legible, type Rgb } from '../../../../src/webview/view/colour.ts';

const anyColour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));

describe('a colour of the panel', () => {
  it('has the contrast it needs on whatever ground a theme has', () => {
    fc.assert(
      fc.property(anyColour, anyColour, fc.constantFrom(3, 4.5), (colour, ground, least) => {
        assert.ok(contrast(legible(colour, ground, least), ground) >= least);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is that of the theme where that has enough', () => {
    const [blue, white]: Rgb[] = [
      [26, 85, 255],
      [255, 255, 255],
    ];
    assert.deepEqual(legible(blue!, white!, 4.5), blue);
    // The orange of the charts in Light Modern, on white.
    const orange: Rgb = [209, 134, 22];
    const moved = legible(orange, white!, 3.2);
    assert.ok(moved[0] > moved[1] && moved[1] > moved[2], `still an orange: ${moved.join(' ')}`);
  });

  it('is measured as the guidelines do', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
    assert.equal(contrast([9, 9, 9], [9, 9, 9]), 1);
  });
});
