import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importFields } from '../../../../../src/core/exchange/csv/columns.ts';
import { guessColumns as guessed } from '../../../../../src/core/exchange/csv/guessColumns.ts';
import { tableWith } from './importing.ts';

const guessColumns = (headers: readonly string[], ...rows: readonly (readonly string[])[]) =>
  guessed(tableWith(headers, rows));

describe('guessing columns from headers', () => {
  it('finds every field by its own name', () => {
    assert.deepEqual(guessColumns(importFields), Object.fromEntries(importFields.map((field) => [field, field])));
  });

  it('reads a list of Python proposals', () => {
    const headers = 'number,title,type,status,asked,decided,waiting,decider,requires,superseded_by,link'.split(',');
    assert.deepEqual(guessColumns(headers), {
      title: 'title',
      askedOn: 'asked',
      closedOn: 'decided',
      status: 'status',
      waiting: 'waiting',
      link: 'link',
    });
  });

  it('reads an export of an issue tracker', () => {
    const headers = ['Issue key', 'Issue Type', 'Summary', 'Assignee', 'Reporter', 'Status', 'Created', 'Updated'];
    assert.deepEqual(guessColumns([...headers, 'Resolved', 'Resolution', 'Due Date', 'Labels', 'Description']), {
      title: 'Summary',
      askedOn: 'Created',
      askedBy: 'Reporter',
      promisedOn: 'Due Date',
      closedOn: 'Resolved',
      outcome: 'Resolution',
      status: 'Status',
      sourceKey: 'Issue key',
      tags: 'Labels',
      note: 'Description',
    });
  });

  it('finds a phrase within a longer header, the longest phrase first', () => {
    assert.deepEqual(
      guessColumns(['What is the question?', 'Date asked (UTC)', 'Asked by (name)', 'Needed by (day)']),
      {
        title: 'What is the question?',
        askedOn: 'Date asked (UTC)',
        askedBy: 'Asked by (name)',
        promisedOn: 'Needed by (day)',
      },
    );
  });

  it('takes the header with the longer phrase when two could say the same', () => {
    assert.deepEqual(guessColumns(['Opened or not', 'Opened on (UTC)']), { askedOn: 'Opened on (UTC)' });
  });

  it('takes “decision” as the title only when there is no better one', () => {
    assert.deepEqual(guessColumns(['Decision', 'Date']), { title: 'Decision', askedOn: 'Date' });
    assert.deepEqual(guessColumns(['Title', 'Decision']), { title: 'Title', outcome: 'Decision' });
  });

  it('uses each header once and leaves what it does not know', () => {
    assert.deepEqual(guessColumns(['Closed by', 'Approved by', 'Estimate', 'Username', 'Task force']), {
      title: 'Task force',
    });
    assert.deepEqual(guessColumns([]), {});
  });
});
