import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DayOrder } from '../../../../../src/core/exchange/cells/dayCell.ts';
import { type DecisionRecord, readRecord } from '../../../../../src/core/exchange/madr/readRecord.ts';
import type { RecordRefusal } from '../../../../../src/core/exchange/madr/recordRefusal.ts';
import { splitRecord } from '../../../../../src/core/exchange/madr/recordParts.ts';
import { recordSays, sayRecordRefusal } from '../../../../../src/core/exchange/madr/recordImportText.ts';

/** A record with these parts; the rest is as usual. */
function read(
  {
    title = '# Pick a vendor',
    status = '## Status\n\nAccepted',
    day = 'Date: 2026-01-05',
    rest = '## Decision\n\nThe cheap one.',
  },
  fileName = 'a.md',
  order?: DayOrder,
): DecisionRecord | RecordRefusal {
  return readRecord(
    splitRecord([title, day, status, rest].filter((part) => part !== '').join('\n\n')),
    fileName,
    order,
  );
}

function inShort(record: DecisionRecord | RecordRefusal): string {
  if ('refused' in record) return record.refused;
  return record.recordStatus === undefined ? 'decided' : `decided, ${record.recordStatus}`;
}

function dayOf(record: DecisionRecord | RecordRefusal): string {
  if ('refused' in record) return record.refused;
  const { decided, askedOn } = record;
  if (decided === undefined) return record.unreadDay === undefined ? 'none' : 'unreadable';
  return `${decided.on}${decided.isEstimated ? ' estimated' : ''}${askedOn === undefined ? '' : ` asked ${askedOn}`}`;
}

describe('the status of a record', () => {
  const section = (text: string) => inShort(read({ status: `## Status\n\n${text}` }));

  it('is no decision while it is proposed, however that is decorated, and in every language', () => {
    const texts = [
      ...[
        '🚧 Proposed',
        '*Proposed*',
        '> Proposed',
        '- [x] Proposed',
        '- [ ] Accepted\n- [x] Proposed',
        'Status: Proposed',
      ],
      ...[
        '2026-01-05 proposed',
        'Under review',
        'On hold',
        'RFC',
        'TBD',
        'Not yet accepted',
        'Vorgeschlagen',
        'State: proposed',
      ],
      ...[
        '`Draft`',
        '<b>Proposed</b>',
        '~~Accepted~~ Proposed',
        '![Proposed](https://x.test/proposed-yellow)',
        ':bulb: Proposed',
      ],
      ...[
        '| Status |\n|---|\n| Proposed |',
        'Accepted → Proposed',
        'Proposed | Accepted | Rejected',
        '{proposed | accepted}',
      ],
      ...[
        'Accepted?',
        'Accepted pending review',
        'Final draft',
        'To be approved',
        'Will be accepted soon',
        'Deferred',
        'WIP',
        'Active discussion',
        'Conditionally accepted',
        'Approved in principle, subject to review',
        'Accepted by nobody yet',
        '50% accepted',
      ],
      ...[
        'Noch nicht angenommen',
        'In Arbeit',
        'Entwurf',
        'Proposé',
        'Proposée',
        'Brouillon',
        'Pas encore accepté',
        'En cours',
      ],
      ...[
        'Propuesta',
        'Borrador',
        'No aceptado',
        'Pendiente',
        'Proposta',
        'Rascunho',
        'Ainda não aceito',
        'Em análise',
        '提议',
        '未接受',
      ],
      ...['2026-01-01 accepted\n2026-01-09 proposed', 'Reopened', 'Withdrawn', 'Cancelled'],
    ];
    for (const text of texts) assert.equal(section(text), 'notDecided', text);
  });

  it('is a decision when a word that is known says so, wherever it stands', () => {
    const texts = [
      ...[
        '✅ Accepted',
        '**Accepted**',
        '> accepted',
        '- [x] Accepted',
        '- [ ] Proposed\n- [x] Accepted',
        'Status: Approved',
      ],
      ...[
        '2026-01-05 accepted',
        'ACCEPTED on 2026-01-05',
        'Proposed → Accepted',
        '~~Proposed~~ Accepted',
        'Accepted (proposed by Anna)',
      ],
      ...[
        '![Accepted](https://x.test/accepted-green)',
        'Class: feature\nAccepted',
        '5 May 2026: accepted',
        'Implemented',
        'In force',
      ],
      ...[
        'Angenommen',
        'Akzeptiert',
        'Beschlossen',
        'Accepté',
        'Acceptée',
        'Approuvé',
        'Adoptée',
        'Aceptada',
        'Aprobado',
        'Aceito',
        'Aprovada',
      ],
      ...[
        '2026-01-01 proposed\n2026-01-09 accepted',
        '已接受',
        '[Accepted]',
        'Vorgeschlagen | **Akzeptiert** | Abgelehnt',
        '(accepted)',
        'Amended by ADR-5',
        'Accepted, supersedes ADR-1',
        'accepted - to be implemented',
      ],
    ];
    for (const text of texts) assert.equal(section(text), 'decided', text);
  });

  it('is kept where it says more than that it was accepted', () => {
    assert.equal(section('❌ Rejected'), 'decided, Rejected');
    assert.equal(section('Superseded by [ADR-5](0005-x.md)'), 'decided, Superseded by ADR-5');
    assert.equal(section('Accepted, later replaced by ADR-7'), 'decided, Accepted, later replaced by ADR-7');
    assert.equal(section('Abgelehnt'), 'decided, Abgelehnt');
    assert.equal(section('Remplacée par 12'), 'decided, Remplacée par 12');
    assert.equal(section('Deprecated'), 'decided, Deprecated');
    const rejected = read({ status: 'Status: Rejected' });
    assert.ok('outcome' in rejected);
    assert.equal(rejected.outcome, 'Rejected: The cheap one.');
  });

  it('is refused with what was read where its words are not known', () => {
    for (const text of [
      'In production',
      'Ok',
      'Version 2',
      'Unaccepted',
      'Changes requested',
      'Submitted',
      'Not rejected',
      'Hyväksytty',
    ]) {
      const refused = read({ status: `## Status\n\n*${text}*` });
      assert.deepEqual(refused, { refused: 'unknownStatus', status: text });
      assert.match(sayRecordRefusal(refused, '2026-03-20'), new RegExp(`“${text}”`));
    }
  });

  it('is found in a table, a list, a quotation, the front matter and a heading', () => {
    const places = [
      ['| Field | Value |\n|---|---|\n| **Status** | Proposed |', 'notDecided'],
      ['| Status | Date |\n|---|---|\n| Proposed | 2026-01-05 |', 'notDecided'],
      ['| Status | Proposed |\n|---|---|\n| Date | 2026-01-05 |', 'notDecided'],
      ['* **Status**: proposed', 'notDecided'],
      ['> Status: Proposed', 'notDecided'],
      ['_Status: Accepted_', 'decided'],
      ['Estado: propuesto', 'notDecided'],
      ['Statut : Accepté', 'decided'],
      ['State: proposed', 'notDecided'],
      ['Owner: Kim | Status: Proposed | Date: 2026-01-05', 'notDecided'],
      ['## Status: Proposed', 'notDecided'],
      ['## 2. **Status**\n\nProposed', 'notDecided'],
      ['Status\n------\n\nProposed', 'notDecided'],
      ['### Statut\n\nProposé', 'notDecided'],
    ] as const;
    for (const [status, expected] of places) assert.equal(inShort(read({ status })), expected, status);
    const loose = [
      'Status - Proposed',
      'Status\n: Proposed',
      'Current status: Proposed',
      'ADR Status: Draft',
      '## Status of this document\n\nProposed',
      '## Current Status\n\nProposed',
      '## Stand\n\nVorgeschlagen',
      '## Metadata\n\n- Status: Proposed',
      '## Meta\n\n### Status\n\nProposed',
      '## Overview\n\n| Status | Proposed |\n|--|--|',
      '<table><tr><td>Status</td><td>Proposed</td></tr></table>',
      '<details><summary>Status</summary>\n\nProposed\n</details>',
      '**Proposed**',
      '*Proposed* by Anna',
      'Proposed – Anna',
      '## Proposed',
    ];
    for (const status of loose) assert.equal(inShort(read({ status })), 'notDecided', status);
    for (const title of ['# [PROPOSED] Use X', '# Use X (Draft)', '# WIP: Use X']) {
      assert.equal(inShort(read({ title, status: '' })), 'notDecided', title);
    }
    const fronts = [
      'status: [proposed]',
      'status: {proposed}',
      'status:\n  state: draft',
      'adr-status: draft',
      'tags: [adr, proposed]',
    ];
    for (const front of fronts) {
      assert.equal(inShort(read({ title: `---\n${front}\n---\n# A`, status: '' })), 'notDecided', front);
    }
    assert.equal(inShort(read({ status: '' }, '0007-draft-vendor.md')), 'notDecided');
    assert.equal(inShort(read({ status: '## Status' })), 'unknownStatus', 'left empty');
    assert.equal(inShort(read({ status: '```yaml\nstatus: proposed\n```' })), 'decided', 'a sample');
    assert.equal(inShort(read({ status: 'Accepted practice is to wait.' })), 'decided');
    assert.equal(inShort(read({ title: '---\nstatus: "proposed"\n---\n# A', status: '' })), 'notDecided');
    assert.equal(inShort(read({ title: '---\nStatus: Accepted\n---\n# A', status: '' })), 'decided');
  });

  it('may be missing, as MADR allows, which is said', () => {
    const record = read({ status: '' });
    assert.ok('remarks' in record);
    assert.deepEqual(record.remarks, [{ remark: 'noStatus' }]);
    assert.match(recordSays('a.md', record.remarks[0]!), /says nothing of its status/);
  });
});

describe('the day of a record', () => {
  it('is read in every form that people write', () => {
    const days: readonly [string, string][] = [
      ['Created: July 25, 2018', '2018-07-25'],
      ['2018-07-25', '2018-07-25'],
      ['Date: {2026-01-05}', '2026-01-05'],
      ['Date: [2026-01-05]', '2026-01-05'],
      ['* date : 2026-01-05', '2026-01-05'],
      ['| **Date** | 2026-01-05 |', '2026-01-05'],
      ['_Date: 2026-01-05_', '2026-01-05'],
      ['> Date: 2026-01-05', '2026-01-05'],
      ['Decision date: 2026-01-05', '2026-01-05'],
      ['Accepted on 2026-01-05', '2026-01-05'],
      ['Date: 2026-01-05 (updated 2026-02-01)', '2026-01-05'],
      ['Date: November 2024', '2024-11-30 estimated'],
      ['Date: 2026-01', '2026-01-31 estimated'],
      ['Date: 5 Jan 2026', '2026-01-05'],
      ['Date: January 5th, 2026', '2026-01-05'],
      ['Datum: 5. März 2026', '2026-03-05'],
      ['Datum: 05.03.2026', '2026-03-05'],
      ['Date : 1er février 2026', '2026-02-01'],
      ['Fecha: 5 de enero de 2026', '2026-01-05'],
      ['Data: 5 de março de 2026', '2026-03-05'],
      ['日期：2026年1月5日', '2026-01-05'],
      ['Date: 20/02/2026', '2026-02-20'],
      ['Last updated: 2026-02-01', '2026-02-01 estimated'],
      ['Proposed: 2026-01-02\nAccepted: 2026-01-05', '2026-01-05 asked 2026-01-02'],
      ['Created: 2026-01-02\nDate: 2026-01-05', '2026-01-05 asked 2026-01-02'],
      ['Date: proposed 2026-01-02, accepted 2026-01-05', '2026-01-05 asked 2026-01-02'],
      ['Date: 2026-01-05T10:00:00Z', '2026-01-05'],
      ['Date: 20260105', '2026-01-05'],
      ['Date: 5.1.26', '2026-01-05'],
      ['Date: 20/2/26', '2026-02-20'],
      ['Date: 2026 January 5', '2026-01-05'],
      ['Date: 2026-02-01, supersedes decision of 2025-01-05', '2026-02-01'],
      ['- 2026-01-02: proposed\n- 2026-01-05: accepted', '2026-01-05 asked 2026-01-02'],
      ['| Date proposed | Date decided |\n|--|--|\n| 2026-01-02 | 2026-01-05 |', '2026-01-05 asked 2026-01-02'],
      ['Date: 05/02/2026', 'ambiguousDay'],
      ['Date: 2026-02-30', 'unreadable'],
      ['Date: soon', 'unreadable'],
      ['Date: YYYY-MM-DD', 'none'],
      ['Date:', 'none'],
      ['Review by: 2027-01-05', 'none'],
      ['We met on 2026-01-05 with many people and talked about which of the vendors we like best, at length.', 'none'],
    ];
    for (const [day, expected] of days) assert.equal(dayOf(read({ day })), expected, day);
    assert.equal(dayOf(read({ day: 'Date: 05/02/2026' }, 'a.md', 'dayFirst')), '2026-02-05');
    assert.equal(dayOf(read({ day: 'Date: 05/02/2026' }, 'a.md', 'monthFirst')), '2026-05-02');
  });

  it('is read from the front matter, the status, a list of changes and the name of the file', () => {
    const front = (line: string) => dayOf(read({ title: `---\n${line}\n---\n# A`, day: '' }));
    assert.equal(front('date: {2026-01-05}'), '2026-01-05');
    assert.equal(front('date: [2026-01-05]'), '2026-01-05');
    assert.equal(front('created: 2026-01-05'), '2026-01-05');
    assert.equal(front('decided-on: 2026-01-05'), '2026-01-05');
    assert.equal(front('date: { YYYY-MM-DD when the decision was last updated }'), 'none');
    const status = (text: string) => dayOf(read({ day: '', status: `## Status\n\n${text}` }));
    assert.equal(status('Accepted on 2026-01-05'), '2026-01-05');
    assert.equal(status('- 2026-01-02 proposed\n- 2026-01-05 accepted'), '2026-01-05 asked 2026-01-02');
    assert.equal(status('Superseded by ADR-4 on 2026-03-05'), 'none');
    const changes = (text: string) => dayOf(read({ day: '', rest: `## Decision\n\nYes\n\n## Changelog\n\n${text}` }));
    assert.equal(changes('- 2020-07-09: Initial draft\n- 2020-08-01: Updated'), '2020-07-09');
    assert.equal(changes('- 2020-07-09: Initial draft\n- 2020-07-20: Accepted'), '2020-07-20 asked 2020-07-09');
    assert.equal(dayOf(read({ day: '' }, '20260105-a.md')), '2026-01-05');
    assert.equal(dayOf(read({ day: '' }, '0001-a.md')), 'none');
  });
});

describe('the title of a record', () => {
  const title = (text: string, fileName?: string) => {
    const record = read({ title: text }, fileName);
    return 'refused' in record ? record.refused : record.capture.title;
  };

  it('loses its number and its marks, and nothing else', () => {
    const titles: readonly [string, string, string?][] = [
      ['# ADR-0001 — X', 'X'],
      ['# ADR 2: Build', 'Build'],
      ['# [ADR-0003] Use X', 'Use X'],
      ['# ADR-WEB-003: Use X', 'Use X'],
      ['# Decision record: Use X', 'Use X'],
      ['# 6 Blocking', 'Blocking', '0006-blocking.md'],
      ['# 6 Blocking', 'Blocking'],
      ['# 3. Use X #', 'Use X'],
      ['# #12: Use X', 'Use X'],
      ['# **Use X**', 'Use X'],
      ['# 2026-01-05 Use X', 'Use X'],
      ['Use X\n=====', 'Use X'],
      ['# 3-tier architecture', '3-tier architecture'],
      ['# 2 factor authentication', '2 factor authentication'],
      ['# 2 factor authentication', '2 factor authentication', '0007-a.md'],
      ['# Decision on the vendor', 'Decision on the vendor'],
      ['# Use [MADR](https://x.test)', 'Use MADR'],
      ['---\ntitle: Use X\n---', 'Use X'],
      ['---\ntitle: ADR 2: Build\n---', 'Build'],
      ['## Use X', 'Use X'],
      ['# {short title of solved problem and solution}', 'template'],
      ['# [short title of solved problem and solution]', 'template'],
      ['# ADR-0000: {title}', 'template'],
      ['', 'noTitle'],
    ];
    for (const [text, expected, fileName] of titles) assert.equal(title(text, fileName), expected, text);
  });
});

describe('the outcome of a record', () => {
  const outcome = (rest: string, more = {}) => {
    const record = read({ rest, ...more });
    if ('refused' in record) return record.refused;
    return record.because === undefined ? record.outcome : `${record.outcome} | ${record.because}`;
  };

  it('stands under any heading that means the decision, down to the next of its level', () => {
    const texts: readonly [string, string][] = [
      ['## Decision\n\n### Transport\n\nWe use gRPC.', 'Transport: We use gRPC.'],
      ['## Decision:\n\nX', 'X'],
      ['## **Decision**\n\nX', 'X'],
      ['## 3. Decision\n\nX', 'X'],
      ['## Decision ##\n\nX', 'X'],
      ['## Decisions\n\nX', 'X'],
      ['### Decision\n\nX', 'X'],
      ['## ✅ Decision\n\nX', 'X'],
      ['Decision\n--------\n\nX', 'X'],
      ['Decision\n========\n\nX', 'X'],
      ['## Entscheidung\n\nX', 'X'],
      ['## Décision\n\nX', 'X'],
      ['## Résultat de la décision\n\nX', 'X'],
      ['## Decisión\n\nX', 'X'],
      ['## Decisão\n\nX', 'X'],
      ['## 决策\n\nX', 'X'],
      ['## Decision Drivers\n\n* speed\n\n## Decision\n\nX', 'X'],
      ['## Decision\n\nX\n\nIt is cheap.\n\n### Rationale\n\nNot read.', 'X | It is cheap.'],
      ['## Decision\n\nX\n\n### Rationale\n\nIt is cheap.', 'X | It is cheap.'],
      ['## Decision\n\n## Consequences\n\nNone.', 'noOutcome'],
      ['## Decision Drivers\n\n* speed', 'noOutcome'],
    ];
    for (const [rest, expected] of texts) assert.equal(outcome(rest), expected, rest);
    assert.equal(outcome('**Issue**\n\nWhy.\n\n**Decision**\n\nX\n\n**Consequences**\n\nNone.'), 'X');
    assert.equal(outcome('', { day: '| Owner | Anna |\n|---|---|\n| Decision | Use X |' }), 'Use X');
    assert.equal(outcome('## Context\n\nWhy.', { day: 'Date: 2026-01-05\n- **Decision:** We use X.' }), 'We use X.');
  });

  it('is what was chosen, without the words around it', () => {
    const texts: readonly [string, string][] = [
      ['Chosen option: "X", because it is **cheap**.', 'X | it is cheap.'],
      ['Chosen option: “X”, because it is cheap.', 'X | it is cheap.'],
      ['Chosen option: **X**, because it is cheap', 'X | it is cheap'],
      ['* Chosen option: X', 'X'],
      ['Gewählte Option: „X“, weil es günstig ist.', 'X | es günstig ist.'],
      ['Option choisie : « X », parce que c’est moins cher', 'X | c’est moins cher'],
      ['Opción elegida: "X", porque es barato', 'X | es barato'],
      ['Opção escolhida: "X", pois é barato', 'X | é barato'],
      ['We will:\n\n- use X\n- drop Y', 'use X; drop Y'],
      ['We will:\n1. use X.\n2. drop Y.', 'use X; drop Y'],
      ['We use X for these reasons:\n\n- cheap\n- fast', 'We use X for these reasons | - cheap\n- fast'],
      ['---\n\nX', 'X'],
    ];
    for (const [text, expected] of texts) assert.equal(outcome(`## Decision\n\n${text}`), expected, text);
  });

  it('is the title of the option where only its number is named', () => {
    const options = '## Considered Options\n\n* Option 1: Use X\n* Option 2: Use Y\n\n';
    assert.equal(outcome(`${options}## Decision\n\nOption 1`), 'Use X');
    assert.equal(
      outcome(`${options}## Decision\n\nChosen option: "Option 2", because it is cheap`),
      'Use Y | it is cheap',
    );
    assert.equal(outcome('## Options\n\n### Option A - Use X\n\nGood.\n\n## Decision\n\n**Option A**'), 'Use X');
    assert.equal(outcome('## Considered Options\n\n1. Use X\n2. Use Y\n\n## Decision\n\nOption 2'), 'Use Y');
  });

  it('is not hidden by fenced code, wherever that is opened', () => {
    for (const fence of [
      '  ```\n  # x\n  ```',
      '````\n```\n# x\n````',
      '- ```\n  # x\n  ```',
      '> ~~~\n> x\n> ~~~',
      '```sh\n# x',
      '1. ```js\n   # x\n   ```',
    ]) {
      assert.equal(outcome(`## Context\n\n${fence}\n\n## Decision\n\nX`), 'X', fence);
    }
    assert.equal(outcome('## Context\n\n```\n## Decision\n\nNo\n```\n\n## Decision\n\nX'), 'X');
  });
});

describe('the front matter of a record', () => {
  it('does not cost the record where it is no YAML, and that is said', () => {
    const texts: readonly [string, string][] = [
      ['decision-makers: @anna\ndate: 2026-01-05\nstatus: accepted', 'decision-makers: @anna'],
      ['title: ADR 2: Build\ndate: 2026-01-05\nstatus: accepted', 'title: ADR 2: Build'],
      ['status: accepted\ndate: 2026-01-05\ntags: [a, b', 'tags: [a, b'],
    ];
    for (const [front, line] of texts) {
      const record = read({ title: `---\n${front}\n---\n# A`, day: '', status: '' });
      assert.ok('remarks' in record, front);
      assert.deepEqual(record.remarks, [{ remark: 'frontMatter', line }]);
      assert.equal(record.decided?.on, '2026-01-05');
    }
    const makers = read({ title: '---\ndecision-makers: @anna\n---\n# A' });
    assert.ok('people' in makers);
    assert.equal(makers.people, 'Decision makers: @anna');
    assert.equal(inShort(read({ title: '---\ntag:Web\n---\n# A' })), 'decided');
  });
});
