import { isCorrection } from '../../entries/correction.ts';
import type { Fact, FactOf } from '../../entries/entry.ts';
import type { Item } from '../../items/item.ts';
import type { CapturedFact } from '../../rules/capture.ts';
import type { Day } from '../../time/day.ts';
import type { RecordSource } from './knownRecords.ts';

/** Whether only imports have said something about the item, apart from its check. Not so of one that is read-only here. */
export function isAsImported({ history, importedFrom, readOnly }: Item): boolean {
  if (importedFrom === undefined || readOnly) return false;
  const capture = history.find(({ type }) => type === 'itemCaptured');
  return history.every(
    (entry) =>
      entry.act === capture?.act || isCorrection(entry) || entry.type === 'checkDaySet' || entry.type === 'checkHeld',
  );
}

/**
 * What the record says now and the item does not: its title, note, days and closing, and where its file lies.
 *
 * @param wanted the facts that an import of the record into an empty log would bring
 */
export function correctionsOf(
  item: Item,
  [capture, decision]: readonly [CapturedFact, FactOf<'itemDecided' | 'itemDecidedBySilence'>, ...Fact[]],
  { sourceSystem, sourceKey }: RecordSource,
  today: Day,
): Fact[] {
  const { askedOn, title, note, isAskedEstimated } = capture;
  const edit = {
    ...(title !== item.title && { title }),
    ...(note !== item.note && { note: note ?? null }),
    ...(askedOn !== item.askedOn && { askedOn, ...(isAskedEstimated === true && { isAskedEstimated }) }),
  };
  const isMoved = capture.sourceKey !== undefined && capture.sourceKey !== item.sourceKey;
  const facts: Fact[] =
    Object.keys(edit).length > 0 || isMoved
      ? [{ type: 'itemEdited', item: item.id, ...edit, sourceSystem, sourceKey }]
      : [];
  const { closing } = item;
  // A default that took effect is said by our own records only, and they are not corrected.
  if (decision.type === 'itemDecidedBySilence' || closing === undefined || closing.how === 'silence') return facts;
  const { outcome, because, recordStatus, decidedOn, isEstimated } = decision;
  const isSame =
    closing.how === 'decided' &&
    closing.on === decidedOn &&
    closing.outcome === outcome &&
    closing.because === because &&
    closing.recordStatus === recordStatus &&
    (closing.isEstimated ?? false) === (isEstimated ?? false);
  if (isSame && item.firstPromisedOn === capture.promisedOn) return facts;
  facts.push({
    type: 'closingCorrected',
    item: item.id,
    closedAs: 'decided',
    closedOn: decidedOn,
    ...(isEstimated === true && { isEstimated }),
    outcome,
    ...(because !== undefined && { because }),
    ...(recordStatus !== undefined && { recordStatus }),
    ...(capture.promisedOn !== item.firstPromisedOn && { promisedOn: capture.promisedOn }),
    correctedOn: today,
  });
  return facts;
}
