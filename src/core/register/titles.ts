import { titleOf } from '../items/codedText.ts';
import type { BoardSource } from './register.ts';

/** Looks up the title of an item or a priority by id; an unknown id is returned as it is. */
export function titlesIn({ items, priorities }: Pick<BoardSource, 'items' | 'priorities'>): (id: string) => string {
  const all = [...priorities.ranked, ...priorities.retired];
  return (id) => {
    const item = items.get(id);
    return item === undefined ? (all.find((priority) => priority.id === id)?.title ?? id) : titleOf(item);
  };
}
