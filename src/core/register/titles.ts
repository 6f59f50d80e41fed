import { titleOf } from '../items/codedText.ts';
import type { Register } from './register.ts';

/** What an item or a priority is called; an id that is not in the log any more stands for itself. */
export function titlesIn({ items, priorities }: Pick<Register, 'items' | 'priorities'>): (id: string) => string {
  const all = [...priorities.ranked, ...priorities.retired];
  return (id) => {
    const item = items.get(id);
    return item === undefined ? (all.find((priority) => priority.id === id)?.title ?? id) : titleOf(item);
  };
}
