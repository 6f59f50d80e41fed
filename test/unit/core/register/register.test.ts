import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { lastActOf, lastUndoneBy } from '../../../../src/core/register/acts.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { takenBackByOthers } from '../../../../src/core/rules/takenBack.ts';
import { anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { captured, decided, logged, reopened, type TestFact } from '../../../support/facts.ts';

function registerOf(...facts: readonly TestFact[]): Register {
  const register = new Register();
  register.add(logged(...facts));
  return register;
}
const undone = (act: string, more: object = {}) => ({ type: 'actUndone', undoes: act, ...more }) as const;

/** Everything that can be read from a register. */
function contentOf(register: Register): unknown {
  return {
    items: [...register.items].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    latestClock: register.latestClock,
    entryCount: register.entryCount,
    last: ['a', 'b', 'c'].map((device) => lastActOf(register, device)),
    inForce: ['a', 'b', 'c'].map((act) => register.isInForce(act)),
    takenBack: register.entries.map(({ id }) => register.isImportUndone(id)),
    home: register.entries.map((entry) => register.isHome(entry)),
    conflicts: register.conflicts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    takenBackByOthers: takenBackByOthers(register, 'a')
      .map(({ act, by }) => [act.id, by])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  };
}

describe('the register', () => {
  it('knows nothing at first', () => {
    const register = new Register();
    assert.equal(register.items.size, 0);
    assert.equal(register.latestClock, undefined);
    assert.equal(lastActOf(register, 'laptop'), undefined);
  });

  it('says whether anything was new', () => {
    const register = new Register();
    assert.equal(register.add(logged(captured())), true);
    assert.equal(register.add(logged(captured())), false);
    assert.equal(register.add([], ['vendor']), true);
    assert.equal(register.add([], ['vendor']), false);
    assert.equal(register.add([]), false);
  });

  it('counts an entry that is read twice once', () => {
    const register = registerOf(captured(), {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-09',
      reason: 'r',
      movedOn: '2026-03-04',
    });
    register.add(
      logged(captured(), {
        type: 'promiseMoved',
        item: 'vendor',
        promisedOn: '2026-03-09',
        reason: 'r',
        movedOn: '2026-03-04',
      }),
    );
    assert.equal(register.entryCount, 2);
    assert.equal(register.items.get('vendor')?.toldDays.length, 1);
  });

  it('folds a capture that arrives after what was said about it', () => {
    const register = new Register();
    const [capture, decision] = logged(captured(), decided) as [Entry, Entry];
    register.add([decision]);
    assert.equal(register.items.size, 0);
    register.add([capture]);
    assert.equal(register.items.get('vendor')?.closing?.how, 'decided');
  });

  it('folds by the clock and not by the order of reading', () => {
    const [first, second] = logged(
      captured(),
      { ...decided, outcome: 'first' },
      { ...decided, outcome: 'second' },
    ).slice(1);
    const register = registerOf(captured());
    register.add([second!]);
    register.add([first!]);
    const closing = register.items.get('vendor')?.closing;
    assert.equal(closing?.how === 'decided' && closing.outcome, 'first');
  });

  it('marks an item that a newer version wrote about, also before its capture arrives', () => {
    const register = new Register();
    register.add([], ['vendor']);
    assert.equal(register.items.size, 0);
    register.add(logged(captured()));
    assert.equal(register.items.get('vendor')?.readOnly, true);
  });

  it('takes an undone act out of force, whole', () => {
    const act = { act: 'import' };
    const register = registerOf(captured({ ...act }), captured({ item: 'region', ...act }), undone('import'));
    assert.equal(register.items.size, 0);
    assert.equal(register.isInForce('import'), false);
  });

  it('takes an act out of force whose undo arrived first', () => {
    const register = new Register();
    register.add(logged(undone('later', { clock: '0199ffffffff-0000' })));
    register.add(logged(captured({ act: 'later', id: 'other' })));
    assert.equal(register.items.size, 0);
  });

  it('puts an act back when its undo is undone, and out again when that is undone as well', () => {
    const facts = [captured(), decided, undone('act-2'), undone('act-3'), undone('act-4')];
    const closings = facts.map(
      (_, index) => registerOf(...facts.slice(0, index + 1)).items.get('vendor')?.closing?.how,
    );
    assert.deepEqual(closings, [undefined, 'decided', undefined, 'decided', undefined]);
  });

  it('undoes once what two machines undo at once', () => {
    const twice = registerOf(captured(), decided, undone('act-2'), undone('act-2', { device: 'desktop' }));
    assert.equal(twice.items.get('vendor')?.closing, undefined);
    twice.add(logged(undone('act-3', { id: 'redo', act: 'redo', clock: '0199ffffffff-0000' })));
    assert.equal(twice.items.get('vendor')?.closing, undefined, 'the other undo still stands');
  });

  it('names the last act of a machine that is in force and no undo', () => {
    const facts = [captured(), decided, captured({ item: 'region', device: 'desktop' }), reopened] as const;
    assert.equal(lastActOf(registerOf(...facts), 'laptop')?.id, 'act-4');
    assert.equal(lastActOf(registerOf(...facts), 'desktop')?.id, 'act-3');
    assert.equal(lastActOf(registerOf(...facts), 'phone'), undefined);
    assert.equal(lastActOf(registerOf(...facts, undone('act-4')), 'laptop')?.id, 'act-2');
    assert.equal(
      lastActOf(registerOf(...facts, undone('act-4'), undone('act-2'), undone('act-1')), 'laptop'),
      undefined,
    );
    assert.equal(lastActOf(registerOf(...facts, undone('act-4'), undone('act-5')), 'laptop')?.id, 'act-4');
  });

  describe('of what an import brought', () => {
    const marker = { type: 'entriesImported', from: 'a.json', count: 2, importedOn: '2026-03-04' } as const;
    const [own, ownDecision] = logged(captured({ device: 'old' }), { ...decided, device: 'old' }) as [Entry, Entry];
    const copies = (importedBy: string) => [own, ownDecision].map((entry) => ({ ...entry, importedBy }));
    const later = (number: number) => ({ id: `later-${number}`, clock: `0199${String(number).padStart(8, '0')}-0000` });
    const imported = (number: number, act: string) => logged({ ...marker, ...later(number), act });
    const takenBack = (number: number, act: string) => logged(undone(act, { ...later(number), act: `undo-${act}` }));
    const registerWith = (...entries: readonly Entry[]) => {
      const register = new Register();
      register.add(entries);
      return register;
    };

    it('knows entries as they were written, and the import as the last act of the machine that did it', () => {
      const register = registerWith(...copies('first'), ...imported(1, 'first'));
      assert.deepEqual(register.items.get('vendor')?.history, [own, ownDecision]);
      assert.equal(lastActOf(register, 'laptop')?.id, 'first');
      assert.equal(lastActOf(register, 'old')?.id, 'act-2');
    });

    it('takes all of it back with one undo, and brings it back with the undo of that', () => {
      const register = registerWith(...copies('first'), ...imported(1, 'first'), ...takenBack(2, 'first'));
      assert.equal(register.items.size, 0);
      assert.equal(lastActOf(register, 'old'), undefined);
      assert.equal(register.isImportUndone(own.id), true);
      register.add(takenBack(3, 'undo-first'));
      assert.equal(register.items.get('vendor')?.closing?.how, 'decided');
    });

    it('keeps what another import brought too', () => {
      const register = registerWith(...copies('first'), ...takenBack(2, 'first'));
      register.add([...copies('again'), ...imported(3, 'again')]);
      assert.equal(register.items.size, 1);
      register.add(takenBack(4, 'again'));
      assert.equal(register.items.size, 0);
    });

    it('keeps what the machine itself wrote, whichever copy is read first', () => {
      const native = [own, ownDecision];
      for (const order of [
        [native, copies('first')],
        [copies('first'), native],
      ]) {
        const register = registerWith(...order.flat(), ...takenBack(2, 'first'));
        assert.equal(register.items.get('vendor')?.closing?.how, 'decided');
        assert.equal(register.isImportUndone(own.id), false);
      }
    });

    it('counts an undo that came with it only as long as the import does', () => {
      const undo = { ...logged(undone('act-2', { id: 'undo', act: 'undo' }))[0]!, importedBy: 'first' };
      const register = registerWith(own, ownDecision, undo, ...imported(1, 'first'));
      assert.equal(register.items.get('vendor')?.closing, undefined);
      register.add(takenBack(2, 'first'));
      assert.equal(register.items.get('vendor')?.closing?.how, 'decided');
    });
  });

  describe('of two lines under one id that say different things', () => {
    const [own] = logged(captured()) as [Entry];
    const other = { ...own, clock: '018000000000-0000', title: 'Pick another vendor' } as Entry;
    const read = (...lines: readonly (readonly [Entry, 'home' | 'stray'])[]): Register[] =>
      [lines, lines.toReversed()].map((order) => {
        const register = new Register('laptop');
        register.add(
          order.map(([entry]) => entry),
          [],
          new Set(order.flatMap(([entry, place]) => (place === 'stray' ? [entry] : []))),
        );
        return register;
      });

    it('lets that count which stands in the file of its own machine, though the other is earlier, and keeps both', () => {
      for (const register of read([own, 'home'], [other, 'stray'])) {
        assert.equal(register.items.get('vendor')?.title, 'Pick a vendor');
        assert.deepEqual(register.conflicts, [{ id: own.id, counts: own, others: [other] }]);
      }
    });

    it('lets the earlier count where both stand elsewhere, or both in the files of their machines', () => {
      const foreign = { ...other, device: 'desktop' } as Entry;
      for (const register of read([own, 'stray'], [other, 'stray'])) assert.equal(register.entry(own.id), other);
      const later = { ...own, clock: '0199ffffffff-0000', device: 'phone' } as Entry;
      for (const register of read([foreign, 'home'], [later, 'home'])) assert.equal(register.entry(own.id), foreign);
    });

    it('lets what this machine wrote into its own file count on this machine, whoever else uses the id', () => {
      const foreign = { ...other, device: 'desktop' } as Entry;
      for (const register of read([own, 'home'], [foreign, 'home'])) assert.equal(register.entry(own.id), own);
    });

    it('sees no damage where only the order of the fields differs', () => {
      const reordered = Object.fromEntries(Object.entries(own).toReversed()) as unknown as Entry;
      for (const register of read([own, 'home'], [reordered, 'home'])) assert.deepEqual(register.conflicts, []);
    });

    it('sees one fact of the outside where two machines recorded it: the lower clock counts', () => {
      const here: Entry = { ...own, ...{ via: 'reviews' } };
      const there = { ...here, clock: other.clock, device: 'desktop', act: 'another' };
      for (const register of read([here, 'home'], [there, 'home'])) {
        assert.deepEqual([register.entry(own.id), register.conflicts], [there, []]);
      }
      const told = { ...there, title: 'Renamed since', askedOn: '2026-11-02' } as Entry;
      for (const register of read([here, 'home'], [told, 'home'])) assert.deepEqual(register.conflicts, []);
      for (const different of [
        { ...there, item: 'region' },
        { ...there, via: undefined },
      ] as Entry[]) {
        for (const register of read([here, 'home'], [different, 'home'])) assert.equal(register.conflicts.length, 1);
      }
    });
  });

  it('counts as an act of a machine only what stands in its own file', () => {
    const [own, forged] = logged(captured(), captured({ item: 'region' })) as [Entry, Entry];
    const register = new Register('laptop');
    register.add([own, forged], [], new Set([forged]));
    assert.equal(lastActOf(register, 'laptop')?.id, own.act);
    const [undo] = logged(undone(own.act, { id: 'undo', act: 'undo', clock: '0199ffffffff-0000' })) as [Entry];
    register.add([undo], [], new Set([undo]));
    assert.equal(lastUndoneBy(register, 'laptop'), undefined);
  });

  it('shows what was written without characters that hide or reorder it, and keeps it as it was', () => {
    const title = 'safe \u202egnp.exe\u0000';
    const register = registerOf(captured({ title, waiting: ['an\u2066na'] }));
    const item = register.items.get('vendor');
    assert.deepEqual([item?.title, item?.waiting], ['safe gnp.exe', ['anna']]);
    assert.equal((register.entries[0] as { title?: string }).title, title);
  });

  it('gives the entries of an act in the order they were written', () => {
    const act = { act: 'import' };
    const entries = logged(captured({ ...act }), { ...decided, ...act }, captured({ item: 'region', ...act }));
    const register = new Register();
    register.add(entries.toReversed());
    assert.deepEqual(lastActOf(register, 'laptop')?.entries, entries);
  });

  it('does not look at an item through what every object inherits', () => {
    const register = registerOf(captured({ item: '__proto__' }), captured({ item: 'constructor' }));
    assert.deepEqual([...register.items.keys()], ['__proto__', 'constructor']);
    assert.equal(registerOf(captured()).items.get('toString'), undefined);
  });
});

describe('the register depends on the set of entries only', () => {
  const few = fc.constantFrom('a', 'b', 'c');
  /** Few items, acts, devices and ids, so that undos of undos and two facts under one id occur. */
  const anyEntry = fc
    .record({ fact: anyFact(few, few), envelope: anyEnvelope(few), id: fc.nat(12).map(String) })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  /** An entry, and whether it stands in another file than that of its own device. */
  interface Read {
    readonly entry: Entry;
    readonly isStray: boolean;
  }
  /** With imported copies of some entries, next to the original or without it; some are facts of the outside. */
  const anyEntries = fc
    .array(
      fc.tuple(
        anyEntry.chain((entry) => fc.constantFrom(entry, { ...entry, ...{ via: 'reviews' } } as Entry)),
        fc.constantFrom('alone', 'copied', 'both'),
        few,
        fc.boolean(),
      ),
      { maxLength: 14 },
    )
    .map((all) =>
      all.flatMap(([entry, origin, importedBy, isStray]): Read[] => [
        ...(origin === 'copied' ? [] : [{ entry, isStray }]),
        ...(origin === 'alone' ? [] : [{ entry: { ...entry, importedBy }, isStray: true }]),
      ]),
    );
  const addAll = (register: Register, read: readonly Read[], newer: readonly string[]): void => {
    register.add(
      read.map(({ entry }) => entry),
      newer,
      new Set(read.flatMap(({ entry, isStray }) => (isStray ? [entry] : []))),
    );
  };
  const anyOrder = anyEntries.chain((entries) =>
    fc.record({
      entries: fc.constant(entries),
      shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
      doubled: fc.subarray(entries),
      cuts: fc.array(fc.nat(entries.length), { maxLength: 4 }),
      newer: fc.subarray(['a', 'b']),
    }),
  );

  it('and not on their order, on duplicates, or on how they were split', () => {
    fc.assert(
      fc.property(anyOrder, ({ entries, shuffled, doubled, cuts, newer }) => {
        const inOneBatch = new Register('a');
        addAll(inOneBatch, entries, newer);

        const inParts = new Register('a');
        const all = structuredClone([...shuffled, ...doubled]);
        const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length];
        for (let part = 1; part < edges.length; part++) {
          addAll(inParts, all.slice(edges[part - 1], edges[part]), newer.slice(part - 1, part));
        }
        inParts.add([], newer);
        assert.deepEqual(contentOf(inParts), contentOf(inOneBatch));
      }),
      { numRuns: 1000 },
    );
  });
});
