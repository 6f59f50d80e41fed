import { assignmentSentences } from '../../src/core/assignments/assignmentSentences.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { buildBoard } from '../../src/core/board/board.ts';
import { agreementQuestions, clarityRules } from '../../src/core/clarity/check.ts';
import type { Fact } from '../../src/core/entries/entry.ts';
import { cycleTimes, paceOf } from '../../src/core/figures/pace.ts';
import { capturedKinds } from '../../src/core/entries/itemFacts.ts';
import { panelActs, plays, verdicts } from '../../src/core/panel/protocol.ts';
import { buildSnapshot } from '../../src/core/panel/snapshot.ts';
import { isRefusal } from '../../src/core/rules/refusal.ts';
import { Register } from '../../src/core/register/register.ts';
import { addSample } from '../../src/core/rules/sample.ts';
import { sayAct } from '../../src/core/rules/actText.ts';
import { briefText } from '../../src/core/reports/brief.ts';
import { sayCaptured } from '../../src/core/capture/preview.ts';
import * as charts from '../../src/webview/wording/charts.ts';
import { sayCapacity, sayFinding, sayQuestion } from '../../src/core/clarity/clarityText.ts';
import { sayHole } from '../../src/core/items/codedText.ts';
import * as figures from '../../src/core/figures/figureText.ts';
import { calibrationTable } from '../../src/webview/charts/calibration.ts';
import { cellText } from '../../src/webview/charts/figureTable.ts';
import { changesTable, promisesTable, turnaroundTable } from '../../src/webview/charts/halves.ts';
import { clearOrAnyway, comparisonTable, heldOrNot } from '../../src/webview/charts/payback.ts';
import * as handedOut from '../../src/webview/wording/assignments.ts';
import * as halves from '../../src/webview/wording/halves.ts';
import * as paid from '../../src/webview/wording/payback.ts';
import { rowDescription, sayDoor, sayKind } from '../../src/core/items/itemText.ts';
import { buildItemPage, itemPageText } from '../../src/core/reports/itemPage.ts';
import { panelTabs, stateFilters } from '../../src/webview/state/viewState.ts';
import { sayAct as sayButton } from '../../src/webview/wording/acts.ts';
import * as counts from '../../src/webview/wording/counts.ts';
import * as panel from '../../src/webview/wording/panel.ts';
import { itemSentences } from '../../src/core/items/itemSentences.ts';
import { t, useMessages } from '../../src/core/text/translate.ts';
import { sayNewerLines, sayQuarantined } from '../../src/core/log/troubleText.ts';
import { assignmentDescription, priorityDescription } from '../../src/core/assignments/assignmentText.ts';
import { buildWorkBoard } from '../../src/core/assignments/workBoard.ts';
import { assignmentGroups } from '../../src/ui/views/assignments/nodes.ts';
import { groupsOf } from '../../src/ui/views/waiting/nodes.ts';
import { anyFact } from '../support/anyFact.ts';
import { logged } from '../support/facts.ts';
import { usualPolicy } from '../support/policy.ts';
import { untranslated, useEnglish, usePseudoLocale } from '../support/pseudoLocale.ts';

const today = '2026-03-04';

/** The sample with all personal texts in Greek letters. Any remaining Latin letters are ours. */
function sampleInGreek(): Register {
  let ids = 0;
  const facts = addSample({
    register: new Register(),
    today,
    policy: usualPolicy,
    device: 'laptop',
    newId: () => `${++ids}`,
  });
  assert.ok(!isRefusal(facts));
  const register = new Register();
  register.add(logged(...facts.map(inGreek)));
  return register;
}

const isOurs = new Set(['type', 'item', 'kind', 'door', 'result', 'hole', 'importedFrom']);
function inGreek(fact: Fact): Fact {
  const greek = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(greek);
    return typeof value === 'string' && /[a-z⟦⟧]/i.test(value) ? `λόγος ${value.length}` : value;
  };
  const fields = Object.entries(fact).map(([name, value]) => [name, isOurs.has(name) ? value : greek(value)]);
  return Object.fromEntries(fields) as Fact;
}

describe('in another language', () => {
  let register: Register;
  before(() => {
    register = sampleInGreek();
    usePseudoLocale();
  });
  after(useEnglish);

  const board = () => buildBoard(register.items, today, usualPolicy);
  const work = () => buildWorkBoard(register, board(), usualPolicy);
  const snapshot = () => buildSnapshot(register, board(), work(), usualPolicy, 'zh', () => '');
  const isAllTranslated = (texts: readonly (string | undefined)[]): void => {
    assert.ok(texts.join('').includes('⟦'), 'nothing was said at all');
    for (const text of texts) assert.equal(untranslated(text ?? ''), '', text);
  };

  it('a text that is not translated is found', () => {
    assert.equal(untranslated('⟦áll ⟦wéll⟧ héré⟧ 3 λόγος 周三'), '');
    assert.equal(untranslated('⟦áll⟧ but this'), ' but this');
  });

  it('the trees say everything in it', () => {
    for (const grouping of ['state', 'person', 'kind'] as const) {
      isAllTranslated(groupsOf(board(), grouping).flatMap(({ label, description }) => [label, description]));
    }
    isAllTranslated(board().rows.map((row) => rowDescription(row, today)));
    isAllTranslated(board().rows.flatMap((row) => itemSentences(row, today)));
    isAllTranslated(assignmentGroups(work()).map(({ label }) => label));
    isAllTranslated(work().assignments.map((row) => assignmentDescription(row, today)));
    isAllTranslated(work().assignments.flatMap((row) => assignmentSentences(row, today)));
    isAllTranslated(work().priorities.map(priorityDescription));
    isAllTranslated([sayQuarantined(2), sayNewerLines(1)]);
  });

  it('the status bar does', () => {
    const { totals } = board();
    isAllTranslated([
      figures.statusText(totals),
      figures.statusLabel(board()),
      figures.overdueSentence(totals),
      figures.sayChecksDue(totals),
    ]);
  });

  it('the page of an item and a brief do', () => {
    const titleOf = (id: string): string => register.items.get(id)?.title ?? '';
    isAllTranslated(
      board().rows.map((row) => {
        const item = register.items.get(row.id);
        assert.ok(item);
        const pace = row.closing === undefined ? paceOf(row, cycleTimes(board())) : undefined;
        return itemPageText(buildItemPage({ item, row, pace, today, calendar: usualPolicy.calendar, titleOf }));
      }),
    );
    isAllTranslated(work().assignments.map((row) => briefText(row, today, titleOf)));
  });

  it('the panel does, summaries and points of its charts included', () => {
    const shown = snapshot();
    const { open, cycle, scorecard, trend, friction, handedOut: out } = shown;
    const spells = { n: 3, needed: 5, p85: undefined, running: 0, oldestRunningInDays: undefined };
    const enough = { n: 7, needed: 5, p85: 2, running: 1, oldestRunningInDays: 4 };
    const [few, many] = [
      { count: 1, of: 3, needed: 5 },
      { count: 4, of: 7, needed: 5 },
    ];
    const side = { n: 5, medianChanges: 1, medianInterruptions: 2, medianYourDays: 3, met: many };
    const checked = { answered: 6, stood: 4, rework: { n: 5, median: 2 } };
    const payback = { needed: 5, clear: side, anyway: side, held: checked, notHeld: checked };
    const score = { brier: 0.2, reliability: 0.1, resolution: 0.1, uncertainty: 0.2 };
    const bands = [{ from: 80, to: 89, n: 9, stood: 6 }];
    const calibration = { answered: 12, needed: 10, ...score, bands, unanswered: 2 };
    const tables = [
      turnaroundTable({ ...shown.halves, turnaround: { you: enough, team: spells } }),
      promisesTable({ you: few, team: many }),
      changesTable({ requirementChanges: 1, rerankings: 2, assignments: 3 }),
      comparisonTable(clearOrAnyway(payback)),
      comparisonTable(heldOrNot(payback)),
      calibrationTable(calibration),
    ];
    isAllTranslated([
      shown.start.sentence.join('λ'),
      ...shown.start.rows.map(({ facts }) => facts),
      ...panelActs.map((act) => sayButton(act, 'item open decidable mine')),
      ...panelTabs.map(panel.sayTab),
      ...plays.map(panel.sayPlay),
      ...stateFilters.map(panel.sayStateFilter),
      ...open.flatMap((row) => [
        panel.sayStanding(row, today),
        panel.sayOver(row),
        panel.sayPoint(row, cycle.closed, today),
        panel.sayTargetKindOne(row.targetKind),
        figures.sayTargetKind(row.targetKind),
      ]),
      panel.sayOverdueKinds(shown.totals),
      counts.sayFound(3, open),
      counts.sayFound(open.length, open),
      counts.sayAll(open),
      counts.sayDrawn(open, open),
      panel.sayHeap(3, 1, 4, 0),
      panel.sayHeap(3, 1, 4, 2),
      panel.sayDifference(open, open.slice(3)),
      panel.sayDifference(open.slice(3), open),
      charts.sayAgeing(open.slice(1), { open, cycle }),
      ...cycle.bands.flatMap((band) => [charts.sayBand(band), charts.sayBandShortly(band)]),
      charts.sayAskedLine(2),
      charts.sayAgeAxis(true),
      charts.sayAgeAxis(false),
      ...verdicts.map(charts.sayVerdict),
      charts.sayClosed(shown),
      charts.sayTrend(trend, today, today),
      charts.sayTrend(trend, '2025-01-01', today),
      ...trend.map((week) => charts.sayWeek(week, today)),
      charts.sayFrictionSummary(friction),
      charts.sayLate(2, 3),
      figures.sayDrift(scorecard.drift),
      figures.sayRecurring(friction),
      handedOut.sayDragSummary(out.figures),
      handedOut.sayAgreedClear(out.figures.agreedClear),
      handedOut.sayClarityOwed(out.figures.clarity),
      handedOut.sayRequirementChanges(out.figures.changes),
      handedOut.sayChurnSummary(out.figures.churn),
      handedOut.sayInterruptionsSummary(out.figures),
      ...work().assignments.map(({ drag }) => handedOut.sayDragOf('λ', drag)),
      halves.sayTurnaround({ you: enough, team: enough }),
      halves.sayTurnaround({ you: enough, team: spells }),
      halves.sayTurnaround({ you: spells, team: enough }),
      ...[spells, enough].flatMap(halves.saySpells),
      halves.saySendBacks({ count: 2, closed: 7 }),
      halves.sayPromises({ you: many, team: many }),
      halves.sayPromises({ you: few, team: many }),
      halves.sayPromises({ you: many, team: few }),
      halves.sayChanges({ requirementChanges: 1, rerankings: 2, assignments: 3 }, 90),
      halves.sayChanges({ requirementChanges: 0, rerankings: 0, assignments: 0 }, 90),
      halves.sayPerAssignment(2, 3),
      halves.sayEnough(3, 5),
      halves.sayEnough(7, 5),
      paid.sayClearOrAnyway(payback),
      paid.sayClearOrAnyway(shown.payback),
      paid.sayHeldOrNot(payback),
      paid.sayHeldOrNot(shown.payback),
      paid.sayCalibration(calibration),
      paid.sayCalibration({ ...calibration, brier: undefined }),
      ...tables.flatMap(({ head, rows }) => [...head, ...rows.flat().map(cellText)]),
    ]);
  });

  it('prompts and the names of what was done do', () => {
    const captured = [...register.items.values()].flatMap(({ history }) => history);
    isAllTranslated([
      ...captured.flatMap((entry) => (entry.type === 'itemCaptured' ? [sayCaptured(entry, today)] : [])),
      ...capturedKinds.map(sayKind),
      sayDoor('one-way'),
      ...agreementQuestions.map(sayQuestion),
      ...clarityRules.map((rule) => sayFinding({ rule, field: 'doneWhen', text: today }, today)),
      sayHole('doneWhen', 'λ'),
      sayCapacity('λ', 4, 1),
      ...fc.sample(anyFact(), 400).map((fact) => sayAct([inGreek(fact)], register)),
    ]);
  });
});

describe('the panel, which has no editor to ask', () => {
  after(useEnglish);

  it('translates by the table it was sent, holes filled, and says in English what is not in it', () => {
    useMessages({ '{0} of {1} items': '{1} Dinge, davon {0}' });
    assert.equal(t('{0} of {1} items', 3, 16), '16 Dinge, davon 3');
    assert.equal(t('{0} items', 3), '3 items');
  });
});
