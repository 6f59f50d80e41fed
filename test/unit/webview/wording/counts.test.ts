import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OpenRow } from '../../../../src/core/panel/protocol.ts';
import { sayAll, sayDrawn, sayFound } from '../../../../src/webview/wording/counts.ts';
import { openRow } from '../../../support/openRow.ts';

const rows = (count: number, row: Partial<OpenRow>): OpenRow[] => Array.from({ length: count }, () => openRow(row));
const mine = (count: number): OpenRow[] => rows(count, { state: 'waiting', play: 'waiting' });
const sentBack = rows(1, { state: 'sentBack', play: 'sentBack' });
const handedOver = rows(1, { state: 'handedOver', play: undefined });
const checks = rows(1, { state: 'checkDue', play: undefined, isToday: true });

describe('the counts of the list', () => {
  it('say how many wait on the leader wherever something else is listed', () => {
    const all = [...mine(14), ...checks, ...sentBack, ...handedOver];
    assert.equal(sayFound(17, all), '17 items: 14 wait on you, 1 to check, 2 with others');
    assert.equal(sayAll(all), 'All 17 (2 with others)');
    assert.equal(sayFound(2, [...mine(1), ...sentBack]), '2 items: 1 waits on you, 1 with others');
    assert.equal(sayFound(1, mine(1)), '1 item');
    assert.equal(sayFound(5, mine(1_700)), '5 of 1,700 items');
    assert.equal(sayAll(mine(2_000)), 'All 2,000');
  });

  it('have a default to confirm among what is to check, whoever has the ball', () => {
    const due = rows(1, { state: 'sentBack', play: 'sentBack', isToday: true });
    assert.equal(sayFound(2, [...mine(1), ...due]), '2 items: 1 waits on you, 1 to check');
    assert.equal(sayAll([...mine(1), ...due]), 'All 2');
  });
});

describe('what the ageing chart draws, in words', () => {
  it('is what waits on the leader, and beside it what is sent back', () => {
    const all = [...mine(21), ...sentBack];
    assert.equal(sayDrawn(all, all), '21 items wait on you; 1 is sent back.');
    assert.equal(sayDrawn(mine(1), mine(1)), '1 item waits on you.');
    assert.equal(sayDrawn(sentBack, sentBack), '0 items wait on you; 1 is sent back.');
  });

  it('is said of how many under a filter', () => {
    const all = [...mine(21), ...sentBack, ...handedOver];
    assert.equal(sayDrawn(mine(5), all), 'Drawn: 5 of 21 that wait on you, 0 of 1 sent back.');
    assert.equal(sayDrawn(sentBack, all), 'Drawn: 0 of 21 that wait on you, 1 of 1 sent back.');
    assert.equal(sayDrawn(mine(5), mine(21)), 'Drawn: 5 of 21 that wait on you.');
  });
});
