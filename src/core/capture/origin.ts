import type { CaptureDraft } from './captureLine.ts';
import type { IntentOf } from '../rules/intents.ts';

/** The initial state of a capture that does not start with an empty line. */
export interface Origin {
  /** Initial text of the input box. */
  readonly line: string;
  /** Stored with the item unless the line contains a link. */
  readonly link?: string | undefined;
  readonly note?: string | undefined;
}

/** Where a text was captured from; unknown parts are undefined. */
export interface OriginPlace {
  readonly place: string | undefined;
  readonly branch: string | undefined;
  readonly repository: string | undefined;
}

/** The capture intent of a line. Preview and saving both use it, so they always agree. */
export function captureOf(draft: CaptureDraft, origin: Origin): IntentOf<'capture'> {
  const { title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link = origin.link } = draft;
  const { note } = origin;
  return { type: 'capture', title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link, note };
}
