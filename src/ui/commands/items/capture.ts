import type { ActResult } from '../../../app/entryStore.ts';
import { type CaptureDraft, readCaptureLine } from '../../../core/capture/captureLine.ts';
import { captureOf, type Origin } from '../../../core/capture/origin.ts';
import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { captureAs } from '../../../core/rules/capture.ts';
import { sayCaptured } from '../../../core/capture/preview.ts';
import { newNames } from '../../../core/capture/completion.ts';
import { blocksSaving, isWarning, sayRemark } from '../../../core/capture/remarks.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { act, startAttempt } from '../../performIntent.ts';
import { captureArguments, captureText, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { captureCompletions } from '../../prompts/captureCompletions.ts';
import { askLine } from '../../prompts/askLine.ts';
import type { Preview } from '../../prompts/askText.ts';
import { wordsOfLog } from '../../prompts/wordsOfLog.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';

interface Captured {
  readonly id: string | undefined;
}

/** Captures an item from one line, and previews what will be saved. */
export async function capture(context: CommandContext, argument: unknown): Promise<Captured | undefined> {
  if (isProgramCall(argument)) return { id: await captureFor(context, argument) };
  return askCapture(context, t('Capture'), { line: '' });
}

/** Asks for the line of an item, and completes people, tags, kinds and doors while it is typed. */
export async function askCapture(
  context: CommandContext,
  title: string,
  origin: Origin,
): Promise<Captured | undefined> {
  let id: string | undefined;
  const perform = startAttempt(context, (done) => (id = idOf(done)));
  const known = wordsOfLog(context);
  const answer = await askLine({
    title,
    value: origin.line,
    prompt: t('What waits on you? A title is enough. You can add by fri, asked mon, @who waits, !oneway, #tag.'),
    placeholder: t('Pick on-call vendor by fri asked mon @anna @sam !oneway #platform'),
    preview: (line) => {
      const draft = draftOf(context, line);
      const remarks = [...draft.remarks, ...newNames(draft, known)];
      return preview(context, { ...draft, remarks }, origin, line);
    },
    complete: (line) => captureCompletions(line, draftOf(context, line), known),
    accept: async (line) => {
      const draft = draftOf(context, line);
      return sayBarrier(context, draft) ?? perform(captureOf(draft, origin));
    },
  });
  return answer.type === 'given' ? { id } : undefined;
}

/** Captures a line without asking. @throws HumanError with a remark on the line, or the sentence of the refusal */
export async function captureLineOf(context: CommandContext, origin: Origin): Promise<string> {
  const draft = draftOf(context, origin.line);
  const barrier = sayBarrier(context, draft);
  if (barrier !== undefined) throw new HumanError(barrier);
  return idOf(await act(context, captureOf(draft, origin)));
}

async function captureFor(context: CommandContext, argument: unknown): Promise<string> {
  if (typeof argument === 'object' && argument !== null && 'text' in argument) {
    return captureLineOf(context, { line: parseArguments(commandIds.capture, captureText, argument).text });
  }
  const fields = parseArguments(commandIds.capture, captureArguments, argument);
  return idOf(await act(context, { type: 'capture', ...fields }));
}

function idOf({ facts: [fact] }: ActResult): string {
  return fact?.type === 'itemCaptured' ? fact.item : '';
}

function draftOf({ store, settings }: CommandContext, line: string): CaptureDraft {
  return readCaptureLine(line, { today: store.today.day, calendar: settings.policy.calendar });
}

/** A day that does not exist would end up in the title, so it is reported while the line can still be corrected. */
function sayBarrier({ store }: CommandContext, draft: CaptureDraft): string | undefined {
  const barrier = draft.remarks.find(blocksSaving);
  return barrier && sayRemark(barrier, store.today.day);
}

function preview(context: CommandContext, draft: CaptureDraft, origin: Origin, line: string): Preview {
  if (line.trim() === '') return undefined;
  const barrier = sayBarrier(context, draft);
  if (barrier !== undefined) return { type: 'error', sentence: barrier };
  const { today } = context.store;
  const captured = captureAs('', captureOf(draft, origin), { today: today.day, policy: context.settings.policy });
  if (isRefusal(captured)) return { type: 'error', sentence: sayRefusal(captured, today.day) };
  const sentence = sayCaptured(captured, today.day);
  const remarks = draft.remarks.map((remark) => sayRemark(remark, today.day));
  const isEarly = captured.promisedOn < captured.askedOn;
  if (isEarly) remarks.push(t('the promise is earlier than the asked day'));
  const type = isEarly || draft.remarks.some(isWarning) ? 'warning' : 'info';
  return { type, sentence: [sentence, ...remarks].join(' — ') };
}
