import * as z from 'zod/mini';
import { panelActs, type PanelRequest } from '../../../core/panel/protocol.ts';

/** Ids are UUIDs; a longer text is none. */
const id = z.string().check(z.minLength(1), z.maxLength(200));

/** Names in the log are shorter. */
const name = z.string().check(z.minLength(1), z.maxLength(200));

/** Long enough for the table of ten thousand items, and for a picture of a large screen. */
const text = z.string().check(z.maxLength(20_000_000));

const panelRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('act'), act: z.enum(panelActs), id }),
  z.strictObject({ type: z.literal('review'), ids: z.array(id).check(z.minLength(1), z.maxLength(20_000)) }),
  z.strictObject({ type: z.literal('openPerson'), name }),
  z.strictObject({ type: z.literal('openBrief'), id }),
  z.strictObject({ type: z.literal('markDiscussed'), name }),
  z.strictObject({ type: z.literal('reviewAll') }),
  z.strictObject({ type: z.literal('capture') }),
  z.strictObject({ type: z.literal('addSample') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('copyText'), text }),
  z.strictObject({
    type: z.literal('savePicture'),
    name: z.string().check(z.regex(/^[\w ,-]{1,80}$/)),
    base64: text.check(z.regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)),
  }),
]);

/** Parses a message from the panel; undefined if it is not a valid request. Never throws. */
export function parsePanelRequest(message: unknown): PanelRequest | undefined {
  const parsed = z.safeParse(panelRequest, message);
  return parsed.success ? parsed.data : undefined;
}
