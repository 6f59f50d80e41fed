import { Attempt } from '../../app/ids.ts';
import type { Done } from '../../app/ledger.ts';
import type { CaptureDraft } from '../../core/captureLine.ts';
import { HumanError } from '../../core/humanError.ts';
import type { Capture } from '../../core/intents.ts';
import { isRefusal } from '../../core/refusal.ts';
import { captureAs } from '../../core/rules/capture.ts';
import { sayCaptured } from '../../core/wording/capture.ts';
import { isBarrier, sayRemark } from '../../core/wording/captureRemarks.ts';
import { sayRefusal } from '../../core/wording/refusals.ts';
import { t } from '../../core/wording/translate.ts';
import { act, tryAct } from '../acting.ts';
import { captureArguments, captureText, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askText, type Preview } from '../prompts/askText.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

/** Captures what waits on the leader from one line, and shows what will be saved before it is. */
export async function capture(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) return { id: await captureFor(rooms, argument) };
  const attempt = new Attempt(rooms.ledger.ids);
  let id: string | undefined;
  const answer = await askText({
    title: t('Capture'),
    prompt: t(
      'What waits on you? Only the words are needed: by fri, asked mon, @who waits, !oneway and #tag may follow.',
    ),
    placeholder: t('Pick on-call vendor by fri asked mon @anna @sam !oneway #platform'),
    preview: (line) => preview(rooms, line),
    accept: async (line) => {
      const draft = await read(rooms, line);
      return sayBarrier(rooms, draft) ?? tryAct(rooms, intentOf(draft), attempt, (done) => (id = idOf(done)));
    },
  });
  return answer.type === 'given' ? { id } : undefined;
}

async function captureFor(rooms: Rooms, argument: unknown): Promise<string> {
  const intent =
    typeof argument === 'object' && argument !== null && 'text' in argument
      ? await intentOfText(rooms, parseArguments(commandIds.capture, captureText, argument).text)
      : ({ type: 'capture', ...parseArguments(commandIds.capture, captureArguments, argument) } as const);
  return idOf(await act(rooms, intent));
}

function idOf({ facts: [fact] }: Done): string {
  return fact?.type === 'itemCaptured' ? fact.item : '';
}

async function intentOfText(rooms: Rooms, text: string): Promise<Capture> {
  const draft = await read(rooms, text);
  const barrier = sayBarrier(rooms, draft);
  if (barrier !== undefined) throw new HumanError(barrier);
  return intentOf(draft);
}

/** The grammar of the line is loaded when it is first needed, not when the window starts. */
async function read({ ledger, settings }: Rooms, line: string): Promise<CaptureDraft> {
  const { readCaptureLine } = await import('../../core/captureLine.ts');
  return readCaptureLine(line, { today: ledger.today.day, calendar: settings.policy.calendar });
}

function intentOf(draft: CaptureDraft): Capture {
  const { title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link } = draft;
  return { type: 'capture', title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link };
}

/** A day that does not exist would end up in the title; better to say so while the line can still be mended. */
function sayBarrier({ ledger }: Rooms, draft: CaptureDraft): string | undefined {
  const barrier = draft.remarks.find(isBarrier);
  return barrier && sayRemark(barrier, ledger.today.day);
}

async function preview(rooms: Rooms, line: string): Promise<Preview> {
  if (line.trim() === '') return undefined;
  const draft = await read(rooms, line);
  const barrier = sayBarrier(rooms, draft);
  if (barrier !== undefined) return { type: 'error', sentence: barrier };
  const { today } = rooms.ledger;
  const captured = captureAs('', intentOf(draft), { today: today.day, policy: rooms.settings.policy });
  if (isRefusal(captured)) return { type: 'error', sentence: sayRefusal(captured, today.day) };
  const sentence = sayCaptured(captured, today.day);
  const remarks = draft.remarks.map((remark) => sayRemark(remark, today.day));
  if (captured.promisedOn < captured.askedOn) remarks.push(t('the promise is earlier than the asked day'));
  return remarks.length === 0
    ? { type: 'info', sentence }
    : { type: 'warning', sentence: [sentence, ...remarks].join(' — ') };
}
