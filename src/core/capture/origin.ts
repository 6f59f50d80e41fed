import type { CaptureDraft } from './captureLine.ts';
import type { Capture } from '../rules/intents.ts';

/** Where a capture begins, when it does not begin with an empty line. */
export interface Origin {
  /** The line as it stands in the box at first. */
  readonly line: string;
  /** Kept with the item unless the line names a link of its own. */
  readonly link?: string | undefined;
  readonly note?: string | undefined;
}

/** Where a text was captured from, as far as it is known. */
export interface OriginPlace {
  readonly place: string | undefined;
  readonly branch: string | undefined;
  readonly repository: string | undefined;
}

/** What is asked for with a line. What is previewed and what is saved both come from here, so that they are the same. */
export function captureOf(draft: CaptureDraft, origin: Origin): Capture {
  const { title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link = origin.link } = draft;
  const { note } = origin;
  return { type: 'capture', title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link, note };
}
