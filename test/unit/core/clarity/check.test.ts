import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type AgreementQuestion,
  agreementQuestions,
  checkClarity,
  checkField,
  type ClarityContext,
  type Finding,
  holesIn,
} from '../../../../src/core/clarity/check.ts';
import { WordFinder } from '../../../../src/core/clarity/wordFinder.ts';
import { defaultWords } from '../../../../src/core/clarity/words.ts';
import type { Agreement } from '../../../../src/core/entries/workFacts.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, sentBack } from '../../../support/facts.ts';

const context: ClarityContext = { words: defaultWords, items: new Map(), priorities: 2, priorityLimit: 3 };

/** An answer and the expected findings, each as `rule: words`. */
type Row = readonly [answer: string, ...findings: readonly string[]];

/** Written from the definition, before the check ran on any of them. */
const rows: Readonly<Record<'outcome' | 'excluded' | 'deliverables' | 'owner' | 'doneWhen', readonly Row[]>> = {
  outcome: [
    ['Customers can pay by invoice.'],
    ['Explore options for the new pricing', 'vague: explore'],
    ['Checkout page loads in under 300 ms on a mid-range phone'],
    ['Improve checkout to 300 ms at p95'],
    ['Improve checkout', 'vague: improve'],
    ['Improve onboarding. The first invoice goes out within 2 days.', 'vague: improve'],
    ['We have looked into alternatives for Kafka', 'vague: looked into'],
    ['Consider moving to Postgres 17', 'vague: consider'],
    ['A consideration of interest is paid on late invoices'],
    ['Customer support answers every ticket within 4 hours'],
    ['Tickets to the support team are answered the same day'],
    ['Support the sales team with the launch', 'vague: support'],
    ['The app supports iOS 17 and later'],
    ['Help with the migration as soon as possible', 'vague: help with, as soon as possible'],
    ['Making progress on the data platform', 'vague: making progress'],
    ['Stretch: dark mode as well', 'vague: stretch'],
    ['We figure it out later', 'vague: figure it out later'],
    ['Sign-up works on Safari'],
    ['The team is working on quality', 'vague: working on'],
    ['Trying to get the flaky tests under control', 'vague: trying to'],
    ['Die Kunden können per Rechnung zahlen.'],
    ['TBD', 'missing: '],
    ['', 'missing: '],
    ['???', 'missing: '],
    ['Faster builds', 'vague: faster'],
    ['The build takes less than 5 minutes on main, every day of the week.'],
    ['Invoices, credit notes etc. are archived', 'vague: etc'],
    ['Optimising the search results page', 'vague: optimising'],
    ['Search results are better', 'vague: better'],
    ['All supported browsers show the new menu'],
    ['Dark mode support is live in both apps'],
    ['Windows Explorer shows our icon on every file'],
    ['The board sees weekly revenue per region on one page'],
    ['Investigating the outage of 12 May', 'vague: investigating'],
    ['Better alerts: at most 2 pages a week'],
    ['Every customer can export their data without asking us'],
    ['Look at churn', 'vague: look at'],
    ['A looking glass for our routes is online'],
    ['The soonest possible fix', 'vague: soonest possible'],
    ['Work on the backlog and sort out the alerts', 'vague: work on, sort out'],
    ['Helping out in sales', 'vague: helping out'],
    ['Contracts are signed with 3 suppliers; best effort for the fourth', 'vague: best effort'],
    ['Supporting documents are stored for 10 years'],
    ['Supporting documents are stored with each invoice'],
    ['Users consider the new editor their default'],
    ['A report is considered final once legal signed it'],
    [
      'By the end of the quarter nobody on the billing rota is called at night for a failed nightly run, because a ' +
        'run that failed is started again by itself and is only reported when it failed three times in a row.',
    ],
  ],
  excluded: [
    ['Mobile apps; anything for partners'],
    ['Nothing', 'nothingExcluded: '],
    ['none.', 'nothingExcluded: '],
    ['n/a', 'nothingExcluded: '],
    ['-', 'nothingExcluded: '],
    ['tbd', 'nothingExcluded: '],
    ['Support for Internet Explorer'],
    ['No change to prices'],
    ['Nothing is excluded', 'nothingExcluded: '],
    ['keine', 'nothingExcluded: '],
    ['We do not touch billing'],
  ],
  deliverables: [
    ['Migration script, runbook and a 30-minute demo'],
    ['A document with options etc', 'vague: etc'],
    ['Slides if time allows', 'vague: if time allows'],
    ['One page that compares the three vendors on price, region and notice period'],
    ['Something the team can look at', 'vague: look at'],
    ['to be decided', 'missing: '],
    ['Pull request, release notes, updated runbook'],
    ['Whatever is needed', 'vague: whatever is needed'],
  ],
  owner: [
    ['Anna'],
    ['Anna Lee'],
    ['Jörg Müller'],
    ['Will Support'],
    ['Weber, Anna'],
    ['Max Design'],
    ['Anna Lee (team lead)'],
    ['Kim from the platform team'],
    ['Jean-Luc Étienne'],
    ['Team Blue', 'teamAsOwner: Team'],
    ['the backend team', 'teamAsOwner: team'],
    ['Backend', 'teamAsOwner: Backend'],
    ['QA', 'teamAsOwner: QA'],
    ['IT', 'teamAsOwner: IT'],
    ['everyone', 'teamAsOwner: everyone'],
    ['Somebody from ops', 'teamAsOwner: Somebody'],
    ['Anna and Sam', 'severalOwners: Anna and Sam'],
    ['Anna & Sam', 'severalOwners: Anna & Sam'],
    ['Anna, Sam, Kim', 'severalOwners: Anna, Sam, Kim'],
    ['Anna/Sam', 'severalOwners: Anna/Sam'],
    ['Lee／Kim', 'severalOwners: Lee／Kim'],
    ['Anna und Jörg', 'severalOwners: Anna und Jörg'],
    ['Anders Sandor'],
    ['@sam'],
    ['Ms. O’Brien-Smith'],
    ['Martin Luther King, Jr.'],
    ['José Ortega y Gasset'],
    ['Head of Engineering'],
    ['Whoever is free in the team', 'teamAsOwner: Whoever'],
    ['Anna with Sam', 'severalOwners: Anna with Sam'],
    ['Our designers', 'teamAsOwner: designers'],
    ['Sales', 'teamAsOwner: Sales'],
    ['the platform', 'teamAsOwner: platform'],
    ['Guildford Smith'],
    ['tbd', 'missing: '],
    ['', 'missing: '],
  ],
  doneWhen: [
    ['p95 of the checkout is below 300 ms for 7 days'],
    ['All 40 customers are migrated and the old database is switched off'],
    ['Anna signed it'],
    ['Published on the status page by Friday'],
    ['Merged and deployed'],
    ['By the end of March'],
    ['Live by Fri'],
    ['The audit is filed'],
    ['Nobody is called at night for a week'],
    ['It works', 'notObservable: It works'],
    ['When it feels right', 'notObservable: When it feels right'],
    ['Customers are happier', 'notObservable: Customers are happier'],
    ['The code is clean and well structured', 'notObservable: The code is clean and well structured'],
    ['Quality is better', 'vague: better', 'notObservable: Quality is better'],
    ['As soon as possible', 'vague: as soon as possible', 'notObservable: As soon as possible'],
    ['The team can work better', 'vague: better', 'notObservable: The team can work better'],
    ['No complaints reach the help desk'],
    ['Der Kunde hat die 3 Rechnungen bezahlt'],
    ['', 'missing: '],
    ['When the board is satisfied', 'notObservable: When the board is satisfied'],
    ['Churn goes down', 'notObservable: Churn goes down'],
    ['Error rate is cut in half'],
    ['Sales signs off on Thursday'],
    ['Both dashboards agree to the cent'],
    ['Everyone is on board', 'notObservable: Everyone is on board'],
    ['Tests pass'],
    ['Users love it', 'notObservable: Users love it'],
    ['Until further notice', 'notObservable: Until further notice'],
    ['It can be improved', 'vague: improved', 'notObservable: It can be improved'],
    ['Rolled out to every office by May'],
    ['The list is shorter', 'notObservable: The list is shorter'],
    ['It is assertive and considerate', 'notObservable: It is assertive and considerate'],
  ],
};

/**
 * Known errors of the check, by name, so that no rate hides them.
 * False alarm: found where nothing is vague. Miss: vague but not found.
 */
const falseAlarms: readonly string[] = [
  // Verbs and adjectives in a different sense.
  'Supporting documents are stored with each invoice',
  'Users consider the new editor their default',
  'A report is considered final once legal signed it',
  // Surname first, a suffix, a particle: as written, these could be two people.
  'Weber, Anna',
  'Martin Luther King, Jr.',
  'José Ortega y Gasset',
];
const misses: readonly string[] = [
  'The soonest possible fix',
  'Nothing is excluded',
  'keine',
  'Whatever is needed',
  'Anna with Sam',
  // “Can” and “list” are observable in other sentences.
  'The team can work better',
  'It can be improved',
  'The list is shorter',
];

const said = ({ rule, text }: Finding) => `${rule}: ${text}`;

function found(field: keyof typeof rows, answer: string): string[] {
  return checkField(field, { [field]: answer }, context).map(said);
}

describe('the clarity check, read against answers as leaders write them', () => {
  const table = Object.entries(rows).flatMap(([field, list]) =>
    list.map(([answer, ...expected]) => ({ field: field as keyof typeof rows, answer, expected })),
  );

  it('covers at least sixty of them, clear ones and vague ones', () => {
    assert.ok(table.length >= 60, String(table.length));
    assert.ok(table.filter(({ expected }) => expected.length === 0).length >= 30);
    assert.ok(table.filter(({ expected }) => expected.length > 0).length >= 30);
  });

  it('finds in each what is vague in it, and the words that say so', () => {
    const wrong: string[] = [];
    const known = new Set([...falseAlarms, ...misses]);
    for (const { field, answer, expected } of table) {
      if (known.has(answer)) continue;
      const actual = found(field, answer);
      if (actual.join() !== expected.join())
        wrong.push(`${field} “${answer}”: [${actual.join()}] for [${expected.join()}]`);
    }
    assert.deepEqual(wrong, []);
  });

  it('is wrong only where that is known, and says how often', () => {
    const alarms: string[] = [];
    const missed: string[] = [];
    for (const { field, answer, expected } of table) {
      const actual = found(field, answer);
      if (actual.some((finding) => !expected.includes(finding))) alarms.push(answer);
      if (expected.some((finding) => !actual.includes(finding))) missed.push(answer);
    }
    assert.deepEqual(alarms, falseAlarms);
    assert.deepEqual(missed, misses);
  });
});

describe('the words of a list', () => {
  const hits = (words: readonly string[], text: string) => new WordFinder(words).find(text).map(({ found }) => found);

  it('are found with their usual endings', () => {
    const text = 'explore explores explored exploring support supports supported supporting tries trying';
    assert.deepEqual(hits(['explore', 'support'], text), text.split(' ').slice(0, 8));
    assert.deepEqual(hits(['try to'], 'We try to, tries to, tried to, trying to.'), [
      'try to',
      'tries to',
      'tried to',
      'trying to',
    ]);
  });

  it('are found whatever their case, and between any signs', () => {
    assert.deepEqual(hits(['explore'], 'EXPLORE, (Explore) “explore” explore/explore'), [
      'EXPLORE',
      'Explore',
      'explore',
      'explore',
      'explore',
    ]);
  });

  it('are found over a line break and several spaces', () => {
    assert.deepEqual(hits(['look into', 'as soon as possible'], 'We look\ninto it as  soon\n as possible'), [
      'look\ninto',
      'as  soon\n as possible',
    ]);
  });

  it('are not found inside other words', () => {
    assert.deepEqual(hits(['consider'], 'consideration, considerable, reconsider, pre-consider'), []);
    assert.deepEqual(hits(['etc'], 'etcetera, fetch, etch'), []);
    assert.deepEqual(hits(['assert'], 'assertion assertive'), []);
    assert.deepEqual(hits(['it', 'we', 'us'], 'its item Will West bus'), []);
    assert.deepEqual(hits(['team', 'über'], 'Teamwork überall steam'), []);
    assert.deepEqual(hits(['über', 'größe'], 'Über Größe GRÖSSE'), ['Über', 'Größe']);
  });

  it('are found once where one lies in another: the longer one', () => {
    assert.deepEqual(hits(['soon', 'as soon as possible'], 'Soon, and as soon as possible'), [
      'Soon',
      'as soon as possible',
    ]);
  });

  it('are told with where they stand, in the order of the text', () => {
    assert.deepEqual(new WordFinder(['better', 'asap']).find('ASAP and better'), [
      { word: 'asap', found: 'ASAP', at: 0 },
      { word: 'better', found: 'better', at: 9 },
    ]);
  });

  it('may hold what means something in a pattern', () => {
    assert.deepEqual(
      hits(['c++', 'a.b', '(tbc)', 'what?', '[x]', 'a|b', '\\d', '$5', '^', '*'], 'C++ aXb (TBC) what? [x] 7 $5'),
      ['C++', '(TBC)', 'what?', '[x]', '$5'],
    );
  });

  it('may be empty, and then nothing is found', () => {
    assert.deepEqual(hits([], 'anything'), []);
    assert.deepEqual(hits(['', '  ', '\n'], 'anything at all'), []);
    assert.deepEqual(hits([' Explore '], 'explore'), ['explore']);
  });

  it('are those the leader set, and no others', () => {
    const words = { vague: ['synergy'], teams: ['posse'] };
    const check = (question: AgreementQuestion, agreement: Partial<Agreement>) =>
      checkField(question, agreement, { ...context, words }).map(said);
    assert.deepEqual(check('outcome', { outcome: 'Explore synergy' }), ['vague: synergy']);
    assert.deepEqual(check('owner', { owner: 'the posse' }), ['teamAsOwner: posse']);
    assert.deepEqual(check('owner', { owner: 'the team' }), []);
  });

  it('are named once each, in small letters', () => {
    assert.deepEqual(found('outcome', 'Explore, explore and EXPLORE; consider'), ['vague: explore, consider']);
  });

  it('pass beside a number only in their own sentence, and only those that a number makes clear', () => {
    assert.deepEqual(found('outcome', 'Improve the start\nIt has 3 steps'), ['vague: improve']);
    assert.deepEqual(found('outcome', 'Improve the start from 2.5 s to 1.2 s'), []);
    assert.deepEqual(found('outcome', 'Explore 3 options'), ['vague: explore']);
  });
});

describe('the clarity check', () => {
  const clear: Agreement = {
    outcome: 'Customers can pay by invoice',
    excluded: 'Partners',
    deliverables: 'The form and its runbook',
    owner: 'Anna',
    doneWhen: '40 invoices are paid',
    dueOn: '2026-03-20',
    isAgreed: true,
    serves: 'p1',
  };
  const rulesOf = (agreement: Partial<Agreement>, more: Partial<ClarityContext> = {}) =>
    checkClarity(agreement, { ...context, ...more }).map(({ rule }) => rule);

  it('finds nothing in what two people could hold each other to', () => {
    assert.deepEqual(rulesOf(clear), []);
  });

  it('goes by the order of the questions', () => {
    assert.deepEqual(checkClarity({}, context), [
      { rule: 'missing', field: 'outcome', text: '' },
      { rule: 'nothingExcluded', field: 'excluded', text: '' },
      { rule: 'missing', field: 'deliverables', text: '' },
      { rule: 'missing', field: 'owner', text: '' },
      { rule: 'missing', field: 'doneWhen', text: '' },
      { rule: 'noDay', field: 'dueOn', text: '' },
      { rule: 'servesNothing', field: 'serves', text: '' },
    ]);
  });

  it('says of the whole what it says of each question', () => {
    for (const agreement of [clear, {}, { ...clear, outcome: 'Explore', owner: 'we', isAgreed: false }]) {
      const byQuestion = agreementQuestions.flatMap((question) => checkField(question, agreement, context));
      assert.deepEqual(checkClarity(agreement, context), byQuestion);
    }
  });

  it('names a day that the owner has not agreed to', () => {
    assert.deepEqual(checkClarity({ ...clear, isAgreed: undefined }, context), [
      { rule: 'notAgreed', field: 'isAgreed', text: '2026-03-20' },
    ]);
    assert.deepEqual(rulesOf({ ...clear, dueOn: undefined }), ['noDay'], 'agreed to no day is no day');
  });

  it('names what it depends on and what waits on the leader, and nothing that is closed or elsewhere', () => {
    const item = (id: string) => captured({ item: id, title: `Title of ${id}` });
    const { items } = registerOf(
      item('open'),
      item('closed'),
      { ...decided, item: 'closed' },
      item('asker'),
      { ...sentBack, item: 'asker' },
      item('decider'),
      { ...handedOver, item: 'decider' },
    );
    const dependsOn = ['closed', 'asker', 'decider', 'open', 'unknown'];
    assert.deepEqual(checkClarity({ ...clear, dependsOn }, { ...context, items }), [
      { rule: 'dependencyWaits', field: 'dependsOn', text: 'Title of open' },
    ]);
  });

  it('takes what moves down or stops for a priority, and asks for it past the limit', () => {
    assert.deepEqual(rulesOf({ ...clear, serves: undefined }), ['servesNothing']);
    assert.deepEqual(rulesOf({ ...clear, serves: undefined, displaces: 'nothing' }), ['servesNothing']);
    assert.deepEqual(rulesOf({ ...clear, serves: undefined, displaces: 'The audit; Kim is told' }), []);
    assert.deepEqual(rulesOf(clear, { priorities: 3 }), []);
    assert.deepEqual(checkClarity(clear, { ...context, priorities: 4 }), [
      { rule: 'overLimit', field: 'serves', text: '4 > 3' },
    ]);
    assert.deepEqual(rulesOf({ ...clear, displaces: 'The audit' }, { priorities: 4 }), []);
  });

  it('makes one hole of each field, and none of an item that is owed already', () => {
    const finding = (rule: Finding['rule'], field: Finding['field']): Finding => ({ rule, field, text: '' });
    assert.deepEqual(
      holesIn([
        finding('vague', 'doneWhen'),
        finding('notObservable', 'doneWhen'),
        finding('dependencyWaits', 'dependsOn'),
        finding('notAgreed', 'isAgreed'),
      ]),
      ['doneWhen', 'isAgreed'],
    );
  });
});
