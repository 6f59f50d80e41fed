import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Register } from '../../../../../src/core/register/register.ts';
import { sayImportOddity, sayImportRefusal } from '../../../../../src/core/exchange/csv/reasonText.ts';
import { plan, tableOf, today, write } from './importing.ts';

describe('the sentences of an import', () => {
  it('name the cell, its column and what to write instead', () => {
    const { refused } = plan(
      tableOf(
        'title|kind|door|askedOn|closedOn',
        '||||',
        'A|||1/2/2026|',
        'A|||yesterday, when all my troubles seemed so far away|',
        'A|||2026-02-30|',
        'A|bug|||',
        'A|clarity|||',
        'A||red||',
        'A||||2026-03-02',
        'A|||2026-03-03|2026-03-02',
      ),
    );
    assert.deepEqual(
      refused.map(({ row, reason }) => `${row}: ${sayImportRefusal(reason, today)}`),
      [
        '2: The title is empty.',
        '3: “1/2/2026” in “askedOn” could be two days: nothing in the file says whether the day or the month comes first.',
        '4: “yesterday, when all my troubles seemed…” in “askedOn” is not a day. Write it as YYYY-MM-DD.',
        '5: “2026-02-30” in “askedOn” is a day that does not exist.',
        '6: “bug” in “kind” is not a kind. Write decision, approval or dependency, or leave it empty.',
        '7: A clarity item comes from an assignment; “Import JSON” brings both.',
        '8: “red” in “door” is not a door. Write two-way or one-way, or leave it empty.',
        '9: Closed Mon 2 Mar, but nothing says when it was asked.',
        '10: It cannot have been closed on Mon 2 Mar, before it was asked (Tue 3 Mar).',
      ],
    );
  });

  it('say what is odd', () => {
    const headers = 'title|askedOn|closedOn|promisedOn|outcome';
    const register = write(new Register(), 'import', plan(tableOf(headers, 'Z|2026-03-02|||')).facts);
    const { odd } = plan(
      tableOf(
        headers,
        'A||||',
        'B|1926-03-02|||',
        'C|2026-03-02|2026-03-02||',
        'D|2026-03-02||2026-03-01|Done',
        'D|2026-03-02||||x',
        'Z|2026-03-02|2026-03-03||',
      ),
      register,
    );
    assert.deepEqual(
      odd.map(({ row, reason }) => `${row}: ${sayImportOddity(reason, today)}`),
      [
        '2: Nothing says when it was asked, so it counts from today.',
        '3: Asked Tue 2 Mar 1926; is the year right?',
        '4: Closed on the day it was asked, Mon 2 Mar.',
        '4: Closed, but nothing says how.',
        '5: Promised for Sun 1 Mar, before it was asked, Mon 2 Mar.',
        '5: “Done” sounds closed, but no closing day is given, so it goes in open.',
        '6: Title, asked day and link are those of row 5; both go in.',
        '6: One cell is beyond the last header and is not read. Is a text with the separator in it not quoted?',
        '7: The file says it was closed Tue 3 Mar; the log has it open, and stays so.',
      ],
    );
  });
});
