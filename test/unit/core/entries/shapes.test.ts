import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Envelope, Fact, FactOf } from '../../../../src/core/entries/entry.ts';
import { faultyField, knownType } from '../../../../src/core/entries/shapes.ts';

/**
 * What a field may hold, specified a second time on purpose: these shapes stay on disk for ever. After a colon the limit
 * of a text or a number, or how many a list may have and how long each may be.
 */
type Holds =
  | 'id'
  | 'ids'
  | 'filled'
  | 'text'
  | 'texts'
  | 'filledTexts'
  | 'count'
  | 'kind'
  | 'door'
  | 'closedAs'
  | 'day'
  | 'clock'
  | 'instant'
  | 'flag'
  | 'amount'
  | 'sureness'
  | 'result'
  | 'hole';
type May = '' | '?' | '|null';
type Shape<F> = {
  readonly [K in Exclude<keyof F, 'type'>]-?: `${Holds}${'' | `:${number}` | `:${number}x${number}`}${May}`;
};

const envelope: Shape<Envelope> = {
  id: 'id',
  clock: 'clock',
  device: 'id',
  act: 'id',
  loggedAt: 'instant',
  day: 'day?',
  importedBy: 'id?',
};
const agreement = {
  excluded: 'text:2000?',
  deliverables: 'text:2000?',
  doneWhen: 'text:2000?',
  dependsOn: 'ids:20?',
  dueOn: 'day?',
  isAgreed: 'flag?',
  serves: 'id?',
  displaces: 'text:1000?',
} as const;
const change = {
  outcome: 'filled:1000?',
  excluded: 'text:2000|null',
  deliverables: 'text:2000|null',
  doneWhen: 'text:2000|null',
  dependsOn: 'ids:20|null',
  dueOn: 'day|null',
  isAgreed: 'flag|null',
  serves: 'id|null',
  displaces: 'text:1000|null',
} as const;
const shapes: { readonly [T in Fact['type']]: Shape<FactOf<T>> } = {
  itemCaptured: {
    item: 'id',
    kind: 'kind',
    title: 'filled:300',
    askedOn: 'day',
    promisedOn: 'day',
    target: 'count:1000?',
    door: 'door?',
    askedBy: 'text:100?',
    waiting: 'texts:30x100?',
    owedBy: 'text:100?',
    tags: 'texts:20x50?',
    link: 'text:2000?',
    note: 'text:4000?',
    importedFrom: 'text:255?',
    sourceSystem: 'text:200?',
    sourceKey: 'text:1000?',
    isAskedEstimated: 'flag?',
    team: 'text:200?',
    via: 'text:100?',
    at: 'instant?',
  },
  itemEdited: {
    item: 'id',
    title: 'filled:300?',
    kind: 'kind?',
    askedOn: 'day?',
    isAskedEstimated: 'flag?',
    door: 'door|null',
    askedBy: 'text:100|null',
    owedBy: 'text:100|null',
    tags: 'texts:20x50?',
    link: 'text:2000|null',
    note: 'text:4000|null',
    team: 'text:200|null',
    sourceSystem: 'text:200?',
    sourceKey: 'text:1000?',
    via: 'text:100?',
    at: 'instant?',
    changedOn: 'day?',
  },
  promiseMoved: { item: 'id', promisedOn: 'day', reason: 'filled:1000', reasonCode: 'text:100?', movedOn: 'day' },
  waitingChanged: {
    item: 'id',
    added: 'texts:100x100?',
    removed: 'texts:100x100?',
    since: 'day?',
    via: 'text:100?',
    at: 'instant?',
  },
  itemAcknowledged: { item: 'id', note: 'text:4000?', acknowledgedOn: 'day' },
  itemSentBack: {
    item: 'id',
    question: 'filled:1000',
    questionCode: 'text:100?',
    to: 'text:100?',
    sentBackOn: 'day',
    via: 'text:100?',
    at: 'instant?',
  },
  itemReturned: { item: 'id', answer: 'text:2000?', returnedOn: 'day', via: 'text:100?', at: 'instant?' },
  itemHandedOver: { item: 'id', to: 'filled:100', note: 'text:4000?', handedOverOn: 'day' },
  deliberationStarted: { item: 'id', question: 'filled:1000', until: 'day', startedOn: 'day' },
  blockerNamed: { item: 'id', blocker: 'id', namedOn: 'day' },
  blockerVerified: { item: 'id', blocker: 'id', verifiedOn: 'day' },
  blockerRemoved: { item: 'id', blocker: 'id', removedOn: 'day' },
  dependencyChased: { item: 'id', whom: 'filled:100', note: 'text:4000?', chasedOn: 'day' },
  defaultStated: { item: 'id', outcome: 'filled:1000', takesEffectOn: 'day', statedOn: 'day' },
  defaultDropped: { item: 'id', droppedOn: 'day' },
  itemDecidedBySilence: { item: 'id', outcome: 'filled:1000', decidedOn: 'day', confirmedOn: 'day' },
  checkDaySet: { item: 'id', checkOn: 'day', setOn: 'day' },
  checkHeld: { item: 'id', note: 'text:4000?', answeredOn: 'day' },
  itemReversed: {
    item: 'id',
    reason: 'filled:1000',
    successor: 'id',
    replaces: 'id?',
    reworkInDays: 'amount?',
    answeredOn: 'day',
  },
  disagreementSettled: { item: 'id', counts: 'id', over: 'ids:20', settledOn: 'day' },
  itemDecided: {
    item: 'id',
    outcome: 'filled:1000',
    because: 'text:2000?',
    decidedOn: 'day',
    isEstimated: 'flag?',
    recordStatus: 'text:300?',
    expect: 'filled:1000?',
    sureness: 'sureness?',
    via: 'text:100?',
    at: 'instant?',
  },
  itemCleared: { item: 'id', note: 'text:4000?', clearedOn: 'day', isEstimated: 'flag?' },
  itemWithdrawn: {
    item: 'id',
    reason: 'filled:1000',
    reasonCode: 'text:100?',
    withdrawnOn: 'day',
    isEstimated: 'flag?',
    via: 'text:100?',
    at: 'instant?',
  },
  closingCorrected: {
    item: 'id',
    closedAs: 'closedAs',
    closedOn: 'day',
    isEstimated: 'flag?',
    outcome: 'filled:1000?',
    because: 'text:2000?',
    recordStatus: 'text:300?',
    note: 'text:4000?',
    reason: 'filled:1000?',
    promisedOn: 'day?',
    correctedOn: 'day',
  },
  itemReopened: {
    item: 'id',
    reason: 'filled:1000',
    reasonCode: 'text:100?',
    reopenedOn: 'day',
    via: 'text:100?',
    at: 'instant?',
  },
  clarityOwed: { item: 'id', assignment: 'id', hole: 'hole', titleIs: 'text:100?' },
  itemSettled: { item: 'id', answer: 'filled:2000', answerCode: 'text:100?', settledOn: 'day' },
  assignmentDrafted: { assignment: 'id', outcome: 'text:1000?', owner: 'text:100?', ...agreement, draftedOn: 'day' },
  draftDropped: { assignment: 'id', droppedOn: 'day' },
  assignmentMade: {
    assignment: 'id',
    outcome: 'filled:1000',
    owner: 'filled:100',
    ...agreement,
    anyway: 'text:1000?',
    madeOn: 'day',
  },
  assignmentChanged: { assignment: 'id', ...change, reason: 'filled:1000', costInDays: 'amount', changedOn: 'day' },
  agreementFilled: { assignment: 'id', ...change, owner: 'filled:100?', settles: 'id', filledOn: 'day' },
  assignmentReassigned: {
    assignment: 'id',
    owner: 'filled:100',
    reason: 'filled:1000',
    costInDays: 'amount',
    reassignedOn: 'day',
  },
  assignmentClosed: { assignment: 'id', result: 'result', note: 'text:4000?', closedOn: 'day' },
  priorityAdded: {
    priority: 'id',
    title: 'filled:300',
    stops: 'text:1000?',
    because: 'text:2000?',
    told: 'text:300?',
    addedOn: 'day',
  },
  priorityRenamed: { priority: 'id', title: 'filled:300' },
  priorityRetired: { priority: 'id', reason: 'filled:1000', retiredOn: 'day' },
  prioritiesRanked: {
    order: 'ids:100',
    stops: 'filled:1000',
    because: 'filled:2000',
    told: 'filled:300',
    rankedOn: 'day',
  },
  namesJoined: { names: 'filledTexts:30x100', joinedOn: 'day' },
  namesParted: { names: 'filledTexts:30x100', partedOn: 'day' },
  personDiscussed: { person: 'filled:100', discussedOn: 'day' },
  entriesImported: { from: 'text:255', count: 'count:1000000', importedOn: 'day' },
  actUndone: { undoes: 'id' },
};

/** The values that a field can just hold. */
function right(holds: Holds, most: number, each: number): readonly unknown[] {
  switch (holds) {
    case 'id':
      return ['a', '_', 'x'.repeat(100), '0190abcd-0000-7000-8000-00000000000f'];
    case 'ids':
      return [[], ['a', 'b-1'], Array.from({ length: most }, (_, at) => `item-${at}`)];
    case 'filled':
      return ['a', ' ', '\u0000', 'x'.repeat(most)];
    case 'text':
      return ['', 'a', 'x'.repeat(most)];
    case 'texts':
      return [[], ['a', ''], Array.from({ length: most }, () => 'x'.repeat(each))];
    case 'filledTexts':
      return [[], ['a', ' '], Array.from({ length: most }, () => 'x'.repeat(each))];
    case 'count':
      return [0, 5, most];
    case 'kind':
      return ['decision', 'approval', 'dependency', 'clarity'];
    case 'door':
      return ['two-way', 'one-way'];
    case 'closedAs':
      return ['decided', 'cleared', 'withdrawn'];
    case 'day':
      return ['2026-03-04', '2024-02-29'];
    case 'clock':
      return ['000000000000-0000', '0190abcdef01-ffff', 'e6ffffffffff-ffff'];
    case 'instant':
      return ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00Z'];
    case 'flag':
      return [true, false];
    case 'amount':
      return [0, 0.5, 12, 1_000];
    case 'sureness':
      return [50, 75, 99];
    case 'result':
      return ['met', 'missed'];
    case 'hole':
      return ['outcome', 'isAgreed', 'dependsOn'];
    default:
      return holds satisfies never;
  }
}

const notText = [0, true, {}, ['a'], Number.NaN];
const notList = ['a', {}, [1], ['a', null], [['a']]];
/** Values that a field cannot hold. */
function wrong(holds: Holds, most: number, each: number): readonly unknown[] {
  switch (holds) {
    case 'id':
      return ['', '/x', 'a b', 'é', '\ud800', 'a.b', 'a\n', 'x'.repeat(101), ...notText];
    case 'ids':
      return [...notList, ['/x'], [''], Array.from({ length: most + 1 }, (_, at) => `item-${at}`)];
    case 'filled':
      return ['', 'x'.repeat(most + 1), ...notText];
    case 'text':
      return ['x'.repeat(most + 1), ...notText];
    case 'texts':
      return [...notList, Array.from({ length: most + 1 }, () => 'x'), ['x'.repeat(each + 1)]];
    case 'filledTexts':
      return [...notList, [''], Array.from({ length: most + 1 }, () => 'x'), ['x'.repeat(each + 1)]];
    case 'count':
      return [-1, 1.5, '1', most + 1, Infinity, Number.NaN, [], true];
    case 'kind':
      return ['', 'Decision', 'toString', 'Clarity', 0];
    case 'door':
      return ['', 'one way', 'revolving', 0];
    case 'closedAs':
      return ['', 'Decided', 'silence', 'toString', 0];
    case 'day':
      return ['', '2026-02-30', '2026-2-3', '2026-03-04T00:00', 20_260_304, {}];
    case 'clock':
      return [
        '',
        '0190abcdef01',
        '0190ABCDEF01-0000',
        '0190abcdef01-00000',
        'e70000000000-0000',
        'f00000000000-0000',
        ' 190abcdef01-0000',
        '0190abcdef01-0000\n',
        7,
      ];
    case 'instant':
      return [
        '',
        'yesterday',
        '2026-03-02',
        '2026-13-02T09:00:00.000Z',
        '2026-03-02T09:00:00.000+01:00',
        1_772_442_000_000,
      ];
    case 'flag':
      return ['true', 0, 1, []];
    case 'amount':
      return [-0.5, '1', 1_000.5, Infinity, Number.NaN, true, []];
    case 'sureness':
      return [49, 100, 70.5, '70', Number.NaN, true, []];
    case 'result':
      return ['', 'Met', '80 %', true];
    case 'hole':
      return ['', 'toString', '__proto__', 'Outcome', 0];
    default:
      return holds satisfies never;
  }
}

interface Sample {
  readonly type: string;
  readonly field: string;
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
  readonly may: May;
  readonly whole: Readonly<Record<string, unknown>>;
}

function samples(): Sample[] {
  return Object.entries(shapes).flatMap(([type, shape]) => {
    const fields = Object.entries({ ...envelope, ...shape }).map(([field, said]) => {
      const [, holds, most, each, may] = /^([a-zA-Z]+)(?::(\d+)(?:x(\d+))?)?(.*)$/.exec(said) as unknown as string[];
      const limits = [holds as Holds, Number(most), Number(each)] as const;
      return { field, right: right(...limits), wrong: wrong(...limits), may: may as May };
    });
    const whole = { type, ...Object.fromEntries(fields.map(({ field, right }) => [field, right.at(-1)])) };
    return fields.map((field) => ({ type, ...field, whole }));
  });
}

describe('an entry', () => {
  it('of every type is known, and nothing else is', () => {
    for (const type of Object.keys(shapes)) assert.equal(knownType(type), type);
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
      assert.equal(knownType(type), undefined, String(type));
    }
  });

  it('is whole with every field there', () => {
    for (const { type, whole } of samples()) assert.equal(faultyField(whole), undefined, type);
  });

  it('takes every value that a field may hold', () => {
    for (const { type, field, right, whole } of samples()) {
      for (const value of right) {
        assert.equal(
          faultyField({ ...whole, [field]: value }),
          undefined,
          `${type}.${field} = ${JSON.stringify(value)}`,
        );
      }
    }
  });

  it('is faulty in the field whose value is of another shape', () => {
    for (const { type, field, wrong, whole } of samples()) {
      for (const value of wrong) {
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

  it('may have fields that are not known, as long as it stays flat and bounded', () => {
    const { whole } = samples()[0]!;
    let deep: unknown = 'x';
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    const fine = ['x', 7, true, null, [], ['a', 1, false, null], 'x'.repeat(4_000), Array(100).fill('x')];
    for (const extra of fine) assert.equal(faultyField({ ...whole, extra }), undefined, typeof extra);
    const bad = [{}, [[]], [{}], deep, 'x'.repeat(4_001), Array(101).fill('x'), ['x'.repeat(4_001)]];
    for (const extra of bad) assert.equal(faultyField({ ...whole, extra }), 'extra', typeof extra);
    for (const name of ['', '__proto__x', 'a b', 'é', 'x'.repeat(101)]) {
      assert.equal(faultyField({ ...whole, [name]: 1 }), name);
    }
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`extra${at}`, at]));
    assert.equal(faultyField({ ...whole, ...many(20) }), undefined);
    assert.equal(faultyField({ ...whole, ...many(21) }), 'extra20');
  });
});
