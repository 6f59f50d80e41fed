import { nameIn } from '../cells/namesCell.ts';
import type { DayOrder } from '../cells/dayCell.ts';
import { doorIn, kindIn } from '../cells/kindCell.ts';
import { type Day, isDay } from '../../time/day.ts';
import { textLimits } from '../../entries/limits.ts';
import type { Expectation } from '../../items/item.ts';
import type { CaptureFields } from '../../rules/intents.ts';
import { isAmountOfDays, isSureness } from '../../rules/limits.ts';
import { isMap } from './frontMatter.ts';
import { textOf } from './markdownText.ts';
import { type DayReading, decisionDayIn } from './decisionDay.ts';
import { chosenIn } from './recordOutcome.ts';
import { type RecordParts, sectionOf } from './recordParts.ts';
import { type RecordStatus, type Standing, statusOf } from './recordStatus.ts';
import { notRecorded } from './recordText.ts';
import type { RecordRefusal, RecordRemark } from './recordRefusal.ts';
import { isTemplateTitle, titleOf } from './recordTitle.ts';

/** A decision as read from a record; texts may exceed the limits of an item. */
export interface DecisionRecord {
  /** The item's id, in a record written by our export. */
  readonly id: string | undefined;
  readonly capture: Omit<CaptureFields, 'askedOn' | 'promisedOn'>;
  /** The people it names, a line for each part they had. */
  readonly people: string | undefined;
  /** When it was asked and promised, where the record says so. */
  readonly askedOn: Day | undefined;
  readonly isAskedEstimated: boolean;
  readonly promisedOn: Day | undefined;
  /** Undefined if the record names no day. */
  readonly decided: { readonly on: Day; readonly isEstimated: boolean } | undefined;
  /** What stands in the place of the day and is none. */
  readonly unreadDay: string | undefined;
  readonly outcome: string;
  readonly because: string | undefined;
  /** The status where it is another than plainly decided. */
  readonly recordStatus: string | undefined;
  /** Where an item came from that our export wrote down. */
  readonly source: { readonly sourceSystem: string; readonly sourceKey: string } | undefined;
  readonly bySilence: boolean;
  readonly checkOn: Day | undefined;
  readonly expectation: Expectation | undefined;
  readonly held: { readonly on: Day; readonly note: string | undefined } | undefined;
  readonly reversed:
    | {
        readonly on: Day;
        readonly because: string;
        readonly successor: string;
        readonly reworkInDays: number | undefined;
      }
    | undefined;
  /** What is to be said of how it was read. */
  readonly remarks: readonly RecordRemark[];
}

/**
 * Reads a record of MADR 4, 3 or 2, or of similar formats, in several languages. The people that it names go into the
 * note, because an item has no field for them.
 *
 * @param order of day and month, as the folder proves it
 */
export function readRecord(parts: RecordParts, fileName: string, order?: DayOrder): DecisionRecord | RecordRefusal {
  const ours = readOwnFields(parts);
  const isOurs = ours.id !== undefined;
  const heading = parts.title ?? '';
  const title = isOurs ? textOf(heading) : titleOf(heading, fileName);
  if (title === '') return { refused: 'noTitle' };
  if (!isOurs && isTemplateTitle(heading)) return { refused: 'template' };
  const status = statusOf(parts, fileName);
  const { standing } = status;
  if (standing === 'undecided') return { refused: 'notDecided', status: status.text };
  if (standing === 'unknown') return { refused: 'unknownStatus', status: status.text };
  const found = decisionDayIn(parts, fileName, order, standing !== 'superseded');
  if (found !== undefined && 'refused' in found) return found;
  const day = found !== undefined && 'on' in found ? found : undefined;
  const chosen = chosenIn(parts, isOurs);
  if (chosen === undefined) return { refused: 'noOutcome' };
  const context = sectionOf(parts, contextHeading, /^(?:context|problem|kontext|contexte?o?)\b/);
  return {
    id: ours.id,
    capture: {
      title,
      ...ours.capture,
      note: isOurs && context === notRecorded ? undefined : textOf(context),
    },
    people: isOurs ? undefined : peopleIn(parts),
    askedOn: ours.askedOn ?? day?.createdOn,
    isAskedEstimated: ours.askedOn !== undefined ? ours.isAskedEstimated : day?.createdOn === undefined,
    promisedOn: ours.promisedOn,
    unreadDay: found !== undefined && 'told' in found ? found.told : undefined,
    decided: day && { on: day.on, isEstimated: isOurs ? ours.isEstimated : day.isEstimated },
    outcome: standing === 'rejected' && !isOurs ? `Rejected: ${chosen.outcome}` : chosen.outcome,
    because: chosen.because,
    recordStatus: ours.reversed === undefined ? recordStatusOf(status) : ours.recordStatus,
    source: ours.source,
    bySilence: ours.bySilence,
    checkOn: ours.checkOn,
    expectation: ours.expectation,
    held: ours.held,
    reversed: ours.reversed,
    remarks: remarksOf(parts, standing, day),
  };
}

const contextHeading =
  /^(?:context(?: and problem statement)?|problem statement|background|kontext(?: und problemstellung)?|ausgangslage|hintergrund|contexte(?: et énoncé du problème)?|contexto(?: y planteamiento del problema| e declaração do problema)?|contesto|背景)$/;

/** What else the status says than that it was decided. */
function recordStatusOf({ standing, text }: RecordStatus): string | undefined {
  return standing === 'superseded' || standing === 'rejected' ? text : undefined;
}

function remarksOf({ unread }: RecordParts, standing: Standing, day: DayReading | undefined): RecordRemark[] {
  return [
    ...(unread === undefined ? [] : [{ remark: 'frontMatter', line: unread } as const]),
    ...(standing === 'none' ? [{ remark: 'noStatus' } as const] : []),
    ...(day?.month === undefined ? [] : [{ remark: 'monthOnly', told: day.month } as const]),
  ];
}

function peopleIn({ values, pairs }: RecordParts): string | undefined {
  const people = (label: string, names: RegExp): string[] => {
    const told = [
      ...Object.entries(values).flatMap(([key, value]) => (names.test(key.toLowerCase()) ? [value] : [])),
      ...pairs.flatMap(({ name, value }) => (names.test(name) ? [value] : [])),
    ].flatMap(namesIn);
    return told.length === 0 ? [] : [`${label}: ${told.join(', ')}`];
  };
  const more = [
    ...people(
      'Decision makers',
      /^(?:decision[- ]?makers?|deciders?|decided by|owners?|authors?|approvers?|approved by|entscheider|entscheidungsträger|décideurs?|auteurs?|decisores|autores?)$/,
    ),
    ...people('Consulted', /^consulted$/),
    ...people('Informed', /^informed$/),
    ...people('Technical story', /^technical story$/),
  ];
  return more.join('\n') || undefined;
}

/** Names in a list or in one text. Text in brackets or braces is a hint of the template and no name. */
function namesIn(value: unknown): string[] {
  // `- name: Anna` is a map.
  const texts = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    isMap(each) ? Object.values(each) : [each],
  );
  return texts.flatMap((text) => {
    const name = typeof text === 'string' && !/^[[{](?!.*\]\()/.test(text) ? nameIn(textOf(text)) : undefined;
    return name === undefined ? [] : [name];
  });
}

const ownId = /^[\w-]{1,100}$/;

/** The fields our export writes under `pacesetter`. */
function readOwnFields({ values }: RecordParts) {
  const value = values['pacesetter'];
  const ours = isMap(value) ? value : {};
  const text = (name: string): string | undefined => lineIn(ours[name]);
  const day = (name: string): Day | undefined => {
    const value = text(name);
    return isDay(value) ? value : undefined;
  };
  const texts = (name: string): string[] => {
    const list = ours[name];
    return Array.isArray(list) ? list.filter((value) => typeof value === 'string') : [];
  };
  const id = text('id');
  const held = day('held');
  const reversed = day('reversed');
  const successor = text('successor');
  const sourceSystem = text('source-system');
  const sourceKey = text('source-key');
  const kind = kindIn(text('kind') ?? '');
  return {
    id: id !== undefined && ownId.test(id) ? id : undefined,
    askedOn: day('asked'),
    isAskedEstimated: text('asked-estimated') === 'true',
    promisedOn: day('promised'),
    isEstimated: text('date-estimated') === 'true',
    capture: {
      kind: kind === 'approval' ? kind : ('decision' as const),
      door: doorIn(text('door') ?? ''),
      askedBy: text('asked-by'),
      waiting: texts('waiting'),
      tags: texts('tags'),
      link: text('link'),
    },
    recordStatus: text('record-status'),
    source: sourceSystem === undefined || sourceKey === undefined ? undefined : { sourceSystem, sourceKey },
    bySilence: text('silence') === 'true',
    checkOn: day('check'),
    expectation: expectationIn(text('expect'), Number(text('sureness'))),
    held: held === undefined ? undefined : { on: held, note: text('held-note') },
    reversed:
      reversed === undefined || successor === undefined || !ownId.test(successor)
        ? undefined
        : {
            on: reversed,
            because: text('reversed-because') ?? '',
            successor,
            reworkInDays: amountIn(text('rework-in-days')),
          },
  };
}

/** Undefined unless both are what a decision can have. */
function expectationIn(expect: string | undefined, sureness: number): Expectation | undefined {
  return expect === undefined || expect.length > textLimits.expect || !isSureness(sureness)
    ? undefined
    : { expect, sureness };
}

function amountIn(text: string | undefined): number | undefined {
  return text !== undefined && isAmountOfDays(Number(text)) ? Number(text) : undefined;
}

function lineIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
