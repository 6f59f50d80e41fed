import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doorIn, kindIn } from '../../../../../src/core/exchange/cells/kindCell.ts';
import { nameIn, peopleIn, tagsIn } from '../../../../../src/core/exchange/cells/namesCell.ts';

describe('several people in one cell', () => {
  const cells: Readonly<Record<string, readonly string[]>> = {
    'Anna, Sam/Lee\nIda & Bo and Cy': ['Anna', 'Sam', 'Lee', 'Ida', 'Bo', 'Cy'],
    'Anna, Sam, and Lee': ['Anna', 'Sam', 'Lee'],
    'Weber, Anna; Ito, Ken': ['Weber, Anna', 'Ito, Ken'],
    'Weber, Anna;': ['Weber, Anna'],
    'Andy Sandberg': ['Andy Sandberg'],
    'R&D': ['R&D'],
    '@lee @kim': ['@lee', '@kim'],
    '＠佐藤 ＠鈴木': ['@佐藤', '@鈴木'],
    '王芳、李明': ['王芳', '李明'],
    '王芳，李明': ['王芳', '李明'],
    '王芳；李明': ['王芳', '李明'],
    'محمد، علي': ['محمد', 'علي'],
    '王芳；李明;': ['王芳；李明'],
    ' ; ;': [],
    'N/A': [],
    '-': [],
    Nobody: [],
  };
  for (const [cell, people] of Object.entries(cells)) {
    it(`“${cell.replace('\n', '⏎')}” names ${people.length}`, () => assert.deepEqual(peopleIn(cell), people));
  }
});

describe('several tags in one cell', () => {
  it('keeps the slashes and ampersands that tags have', () => {
    assert.deepEqual(tagsIn('ci/cd, R&D, health and safety'), ['ci/cd', 'R&D', 'health and safety']);
    assert.deepEqual(tagsIn('a, b; c'), ['a, b', 'c']);
    assert.deepEqual(tagsIn('#one #two'), ['#one', '#two']);
    assert.deepEqual(tagsIn('none'), []);
  });
});

describe('a word for a kind or a door', () => {
  it('is read loosely', () => {
    assert.equal(kindIn('Decision'), 'decision');
    assert.equal(kindIn(' sign-off '), 'approval');
    assert.equal(kindIn('DEPENDENCY'), 'dependency');
    assert.equal(doorIn('One_Way'), 'one-way');
    assert.equal(doorIn('reversible'), 'two-way');
  });

  it('is not guessed', () => {
    assert.equal(kindIn('Bug'), undefined);
    assert.equal(kindIn('__proto__'), undefined);
    assert.equal(doorIn('green'), undefined);
  });
});

describe('one name in a cell', () => {
  it('stays whole, and is none where the cell says so', () => {
    assert.equal(nameIn('Weber, Anna'), 'Weber, Anna');
    assert.equal(nameIn('n/a'), undefined);
    assert.equal(nameIn(''), undefined);
  });
});
