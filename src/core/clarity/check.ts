import { titleOf } from '../items/codedText.ts';
import { currentTurn, type Item } from '../items/item.ts';
import type { Agreement, AgreementField } from '../entries/workFacts.ts';
import { WordFinder } from './wordFinder.ts';
import { type ClarityWords, dayWords, departmentWords, observableWords, softWords } from './words.ts';

/** The rules, in the order of the questions. */
export const clarityRules = [
  'missing',
  'vague',
  'nothingExcluded',
  'teamAsOwner',
  'severalOwners',
  'notObservable',
  'dependencyWaits',
  'noDay',
  'notAgreed',
  'servesNothing',
  'overLimit',
] as const;
export type ClarityRule = (typeof clarityRules)[number];

/** One thing that is still vague about an agreement. */
export interface Finding {
  readonly rule: ClarityRule;
  readonly field: AgreementField;
  /** The matched words, or a detail such as a title or a day; empty when an answer is missing. */
  readonly text: string;
}

export interface ClarityContext {
  readonly words: ClarityWords;
  readonly items: ReadonlyMap<string, Item>;
  /** Number of priorities; compared with the limit below. */
  readonly priorities: number;
  readonly priorityLimit: number;
}

/**
 * Checks an agreement by rules and word lists only. Deterministic: equal answers give equal findings, each with its
 * rule and the words in question. An agreement that two people can hold each other to has no holes (`holesIn`).
 */
export function checkClarity(agreement: Partial<Agreement>, context: ClarityContext): Finding[] {
  return agreementQuestions.flatMap((field) => checkField(field, agreement, context));
}

/** The questions, in the order they are asked. */
export const agreementQuestions = [
  'outcome',
  'excluded',
  'deliverables',
  'owner',
  'doneWhen',
  'dependsOn',
  'dueOn',
  'serves',
] as const satisfies readonly AgreementField[];
export type AgreementQuestion = (typeof agreementQuestions)[number];

/** The findings on one question, shown as soon as it is answered. */
export function checkField(
  question: AgreementQuestion,
  agreement: Partial<Agreement>,
  context: ClarityContext,
): Finding[] {
  switch (question) {
    case 'outcome':
    case 'deliverables':
      return checkMissing(question, agreement[question]) ?? checkVague(question, agreement[question], context);
    case 'excluded':
      return isNothing(agreement.excluded) ? [{ rule: 'nothingExcluded', field: 'excluded', text: '' }] : [];
    case 'owner':
      return checkMissing('owner', agreement.owner) ?? checkOwner(agreement.owner ?? '', context);
    case 'doneWhen':
      return (
        checkMissing('doneWhen', agreement.doneWhen) ?? [
          ...checkVague('doneWhen', agreement.doneWhen, context),
          ...(isObservable(agreement.doneWhen ?? '')
            ? []
            : [{ rule: 'notObservable', field: 'doneWhen', text: agreement.doneWhen ?? '' } as const]),
        ]
      );
    case 'dependsOn':
      return (agreement.dependsOn ?? []).flatMap((id): Finding[] => {
        const item = context.items.get(id);
        return item !== undefined && item.closing === undefined && currentTurn(item) === undefined
          ? [{ rule: 'dependencyWaits', field: 'dependsOn', text: titleOf(item) }]
          : [];
      });
    case 'dueOn':
      if (agreement.dueOn === undefined) return [{ rule: 'noDay', field: 'dueOn', text: '' }];
      return agreement.isAgreed === true ? [] : [{ rule: 'notAgreed', field: 'isAgreed', text: agreement.dueOn }];
    case 'serves':
      return checkPriority(agreement, context);
    default:
      return question satisfies never;
  }
}

/**
 * The holes the leader owes when handing out anyway; clear work has none. `dependencyWaits` is a remark: that item is on
 * the board already.
 */
export function holesIn(findings: readonly Finding[]): AgreementField[] {
  return [...new Set(findings.filter(({ rule }) => rule !== 'dependencyWaits').map(({ field }) => field))];
}

function checkPriority(
  { serves, displaces }: Partial<Agreement>,
  { priorities, priorityLimit }: ClarityContext,
): Finding[] {
  const isDisplacementSaid = !isNothing(displaces);
  if (serves === undefined && !isDisplacementSaid) return [{ rule: 'servesNothing', field: 'serves', text: '' }];
  return priorities > priorityLimit && !isDisplacementSaid
    ? [{ rule: 'overLimit', field: 'serves', text: `${priorities} > ${priorityLimit}` }]
    : [];
}

function checkOwner(owner: string, { words }: ClarityContext): Finding[] {
  // Full-width signs count as the plain ones.
  if (/[,;&/+、،؛・]|\s(?:and|or|und|oder|et|y)\s/iu.test(owner.normalize('NFKC')))
    return [{ rule: 'severalOwners', field: 'owner', text: owner }];
  const hit = new WordFinder(words.teams)
    .find(owner)
    .find(({ word, at, found }) =>
      departmentWords.has(word)
        ? owner.replace(/^(?:the|our)\s/iu, '').trim() === found
        : !describesOnePerson(owner.slice(0, at), owner.slice(at + found.length)),
    );
  return hit === undefined ? [] : [{ rule: 'teamAsOwner', field: 'owner', text: hit.found }];
}

/** Whether the team word describes one named person: "Kim from the platform team", "Anna (team lead)". */
function describesOnePerson(before: string, after: string): boolean {
  return (
    /\S(?:\s+(?:from|in|at)\s|\s*\()/iu.test(before) ||
    /^[\s-]+(?:\p{L}+\s+)?(?:lead|leader|manager|captain|coach)(?!\p{L})/iu.test(after)
  );
}

function checkMissing(field: AgreementField, text: string | undefined): Finding[] | undefined {
  return isNothing(text) ? [{ rule: 'missing', field, text: '' }] : undefined;
}

function isNothing(text: string | undefined): boolean {
  return (
    text === undefined ||
    /^[\s.–—-]*(?:nothing|none|no|n\/a|nil|tbd|tba|to be (?:decided|defined|determined)|\?+)?[\s.–—-]*$/iu.test(text)
  );
}

function checkVague(field: AgreementField, text = '', { words }: ClarityContext): Finding[] {
  const found = new WordFinder(words.vague)
    .find(text)
    .filter(
      ({ word, at, found }) =>
        !isNounOrFact(text, at, found) && !(softWords.has(word) && hasNumber(sentenceAt(text, at))),
    );
  const matches = [...new Set(found.map(({ found: words }) => words.toLowerCase()))];
  return matches.length === 0 ? [] : [{ rule: 'vague', field, text: matches.join(', ') }];
}

/** Whether the match is no vague wish but a noun or a fact: "customer support", "it works on Safari". */
function isNounOrFact(text: string, at: number, found: string): boolean {
  if (/^works\s+on$/iu.test(found)) return true;
  if (!/^support/iu.test(found)) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + found.length)];
  return (
    /(?:customer|technical|first-level|second-level|level|the|our|all|every|each|no|by|from|with|for)\s+$/iu.test(
      before,
    ) ||
    /^\s+(?:team|desk|tickets?|contracts?|cases?|engineers?|staff|hours|rota|people|requests?|pages?|is|was|via)(?![\p{L}\p{N}])/iu.test(
      after,
    )
  );
}

function sentenceAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('.', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
  const end = text.slice(at).search(/\.(?:\s|$)|\n/u);
  return text.slice(start, end < 0 ? undefined : at + end);
}

function hasNumber(text: string): boolean {
  return /\p{N}/u.test(text);
}

const observables = new WordFinder([...observableWords, ...dayWords]);

/** Whether the text contains something observable: a number, a day, or an observable word. */
function isObservable(text: string): boolean {
  return hasNumber(text) || observables.find(text).length > 0;
}
