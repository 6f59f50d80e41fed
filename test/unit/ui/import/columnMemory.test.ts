import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Memory, rememberColumns, rememberedColumns } from '../../../../src/ui/import/columnMemory.ts';

function memoryOf(stored: unknown): Memory & { stored: unknown } {
  return {
    stored,
    get() {
      return this.stored;
    },
    update(_, value) {
      this.stored = JSON.parse(JSON.stringify(value)) as unknown;
      return Promise.resolve();
    },
  };
}

describe('the columns of an import', () => {
  const headers = ['Summary', 'Created'];
  const columns = { title: 'Summary', askedOn: 'Created' };

  it('are offered again for a file with the same headers, and for no other', async () => {
    const memory = memoryOf(undefined);
    assert.equal(rememberedColumns(memory, headers), undefined);
    await rememberColumns(memory, headers, columns);
    assert.deepEqual(rememberedColumns(memory, headers), columns);
    assert.equal(rememberedColumns(memory, ['Summary', 'Created', 'Due']), undefined);
    await rememberColumns(memory, headers, { title: 'Created' });
    assert.deepEqual(rememberedColumns(memory, headers), { title: 'Created' });
  });

  it('are forgotten when many others were used since', async () => {
    const memory = memoryOf(undefined);
    await rememberColumns(memory, headers, columns);
    for (let number = 0; number < 20; number++) await rememberColumns(memory, [String(number)], { title: 'a' });
    assert.equal(rememberedColumns(memory, headers), undefined);
    assert.deepEqual(rememberedColumns(memory, ['0']), { title: 'a' });
  });

  it('are none when something else stands in the memory', async () => {
    for (const stored of ['x', 3, [{ signature: JSON.stringify(headers), columns: { title: 3 } }], { a: 1 }]) {
      const memory = memoryOf(stored);
      assert.equal(rememberedColumns(memory, headers), undefined);
      await rememberColumns(memory, headers, columns);
      assert.deepEqual(rememberedColumns(memory, headers), columns);
    }
  });
});
