import { t } from '../text/translate.ts';
import type { ReopenedCode, SentBackCode, WithdrawnCode } from './requestMoves.ts';

type Code = SentBackCode | WithdrawnCode | ReopenedCode;
const words: Readonly<Record<Code, () => string>> = {
  commented: () => t('commented'),
  changesRequested: () => t('changes requested'),
  draft: () => t('back to draft'),
  requestRemoved: () => t('request removed'),
  reviewedByTeam: () => t('reviewed by the team'),
  merged: () => t('merged'),
  closed: () => t('closed'),
  requested: () => t('review requested again'),
  dismissed: () => t('review dismissed'),
  pullRequestReopened: () => t('pull request reopened'),
  ready: () => t('ready for review'),
};

/** Whether a reason is that of an event of the outside. */
export function isOfOutside(code: string | undefined): boolean {
  return code !== undefined && Object.hasOwn(words, code);
}

/** What an entry of the outside says, in the reader's language; as it was written where the code is of a newer version. */
export function sayCoded(code: string | undefined, written: string): string {
  return isOfOutside(code) ? words[code as Code]() : written;
}
