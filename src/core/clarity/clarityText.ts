import type { AgreementQuestion, Finding } from './check.ts';
import { sayAgreementField } from '../assignments/agreementText.ts';
import { sayDay, sayList } from '../text/days.ts';
import type { Day } from '../time/day.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

/** One finding as a line: what is vague, and the words in question. */
export function sayFinding({ rule, field, text }: Finding, today: Day): string {
  switch (rule) {
    case 'missing':
      return t('{0} is not said.', sayAgreementField(field));
    case 'vague':
      return t(
        '{0}: “{1}” is nothing two people could agree on. Say what will be there.',
        sayAgreementField(field),
        text,
      );
    case 'nothingExcluded':
      return t('Nothing is excluded, so everything might be meant.');
    case 'teamAsOwner':
      return t('“{0}” is nobody in particular. Name one person.', text);
    case 'severalOwners':
      return t('“{0}” are several owners, which is none. Name one person.', text);
    case 'notObservable':
      return t('Done when: no number, no day and nothing anybody could see.');
    case 'dependencyWaits':
      return t('It depends on “{0}”, which waits on you.', text);
    case 'noDay':
      return t('There is no day.');
    case 'notAgreed':
      return t('The owner has not agreed to {0}.', sayDay(text as Day, today));
    case 'servesNothing':
      return t('It serves no priority, and nothing is said to move down or stop for it.');
    case 'overLimit':
      return t('There are more priorities than you allow ({0}), and nothing is said to move down or stop.', text);
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
export function sayCapacity(owner: string, held: number, waiting: readonly string[]): string {
  if (held === 0) return t('{0} holds nothing else from you.', owner);
  if (waiting.length === 0) return t('{0} holds {1} from you; none of them waits on you.', owner, held);
  const named = sayList(waiting.map((outcome) => `“${outcome}”`));
  return counted(
    waiting.length,
    '{1} holds {2} from you; {0} of them waits on you: {3}.',
    '{1} holds {2} from you; {0} of them wait on you: {3}.',
    owner,
    held,
    named,
  );
}
