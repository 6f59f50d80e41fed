import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import type { Entry } from '../../src/core/entries/entry.ts';
import { encodeContent } from '../../src/core/entries/line.ts';
import { anyEnvelope, anyFact } from './anyFact.ts';
import type { Random } from './random.ts';

/** What a reader makes of a line. */
type Fate = 'entry' | 'bad' | 'newer' | 'ahead' | 'copy' | 'forged';

export interface HostileLine {
  readonly text: string;
  readonly fate: Fate;
  /** The machine it says it is of. */
  readonly device: string;
}

const devices = ['ann', 'bob', 'eve'] as const;
const subjects = Array.from({ length: 40 }, (_, number) => `item-${number}`);
const acts = Array.from({ length: 60 }, (_, number) => `act-${number}`);

/**
 * Lines as somebody can make them who knows the format: whole entries of every type with any words, and each spoiled in
 * one place. Every checksum is right unless the line is spoiled there.
 */
export function hostileLines(count: number, seed: number, random: Random): HostileLine[] {
  const facts = fc.sample(anyFact(fc.constantFrom(...subjects), fc.constantFrom(...acts)), { seed, numRuns: count });
  const envelopes = fc.sample(anyEnvelope(fc.constantFrom(...devices)), { seed, numRuns: count });
  const entries = facts.map((fact, number): Entry => {
    const { device, clock, loggedAt } = envelopes[number]!;
    return { ...fact, id: `entry-${number}`, act: acts[number % acts.length]!, device, clock, loggedAt };
  });
  const written: Content[] = [];
  return entries.map((entry): HostileLine => {
    const { device } = entry;
    const content = contentOf(entry);
    const earlier = written.length === 0 ? undefined : random.pick(written);
    const kind = random.number(12);
    if (kind < 3) return { text: seal(spoiled(content, random)), fate: 'bad', device };
    if (kind === 3) return { text: broken(seal(content), random), fate: 'bad', device };
    if (kind === 4) return { text: seal(newer(content, random)), fate: 'newer', device };
    if (kind === 5) {
      const clock = random.pick(['03bb2cc3d800-0000', 'e6ffffffffff-ffff', '0fffffffffff-0001']);
      return { text: seal({ ...content, clock }), fate: 'ahead', device };
    }
    if (kind === 6 && earlier !== undefined) {
      return { text: seal(earlier), fate: 'copy', device: earlier['device'] as string };
    }
    if (kind === 7 && earlier !== undefined) {
      // Something else under an id that is there, with the lowest clock there is. A fact of the outside with another clock
      // is still the same fact.
      const forged = { ...earlier, via: undefined, clock: '000000000000-0000', act: 'forged' };
      return { text: seal(forged), fate: 'forged', device: 'nobody' };
    }
    const whole = random.number(4) === 0 ? extended(content, random) : content;
    written.push(whole);
    return { text: seal(whole), fate: 'entry', device };
  });
}

type Content = Record<string, unknown>;

function contentOf(entry: Entry): Content {
  return JSON.parse(encodeContent(entry, entry)) as Content;
}

/** The line with its checksum. A field named `__proto__` stays one. */
function seal(content: Content): string {
  const text = JSON.stringify(content)
    .replace('"proto of it"', '"__proto__"')
    .replace(/"deep (\d+)"/g, (_, depth) => `${'['.repeat(Number(depth))}1${']'.repeat(Number(depth))}`);
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}\n`;
}

/** Stands for lists within lists, which {@link seal} writes: they are too deep to be made into a text. */
function deep(depth: number): string {
  return `deep ${depth}`;
}

/** With fields that this version does not know and that stay flat. */
function extended(content: Content, random: Random): Content {
  const values = ['x', 'x'.repeat(4_000), 7, -1e300, true, null, [], ['a', 1, null], '\u0000\u202e\ud800'];
  return { ...content, extra: random.pick(values), another: random.pick(values) };
}

/** The same with one field that no entry can have. */
function spoiled(content: Content, random: Random): Content {
  const id = random.pick(
    ['id', 'device', 'act', 'item', 'assignment', 'priority', 'undoes'].filter((field) => field in content),
  );
  const required = random.pick(['id', 'clock', 'device', 'act', 'loggedAt']);
  const { [required]: _, ...without } = content;
  const field = random.pick(Object.keys(content).filter((name) => !['v', 'type'].includes(name)));
  return random.pick<() => Content>([
    () => ({ ...content, [id]: random.pick(['/x', '../x', 'a b', '', '\ud800', 'x'.repeat(101), 5, null, ['a'], {}]) }),
    () => ({ ...content, [field]: 'x'.repeat(random.pick([4_001, 60_000])) }),
    () => ({ ...content, [field]: { toString: 'x', length: 1 } }),
    () => ({ ...content, [field]: deep(random.pick([2, 50, 5_000])) }),
    () => ({ ...content, extra: random.pick([{}, [[]], deep(20_000), 'x'.repeat(4_001), Array(101).fill('x')]) }),
    () => ({ ...content, 'proto of it': { title: 'x' } }),
    () => ({ ...content, ...Object.fromEntries(Array.from({ length: 30 }, (__, at) => [`extra${at}`, at])) }),
    () => ({ ...content, loggedAt: random.pick(['', 'yesterday', '2026-02-30T00:00:00Z', 7, deep(9)]) }),
    () => ({ ...content, clock: random.pick(['', 'ffffffffffff-ffff', '0190ABCDEF01-0000', 9, null]) }),
    () => ({ ...content, v: random.pick([0, -1, 1.5, '1', null, true, [], {}]) }),
    () => without,
  ])();
}

/** A line whose checksum says that something happened to it. */
function broken(line: string, random: Random): string {
  const at = 10 + random.number(line.length - 30);
  return random.pick([`${line.slice(0, at)}\n`, `${line.slice(0, at)}#${line.slice(at + 1)}`, `${line.trimEnd()}}\n`]);
}

function newer(content: Content, random: Random): Content {
  return random.pick<Content>([
    { ...content, v: random.pick([2, 999, Number.MAX_SAFE_INTEGER]) },
    { ...content, type: random.pick(['itemPolished', 'constructor', '__proto__', '']) },
    { v: 3, item: random.pick(['/x', '\ud800', 'x'.repeat(10_000), ...subjects]), deep: deep(20_000) },
  ]);
}
