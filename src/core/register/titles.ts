import { titleOf } from '../items/codedText.ts';
import type { BoardSource } from './register.ts';

/** Looks up the title of an item or a priority by id; an unknown id is returned as it is. */
export function titlesIn({ items, priorities }: Pick<BoardSource, 'items' | 'priorities'>): (id: string) => string {
  let titles: ReadonlyMap<string, string> | undefined;
  const titleOfPriority = (id: string): string | undefined => {
    titles ??= new Map([...priorities.retired, ...priorities.ranked].map((priority) => [priority.id, priority.title]));
    return titles.get(id);
  };
  return (id) => {
    const item = items.get(id);
    return item === undefined ? (titleOfPriority(id) ?? id) : titleOf(item);
  };
}
