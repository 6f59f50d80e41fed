import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rowsByPath } from '../../../../src/core/board/linkedFiles.ts';
import { readFileLink, writeFileLink } from '../../../../src/core/items/fileLink.ts';
import { sayLens } from '../../../../src/core/board/lensText.ts';
import { boardOf, rowOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, sentBack } from '../../../support/facts.ts';

describe('a link to a line of a file', () => {
  it('is a path and a line, and comes back as it was written', () => {
    for (const path of ['src/rates.ts', 'C:/work/rates.ts', '/work/rates.ts', 'my docs/a b.md', 'Café.md'])
      assert.deepEqual(readFileLink(writeFileLink({ path, line: 12 })), { path, line: 12 });
    assert.deepEqual(readFileLink('src\\rates.ts:7'), { path: 'src/rates.ts', line: 7 });
  });

  it('is no web address, and nothing without a line', () => {
    for (const link of [
      ...['https://a.example:80', 'http://a.example/x.ts:12', 'vscode://x/y:1', 'mailto:a@b.example:1'],
      ...['src/rates.ts', 'src/rates.ts:0', 'src/rates.ts:x', ':12', '', 'src/rates.ts:12345678', 'a.ts:-1'],
    ])
      assert.equal(readFileLink(link), undefined, link);
  });
});

describe('what points at a file', () => {
  it('are the open items that link to a line of it', () => {
    const { rows } = boardOf('2026-03-09', [
      captured({ item: 'a', link: 'src/rates.ts:12' }),
      captured({ item: 'b', link: 'src/rates.ts:3', waiting: ['anna'] }),
      captured({ item: 'web', link: 'https://a.example:80' }),
      captured({ item: 'closed', link: 'src/old.ts:1' }),
      { ...decided, item: 'closed' },
    ]);
    const found = [...rowsByPath(rows)].map(([path, there]) => [path, there.map(({ row, line }) => [row.id, line])]);
    assert.deepEqual(found, [
      [
        'src/rates.ts',
        [
          ['b', 3],
          ['a', 12],
        ],
      ],
    ]);
  });

  it('is said with whom it waits on, for how long, and its title', () => {
    const said = (...more: Parameters<typeof rowOf>[1]) => sayLens(rowOf('2026-03-07', [captured(), ...more]));
    assert.equal(said(), 'Waits on you, 6 d: “Pick a vendor”');
    assert.equal(said(handedOver), 'Waits on Kim, 6 d: “Pick a vendor”');
    assert.equal(said({ ...sentBack, to: undefined }), 'Sent back, 6 d: “Pick a vendor”');
  });
});
