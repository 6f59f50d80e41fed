import { EntryStore } from '../../src/app/entryStore.ts';
import { Register } from '../../src/core/register/register.ts';
import { noticesOf } from '../../src/ui/views/waiting/notices.ts';

/** The notices that the view shows above the items when all settings are valid: sentence and command of each. */
export function noticesIn({
  log,
  register = new Register(),
  ahead = [],
}: Pick<EntryStore, 'log'> & Partial<Pick<EntryStore, 'register' | 'ahead'>>): (readonly [
  sentence: string,
  command: string,
])[] {
  // What a store says is said by its own method, over the parts that a test has.
  const parts = { log: { value: log }, register: { value: register }, ahead: { value: ahead } };
  const store: unknown = Object.create(EntryStore.prototype, parts);
  const context = { feed: { store }, settings: { complaints: [] }, requests: { lines: [] } };
  return noticesOf(context as unknown as Parameters<typeof noticesOf>[0]).map(
    ({ sentence, command }) => [sentence, command] as const,
  );
}
