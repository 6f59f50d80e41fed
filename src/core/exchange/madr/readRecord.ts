import { nameIn } from '../cells/namesCell.ts';
import { readDay } from '../cells/dayCell.ts';
import { doorIn, kindIn } from '../cells/kindCell.ts';
import { type Day, isDay } from '../../time/day.ts';
import type { CaptureFields } from '../../rules/intents.ts';
import { textOf } from './markdownText.ts';
import { isMap, splitRecord, type RecordParts } from './recordParts.ts';
import { notRecorded } from './recordText.ts';

/** A decision as read from a record; texts may exceed the limits of an item. */
export interface DecisionRecord {
  /** The item's id, in a record written by our export. */
  readonly id: string | undefined;
  readonly capture: CaptureFields & { readonly askedOn: Day };
  readonly decidedOn: Day;
  readonly outcome: string;
  readonly because: string | undefined;
  readonly bySilence: boolean;
  readonly checkOn: Day | undefined;
  readonly held: { readonly on: Day; readonly note: string | undefined } | undefined;
  readonly reversed: { readonly on: Day; readonly because: string; readonly successor: string } | undefined;
}

/** Why a record is refused; worded in `recordImportText.ts`. */
export type RecordRefusal =
  | { readonly refused: 'frontMatter' | 'noTitle' | 'noDay' | 'noOutcome' }
  | { readonly refused: 'unreadableDay'; readonly told: string }
  | { readonly refused: 'notDecided'; readonly status: string };

/**
 * Reads a record of MADR 4, 3 or 2, or of similar older formats. Values an item has no field for go into its note: the
 * status unless it is `accepted`, and the people named.
 */
export function readRecord(text: string, fileName: string): DecisionRecord | RecordRefusal {
  const parts = splitRecord(text);
  if (parts === undefined) return { refused: 'frontMatter' };
  const ours = readOwnFields(parts);
  const title = titleOf(parts, ours.id !== undefined);
  if (title === '') return { refused: 'noTitle' };
  const status = statusIn(parts);
  if (undecidedStatus.test(status)) return { refused: 'notDecided', status };
  const decidedOn = dayIn(parts, fileName);
  if (typeof decidedOn !== 'string') return decidedOn;
  const chosen = chosenIn(sectionOf(parts, /^decision(?: outcome)?$/));
  if (chosen === undefined) return { refused: 'noOutcome' };
  const context = sectionOf(parts, /^context(?:$|\b)/);
  const isRejected = /^rejected\b/i.test(status);
  return {
    id: ours.id,
    capture: {
      title,
      ...ours.capture,
      askedOn: ours.askedOn ?? decidedOn,
      promisedOn: ours.promisedOn ?? decidedOn,
      note:
        ours.id === undefined ? noteOf(parts, context, status) : context === notRecorded ? undefined : textOf(context),
    },
    decidedOn,
    outcome: isRejected ? `Rejected: ${chosen.outcome}` : chosen.outcome,
    because: chosen.because,
    bySilence: ours.bySilence,
    checkOn: ours.checkOn,
    held: ours.held,
    reversed: ours.reversed,
  };
}

const undecidedStatus = /^(?:proposed|draft|open|pending|in (?:review|discussion|progress)|to ?do|wip)\b/i;

function titleOf({ title = '' }: RecordParts, isOurs: boolean): string {
  const text = textOf(title);
  return isOurs ? text : text.replace(/^(?:adr[-\s]?\d{1,6}\s*[:.)–-]?|\d{1,6}[.:)])\s*/i, '');
}

function statusIn(parts: RecordParts): string {
  const { front, lines } = parts;
  return textOf(lineIn(front['status']) ?? lines.get('status') ?? sectionOf(parts, /^status$/)).split('\n')[0] ?? '';
}

/** The day of the decision, from the record or else from the file name. */
function dayIn({ front, lines }: RecordParts, fileName: string): Day | RecordRefusal {
  const date = lineIn(front['date']) ?? lines.get('date');
  if (date !== undefined && date !== '' && !/^[[{]/.test(date)) {
    const day = readDay(date);
    return isDay(day) ? day : { refused: 'unreadableDay', told: date };
  }
  const [, year, month, dayOfMonth] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(fileName) ?? [];
  const named = `${year}-${month}-${dayOfMonth}`;
  return isDay(named) ? named : { refused: 'noDay' };
}

interface Chosen {
  readonly outcome: string;
  readonly because: string | undefined;
}

/** `Chosen option: "…", because …`; else the first paragraph is the outcome and the rest the reason. */
function chosenIn(section: string): Chosen | undefined {
  const [, quoted, because] =
    ourOutcome.exec(section) ?? quotedOutcome.exec(section) ?? bareOutcome.exec(section) ?? [];
  if (quoted !== undefined) return chosen(quoted, because);
  const unquoted = /^chosen options?:\s*/i.exec(section)?.[0];
  if (unquoted !== undefined) {
    const rest = section.slice(unquoted.length);
    const at = rest.search(/\bbecause\b/i);
    if (at < 0) return paragraphsOf(rest);
    return chosen(rest.slice(0, at).trimEnd().replace(/[,;]$/, ''), rest.slice(at + 'because'.length));
  }
  return paragraphsOf(section);
}

const ourOutcome = /^Chosen option: "((?:[^"\\]|\\[^])*)"(?:, because ([^]*)|\.)$/;
/** A quotation with inner quotes ends where the reason begins. Each repetition is bounded or cannot fail. */
const quotedOutcome = /^chosen options?:\s*"([^]*?)"[,;]?\s{1,3}because\b[,:]?([^]*)$/i;
const bareOutcome = /^chosen options?:\s*"((?:[^"\\]|\\[^])*)"[,.;:]?\s*(?:because\b[,:]?)?([^]*)$/i;

function paragraphsOf(section: string): Chosen | undefined {
  const at = section.indexOf('\n\n');
  return at < 0 ? chosen(section, undefined) : chosen(section.slice(0, at), section.slice(at));
}

function chosen(outcome: string, because: string | undefined): Chosen | undefined {
  const [text, reason] = [textOf(outcome), textOf(because ?? '')];
  return text === '' ? undefined : { outcome: text, because: reason === '' ? undefined : reason };
}

function noteOf({ front, lines }: RecordParts, context: string, status: string): string | undefined {
  const people = (label: string, ...values: unknown[]): string[] => {
    const names = values.flatMap(namesIn);
    return names.length === 0 ? [] : [`${label}: ${names.join(', ')}`];
  };
  const more = [
    ...(status === '' || /^accepted\b/i.test(status) ? [] : [`Status: ${status}`]),
    ...people('Decision makers', front['decision-makers'], front['deciders'], lines.get('deciders')),
    ...people('Consulted', front['consulted']),
    ...people('Informed', front['informed']),
    ...people('Technical story', lines.get('technical story')),
  ];
  return [...(context === '' ? [] : [textOf(context)]), ...more].join('\n') || undefined;
}

/** Names in a list or in one text. Text in brackets or braces is a hint of the template and no name. */
function namesIn(value: unknown): string[] {
  const texts = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) => {
    const name = typeof text === 'string' && !/^[[{]/.test(text) ? nameIn(textOf(text)) : undefined;
    return name === undefined ? [] : [name];
  });
}

const ownId = /^[\w-]{1,100}$/;

/** The fields our export writes under `pacesetter`. */
function readOwnFields({ front }: RecordParts) {
  const value = front['pacesetter'];
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
  const kind = kindIn(text('kind') ?? '');
  return {
    id: id !== undefined && ownId.test(id) ? id : undefined,
    askedOn: day('asked'),
    promisedOn: day('promised'),
    capture: {
      kind: kind === 'approval' ? kind : ('decision' as const),
      door: doorIn(text('door') ?? ''),
      askedBy: text('asked-by'),
      waiting: texts('waiting'),
      tags: texts('tags'),
      link: text('link'),
    },
    bySilence: text('silence') === 'true',
    checkOn: day('check'),
    held: held === undefined ? undefined : { on: held, note: text('held-note') },
    reversed:
      reversed === undefined || successor === undefined || !ownId.test(successor)
        ? undefined
        : { on: reversed, because: text('reversed-because') ?? '', successor },
  };
}

function lineIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function sectionOf({ sections }: RecordParts, name: RegExp): string {
  for (const [heading, text] of sections) if (name.test(heading)) return text;
  return '';
}

export function isRefused(read: DecisionRecord | RecordRefusal): read is RecordRefusal {
  return 'refused' in read;
}
