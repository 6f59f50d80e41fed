import { addDays } from '../../src/core/time/day.ts';
import { captured, type TestFact } from './facts.ts';

/** Items asked over a month for forty people, some of whom have two names; some sent back, handed over or closed. */
export function largeBoardFacts(items: number): TestFact[] {
  const facts: TestFact[] = [{ type: 'namesJoined', names: ['person 1', 'p1'], joinedOn: '2026-03-02' }];
  for (let at = 0; at < items; at++) {
    const item = `item-${at}`;
    const askedOn = addDays('2026-02-02', at % 40);
    const waiting = [`person ${at % 40}`, ...(at % 3 === 0 ? [`Person ${(at * 7) % 40}`, 'p1'] : [])];
    facts.push(captured({ item, askedOn, promisedOn: addDays(askedOn, 3), waiting }));
    if (at % 7 === 0) facts.push({ type: 'itemSentBack', item, question: 'q', to: 'nobody', sentBackOn: '2026-03-16' });
    if (at % 11 === 0) facts.push({ type: 'itemHandedOver', item, to: 'person 2', handedOverOn: '2026-03-17' });
    if (at % 5 === 0) facts.push({ type: 'itemDecided', item, outcome: 'o', decidedOn: '2026-03-18' });
  }
  return facts;
}
