import { assignmentSentences } from '../../../../src/core/assignments/assignmentSentences.ts';
import assert from 'node:assert/strict';
import { defaultWords } from '../../../../src/core/clarity/words.ts';
import { describe, it } from 'mocha';
import { elementsOfMarkdown } from '../../../support/renderedMarkdown.ts';
import {
  agreementQuestions,
  checkClarity,
  type ClarityRule,
  type Finding,
} from '../../../../src/core/clarity/check.ts';
import type { AssignmentFact, AgreementField, PriorityFact } from '../../../../src/core/entries/workFacts.ts';
import { sayAct } from '../../../../src/core/rules/actText.ts';
import { sayAgreementField, sayDrag } from '../../../../src/core/assignments/agreementText.ts';
import { briefText } from '../../../../src/core/reports/brief.ts';
import { sayHole } from '../../../../src/core/items/codedText.ts';
import { sayCapacity, sayFinding, sayFindings, sayQuestion } from '../../../../src/core/clarity/clarityText.ts';
import { assignmentDescription, priorityDescription } from '../../../../src/core/assignments/assignmentText.ts';
import type { AssignmentRow } from '../../../../src/core/assignments/workBoard.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, type TestFact } from '../../../support/facts.ts';
import { workOf } from '../../../support/work.ts';
import {
  added,
  changed,
  clear,
  drafted,
  ended,
  made,
  owed,
  ranked,
  reassigned,
  sound,
} from '../../../support/workFacts.ts';

const today = '2026-03-11';

function rowOf(...facts: readonly TestFact[]): AssignmentRow {
  const [row] = workOf(today, facts).assignments;
  assert.ok(row !== undefined);
  return row;
}

describe('what is still vague', () => {
  const said: Readonly<Record<ClarityRule, readonly [Omit<Finding, 'rule'>, string]>> = {
    missing: [{ field: 'deliverables', text: '' }, 'Deliverables: no answer yet.'],
    vague: [
      { field: 'doneWhen', text: 'better, soon' },
      'Done when: “better, soon” is vague. What will exist when this is done?',
    ],
    nothingExcluded: [{ field: 'excluded', text: '' }, 'Say what is out of scope.'],
    teamAsOwner: [{ field: 'owner', text: 'team' }, 'Name one person, not a team: “team”.'],
    severalOwners: [{ field: 'owner', text: 'Anna and Sam' }, 'Name one person, not several: “Anna and Sam”.'],
    notObservable: [{ field: 'doneWhen', text: 'x' }, 'Done when: Add a number, a date or a visible result.'],
    dependencyWaits: [{ field: 'dependsOn', text: 'Pick' }, 'It depends on “Pick”, which waits on you.'],
    noDay: [{ field: 'dueOn', text: '' }, 'Name the day it is due.'],
    notAgreed: [{ field: 'isAgreed', text: '2026-03-20' }, 'The owner has not agreed to Fri 20 Mar yet.'],
    servesNothing: [
      { field: 'serves', text: '' },
      'Name the priority it serves, or say what moves down or stops for it.',
    ],
    overLimit: [
      { field: 'serves', text: '4 > 3' },
      'You have more priorities than you allow (4 > 3). Say what moves down or stops.',
    ],
  };

  it('is one line for each rule, with the words that were found', () => {
    const findings = Object.entries(said).map(([rule, [finding]]) => ({ rule: rule as ClarityRule, ...finding }));
    const sentences = Object.values(said).map(([, sentence]) => sentence);
    assert.deepEqual(
      findings.map((finding) => sayFinding(finding, today)),
      sentences,
    );
    assert.equal(sayFindings(findings, today), sentences.join(' '));
    assert.equal(sayFindings([], today), '');
  });
});

describe('the words for an agreement', () => {
  const fields: Readonly<Record<AgreementField, readonly [name: string, hole: string]>> = {
    outcome: ['Outcome', 'Say what will be true: “It is live”'],
    excluded: ['Not included', 'Say what is not included in “It is live”'],
    deliverables: ['Deliverables', 'Say what is handed over for “It is live”'],
    owner: ['Owner', 'Name one owner of “It is live”'],
    doneWhen: ['Done when', 'Say when “It is live” is done'],
    dependsOn: ['Depends on', 'Say what “It is live” depends on'],
    dueOn: ['Due', 'Agree on a day for “It is live”'],
    isAgreed: ['Agreed', 'Get the day of “It is live” agreed'],
    serves: ['Serves', 'Say what moves down or stops for “It is live”'],
    displaces: ['Moves down or stops', 'Say what moves down or stops for “It is live”'],
  };

  it('name each field and what is owed for it', () => {
    for (const [field, [name, hole]] of Object.entries(fields)) {
      assert.equal(sayAgreementField(field as AgreementField), name);
      assert.equal(sayHole(field as AgreementField, 'It is live'), hole);
    }
  });

  it('ask each question by the name of its field', () => {
    for (const question of agreementQuestions) {
      const [name] = fields[question];
      assert.match(sayQuestion(question), new RegExp(`^${name}: .+?$`));
    }
  });

  it('say what somebody holds', () => {
    assert.equal(sayCapacity('Anna', 0, 0), 'Anna holds nothing else from you.');
    assert.equal(sayCapacity('Anna', 4, 0), 'Anna holds 4 from you; none of them waits on you.');
    assert.equal(sayCapacity('Anna', 4, 2), 'Anna holds 4 from you; 2 of them wait on you.');
  });

  it('say the drag', () => {
    assert.equal(sayDrag({ yours: 9, of: 21 }), '9 of 21 days waited on you');
  });
});

describe('what an act on work did', () => {
  const said: { readonly [T in (AssignmentFact | PriorityFact)['type']]: readonly [TestFact, string] } = {
    assignmentDrafted: [drafted, 'Kept a draft of “Customers can pay by invoice”'],
    draftDropped: [
      { type: 'draftDropped', assignment: 'work', droppedOn: today },
      'Dropped the draft of “Customers can pay by invoice”',
    ],
    assignmentMade: [made({ owner: 'anna' }), 'Handed out “Customers can pay by invoice” to Anna'],
    assignmentChanged: [changed, 'Changed what was agreed on “Customers can pay by invoice”'],
    agreementFilled: [
      { type: 'agreementFilled', assignment: 'work', excluded: 'x', settles: 'h', filledOn: today },
      'Filled a hole in “Customers can pay by invoice”',
    ],
    assignmentReassigned: [reassigned, 'Reassigned “Customers can pay by invoice” to Sam'],
    assignmentClosed: [ended, 'Closed “Customers can pay by invoice” as met'],
    priorityAdded: [added('law', 'The law'), 'Added the priority “The law”'],
    priorityRenamed: [{ type: 'priorityRenamed', priority: 'sound', title: 'x' }, 'Renamed a priority to “x”'],
    priorityRetired: [
      { type: 'priorityRetired', priority: 'sound', reason: 'r', retiredOn: today },
      'Retired the priority “Sound billing”',
    ],
    prioritiesRanked: [ranked(['sound']), 'Changed the order of priorities'],
  };

  it('is said in the past tense, with the outcome as it is now', () => {
    const known = registerOf(sound, made());
    for (const [fact, sentence] of Object.values(said)) assert.equal(sayAct([fact], known), sentence);
    assert.match(sayAct([{ ...ended, result: 'missed' }], known), / as missed$/);
  });

  it('falls back on what the fact itself says once the assignment is gone', () => {
    const nothing = registerOf();
    assert.equal(sayAct([made()], nothing), 'Handed out “Customers can pay by invoice” to Anna');
    assert.equal(sayAct([changed], nothing), 'Changed what was agreed on “an assignment without an outcome”');
  });
});

describe('an assignment', () => {
  const facts = [
    sound,
    captured(),
    made({ dependsOn: ['vendor'], anyway: 'the fair' }),
    ...owed('excluded'),
    changed,
    { ...reassigned, owner: 'sam' },
  ];

  it('has its facts beside it', () => {
    const say = (...facts: TestFact[]) => assignmentDescription(rowOf(...facts), today);
    assert.equal(say(made()), '10d · due Fri 20 Mar');
    assert.equal(say(made({ dueOn: undefined })), '10d');
    assert.equal(say(made({ dueOn: '2026-03-09' })), '10d · 2 over');
    assert.equal(say(made({ dueOn: '2026-03-11' })), '10d · due today');
    assert.equal(say(made(), ended), 'met Tue 3 Mar');
    assert.equal(say(made(), { ...ended, result: 'missed', closedOn: '2026-03-10' }), 'missed yesterday');
    assert.equal(
      say(...facts),
      '10d · due Fri 20 Mar · you owe 1 · 1 waits on you · 7 of 7 days waited on you · 2 changes',
    );
  });

  it('is told in sentences, its outcome first', () => {
    assert.deepEqual(assignmentSentences(rowOf(made()), today), [
      'Customers can pay by invoice',
      'Handed to Anna on Mon 2 Mar.',
      'Done when: 40 invoices are paid',
    ]);
    assert.deepEqual(assignmentSentences(rowOf(...facts, made()), today), [
      'Customers can pay by invoice',
      'Handed to Sam on Mon 2 Mar.',
      'Top drag: 7 of 7 days waited on you.',
      '“Pick a vendor” waits on you.',
      'You owe: Fill excluded',
      'Changed 2 times since, at a cost of 5 working days.',
      'Handed out with holes: the fair',
      'Done when: 60 invoices are paid',
    ]);
    assert.ok(
      assignmentSentences(rowOf(made({ dueOn: '2026-03-09' })), today).includes(
        'It was due Mon 9 Mar: 2 working days over.',
      ),
    );
    assert.ok(
      assignmentSentences(rowOf(made(), { ...changed, costInDays: 1 }), today).includes(
        'Changed once since, at a cost of 1 working day.',
      ),
    );
  });

  it('is counted beside the priority it serves', () => {
    const [first, second] = workOf(today, [sound, added('b'), added('c'), added('d'), made()]).priorities;
    assert.equal(priorityDescription(first!), '1 assignment');
    assert.equal(priorityDescription(second!), '0 assignments');
    const last = workOf(today, [sound, added('b'), added('c'), added('d')]).priorities.at(-1);
    assert.equal(priorityDescription(last!), '0 assignments · past your limit');
  });
});

describe('a brief', () => {
  const titleOf = (id: string) => ({ vendor: 'Pick a vendor', sound: 'Sound billing' })[id] ?? id;
  const brief = (...facts: TestFact[]) => briefText(rowOf(...facts), today, titleOf);

  it('is the agreement on one page, with what has changed since', () => {
    const region = captured({ item: 'region', title: 'Pick a region' });
    const text = brief(
      sound,
      captured(),
      region,
      { ...decided, item: 'region' },
      made({ dependsOn: ['vendor', 'region'], excluded: 'Partners\n\nResellers' }),
      { ...changed, dependsOn: ['vendor'], dueOn: '2026-03-27' },
      { ...reassigned, owner: 'sam', costInDays: 1 },
      { type: 'agreementFilled', assignment: 'work', isAgreed: true, settles: 'h', filledOn: '2026-03-05' },
      { ...ended, closedOn: '2026-03-10', note: 'all of it' },
    );
    assert.equal(
      text,
      [
        '# Customers can pay by invoice',
        '',
        'Owner: Sam · due Fri 27 Mar, agreed',
        '',
        '## Not included',
        '',
        'Partners',
        '',
        '',
        'Resellers',
        '',
        '',
        '## Deliverables',
        '',
        'The form and its runbook',
        '',
        '',
        '## Done when',
        '',
        '60 invoices are paid',
        '',
        '',
        '## Depends on',
        '',
        '- Pick a vendor',
        '',
        '## Serves',
        '',
        'Sound billing',
        '',
        '## Changes',
        '',
        '- Mon 2 Mar: handed out',
        '- Tue 3 Mar: Done when: from “40 invoices are paid” to “60 invoices are paid”; Depends on: from “Pick a vendor, region” to “Pick a vendor”; Due: from “Fri 20 Mar” to “Fri 27 Mar”, because more customers; costs 2 days',
        '- Tue 3 Mar: Owner: from “Anna” to “sam”; the day is no longer agreed, because Anna is on leave; costs 1 day',
        '- Thu 5 Mar: filled in: the day is agreed',
        '- Tue 10 Mar: met: all of it',
        '',
      ].join('\n'),
    );
  });

  it('says when the end was written down, where that was on another day', () => {
    const text = brief(made(), { ...ended, closedOn: '2026-03-05', day: '2026-03-10' });
    assert.ok(text.includes('- Thu 5 Mar: met (written down Tue 10 Mar)'), text);
  });

  it('says what is still open', () => {
    const text = brief({
      type: 'assignmentMade',
      assignment: 'work',
      outcome: 'x',
      owner: 'anna',
      madeOn: '2026-03-02',
    });
    assert.equal(
      text,
      [
        '# x',
        '',
        'Owner: Anna · no day yet',
        '',
        ...['Not included', 'Deliverables', 'Done when'].flatMap((title) => [`## ${title}`, '', '_still open_', '']),
        '## Depends on',
        '',
        'Nothing.',
        '',
        '## Serves',
        '',
        'still open',
        '',
        '## Changes',
        '',
        '- Mon 2 Mar: handed out',
        '',
      ].join('\n'),
    );
  });

  it('marks what is vague beside the answer, and says once that an answer is missing', () => {
    const row = rowOf(
      made({
        outcome: 'Improve billing',
        excluded: '-',
        deliverables: undefined,
        owner: 'the team',
        doneWhen: 'It is better',
      }),
    );
    const findings = checkClarity(row.agreement, {
      words: defaultWords,
      items: new Map(),
      priorities: 1,
      priorityLimit: 3,
    });
    const lines = briefText(row, today, titleOf, findings).split('\n');
    const after = (line: string) => lines.slice(lines.indexOf(line) + 1).filter((each) => each !== '');
    assert.equal(after('# Improve billing')[0], '_vague: “improve”_');
    assert.equal(after('_vague: “improve”_')[0], 'Owner: The team _vague: not one person_ · due Fri 20 Mar, agreed');
    assert.deepEqual(after('## Not included').slice(0, 2), [String.raw`\-`, '_vague: nothing is out of scope_']);
    assert.deepEqual(after('## Deliverables').slice(0, 2), ['_still open_', '## Done when']);
    assert.deepEqual(after('## Done when').slice(0, 3), [
      'It is better',
      '_vague: “better”_',
      '_vague: no number, date or visible result_',
    ]);
  });

  it('marks what is closed, retired or not agreed', () => {
    const text = brief(
      sound,
      { type: 'priorityRetired', priority: 'sound', reason: 'r', retiredOn: '2026-03-03' },
      captured(),
      decided,
      made({ dependsOn: ['vendor'], isAgreed: undefined, displaces: 'the fair' }),
    );
    assert.match(text, /^- Pick a vendor \(closed\)$/m);
    assert.match(text, /^Sound billing \(retired\)\. Moves down or stops: the fair$/m);
    assert.match(text, /due Fri 20 Mar, not agreed yet/);
  });

  it('keeps what people wrote text: no heading, list, link, picture, HTML or icon comes of it', () => {
    const hostile =
      '# x\n- y\n1. z\n> q\n---\n![a](http://b)\n[c](command:d)\n<img src=x onerror=alert(1)>\n`code`\n|a|b|\n$(trash) *b* _i_ ~~s~~ &lt; \\';
    const text = brief(
      added('sound', hostile),
      captured({ title: hostile }),
      made({
        outcome: hostile,
        excluded: hostile,
        deliverables: hostile,
        doneWhen: hostile,
        owner: hostile,
        displaces: hostile,
        dependsOn: ['vendor'],
      }),
      { ...changed, reason: hostile, doneWhen: hostile + '!' },
      { ...ended, note: hostile },
    );
    assert.deepEqual(elementsOfMarkdown(text), ['h1', 'h2', 'li', 'p', 'ul']);
    assert.equal(text.split('\n').filter((line) => line.startsWith('# ')).length, 1);
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('## ')),
      ['Not included', 'Deliverables', 'Done when', 'Depends on', 'Serves', 'Changes'].map((title) => `## ${title}`),
    );
  });

  it('is of the agreement only that is in force', () => {
    assert.equal(clear.owner, 'Anna');
    assert.match(brief(made(), reassigned), /^Owner: Sam · due Fri 20 Mar, not agreed yet$/m);
  });
});
