import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { exportedFields, importFields } from '../../../../../src/core/exchange/csv/columns.ts';
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

  it('looks at the cells before it takes a word in a header for a day', () => {
    const headers = ['ID', 'Title', 'State', 'Created Date', 'Closed Date', 'Completed Work'];
    assert.deepEqual(guessColumns(headers, ['7', 'Pick a bank', 'Closed', '5/4/2026 9:15:00 AM', '', '12']), {
      title: 'Title',
      status: 'State',
      askedOn: 'Created Date',
      closedOn: 'Closed Date',
    });
    for (const [header, cell] of [
      ['Checklist Item Completed Count', '3'],
      ['% Done', '80%'],
      ['completed_steps', '4/7'],
      ['Resolved in', 'v2'],
      ['Closed issues', '12'],
      ['Decision maker', 'Kim'],
    ] as const) {
      assert.deepEqual(
        guessColumns(['Name', header], ['Pick a bank', cell], ['Pick a post', '']),
        { title: 'Name' },
        header,
      );
      assert.deepEqual(guessColumns(['Name', header]), { title: 'Name' }, `${header}, without rows`);
    }
  });

  it('takes a ticked column for the status', () => {
    for (const cell of ['yes', 'x', 'TRUE', '✓', 'No']) {
      assert.deepEqual(guessColumns(['Name', 'Done'], ['Pick a bank', cell]), { title: 'Name', status: 'Done' });
    }
    assert.deepEqual(guessColumns(['Name', 'Done'], ['Pick a bank', '2026-03-02']), {
      title: 'Name',
      closedOn: 'Done',
    });
  });

  it('prefers a header that says it is a day', () => {
    assert.deepEqual(guessColumns(['Title', 'Completed', 'Completed At', 'Created', 'Created On']), {
      title: 'Title',
      askedOn: 'Created On',
      closedOn: 'Completed At',
      status: 'Completed',
    });
    assert.deepEqual(guessColumns(['Title', 'Decision', 'Decision date', 'Resolution', 'Target date']), {
      title: 'Title',
      promisedOn: 'Target date',
      closedOn: 'Decision date',
      outcome: 'Decision',
    });
  });

  it('never takes an id for the title', () => {
    assert.deepEqual(guessColumns(['Task ID', 'Task Name'], ['1', 'Pick a bank']), { title: 'Task Name' });
    assert.deepEqual(guessColumns(['Decision ID', 'Decision Name'], ['D-1', 'Pick a bank'], ['D-2', 'Pick a post']), {
      title: 'Decision Name',
      sourceKey: 'Decision ID',
    });
    assert.deepEqual(guessColumns(['Issue', 'Subject'], ['PAY-1', 'Pick a bank'], ['PAY-2', 'Pick a post']), {
      title: 'Subject',
      sourceKey: 'Issue',
    });
    for (const ids of [
      ['1', '2'],
      ['#1', '#2'],
      ['PAY-1', 'PAY-2'],
      ['69f86f8010b2c3d4', '69f86f8010b2c3d5'],
      ['https://x.test/1', 'https://x.test/2'],
    ]) {
      const { title } = guessColumns(['Task', 'Owner'], ...ids.map((id) => [id, 'Kim']));
      assert.equal(title, undefined, ids.join());
    }
  });

  it('takes only what is unique for the key of a ticket, and no plain number', () => {
    assert.equal(guessColumns(['Name', 'Key'], ['A', 'X-1'], ['B', 'X-1']).sourceKey, undefined);
    assert.equal(guessColumns(['Name', 'ID'], ['A', '1'], ['B', '2']).sourceKey, undefined);
  });

  it('takes no number for a note, and nothing but the name of a person', () => {
    const headers = ['summary', 'created', 'comments_count', 'reporter_email', 'reporter_key', 'reporter_name'];
    assert.deepEqual(guessColumns(headers, ['A', '2026-03-02', '14', 'i@x.test', '12', 'Ida']), {
      title: 'summary',
      askedOn: 'created',
      askedBy: 'reporter_name',
    });
  });

  it('takes the description for the title only where nothing has a name', () => {
    const headers = ['issue_id', 'description', 'status', 'reported_date'];
    assert.deepEqual(guessColumns(headers, ['ISS-1', 'Slow at noon', 'Open', '2026-03-02']), {
      title: 'description',
      askedOn: 'reported_date',
      status: 'status',
      sourceKey: 'issue_id',
    });
  });

  it('knows headers in German, French, Spanish and Portuguese', () => {
    for (const [title, asked, due, closed] of [
      ['Titel', 'Erstellt am', 'Fällig', 'Erledigt am'],
      ['Titre', 'Créé le', 'Échéance', 'Clôturé le'],
      ['Título', 'Creado el', 'Vencimiento', 'Cerrado el'],
      ['Título', 'Criado em', 'Prazo', 'Concluído em'],
    ] as const) {
      assert.deepEqual(guessColumns([title, asked, due, closed]), {
        title,
        askedOn: asked,
        promisedOn: due,
        closedOn: closed,
      });
    }
  });

  it('reads our own export by its headers alone, whatever its cells hold', () => {
    const row = exportedFields.map((field) => (field === 'outcome' ? '2026-03-02' : '7'));
    assert.deepEqual(
      guessColumns(exportedFields, row),
      Object.fromEntries(exportedFields.map((field) => [field, field])),
    );
  });
});
