import type { Register } from './register.ts';

/** What an item or a priority is called; an id that is not in the log any more stands for itself. */
export function titlesIn({ items, priorities }: Pick<Register, 'items' | 'priorities'>): (id: string) => string {
  const all = [...priorities.ranked, ...priorities.retired];
  return (id) => items.get(id)?.title ?? all.find((priority) => priority.id === id)?.title ?? id;
}
