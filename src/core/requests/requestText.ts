import type { Request } from '../items/item.ts';
import { t } from '../text/translate.ts';

/** The name of what recorded something: `GitHub`. */
export function sayVia(via: string): string {
  return via === 'github' ? 'GitHub' : via;
}

/** Where a request comes from, and which team was asked: `GitHub`, `GitHub, for acme/core`. */
export function sayRequest({ via, team }: Pick<Request, 'via' | 'team'>): string {
  return team === undefined ? sayVia(via) : t('{0}, for {1}', sayVia(via), team);
}
