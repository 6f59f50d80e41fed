import * as vscode from 'vscode';
import type { BoardRow } from '../../core/board/row.ts';
import { type AgreementQuestion, type Finding, holesIn } from '../../core/clarity/check.ts';
import { mainName } from '../../core/people/people.ts';
import { sayCapacity, sayReason } from '../../core/clarity/clarityText.ts';
import { sayAgreementField } from '../../core/assignments/agreementText.ts';
import { capacityOf } from '../../core/assignments/workBoard.ts';
import type { ItemKind } from '../../core/entries/itemFacts.ts';
import type { AgreementField } from '../../core/entries/workFacts.ts';
import type { Day } from '../../core/time/day.ts';
import { sayDay, sayList, sayName } from '../../core/text/days.ts';
import { counted, t } from '../../core/text/translate.ts';
import type { CommandContext } from '../commandContext.ts';
import { isMine } from '../rowCommand.ts';
import { type Choice, askChoice } from './askChoice.ts';
import type { Answers } from './askAgreement.ts';

/** What to do with the answers: hand out, answer one question again, decide what it waits for first, keep a draft. */
export type Verdict =
  | { readonly type: 'handOut' | 'anyway' | 'keep' | 'back' | 'cancelled' }
  | { readonly type: 'ask'; readonly question: AgreementQuestion | 'isAgreed' }
  | { readonly type: 'decide'; readonly item: string };

/**
 * Shows what the clarity check says: each hole is a row with its reason, which leads to its question. What is no hole but
 * worth knowing stands below: what waits on the leader, and how much the owner holds.
 */
export async function askVerdict(
  context: CommandContext,
  title: string,
  answers: Answers,
  findings: readonly Finding[],
): Promise<Verdict> {
  const holes = holesIn(findings);
  const choices = [
    ...(holes.length === 0
      ? [handOut(answers)]
      : holes.map((hole, at) => holeChoice(hole, at, holes, findings, context))),
    ...remarks(context, answers),
    { heading: '', label: t('Keep a draft'), iconPath: icon('save'), value: { type: 'keep' } as const },
    ...(canBeOwed(holes, findings) ? [anyway(context, holes.length)] : []),
  ];
  const answer = await askChoice<Verdict>({
    title,
    canGoBack: true,
    placeholder:
      holes.length === 0 ? t('Clear. Enter hands it out.') : t('Not clear yet. Enter on a line goes to its question.'),
    choices,
  });
  return answer.type === 'given' ? answer.value : { type: answer.type };
}

/** Nothing can be handed out without an outcome or to nobody, whatever the reason. */
function canBeOwed(holes: readonly AgreementField[], findings: readonly Finding[]): boolean {
  const isMissing = ({ rule, field }: Finding): boolean =>
    rule === 'missing' && (field === 'outcome' || field === 'owner');
  return holes.length > 0 && !findings.some(isMissing);
}

function handOut({ owner = '' }: Answers): Choice<Verdict> {
  return { label: t('Hand it out to {0}', sayName(owner)), iconPath: icon('check'), value: { type: 'handOut' } };
}

/** A hole with its reason; two reasons for one answer are in one row. */
function holeChoice(
  hole: AgreementField,
  at: number,
  holes: readonly AgreementField[],
  findings: readonly Finding[],
  { store }: CommandContext,
): Choice<Verdict> {
  const reasons = findings.filter(({ field }) => field === hole).map((finding) => sayReason(finding, store.today.day));
  return {
    heading: at === 0 ? counted(holes.length, '{0} hole', '{0} holes') : undefined,
    label: sayAgreementField(hole),
    detail: reasons.join(' '),
    iconPath: icon('circle-large-outline'),
    value: { type: 'ask', question: questionOf(hole) },
  };
}

/** Items of the leader's that the work depends on, and how much the owner holds. */
function remarks({ feed, store }: CommandContext, { owner = '', dependsOn = [] }: Answers): Choice<Verdict>[] {
  const { today } = store;
  const mine = feed.board.rows.filter((row) => dependsOn.includes(row.id) && isMine(row));
  const { held, waiting } = capacityOf(mainName(store.register.people, owner), feed.work);
  const rows: Choice<Verdict>[] = mine.map((row) => waitsOnYou(row, today.day));
  if (owner !== '') {
    rows.push({
      label: sayCapacity(sayName(owner), held.length, waiting.length),
      detail: sayList(waiting.map(({ agreement }) => t('“{0}”', agreement.outcome))),
      iconPath: icon('person'),
      value: { type: 'ask', question: 'owner' },
    });
  }
  const [first, ...others] = rows;
  return first === undefined ? [] : [{ ...first, heading: t('Worth knowing') }, ...others];
}

function waitsOnYou(row: BoardRow, today: Day): Choice<Verdict> {
  const finding = { rule: 'dependencyWaits', field: 'dependsOn', text: row.title } as const;
  return {
    label: sayFirst[row.kind](row.title),
    detail: sayReason(finding, today),
    iconPath: icon('law'),
    value: { type: 'decide', item: row.id },
  };
}

const sayFirst: Readonly<Record<ItemKind, (title: string) => string>> = {
  decision: (title) => t('Decide “{0}” first', title),
  approval: (title) => t('Decide “{0}” first', title),
  dependency: (title) => t('Clear “{0}” first', title),
  clarity: (title) => t('Settle “{0}” first', title),
};

function anyway({ store, settings }: CommandContext, holes: number): Choice<Verdict> {
  const { calendar, targets } = settings.policy;
  const day = sayDay(calendar.addWorkingDays(store.today.day, targets.clarity), store.today.day);
  return {
    label: t('Assign anyway'),
    detail: counted(
      holes,
      'With a reason. You then owe {0} answer by {1}.',
      'With a reason. You then owe {0} answers by {1}.',
      day,
    ),
    iconPath: icon('warning'),
    value: { type: 'anyway' },
  };
}

/** What it displaces is asked with the priority it serves. */
function questionOf(hole: AgreementField): AgreementQuestion | 'isAgreed' {
  return hole === 'displaces' ? 'serves' : hole;
}

function icon(name: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name);
}
