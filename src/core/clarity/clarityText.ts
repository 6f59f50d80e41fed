import type { AgreementQuestion, ClarityRule, Finding } from './check.ts';
import { sayAgreementField } from '../assignments/agreementText.ts';
import { sayDay } from '../text/days.ts';
import type { Fact } from '../entries/entry.ts';
import type { Day } from '../time/day.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

/** One finding as a sentence that stands alone: `Outcome: “improve” is vague. What will exist when this is done?` */
export function sayFinding(finding: Finding, today: Day): string {
  switch (finding.rule) {
    case 'missing':
      return t('{0}: no answer yet.', sayAgreementField(finding.field));
    case 'vague':
    case 'notObservable':
      return t('{0}: {1}', sayAgreementField(finding.field), sayReason(finding, today));
    default:
      return sayReason(finding, today);
  }
}

/** One finding beside the name of its field: what is vague about the answer, and what would mend it. */
export function sayReason({ rule, text }: Finding, today: Day): string {
  switch (rule) {
    case 'missing':
      return t('Not answered yet.');
    case 'vague':
      return t('“{0}” is vague. What will exist when this is done?', text);
    case 'nothingExcluded':
      return t('Say what is out of scope.');
    case 'teamAsOwner':
      return t('Name one person, not a team: “{0}”.', text);
    case 'severalOwners':
      return t('Name one person, not several: “{0}”.', text);
    case 'notObservable':
      return t('Add a number, a date or a visible result.');
    case 'dependencyWaits':
      return t('It depends on “{0}”, which waits on you.', text);
    case 'noDay':
      return t('Name the day it is due.');
    case 'notAgreed':
      return t('The owner has not agreed to {0} yet.', sayDay(text as Day, today));
    case 'servesNothing':
      return t('Name the priority it serves, or say what moves down or stops for it.');
    case 'overLimit':
      return t('You have more priorities than you allow ({0}). Say what moves down or stops.', text);
    default:
      return rule satisfies never;
  }
}

/** What is vague about an answer, for a mark beside it; undefined where nothing is said that could be vague. */
export function sayVagueness(rule: ClarityRule, text: string): string | undefined {
  switch (rule) {
    case 'vague':
      return t('“{0}”', text);
    case 'notObservable':
      return t('no number, date or visible result');
    case 'nothingExcluded':
      return t('nothing is out of scope');
    case 'teamAsOwner':
    case 'severalOwners':
      return t('not one person');
    case 'missing':
      return t('not an answer');
    case 'dependencyWaits':
    case 'noDay':
    case 'notAgreed':
    case 'servesNothing':
    case 'overLimit':
      return undefined;
    default:
      return rule satisfies never;
  }
}

export function sayFindings(findings: readonly Finding[], today: Day): string {
  return findings.map((finding) => sayFinding(finding, today)).join(' ');
}

/** The full wording of a question. */
export const sayQuestion = wordsFor<AgreementQuestion>({
  outcome: () => t('Outcome: what will be true?'),
  excluded: () => t('Not included: what is explicitly out?'),
  deliverables: () => t('Deliverables: what is handed over?'),
  owner: () => t('Owner: which one person?'),
  doneWhen: () => t('Done when: what can anybody see or count?'),
  dependsOn: () => t('Depends on: which open items, or none?'),
  dueOn: () => t('Due: on which day?'),
  serves: () => t('Serves: which priority?'),
});

/** `Anna holds 4 from you; 2 of them wait on you.` */
export function sayCapacity(owner: string, held: number, waiting: number): string {
  if (held === 0) return t('{0} holds nothing else from you.', owner);
  if (waiting === 0) return t('{0} holds {1} from you; none of them waits on you.', owner, held);
  return counted(
    waiting,
    '{1} holds {2} from you; {0} of them waits on you.',
    '{1} holds {2} from you; {0} of them wait on you.',
    owner,
    held,
  );
}

/** ` You owe 3 answers by Fri 27 Nov.` after work was handed out with holes; empty if nothing is owed. */
export function sayOwed(facts: readonly Fact[], today: Day): string {
  const isOwed = new Set(facts.flatMap((fact) => (fact.type === 'clarityOwed' ? [fact.item] : [])));
  const days = facts.flatMap((fact) =>
    fact.type === 'itemCaptured' && isOwed.has(fact.item) ? [fact.promisedOn] : [],
  );
  const [day] = days;
  if (day === undefined) return '';
  return ` ${counted(days.length, 'You owe {0} answer by {1}.', 'You owe {0} answers by {1}.', sayDay(day, today))}`;
}
