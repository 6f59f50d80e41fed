import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Bar, type BarGroup, drawBars } from '../../../../src/webview/charts/bars.ts';
import { drawCalibration } from '../../../../src/webview/charts/calibration.ts';
import { attributesOf, markupOf } from '../../../support/markup.ts';

const you: Bar = { label: 'You', figure: { value: 8, text: '8' }, running: 12 };
const team: Bar = { label: 'Your team', figure: { value: 2, text: '2' } };
const tooFew: Bar = { label: 'Your team', figure: { count: 3, needed: 5 }, running: 4 };

const drawn = (group: BarGroup, width = 800): string => markupOf(drawBars([group], width, 'A sentence.'));
const lengths = (markup: string): number[] => attributesOf(markup, /class="?take/, 'width');
const about = (one: number | undefined, other: number): boolean => Math.abs((one ?? 0) - other) < 0.01;

describe('bars', () => {
  it('of both sides stand on one scale, with what still runs', () => {
    const markup = drawn({ bars: [you, team], axis: 'Working days' });
    const [yours = 0, theirs = 0] = lengths(markup);
    assert.ok(about(yours, 4 * theirs), `${yours}, ${theirs}`);
    const [start = 0] = attributesOf(markup, /class="?line/, 'x1');
    const [end = 0] = attributesOf(markup, /class="?line/, 'x2');
    assert.ok(about(end - start, (yours * 12) / 8) && end < 800, `${end}`);
    assert.match(markup, /class="axis"/);
  });

  it('are shares of a whole that is as long on both sides', () => {
    const share = (value: number): Bar => ({ label: 'You', figure: { value, text: '' } });
    const markup = drawn({ bars: [share(0.5), share(1)], areShares: true });
    const wholes = attributesOf(markup, /class="?ask/, 'width');
    assert.ok(about(wholes[0], wholes[1] ?? 0));
    const [half, full] = lengths(markup);
    assert.ok(about(half, (wholes[0] ?? 0) / 2) && about(full, wholes[1] ?? 0), markup);
  });

  it('are dots while there is not enough, never an empty axis', () => {
    const markup = drawn({ bars: [tooFew], axis: 'Working days' });
    assert.deepEqual(lengths(markup), []);
    assert.equal(markup.match(/class="point there"/g)?.length, 3);
    assert.equal(markup.match(/<circle/g)?.length, 5);
    assert.match(markup, /not enough yet \(3 of 5\)/);
    assert.doesNotMatch(markup, /class="(?:axis|tick|line)"|Working days/);
  });

  it('have their words inside a drawing of 260 pixels', () => {
    const long: Bar = { ...you, note: 'one word after another until there is no room for any more of them' };
    const markup = drawn({ heading: 'a heading that is longer than the drawing is wide', bars: [long, tooFew] }, 260);
    for (const text of markup.matchAll(/<text[^>]*\sx="?(\d[\d.]*)[^>]*>([^<]*)</g)) {
      assert.ok(Number(text[1]) + (text[2]?.trim().length ?? 0) * 6.9 <= 262, text[2]);
    }
  });
});

describe('the calibration', () => {
  const scores = { brier: 0.2, reliability: 0.1, resolution: 0.1, uncertainty: 0.2 };
  const bands = [
    { from: 50, to: 59, n: 4, stood: 2 },
    { from: 60, to: 69, n: 0, stood: 0 },
    { from: 80, to: 89, n: 10, stood: 6 },
  ];
  const calibration = { answered: 14, needed: 10, ...scores, bands, unanswered: 0 };

  it('has a dot where the share that stood is, beside the outline of what was stated', () => {
    const markup = markupOf(drawCalibration(calibration, 800, 'A sentence.'));
    const [fifty = 0, sixty = 0, eighty = 0] = attributesOf(markup, /class="?ask stated/, 'x');
    // 2 of 4, which is where the outline of 50 % begins, and 6 of 10, where that of 60 % does; none for no answers.
    const dots = attributesOf(markup, /<circle/, 'cx');
    assert.ok(about(dots[0], fifty) && about(dots[1], sixty), `${dots.join()}; ${fifty}, ${sixty}`);
    assert.equal(dots.length, 2);
    assert.ok(about(eighty - sixty, 2 * (sixty - fifty)));
  });

  it('has one dot for each answer before there are ten', () => {
    const early = { ...calibration, answered: 4, brier: undefined };
    const markup = markupOf(drawCalibration(early, 320, 'A sentence.'));
    assert.equal(markup.match(/<circle/g)?.length, 10);
    assert.equal(markup.match(/class="point there"/g)?.length, 4);
    assert.doesNotMatch(markup, /stated|axis/);
  });
});
