import type { FactOf } from '../entries/entry.ts';
import type { CaptureFields } from './intents.ts';
import { checkFilled, checkList, checkTexts, tidy, tidyLines, tidyList, tidyName } from './limits.ts';
import { targetKindOf } from '../policy.ts';
import type { Refusal } from './refusal.ts';
import type { RuleContext } from './context.ts';

export type CapturedFact = FactOf<'itemCaptured'>;

/** Captures an item under the given id. Sets the first promise, from the day given or from the target. */
export function captureAs(
  item: string,
  fields: CaptureFields,
  { today, policy }: Pick<RuleContext, 'today' | 'policy'>,
): CapturedFact | Refusal {
  const title = tidy(fields.title);
  const waiting = tidyList(fields.waiting ?? []);
  const tags = tidyList(fields.tags ?? []);
  const askedBy = tidyName(fields.askedBy);
  const owedBy = tidyName(fields.owedBy);
  const link = tidy(fields.link);
  const note = tidyLines(fields.note);
  const refusal =
    checkFilled('title', title) ??
    checkTexts(['askedBy', 'owedBy', 'link', 'note'], { askedBy, owedBy, link, note }) ??
    checkList('waiting', waiting) ??
    checkList('tags', tags);
  if (refusal !== undefined) return refusal;

  const kind = fields.kind ?? (owedBy === undefined ? 'decision' : 'dependency');
  const askedOn = fields.askedOn ?? today;
  if (askedOn > today) return { refused: 'askedInFuture', askedOn, today };
  const target = fields.promisedOn === undefined ? policy.targets[targetKindOf(kind, fields.door)] : undefined;
  return {
    type: 'itemCaptured',
    item,
    kind,
    title: title ?? '',
    askedOn,
    promisedOn: fields.promisedOn ?? policy.calendar.addWorkingDays(askedOn, target ?? 0),
    target,
    door: fields.door,
    askedBy,
    waiting: waiting.length > 0 ? waiting : undefined,
    owedBy,
    tags: tags.length > 0 ? tags : undefined,
    link,
    note,
  };
}
