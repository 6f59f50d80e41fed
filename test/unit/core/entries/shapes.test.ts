import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Envelope, Fact, FactOf } from '../../../../src/core/entries/entry.ts';
import { faultyField, isKnownType } from '../../../../src/core/entries/shapes.ts';

/** What a field may hold, specified a second time on purpose: these shapes stay on disk for ever. */
type Holds =
  | 'filled'
  | 'text'
  | 'texts'
  | 'count'
  | 'kind'
  | 'door'
  | 'day'
  | 'clock'
  | 'instant'
  | 'flag'
  | 'amount'
  | 'result'
  | 'hole';
type May = '' | '?' | '|null';
type Shape<F> = { readonly [K in Exclude<keyof F, 'type'>]-?: `${Holds}${May}` };

const envelope: Shape<Envelope> = {
  id: 'filled',
  clock: 'clock',
  device: 'filled',
  act: 'filled',
  loggedAt: 'instant',
  importedBy: 'filled?',
};
const agreement = {
  excluded: 'text?',
  deliverables: 'text?',
  doneWhen: 'text?',
  dependsOn: 'texts?',
  dueOn: 'day?',
  isAgreed: 'flag?',
  serves: 'text?',
  displaces: 'text?',
} as const;
const change = {
  outcome: 'filled?',
  excluded: 'text|null',
  deliverables: 'text|null',
  doneWhen: 'text|null',
  dependsOn: 'texts|null',
  dueOn: 'day|null',
  isAgreed: 'flag|null',
  serves: 'text|null',
  displaces: 'text|null',
} as const;
const shapes: { readonly [T in Fact['type']]: Shape<FactOf<T>> } = {
  itemCaptured: {
    item: 'filled',
    kind: 'kind',
    title: 'filled',
    askedOn: 'day',
    promisedOn: 'day',
    target: 'count?',
    door: 'door?',
    askedBy: 'text?',
    waiting: 'texts?',
    owedBy: 'text?',
    tags: 'texts?',
    link: 'text?',
    note: 'text?',
    importedFrom: 'text?',
  },
  itemEdited: {
    item: 'filled',
    title: 'filled?',
    kind: 'kind?',
    askedOn: 'day?',
    door: 'door|null',
    askedBy: 'text|null',
    owedBy: 'text|null',
    tags: 'texts?',
    link: 'text|null',
    note: 'text|null',
  },
  promiseMoved: { item: 'filled', promisedOn: 'day', reason: 'filled', movedOn: 'day' },
  waitingChanged: { item: 'filled', added: 'texts?', removed: 'texts?' },
  itemAcknowledged: { item: 'filled', note: 'text?', acknowledgedOn: 'day' },
  itemSentBack: { item: 'filled', question: 'filled', to: 'text?', sentBackOn: 'day' },
  itemReturned: { item: 'filled', answer: 'text?', returnedOn: 'day' },
  itemHandedOver: { item: 'filled', to: 'filled', note: 'text?', handedOverOn: 'day' },
  deliberationStarted: { item: 'filled', question: 'filled', until: 'day', startedOn: 'day' },
  blockerNamed: { item: 'filled', blocker: 'filled', namedOn: 'day' },
  blockerVerified: { item: 'filled', blocker: 'filled', verifiedOn: 'day' },
  blockerRemoved: { item: 'filled', blocker: 'filled', removedOn: 'day' },
  dependencyChased: { item: 'filled', whom: 'filled', note: 'text?', chasedOn: 'day' },
  defaultStated: { item: 'filled', outcome: 'filled', takesEffectOn: 'day', statedOn: 'day' },
  defaultDropped: { item: 'filled', droppedOn: 'day' },
  itemDecidedBySilence: { item: 'filled', outcome: 'filled', decidedOn: 'day', confirmedOn: 'day' },
  checkDaySet: { item: 'filled', checkOn: 'day', setOn: 'day' },
  checkHeld: { item: 'filled', note: 'text?', answeredOn: 'day' },
  itemReversed: { item: 'filled', reason: 'filled', successor: 'filled', answeredOn: 'day' },
  itemDecided: { item: 'filled', outcome: 'filled', because: 'text?', decidedOn: 'day' },
  itemCleared: { item: 'filled', note: 'text?', clearedOn: 'day' },
  itemWithdrawn: { item: 'filled', reason: 'filled', reasonCode: 'text?', withdrawnOn: 'day' },
  itemReopened: { item: 'filled', reason: 'filled', reopenedOn: 'day' },
  clarityOwed: { item: 'filled', assignment: 'filled', hole: 'hole', titleIs: 'text?' },
  itemSettled: { item: 'filled', answer: 'filled', answerCode: 'text?', settledOn: 'day' },
  assignmentDrafted: { assignment: 'filled', outcome: 'text?', owner: 'text?', ...agreement, draftedOn: 'day' },
  draftDropped: { assignment: 'filled', droppedOn: 'day' },
  assignmentMade: {
    assignment: 'filled',
    outcome: 'filled',
    owner: 'filled',
    ...agreement,
    anyway: 'text?',
    madeOn: 'day',
  },
  assignmentChanged: { assignment: 'filled', ...change, reason: 'filled', costInDays: 'amount', changedOn: 'day' },
  agreementFilled: { assignment: 'filled', ...change, owner: 'filled?', settles: 'filled', filledOn: 'day' },
  assignmentReassigned: {
    assignment: 'filled',
    owner: 'filled',
    reason: 'filled',
    costInDays: 'amount',
    reassignedOn: 'day',
  },
  assignmentClosed: { assignment: 'filled', result: 'result', note: 'text?', closedOn: 'day' },
  priorityAdded: {
    priority: 'filled',
    title: 'filled',
    stops: 'text?',
    because: 'text?',
    told: 'text?',
    addedOn: 'day',
  },
  priorityRenamed: { priority: 'filled', title: 'filled' },
  priorityRetired: { priority: 'filled', reason: 'filled', retiredOn: 'day' },
  prioritiesRanked: { order: 'texts', stops: 'filled', because: 'filled', told: 'filled', rankedOn: 'day' },
  entriesImported: { from: 'text', count: 'count', importedOn: 'day' },
  actUndone: { undoes: 'filled' },
};

const right: Readonly<Record<Holds, readonly unknown[]>> = {
  filled: ['a', ' ', '\u0000'],
  text: ['', 'a'],
  texts: [[], ['a', '']],
  count: [0, 5],
  kind: ['decision', 'approval', 'dependency', 'clarity'],
  door: ['two-way', 'one-way'],
  day: ['2026-03-04', '2024-02-29'],
  clock: ['000000000000-0000', '0190abcdef01-ffff', 'e6ffffffffff-ffff'],
  instant: ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00Z'],
  flag: [true, false],
  amount: [0, 0.5, 12],
  result: ['met', 'missed'],
  hole: ['outcome', 'isAgreed', 'dependsOn'],
};
const notText = [0, true, {}, ['a'], Number.NaN];
const wrong: Readonly<Record<Holds, readonly unknown[]>> = {
  filled: ['', ...notText],
  text: notText,
  texts: ['a', {}, [1], ['a', null], [['a']]],
  count: [-1, 1.5, '1', Infinity, Number.NaN, [], true],
  kind: ['', 'Decision', 'toString', 'Clarity', 0],
  door: ['', 'one way', 'revolving', 0],
  day: ['', '2026-02-30', '2026-2-3', '2026-03-04T00:00', 20_260_304, {}],
  clock: [
    '',
    '0190abcdef01',
    '0190ABCDEF01-0000',
    '0190abcdef01-00000',
    'e70000000000-0000',
    'f00000000000-0000',
    ' 190abcdef01-0000',
    '0190abcdef01-0000\n',
    7,
  ],
  instant: [
    '',
    'yesterday',
    '2026-03-02',
    '2026-13-02T09:00:00.000Z',
    '2026-03-02T09:00:00.000+01:00',
    1_772_442_000_000,
  ],
  flag: ['true', 0, 1, []],
  amount: [-0.5, '1', Infinity, Number.NaN, true, []],
  result: ['', 'Met', '80 %', true],
  hole: ['', 'toString', '__proto__', 'Outcome', 0],
};

interface Sample {
  readonly type: string;
  readonly field: string;
  readonly holds: Holds;
  readonly may: May;
  readonly whole: Readonly<Record<string, unknown>>;
}

function samples(): Sample[] {
  return Object.entries(shapes).flatMap(([type, shape]) => {
    const fields = Object.entries({ ...envelope, ...shape }).map(([field, said]) => {
      const [, holds, may] = /^([a-z]+)(.*)$/.exec(said) as unknown as [string, Holds, May];
      return { field, holds, may };
    });
    const whole = { type, ...Object.fromEntries(fields.map(({ field, holds }) => [field, right[holds].at(-1)])) };
    return fields.map((field) => ({ type, ...field, whole }));
  });
}

describe('an entry', () => {
  it('of every type is known, and nothing else is', () => {
    for (const type of Object.keys(shapes)) assert.ok(isKnownType(type), type);
    for (const type of [
      '',
      'ItemCaptured',
      'constructor',
      '__proto__',
      'toString',
      undefined,
      null,
      3,
      ['itemDecided'],
    ]) {
      assert.equal(isKnownType(type), false, String(type));
    }
  });

  it('is whole with every field there', () => {
    for (const { type, whole } of samples()) assert.equal(faultyField(whole), undefined, type);
  });

  it('takes every value that a field may hold', () => {
    for (const { type, field, holds, whole } of samples()) {
      for (const value of right[holds]) {
        assert.equal(
          faultyField({ ...whole, [field]: value }),
          undefined,
          `${type}.${field} = ${JSON.stringify(value)}`,
        );
      }
    }
  });

  it('is faulty in the field whose value is of another shape', () => {
    for (const { type, field, holds, whole } of samples()) {
      for (const value of wrong[holds]) {
        assert.equal(faultyField({ ...whole, [field]: value }), field, `${type}.${field} = ${JSON.stringify(value)}`);
      }
    }
  });

  it('may leave out what is optional, empty what can be emptied, and nothing else', () => {
    for (const { type, field, may, whole } of samples()) {
      const { [field]: _, ...without } = whole;
      assert.equal(faultyField(without), may === '' ? field : undefined, `${type} without ${field}`);
      assert.equal(
        faultyField({ ...whole, [field]: null }),
        may === '|null' ? undefined : field,
        `${type}.${field} = null`,
      );
    }
  });
});
