import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Entry, Fact } from '../../../src/core/entries/entry.ts';
import { decodeLine } from '../../../src/core/entries/line.ts';
import { lastActOf } from '../../../src/core/register/acts.ts';
import { Register } from '../../../src/core/register/register.ts';
import { contents } from '../../support/entryStores.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { openLog } from '../../support/readLog.ts';
import { lineOf } from '../../support/sampleEntries.ts';

const few = (name: string) => fc.integer({ min: 0, max: 3 }).map((number) => `${name}-${number}`);
const day = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04');
const names = fc.subarray(['Ida', 'Max', 'Åsa']);

/**
 * Few items and acts, so that captures come late, items close twice, and undos refer to acts, other undos and
 * themselves.
 */
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('itemCaptured'),
    item: few('item'),
    kind: fc.constantFrom('decision', 'approval', 'dependency'),
    title: fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }),
    askedOn: day,
    promisedOn: day,
    waiting: names,
  }),
  fc.record({ type: fc.constant('itemEdited'), item: few('item'), note: fc.constantFrom('a', 'b', null) }),
  fc.record({
    type: fc.constant('promiseMoved'),
    item: few('item'),
    promisedOn: day,
    reason: fc.constant('r'),
    movedOn: day,
  }),
  fc.record({ type: fc.constant('waitingChanged'), item: few('item'), added: names, removed: names }),
  fc.record({
    type: fc.constant('itemDecided'),
    item: few('item'),
    outcome: fc.constantFrom('yes', 'no'),
    decidedOn: day,
  }),
  fc.record({ type: fc.constant('itemCleared'), item: few('item'), clearedOn: day }),
  fc.record({ type: fc.constant('itemWithdrawn'), item: few('item'), reason: fc.constant('r'), withdrawnOn: day }),
  fc.record({ type: fc.constant('itemReopened'), item: few('item'), reason: fc.constant('r'), reopenedOn: day }),
  fc.record({ type: fc.constant('actUndone'), undoes: few('act') }),
) as fc.Arbitrary<Fact>;

/** Ids may collide: two different entries under one id. */
const entry: fc.Arbitrary<Entry> = fc
  .tuple(
    fact,
    fc.integer({ min: 0, max: 15 }),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('desk', 'laptop'),
    few('act'),
  )
  .map(([fact, id, clock, device, act]) => ({
    ...fact,
    id: `entry-${id}`,
    clock: `01950000000${clock}-0000`,
    device,
    act,
    loggedAt: '2026-03-04T09:00:00.000Z',
  }));

/** A line, its file, and the number of the reading (0 to 2) before which it is appended. */
interface Placed {
  readonly line: string;
  readonly file: number;
  readonly reading: number;
}

/** Every line at least once, in any order, spread over the files and readings. */
function anyArrangement(lines: readonly string[]): fc.Arbitrary<Placed[]> {
  const places = fc.array(fc.record({ file: fc.nat(2), reading: fc.nat(2) }), {
    minLength: 2 * lines.length,
    maxLength: 2 * lines.length,
  });
  return fc
    .tuple(
      fc.shuffledSubarray([...lines, ...lines]),
      fc.shuffledSubarray([...lines], { minLength: lines.length }),
      places,
    )
    .map(([some, all, places]) =>
      [...some, ...all].slice(-places.length).map((line, number) => ({ line, ...places[number]! })),
    );
}

const cases = fc.array(entry, { maxLength: 25 }).chain((entries) => {
  const lines = entries.map(lineOf);
  return fc.record({ lines: fc.constant(lines), placed: anyArrangement(lines) });
});

function registerOf(lines: readonly string[]): Register {
  const register = new Register();
  for (const line of lines) {
    const decoded = decodeLine(line.trimEnd(), crc32);
    if (decoded.type === 'entry') register.add([decoded.entry]);
  }
  return register;
}

/** Everything that can be read from a register. */
function answers(register: Register): unknown {
  return {
    items: contents(register),
    entryCount: register.entryCount,
    latestClock: register.latestClock,
    inForce: [0, 1, 2, 3].map((act) => register.isInForce(`act-${act}`)),
    lastActs: ['desk', 'laptop'].map((device) => lastActOf(register, device)),
  };
}

describe('the register', () => {
  it(
    'is the same in whatever order, how often and in whichever files the lines stand, and when they are read',
    inLogFolder(async (place) => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ lines, placed }) => {
          const log = openLog(place);
          const read = new Register();
          for (let reading = 0; reading <= 2; reading++) {
            for (const { line, file, reading: itsReading } of placed) {
              if (itsReading === reading) place.append(`${file}.jsonl`, line);
            }
            read.add((await log.catchUp()).entries);
          }
          for (const name of place.names()) place.remove(name);
          assert.deepEqual(answers(read), answers(registerOf(lines)));
        }),
        { numRuns: 150 },
      );
    }),
  );
});
