import { isCorrection } from '../../entries/correction.ts';
import type { Fact, FactOf } from '../../entries/entry.ts';
import type { Closing, Item } from '../../items/item.ts';
import { type Day, daysBetween } from '../../time/day.ts';
import type { RowReading } from './readRow.ts';
import type { ClosingFact } from './rowClosing.ts';
import { type ImportOddity, outcomeNotRecorded } from './reason.ts';

/** What an import of a ticket that is in the log already brings. */
export interface Corrections {
  readonly facts: readonly Fact[];
  readonly odd: readonly ImportOddity[];
}

/**
 * What a ticket says now and the log does not: its title, its asked day, its note, its link and its closing. Only what is
 * still as an import left it is corrected, and nothing is emptied. An open item is closed only if nobody but imports has
 * said anything about it; a closed one is never reopened.
 */
export function ticketCorrections(item: Item, row: RowReading, today: Day): Corrections {
  const left = leftByImports(item);
  const { askedOn, ...others } = editOf(item, row, left.fields);
  const { facts, odd } = closingCorrections(item, row, left, askedOn ?? item.askedOn, today);
  const [closed] = facts;
  const on = closed?.type === 'closingCorrected' ? closed.closedOn : item.closing?.on;
  const isImpossible = askedOn !== undefined && on !== undefined && askedOn > on;
  const edit = askedOn === undefined || isImpossible ? others : { ...others, askedOn };
  if (facts.length === 0 && Object.keys(edit).length === 0 && item.sourceKey !== undefined) return { facts, odd };
  // The source says that an import made the changes of this act.
  const { sourceSystem, sourceKey } = row.capture;
  return { facts: [{ type: 'itemEdited', item: item.id, ...edit, sourceSystem, sourceKey }, ...facts], odd };
}

/** @param askedOn as it will be: what somebody changed here stays, so the days of both can contradict each other */
function closingCorrections(item: Item, row: RowReading, left: Left, askedOn: Day, today: Day): Corrections {
  const { closing } = item;
  const { closing: wanted, closedOn } = row;
  const only = (odd: ImportOddity) => ({ facts: [], odd: [odd] });
  const nothing = { facts: [], odd: [] };
  if (wanted === undefined || closedOn === undefined) {
    return closing !== undefined && left.hasClosing ? only({ odd: 'openInFile', closedOn: closing.on }) : nothing;
  }
  const isPossible = closedOn >= askedOn;
  if (closing === undefined) {
    const isClosed = left.isAll && isPossible && wanted.type !== 'itemDecidedBySilence';
    return isClosed ? { facts: [{ ...wanted, item: item.id }], odd: [] } : only({ odd: 'openInLog', closedOn });
  }
  if (left.hasClosing && isPossible) {
    const corrected = correctedClosing(item, closing, row, today);
    return corrected === undefined ? nothing : { facts: [corrected], odd: [] };
  }
  return closedOn === closing.on ? nothing : only({ odd: 'closedOtherDayInLog', closedOn, inLog: closing.on });
}

type Fields = Pick<Item, 'title' | 'askedOn' | 'note' | 'link'>;

/** What imports have said about an item. */
interface Left {
  /** The fields as the last import left them. */
  readonly fields: Fields;
  /** The last closing is theirs. */
  readonly hasClosing: boolean;
  /** Nobody else has said anything about the item. */
  readonly isAll: boolean;
}

function leftByImports({ history }: Item): Left {
  const acts = new Set<string>();
  for (const entry of history) if (entry.type === 'itemCaptured' || isCorrection(entry)) acts.add(entry.act);
  let fields: Fields = { title: '', askedOn: '0001-01-01', note: undefined, link: undefined };
  let hasClosing = false;
  for (const entry of history) {
    if (closings.has(entry.type)) hasClosing = acts.has(entry.act);
    if (entry.type === 'itemCaptured') fields = entry as Fields;
    else if (entry.type === 'itemEdited' && acts.has(entry.act)) {
      const { title = fields.title, askedOn = fields.askedOn, note = fields.note, link = fields.link } = entry;
      fields = { title, askedOn, note: note ?? undefined, link: link ?? undefined };
    }
  }
  return { fields, hasClosing, isAll: history.every(({ act }) => acts.has(act)) };
}

const closings: ReadonlySet<string> = new Set([
  ...(['itemDecided', 'itemDecidedBySilence', 'itemCleared', 'itemWithdrawn', 'itemSettled'] as const),
  ...(['closingCorrected', 'itemReopened', 'itemReversed'] as const),
]);

function editOf(item: Item, { capture, isInstant }: RowReading, left: Fields): Partial<Fields> {
  const { title, askedOn, isAskedEstimated, note, link } = capture;
  const isNew = (field: keyof Fields) =>
    capture[field] !== undefined && capture[field] !== left[field] && item[field] === left[field];
  // An instant is another day in another time zone, and the leader has travelled.
  const isSameInstant = isInstant && Math.abs(daysBetween(askedOn, item.askedOn)) <= 1;
  return {
    ...(isNew('title') && { title }),
    ...(isNew('askedOn') && isAskedEstimated !== true && !isSameInstant && { askedOn }),
    ...(isNew('note') && { note }),
    ...(isNew('link') && { link }),
  };
}

function correctedClosing(
  item: Item,
  closing: Closing,
  { capture, closing: wanted, isInstant }: RowReading,
  today: Day,
): FactOf<'closingCorrected'> | undefined {
  if (wanted === undefined || wanted.type === 'itemDecidedBySilence') return undefined;
  const says = closingIn(wanted);
  const isSameDay =
    says.closedOn === closing.on || (isInstant && Math.abs(daysBetween(says.closedOn, closing.on)) <= 1);
  const texts = textsIn(closing);
  const isSame = textFields.every(
    (field) => says[field] === undefined || says[field] === outcomeNotRecorded || says[field] === texts[field],
  );
  if (isSameDay && isSame && closing.how === says.closedAs) return undefined;
  const isPromiseMoved = item.history.some(({ type }) => type === 'promiseMoved');
  return {
    type: 'closingCorrected',
    item: item.id,
    ...says,
    ...(isSame && closing.how === says.closedAs && texts),
    ...(isSameDay && { closedOn: closing.on }),
    ...(!isPromiseMoved && capture.promisedOn !== item.firstPromisedOn && { promisedOn: capture.promisedOn }),
    correctedOn: today,
  };
}

const textFields = ['outcome', 'because', 'note', 'reason'] as const;
type Texts = { readonly [F in (typeof textFields)[number]]?: string | undefined };
type Says = Texts & Pick<FactOf<'closingCorrected'>, 'closedAs' | 'closedOn'>;

function closingIn(fact: Exclude<ClosingFact, { readonly type: 'itemDecidedBySilence' }>): Says {
  switch (fact.type) {
    case 'itemDecided':
      return { closedAs: 'decided', closedOn: fact.decidedOn, outcome: fact.outcome, because: fact.because };
    case 'itemCleared':
      return { closedAs: 'cleared', closedOn: fact.clearedOn, note: fact.note };
    case 'itemWithdrawn':
      return { closedAs: 'withdrawn', closedOn: fact.withdrawnOn, reason: fact.reason };
    default:
      return fact satisfies never;
  }
}

function textsIn(closing: Closing): Texts {
  const { outcome, because, note, reason }: Texts & Pick<Closing, 'how'> = closing;
  return { outcome, because, note, reason };
}
