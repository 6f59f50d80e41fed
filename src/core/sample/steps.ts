import { addDays, type Day } from '../time/day.ts';
import type { Fact } from '../entries/entry.ts';
import type { CaptureFields, Intent } from '../rules/intents.ts';
import { type SampleItem, sampleItems } from './items.ts';
import { pastWorkSteps } from './pastWork.ts';
import { sampleWork } from './work.ts';

/** One act of the sample's leader. */
export interface SampleStep {
  readonly on: Day;
  /** Name of the subject the act creates or refers to. */
  readonly name: string;
  readonly intent: (id: string, idOf: (name: string) => string) => Intent;
}

/** All steps in order of their days. */
export function sampleSteps(today: Day): readonly SampleStep[] {
  const day = (daysAgo: number): Day => addDays(today, -daysAgo);
  const work = [...pastWorkSteps, ...sampleWork].map(({ ago, name, intent }): SampleStep => ({
    on: day(ago),
    name,
    intent: (id, idOf) => intent(day, idOf, id),
  }));
  return [...sampleItems.flatMap((item) => stepsOf(item, day)), ...work].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
}

/** The id of the subject a fact creates; undefined when it is about an existing one. */
export function broughtBy(fact: Fact): string | undefined {
  switch (fact.type) {
    case 'itemCaptured':
      return fact.item;
    case 'assignmentMade':
    case 'assignmentDrafted':
      return fact.assignment;
    case 'priorityAdded':
      return fact.priority;
    default:
      return undefined;
  }
}

/**
 * What an act brings, by the names that later steps know it by: the first by that of the step, others by their titles, as
 * the item that a reversal opens.
 */
export function broughtByStep(name: string, facts: readonly Fact[]): readonly (readonly [string, string])[] {
  return facts.flatMap((fact, at) => {
    const id = broughtBy(fact);
    if (id === undefined) return [];
    if (at === 0) return [[name, id] as const];
    return fact.type === 'itemCaptured' ? [[fact.title, id] as const] : [];
  });
}

function stepsOf(
  { asked, logged = asked, promised, closed, moved, expected, next, then = [], ...item }: SampleItem,
  day: (ago: number) => Day,
): SampleStep[] {
  const { outcome = '', because, title: name, ...others } = item;
  const fields: CaptureFields = {
    title: name,
    ...others,
    askedOn: day(asked),
    ...(promised === undefined ? {} : { promisedOn: day(promised) }),
  };
  const steps: SampleStep[] = [{ on: day(logged), name, intent: () => ({ type: 'capture', ...fields }) }];
  if (moved !== undefined) {
    const { ago, to, reason } = moved;
    steps.push({ on: day(ago), name, intent: (id) => ({ type: 'movePromise', id, promisedOn: day(to), reason }) });
  }
  if (closed !== undefined) {
    steps.push({
      on: day(closed),
      name,
      intent: (id) =>
        item.kind === 'dependency'
          ? { type: 'clear', id, note: outcome }
          : { type: 'decide', id, outcome, because, ...(expected && expectationOf(expected, day)) },
    });
  }
  for (const { ago, intent } of then) {
    steps.push({ on: day(ago), name, intent: (id, idOf) => ({ ...intent(day, idOf), id }) });
  }
  if (next !== undefined) {
    const { title, closed: ago, outcome: decided } = next;
    steps.push({ on: day(ago), name: title, intent: (id) => ({ type: 'decide', id, outcome: decided }) });
  }
  return steps;
}

function expectationOf({ expect, sureness, check }: NonNullable<SampleItem['expected']>, day: (ago: number) => Day) {
  return { expect, sureness, checkOn: day(check) };
}
