import type { Day } from '../time/day.ts';
import type { CapturedFact } from '../rules/capture.ts';
import { sayDay, sayName, sayPeople } from '../text/days.ts';
import { sayByDefault } from '../items/itemSentences.ts';
import { sayDoor, sayKind } from '../items/itemText.ts';
import { t } from '../text/translate.ts';

/** Preview of what will be saved: `“Pick a vendor” · Decision · one-way · asked Mon 16 Nov · promised Fri 27 Nov · Anna waits`. */
export function sayCaptured(fact: CapturedFact, today: Day): string {
  const parts = [t('“{0}”', fact.title), sayKind(fact.kind)];
  if (fact.door !== undefined) parts.push(sayDoor(fact.door));
  const asked = sayDay(fact.askedOn, today);
  parts.push(fact.askedBy === undefined ? t('asked {0}', asked) : t('asked {0} by {1}', asked, sayName(fact.askedBy)));
  const promised = sayDay(fact.promisedOn, today);
  parts.push(
    fact.target === undefined
      ? t('promised {0}', promised)
      : t('promised {0} ({1})', promised, sayByDefault(fact.target)),
  );
  if (fact.promisedOn < today) parts.push(t('overdue at once'));
  const waiting = fact.waiting ?? [];
  if (waiting.length === 1) parts.push(t('{0} waits', sayPeople(waiting)));
  if (waiting.length > 1) parts.push(t('{0} wait', sayPeople(waiting)));
  if (fact.owedBy !== undefined) parts.push(t('owed by {0}', sayName(fact.owedBy)));
  for (const tag of fact.tags ?? []) parts.push(`#${tag}`);
  if (fact.link !== undefined) parts.push(fact.link);
  if (fact.note !== undefined) parts.push(t('with a note'));
  return parts.join(' · ');
}
