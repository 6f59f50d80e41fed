import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atMost, type Figure, lessThan } from '../bench/figure.ts';
import { benchmarksPage, notesIn } from '../bench/page.ts';
import { readText } from '../support/manifest.ts';

const machine = { cores: 2, node: '24', system: 'Linux' };
const figures: readonly Figure[] = [
  { figure: 'board', measured: '11.1', aim: atMost(12, 11.1) },
  { figure: 'fold | of all', measured: '32', aim: atMost(12, 32) },
  { figure: 'block', measured: '50 ms', aim: atMost(50, 50, 'ms') },
  { figure: 'add', measured: '1', aim: lessThan(1, 1), isBeyond: true },
  { figure: 'panel', measured: '485 ms', isBeyond: true },
  { figure: 'activation', measured: 'could not be measured', aim: atMost(100, Number.NaN) },
];

describe('the page of the benchmarks', () => {
  const text = benchmarksPage(machine, figures, 'Why.\n\n- one\n- two');

  it('says of each figure its aim and whether it is met, where the aims bind and beyond', () => {
    const [, bound = '', beyond = ''] = text.split(/^## (?:Where|Beyond|Notes).*$/m);
    assert.deepEqual(bound.trim().split('\n'), [
      '| figure | measured | aim | result |',
      '| --- | --- | --- | --- |',
      '| board | 11.1 | ≤ 12 | met |',
      '| fold \\| of all | 32 | ≤ 12 | missed |',
      '| block | 50 ms | ≤ 50 ms | met |',
      '| activation | could not be measured | ≤ 100 | missed |',
    ]);
    assert.deepEqual(beyond.trim().split('\n').slice(2), ['| add | 1 | < 1 | missed |', '| panel | 485 ms |  |  |']);
  });

  it('says what kind of machine it was', () => {
    assert.match(text, /^Measured on 2 CPU cores, Node 24, Linux\./m);
  });

  it('keeps the notes through any number of runs', () => {
    const again = benchmarksPage(machine, [], notesIn(text));
    assert.equal(notesIn(again), 'Why.\n\n- one\n- two');
  });

  it('is not written where the notes cannot be found', () => {
    assert.throws(() => notesIn(text.replace('<!-- End', '<!-- Gone')), /lost the marks/);
    assert.throws(() => notesIn(''), /lost the marks/);
  });

  it('in the repository is one that was written so, with its notes', () => {
    const page = readText('docs/benchmarks.md');
    const notes = notesIn(page);
    assert.match(notes, /^What is missed, and why\./);
    const plain = (markdown: string): string => markdown.replaceAll(/ +\|/g, ' |').replaceAll(/-{3,}/g, '---');
    const [opening = '', , ...rest] = plain(page).split(/^(Measured on .*)$/m);
    const [wanted = '', , ...wantedRest] = plain(benchmarksPage(machine, [], notes)).split(/^(Measured on .*)$/m);
    assert.equal(opening, wanted);
    const withoutRows = (parts: readonly string[]): string => parts.join('').replaceAll(/^\|.*\n/gm, '');
    assert.equal(withoutRows(rest), withoutRows(wantedRest));
  });
});
