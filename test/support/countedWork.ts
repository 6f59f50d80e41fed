import { Session } from 'node:inspector';

const session = new Session();
/** Elements and characters that built-in functions went through. */
let handled = 0;

/**
 * How much work something does, as a number that a busy machine does not change: how often each block of our code ran,
 * which V8 counts exactly, and how many elements and characters the built-in functions went through.
 */
export async function countedWork(work: () => unknown): Promise<number> {
  takeBlocks();
  const before = handled;
  await work();
  const inBuiltIns = handled - before;
  return takeBlocks() + inBuiltIns;
}

/**
 * Starts the counting, for good: only in a process of its own, because it slows all code down and wraps built-in
 * functions, and before the code is called for the first time.
 */
export function startCounting(): void {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  for (const iterator of [[].values(), new Map().values(), new Set().values()]) countSteps(iterator);
  wrap(Array.prototype, ['includes', 'indexOf', 'lastIndexOf', 'join', 'shift', 'splice', 'unshift'], sizeOf);
  wrap(Array.prototype, ['concat', 'slice', 'toReversed', 'toSorted', 'toSpliced', 'with'], (_, __, result) =>
    sizeOf(result),
  );
  wrap(Set.prototype, ['difference', 'symmetricDifference', 'union'], (set, other) => sizeOf(set) + sizeOf(other));
  wrap(Set.prototype, ['isDisjointFrom'], (set, other) => Math.min(sizeOf(set), sizeOf(other)));
  wrap(String.prototype, ['normalize', 'replace', 'replaceAll', 'search', 'split', 'trim'], sizeOf);
  wrap(JSON, ['stringify'], (_, __, text) => sizeOf(text));
  // Work in slices would give way after a time, and so do more in one run than in another.
  performance.now = () => 0;
}

/** Like {@link wrap}, and faster: most calls that are counted are steps of iterators. */
function countSteps(iterator: Iterator<unknown>): void {
  const prototype = Object.getPrototypeOf(iterator) as Iterator<unknown>;
  const next = Reflect.get(prototype, 'next') as () => IteratorResult<unknown>;
  prototype.next = function () {
    handled++;
    return next.call(this);
  };
}

/** Has each call of these functions add to {@link handled}. */
function wrap(
  owner: object,
  names: readonly string[],
  size: (self: unknown, argument: unknown, result: unknown) => number,
): void {
  for (const name of names) {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    const value = function (this: unknown, ...args: unknown[]): unknown {
      // `splice` and `shift` change the size of the list.
      const before = size(this, args[0], undefined);
      const result = Reflect.apply(original, this, args);
      handled += Math.max(before, size(this, args[0], result));
      return result;
    };
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Set ? value.size : 1;
}

/** The sum of the counts of all blocks of this program since the last call. */
function takeBlocks(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) sum += count;
    }
  });
  return sum;
}
