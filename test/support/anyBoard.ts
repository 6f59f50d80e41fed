import fc from 'fast-check';
import { type Board, buildBoard } from '../../src/core/board/board.ts';
import { Register } from '../../src/core/register/register.ts';
import { anyDay, anyFact } from './anyFact.ts';
import { captured, logged, type TestFact } from './facts.ts';
import { usualPolicy } from './policy.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f'];
const day = anyDay('2026-02-20', '2026-03-20');
const anyCapture = (item: string): fc.Arbitrary<TestFact> =>
  fc
    .record({ askedOn: day, promisedOn: day, people: fc.nat(3) })
    .map(({ askedOn, promisedOn, people }) =>
      captured({ item, askedOn, promisedOn, waiting: ['anna', 'sam', 'lee'].slice(0, people) }),
    );

/** Boards of logs about a few items, with what a newer version wrote about some of them. */
export const anyBoard: fc.Arbitrary<{ readonly register: Register; readonly board: Board }> = fc
  .record({
    captures: fc.tuple(...items.map(anyCapture)),
    facts: fc.array(anyFact(fc.constantFrom(...items), fc.constantFrom('a', 'b', 'c'), day), { maxLength: 60 }),
    readOnly: fc.subarray(items, { maxLength: 1 }),
    today: day,
  })
  .map(({ captures, facts, readOnly, today }) => {
    const register = new Register();
    register.add(logged(...captures, ...facts), readOnly);
    return { register, board: buildBoard(register.items, today, usualPolicy) };
  });
