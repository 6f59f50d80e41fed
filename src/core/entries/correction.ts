import type { Fact, FactOf } from './entry.ts';

/**
 * Whether an import made the change, because the source says something else now. What recognises a request of the outside
 * names a source, too, and is no import.
 */
export function isCorrection(fact: Fact): fact is FactOf<'closingCorrected' | 'itemEdited'> {
  if (fact.type === 'closingCorrected') return true;
  return fact.type === 'itemEdited' && fact.sourceSystem !== undefined && fact.via === undefined;
}
