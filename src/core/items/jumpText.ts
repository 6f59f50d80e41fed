import type { BoardRow } from '../board/row.ts';
import { sayName } from '../text/days.ts';
import { sayDoor, sayKind } from './itemText.ts';
import { t } from '../text/translate.ts';

/** The searchable facts besides the title, on one line: `Decision · one-way · @anna @sam · #platform`. */
export function saySearchable({ kind, door, waiting, askedBy, owedBy, tags, link }: BoardRow): string {
  return [
    sayKind(kind),
    ...(door === undefined ? [] : [sayDoor(door)]),
    ...(waiting.length === 0 ? [] : [waiting.map((name) => `@${name}`).join(' ')]),
    ...(askedBy === undefined ? [] : [t('asked by {0}', sayName(askedBy))]),
    ...(owedBy === undefined ? [] : [t('owed by {0}', sayName(owedBy))]),
    ...(tags.length === 0 ? [] : [tags.map((tag) => `#${tag}`).join(' ')]),
    ...(link === undefined ? [] : [link]),
  ].join(' · ');
}
