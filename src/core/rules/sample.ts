import { defaultWords } from '../clarity/words.ts';
import { nextClock } from '../entries/hybridClock.ts';
import type { Entry, Fact } from '../entries/entry.ts';
import { isRefusal } from './refusal.ts';
import { actsInForce } from '../register/acts.ts';
import { Register } from '../register/register.ts';
import { hasSample, isSample, sampleSource, sampleTag } from '../sample/source.ts';
import { broughtBy, broughtByStep, sampleSteps } from '../sample/steps.ts';
import type { RuleContext, Ruling } from './context.ts';
import { rule } from './rule.ts';

/**
 * Adds a leader's typical weeks to try things on, in one act. Each step goes through the rules on its own day, in a
 * separate register, so that the sample holds only what can happen.
 *
 * @throws Error when the rules refuse a step, which is a bug
 */
export function addSample(context: RuleContext): Ruling {
  if (hasSample(context.register.items)) return { refused: 'sampleThere' };
  const facts: Fact[] = [];
  const register = new Register();
  const ids = new Map<string, string>();
  const idOf = (name: string): string => ids.get(name) ?? '';
  // The leader's own week and targets, but a fixed limit and fixed words, so that the sample is always the same.
  const policy = { ...context.policy, priorityLimit: Number.POSITIVE_INFINITY, words: defaultWords };
  let clock: string | undefined;
  for (const { on, name, intent } of sampleSteps(context.today)) {
    const ruling = rule(intent(idOf(name), idOf), { ...context, register, policy, today: on });
    if (isRefusal(ruling)) throw new Error(`the sample is refused: ${name}, ${JSON.stringify(ruling)}`);
    for (const fact of ruling.map(marked)) {
      facts.push(fact);
      clock = nextClock(clock, new Date(0));
      register.add([{ ...fact, id: clock, clock, device: '', act: clock, loggedAt: `${on}T12:00:00Z` }]);
    }
    for (const [called, id] of broughtByStep(name, ruling)) ids.set(called, id);
  }
  return facts;
}

function marked(fact: Fact): Fact {
  if (fact.type !== 'itemCaptured') return fact;
  return { ...fact, tags: [...(fact.tags ?? []), sampleTag], importedFrom: sampleSource };
}

/**
 * Undoes the sample and every act about nothing else since. Acts that are also about other things, such as an order of
 * priorities, stay; what they say about the sample has no effect then.
 */
export function removeSample({ register }: RuleContext): Ruling {
  const subjects = new Set<string>();
  const facts: Fact[] = [];
  for (const { id, entries } of actsInForce(register)) {
    if (!isSample(entries) && !isAbout(entries, subjects)) continue;
    for (const subject of entries.map(broughtBy)) if (subject !== undefined) subjects.add(subject);
    facts.push({ type: 'actUndone', undoes: id });
  }
  return facts.length === 0 ? { refused: 'noSample' } : facts;
}

/** Whether an act is about the sample, and else only about subjects that it created itself. */
function isAbout(entries: readonly Entry[], subjects: ReadonlySet<string>): boolean {
  const created = new Set(entries.map(broughtBy));
  const named = entries.map(subjectsOf);
  return (
    named.some((names) => names.some((name) => subjects.has(name))) &&
    named.every((names) => names.some((name) => subjects.has(name) || created.has(name)))
  );
}

/** What an entry is about; a claim that one item blocks another is about both. */
function subjectsOf(entry: Entry): string[] {
  const subjects: string[] = [];
  if ('item' in entry) subjects.push(entry.item);
  if ('assignment' in entry) subjects.push(entry.assignment);
  if ('priority' in entry) subjects.push(entry.priority);
  if ('blocker' in entry) subjects.push(entry.blocker);
  return subjects;
}
