import { Today } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { Ledger } from '../../src/app/ledger.ts';
import { addDays, type Day, dayOf } from '../../src/core/day.ts';
import type { Fact } from '../../src/core/entries.ts';
import type { CaptureFields, Intent } from '../../src/core/intents.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from './policy.ts';
import { sampleItems, type SampleItem } from './sampleItems.ts';
import { sampleWork } from './sampleWork.ts';

/**
 * Writes a leader's typical log into the extension's storage, through the same ledger the extension uses. Its days are
 * counted back from today, so that it ages like a log that is in use.
 *
 * @param now the day it is looked at
 */
export async function writeSampleLog(storage: string, now = new Date()): Promise<void> {
  let time = now;
  const log = new Log(storage, Device.load(storage));
  log.prepare();
  const today = new Today({ now: () => time });
  const ledger = new Ledger(log, uuids, today, () => usualPolicy);
  const doIt = async (intent: Intent, on: Day): Promise<string> => {
    time = new Date(`${on}T10:00:00`);
    const done = await ledger.act((context) => rule(intent, context));
    if (isRefusal(done)) throw new Error(`The sample is refused: ${JSON.stringify([intent, done])}`);
    const [fact] = done.facts;
    return fact === undefined ? '' : subjectOf(fact);
  };

  const day = (daysAgo: number): Day => addDays(dayOf(now), -daysAgo);
  // In the order of the days things happened, as a log grows.
  const steps = [...sampleItems.flatMap((item) => stepsOf(item, day)), ...workSteps(day)].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
  const ids = new Map<string, string>();
  const idOf = (title: string): string => ids.get(title) ?? '';
  for (const { on, item, intent } of steps) {
    const id = await doIt(intent(idOf(item), idOf), on);
    if (id !== '') ids.set(item, id);
  }
  today.dispose();
  ledger.dispose();
}

/** What an act brought into being; empty where it was about something that is there. */
function subjectOf(fact: Fact): string {
  switch (fact.type) {
    case 'itemCaptured':
      return fact.item;
    case 'assignmentMade':
    case 'assignmentDrafted':
      return fact.assignment;
    case 'priorityAdded':
      return fact.priority;
    default:
      return '';
  }
}

interface SampleStep {
  readonly on: Day;
  readonly item: string;
  readonly intent: (id: string, idOf: (title: string) => string) => Intent;
}

function workSteps(day: (ago: number) => Day): SampleStep[] {
  return sampleWork.map(({ ago, name, intent }) => ({
    on: day(ago),
    item: name,
    intent: (id, idOf) => intent(day, idOf, id),
  }));
}

function stepsOf(
  { asked, logged = asked, promised, closed, moved, then = [], ...item }: SampleItem,
  day: (ago: number) => Day,
) {
  const { outcome = '', because, title, ...others } = item;
  const fields: CaptureFields = {
    title,
    ...others,
    askedOn: day(asked),
    ...(promised === undefined ? {} : { promisedOn: day(promised) }),
  };
  const steps: SampleStep[] = [{ on: day(logged), item: title, intent: () => ({ type: 'capture', ...fields }) }];
  if (moved !== undefined) {
    const { ago, to, reason } = moved;
    steps.push({
      on: day(ago),
      item: title,
      intent: (id) => ({ type: 'movePromise', id, promisedOn: day(to), reason }),
    });
  }
  if (closed !== undefined) {
    steps.push({
      on: day(closed),
      item: title,
      intent: (id) =>
        item.kind === 'dependency' ? { type: 'clear', id, note: outcome } : { type: 'decide', id, outcome, because },
    });
  }
  for (const { ago, intent } of then) {
    steps.push({ on: day(ago), item: title, intent: (id, idOf) => ({ ...intent(day, idOf), id }) });
  }
  return steps;
}
