import { currentTurn, type Item } from '../items/item.ts';
import { languageOfDays, sayDay } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import { type Day, dayOf } from '../time/day.ts';
import type { RequestTrouble } from './requestsRead.ts';

/** The logged reviews that wait on the leader on a host, whatever was done about them here. */
export interface WaitingThere {
  readonly count: number;
  /** How many of them the leader closed or passed on here. */
  readonly doneHere: number;
  /** The earliest asked day; undefined where nothing waits. */
  readonly oldest: Day | undefined;
}

export function waitingThere(items: Iterable<Item>, host: string): WaitingThere {
  let [count, doneHere, oldest] = [0, 0, undefined as Day | undefined];
  for (const item of items) {
    if (item.request?.system !== host || !item.request.waitsThere) continue;
    count++;
    if (item.closing !== undefined || currentTurn(item) !== undefined) doneHere++;
    if (oldest === undefined || item.askedOn < oldest) oldest = item.askedOn;
  }
  return { count, doneHere, oldest };
}

/**
 * `7 reviews wait on you; the oldest since Tue 3 Nov.`, how many of them are closed or passed on here, and how many pull
 * requests could not be read.
 */
export function sayWaitingThere(waiting: WaitingThere, unread: number, today: Day): string {
  if (unread === 0) return sayWaiting(waiting, today);
  const rest = counted(
    unread,
    '{0} pull request on GitHub could not be read.',
    '{0} pull requests on GitHub could not be read.',
  );
  // One of those may wait.
  return waiting.count === 0 ? rest : t('{0} {1}', sayWaiting(waiting, today), rest);
}

function sayWaiting({ count, doneHere, oldest }: WaitingThere, today: Day): string {
  if (oldest === undefined) return t('No review that is logged waits on you on GitHub.');
  const waiting = counted(
    count,
    '{0} review has waited on you since {1}.',
    '{0} reviews wait on you; the oldest since {1}.',
    sayDay(oldest, today),
  );
  return doneHere === 0 ? waiting : t('{0} {1}', waiting, sayDoneHere(doneHere, count));
}

function sayDoneHere(doneHere: number, count: number): string {
  if (doneHere < count) return t('{0} of them: closed or passed on here, and still open on GitHub.', doneHere);
  return counted(
    count,
    'You closed it or passed it on here; on GitHub it is still open.',
    'You closed them or passed them on here; on GitHub they are still open.',
  );
}

/** `GitHub did not answer (502); last read 14:05`, or `…; only a part was read`, for the line in the view. */
export function sayTroubleThere(trouble: RequestTrouble, readAt: Date | undefined, today: Day): string {
  return t('{0}; {1}', saidOf(trouble, today), readSoFar(trouble, readAt, today));
}

function readSoFar({ isPart }: RequestTrouble, readAt: Date | undefined, today: Day): string {
  if (isPart === true) return t('only a part was read');
  return readAt === undefined ? t('not read yet') : t('last read {0}', sayTime(readAt, today));
}

/** `GitHub: 2 pull requests could not be read; the rest was read 14:05`. */
export function sayUnread(count: number, readAt: Date, today: Day): string {
  return counted(
    count,
    'GitHub: {0} pull request could not be read; the rest was read {1}',
    'GitHub: {0} pull requests could not be read; the rest was read {1}',
    sayTime(readAt, today),
  );
}

function saidOf(trouble: RequestTrouble, today: Day): string {
  switch (trouble.trouble) {
    case 'signedOut':
      return t('GitHub: you are signed out. Connect GitHub again');
    case 'rateLimited':
      return t('GitHub asks Pacesetter to wait until {0}', sayTime(new Date(trouble.until), today));
    case 'status':
      // What the server cannot do may work later; what it refuses is for the leader to mend.
      return trouble.status < 500
        ? t('GitHub refused to answer ({0})', trouble.status)
        : t('GitHub did not answer ({0})', trouble.status);
    case 'timedOut':
      return t('GitHub did not answer in time');
    case 'unreachable':
      return t('GitHub cannot be reached');
    case 'garbled':
      return t('GitHub’s answer could not be read');
    case 'failed':
      return t('GitHub could not answer the query');
    case 'notLogged':
      return t('What GitHub answered could not be logged ({0})', trouble.reason);
    case 'stopped':
      return t('Reading from GitHub was stopped');
    case 'unexpected':
      return t('GitHub could not be read ({0})', trouble.reason);
    default:
      return trouble satisfies never;
  }
}

/** `14:05`, and on another day than today `Mon 16 Nov 14:05`. */
function sayTime(instant: Date, today: Day): string {
  const time = new Intl.DateTimeFormat(languageOfDays(), { hour: '2-digit', minute: '2-digit' }).format(instant);
  const day = dayOf(instant);
  return day === today ? time : `${sayDay(day, today)} ${time}`;
}
