import { Today } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import { type Day, dayOf } from '../../src/core/time/day.ts';
import type { Fact } from '../../src/core/entries/entry.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { isRefusal } from '../../src/core/rules/refusal.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { broughtByStep, sampleSteps } from '../../src/core/sample/steps.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from './policy.ts';

/**
 * Writes the sample into the extension's storage, day by day, through the same store the extension uses. Its days are
 * counted back from today, so that it ages like a log in use.
 *
 * @param now the day on which it is shown
 */
export async function writeSampleLog(storage: string, now = new Date()): Promise<void> {
  let time = now;
  const log = new Log(storage, Device.load(storage));
  log.prepare();
  const today = new Today({ now: () => time });
  const store = new EntryStore(log, uuids, today, () => usualPolicy);
  const act = async (intent: Intent, on: Day): Promise<readonly Fact[]> => {
    time = new Date(`${on}T10:00:00`);
    const done = await store.act((context) => rule(intent, context));
    if (isRefusal(done)) throw new Error(`The sample is refused: ${JSON.stringify([intent, done])}`);
    return done.facts;
  };

  const ids = new Map<string, string>();
  const idOf = (name: string): string => ids.get(name) ?? '';
  for (const { on, name, intent } of sampleSteps(dayOf(now))) {
    const facts = await act(intent(idOf(name), idOf), on);
    for (const [called, id] of broughtByStep(name, facts)) ids.set(called, id);
  }
  today.dispose();
  store.dispose();
}
