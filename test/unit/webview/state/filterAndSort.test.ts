import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OpenRow } from '../../../../src/core/panel/protocol.ts';
import { distinctNames, filtered, sorted } from '../../../../src/webview/state/filterAndSort.ts';
import { columns, type Filter, firstState, noFilter, readViewState } from '../../../../src/webview/state/viewState.ts';
import { openRow } from '../../../support/openRow.ts';

const rows: readonly OpenRow[] = [
  openRow({ id: 'vendor', waiting: ['Anna', 'sam'], tags: ['platform'], overdue: true, drifting: true, ageInDays: 9 }),
  openRow({
    id: 'budget',
    title: 'Approve the budget',
    kind: 'approval',
    targetKind: 'approval',
    waiting: ['anna'],
    play: 'sentBack',
    isToday: true,
    ageInDays: 20,
  }),
  openRow({
    id: 'access',
    title: 'Access to Billing',
    waiting: [],
    tags: ['Billing'],
    otherNames: ['alo'],
    play: undefined,
    state: 'handedOver',
    overdue: true,
  }),
];

const idsWith = (filter: Partial<Filter>): string =>
  filtered(rows, { ...noFilter, ...filter })
    .map(({ id }) => id)
    .join(' ');

describe('the list of the panel', () => {
  it('is narrowed by each part of the filter, and by all of them together', () => {
    assert.equal(idsWith({}), 'vendor budget access');
    assert.equal(idsWith({ text: 'BUDGET approve' }), 'budget');
    assert.equal(idsWith({ text: '#bill' }), 'access');
    assert.equal(idsWith({ text: 'sam' }), 'vendor');
    assert.equal(idsWith({ text: 'sÁm' }), 'vendor');
    assert.equal(idsWith({ text: 'Alo' }), 'access');
    assert.equal(idsWith({ kind: 'approval' }), 'budget');
    assert.equal(idsWith({ person: 'ANNA' }), 'vendor budget');
    assert.equal(idsWith({ tag: 'billing' }), 'access');
    assert.equal(idsWith({ state: 'overdue' }), 'vendor access');
    assert.equal(idsWith({ state: 'today' }), 'budget');
    assert.equal(idsWith({ state: 'sentBack' }), 'budget');
    assert.equal(idsWith({ state: 'handedOver' }), 'access');
    assert.equal(idsWith({ state: 'overdue', person: 'anna' }), 'vendor');
  });

  it('is sorted by any column both ways, and stays by oldest hurt where that says nothing', () => {
    const order = (column: (typeof columns)[number], isDescending: boolean): string =>
      sorted(rows, { column, isDescending })
        .map(({ id }) => id)
        .join(' ');
    assert.equal(order('hurt', true), 'vendor budget access');
    assert.equal(order('hurt', false), 'access budget vendor');
    assert.equal(order('age', true), 'budget vendor access');
    assert.equal(order('title', false), 'access budget vendor');
    assert.equal(order('personDays', true), 'vendor budget access');
    for (const column of columns) assert.equal(sorted(rows, { column, isDescending: true }).length, 3);
  });

  it('offers each name once, in alphabetical order', () => {
    assert.deepEqual(distinctNames(rows, 'waiting'), ['Anna', 'sam']);
    assert.deepEqual(distinctNames(rows, 'tags'), ['Billing', 'platform']);
  });
});

describe('what the panel remembers', () => {
  it('comes back as it was', () => {
    const state = {
      ...firstState,
      tab: 'time' as const,
      filter: { ...noFilter, text: 'anna', kind: 'approval' as const },
      isListShown: true,
      listTop: 300,
      selected: ['vendor'],
    };
    assert.deepEqual(readViewState(JSON.parse(JSON.stringify(state))), state);
  });

  it('starts anew where it is nothing, or what another version wrote', () => {
    for (const kept of [undefined, null, 7, 'x', [], { tab: 'gone', filter: 1, sort: { column: 'x' }, listTop: -1 }]) {
      assert.deepEqual(readViewState(kept), firstState);
    }
  });

  it('opens the first tab for one that older versions had, and keeps the rest', () => {
    const { tab, scrollTop, tables } = readViewState({ tab: 'symmetry', scrollTop: 300, tables: ['symmetry'] });
    assert.deepEqual([tab, scrollTop, tables], ['halves', 300, ['symmetry']]);
    for (const tab of ['time', 'friction', 'handedOut']) assert.equal(readViewState({ tab }).tab, tab);
  });
});
