import type { Fact } from '../entries/entry.ts';
import { textLimits } from '../entries/limits.ts';
import { isOutside } from '../entries/sameEntry.ts';
import type { Item } from '../items/item.ts';
import { tidy } from '../rules/limits.ts';
import { startOfText } from '../text/clean.ts';
import { dayOf } from '../time/day.ts';
import { github, type RequestEvent, type RequestHistory } from './requestHistory.ts';

export type NewTitle = Extract<RequestEvent, { readonly type: 'renamed' }>;

/** The title of an item for a pull request of that title; its address where the title has nothing to read. */
export function readTitle(title: string, url: string): string {
  return startOfText(tidy(title) ?? url, textLimits.title);
}

/**
 * The titles that the pull request got since the one that the item has from there, oldest first. None where a person wrote
 * the one that the item has.
 */
export function newTitles({ history, withoutEffect }: Item, { events, url }: RequestHistory): readonly NewTitle[] {
  const titles = events
    .filter((event) => event.type === 'renamed')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (titles.length === 0) return [];
  const last = history.findLast(
    (entry) =>
      (entry.type === 'itemCaptured' || entry.type === 'itemEdited') &&
      entry.title !== undefined &&
      !withoutEffect.includes(entry.id),
  );
  if (last === undefined || !isOutside(last)) return [];
  if (last.type === 'itemEdited') return titles.filter(({ at }) => Date.parse(at) > Date.parse(last.at ?? ''));
  // It arrived with the title of that moment.
  const arrived = titles.findLastIndex(
    ({ title }) => last.type === 'itemCaptured' && last.title === readTitle(title, url),
  );
  return titles.slice(arrived + 1);
}

/** What a new title says of the item. */
export function newTitleFact({ title, at }: NewTitle, { url }: RequestHistory, item: string): Fact {
  const instant = new Date(at);
  const outside = { via: github, at: instant.toISOString() };
  return { type: 'itemEdited', item, title: readTitle(title, url), changedOn: dayOf(instant), ...outside };
}
