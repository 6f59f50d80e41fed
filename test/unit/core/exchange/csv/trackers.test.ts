import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Columns } from '../../../../../src/core/exchange/csv/columns.ts';
import { guessColumns } from '../../../../../src/core/exchange/csv/guessColumns.ts';
import { type ImportPlan, planImport } from '../../../../../src/core/exchange/csv/planCsvImport.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { parseTable } from '../../../../../src/files/csvFileTable.ts';
import { inTimeZone } from '../../../../support/timeZone.ts';
import { policy } from './importing.ts';

/** Headers and spellings of values as each tool writes them; the texts are made up. */
interface Export {
  readonly text: string;
  readonly columns: Partial<Columns>;
  /** Each item as `key: title, asked – closed how (promised) [tags] by`. */
  readonly items: readonly string[];
  readonly refused?: readonly string[];
  readonly odd?: readonly string[];
}

const linearHeaders =
  '"ID","Team","Title","Description","Status","Estimate","Priority","Project ID","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start","Cycle End","Created","Updated","Started","Triaged","Completed","Canceled","Archived","Due Date","Parent issue","Initiatives","Project Milestone ID","Project Milestone","SLA Status","UUID","Time in status (minutes)","Related to","Blocked by","Duplicate of"';

const exports: Readonly<Record<string, Export>> = {
  Jira: {
    text: `Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Project lead,Priority,Resolution,Assignee,Reporter,Creator,Created,Updated,Last Viewed,Resolved,Component/s,Due Date,Votes,Labels,Labels,Description,Watchers,Watchers,Original Estimate,Custom field (Change completion date),Sprint,Sprint
Pick the payment provider,PAY-12,10012,Story,Done,PAY,Payments,Kim Roe,Medium,Done,Lee Ohm,Ida Moe,Ida Moe,11/May/26 03:26 PM,20/May/26 4:53 PM,16/May/26 3:49 AM,20/May/26 04:53 PM,API,29/May/26 12:00 AM,2,vendor,q2,"Two offers, one ""fixed""",ida,lee,38h,,Sprint 9,Sprint 10
Rotate the signing key,PAY-13,10013,Task,Done,PAY,Payments,Kim Roe,High,,Lee Ohm,Ida Moe,Ida Moe,12/May/26 9:00 AM,20/May/26 4:53 PM,,,,,0,,,,,,,,,
Move to one region,PAY-14,10014,Task,Closed,PAY,Payments,Kim Roe,High,Won't Do,,Kim Roe,Ida Moe,12/May/26 9:00 AM,20/May/26 4:53 PM,,20/May/26 4:53 PM,,,0,infra,,,,,,,,
`,
    columns: {
      title: 'Summary',
      askedOn: 'Created',
      askedBy: 'Reporter',
      promisedOn: 'Due Date',
      closedOn: 'Resolved',
      outcome: 'Resolution',
      status: 'Status',
      tags: 'Labels',
      note: 'Description',
      sourceKey: 'Issue key',
    },
    items: [
      'PAY-12: Pick the payment provider, 2026-05-11 – 2026-05-20 decided Done (2026-05-29) [vendor q2] Ida Moe',
      'PAY-13: Rotate the signing key, 2026-05-12 (2026-05-14) [] Ida Moe',
      "PAY-14: Move to one region, 2026-05-12 – 2026-05-20 withdrawn Won't Do (2026-05-14) [infra] Kim Roe",
    ],
    odd: ['3 closedWithoutDay'],
  },
  'Jira in German': {
    text: `Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Lösung,Autor,Erstellt,Aktualisiert,Erledigt,Fälligkeitsdatum,Stichwörter,Stichwörter,Beschreibung
Bank wählen,PAY-12,10012,Aufgabe,Fertig,Fertig,Ida Moe,12/Dez/25 3:04 PM,13/Dez/25 3:04 PM,13/Dez/25 3:04 PM,29/Mai/26,infra,q2,Zwei Angebote
`,
    columns: {
      title: 'Zusammenfassung',
      askedOn: 'Erstellt',
      askedBy: 'Autor',
      promisedOn: 'Fälligkeitsdatum',
      closedOn: 'Erledigt',
      outcome: 'Lösung',
      status: 'Status',
      tags: 'Stichwörter',
      note: 'Beschreibung',
      sourceKey: 'Vorgangsschlüssel',
    },
    items: ['PAY-12: Bank wählen, 2025-12-12 – 2025-12-13 decided Fertig (2026-05-29) [infra q2] Ida Moe'],
  },
  GitHub: {
    text: [
      'Title\tURL\tAssignees\tStatus\tLabels\tLinked pull requests\tMilestone\tRepository\tReviewers\tParent issue\tSub-issues progress\tCreated\tUpdated\tClosed',
      'Choose a queue\thttps://github.com/acme/shop/issues/7\tida, lee\tIn Progress\tinfra, q2\t\tv2\thttps://github.com/acme/shop\t\t\t1 / 2 (50%)\tMay 4, 2026\tMay 6, 2026\t',
      'Drop Node 18\thttps://github.com/acme/shop/issues/8\t\tDone\t\t\t\thttps://github.com/acme/shop\t\t\t\tMay 5, 2026\tMay 8, 2026\tMay 8, 2026',
      'A draft\t\t\tTodo\t\t\t\t\t\t\t\tMay 5, 2026\t\t',
    ].join('\n'),
    columns: {
      title: 'Title',
      askedOn: 'Created',
      closedOn: 'Closed',
      status: 'Status',
      tags: 'Labels',
      link: 'URL',
      sourceKey: 'URL',
    },
    items: [
      'https://github.com/acme/shop/issues/7: Choose a queue, 2026-05-04 (2026-05-06) [infra q2]',
      'https://github.com/acme/shop/issues/8: Drop Node 18, 2026-05-05 – 2026-05-08 decided Done (2026-05-07) []',
      'A draft, 2026-05-05 (2026-05-07) []',
    ],
  },
  'GitHub, from gh': {
    text: `number,title,state,stateReason,createdAt,closedAt,author,labels,url
7,Choose a queue,OPEN,,2026-05-04T22:30:00Z,,ida,infra,https://github.com/acme/shop/issues/7
8,Drop Node 18,CLOSED,NOT_PLANNED,2026-05-05T08:00:00Z,2026-05-08T08:00:00Z,lee,,https://github.com/acme/shop/issues/8
`,
    columns: {
      title: 'title',
      askedOn: 'createdAt',
      askedBy: 'author',
      closedOn: 'closedAt',
      status: 'state',
      outcome: 'stateReason',
      tags: 'labels',
      link: 'url',
      sourceKey: 'url',
    },
    items: [
      'https://github.com/acme/shop/issues/7: Choose a queue, 2026-05-05 (2026-05-07) [infra] ida',
      'https://github.com/acme/shop/issues/8: Drop Node 18, 2026-05-05 – 2026-05-08 withdrawn NOT_PLANNED (2026-05-07) [] lee',
    ],
  },
  Linear: {
    text: `${linearHeaders}
"ENG-40","Platform","Compare queues","Line one\nline two, “quotes” ✓","In Progress","3","High","p1","Infra","ida@acme.test","lee@acme.test","infra, q2","","","","","Thu Jun 25 2026 23:00:00 GMT+0000 (GMT+00:00)","Wed Jul 01 2026 09:00:00 GMT+0000 (GMT+00:00)","","","","","","2026-07-10","","","","","","u-1","","","",""
"ENG-41","Platform","Pick a region","","Done","","","","","Ida Moe","","","","","","","Mon Jun 01 2026 09:00:00 GMT+0000 (GMT+00:00)","","","","Fri Jun 05 2026 22:30:00 GMT+0000 (GMT+00:00)","","","","","","","","","u-2","","","",""
"ENG-42","Platform","Two regions","","Canceled","","","","","Ida Moe","","","","","","","2026-06-01T09:00:00.000Z","","","","","2026-06-04T09:00:00.000Z","","","","","","","","u-3","","","",""
"ENG-43","Platform","Region?","","Duplicate","","","","","Ida Moe","","","","","","","2026-06-02T09:00:00.000Z","","","","","2026-06-04T09:00:00.000Z","","","","","","","","u-4","","","","ENG-41"
`,
    columns: {
      title: 'Title',
      askedOn: 'Created',
      askedBy: 'Creator',
      promisedOn: 'Due Date',
      closedOn: 'Completed',
      withdrawnOn: 'Canceled',
      status: 'Status',
      tags: 'Labels',
      note: 'Description',
      sourceKey: 'ID',
    },
    items: [
      'ENG-40: Compare queues, 2026-06-26 (2026-07-10) [infra q2] ida@acme.test',
      'ENG-41: Pick a region, 2026-06-01 – 2026-06-06 decided Done (2026-06-03) [] Ida Moe',
      'ENG-42: Two regions, 2026-06-01 – 2026-06-04 withdrawn Canceled (2026-06-03) [] Ida Moe',
      'ENG-43: Region?, 2026-06-02 – 2026-06-04 withdrawn Duplicate (2026-06-04) [] Ida Moe',
    ],
  },
  Asana: {
    text: `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Priority,Task Progress
1209360001112223,2026-05-04,2026-05-11,2026-05-11,Pick payment provider,Done,Lee Ohm,lee@acme.test,,2026-05-08,"payments,web","Two offers",Shop,,,Wallet button,High,Completed
1209360001112225,2026-05-04,2026-05-12,2026-05-12,Rent the lab,To do,,,,,,,Shop,,,,Low,
1209360001112224,2026-05-04,,2026-05-15,"Wallet button
",In Progress,,,2026-05-05,2026-05-29,,,Shop,Checkout flow,Pick payment provider,,Low,
`,
    columns: {
      title: 'Name',
      askedOn: 'Created At',
      promisedOn: 'Due Date',
      closedOn: 'Completed At',
      status: 'Section/Column',
      tags: 'Tags',
      note: 'Notes',
      sourceKey: 'Task ID',
    },
    items: [
      '1209360001112223: Pick payment provider, 2026-05-04 – 2026-05-11 decided Done (2026-05-08) [payments web]',
      '1209360001112225: Rent the lab, 2026-05-04 – 2026-05-12 decided (not recorded) (2026-05-06) []',
      '1209360001112224: Wallet button, 2026-05-04 (2026-05-29) []',
    ],
    odd: ['3 noOutcome'],
  },
  'Asana, saved by a spreadsheet': {
    text: `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task
1.20936E+15,2/8/25,2/11/25,2/11/25,Define roles,Planning,Nora,n@x.test,,2/8/25,,,IED,
1.20936E+15,2/8/25,,2/15/25,Pick an idea,Planning,,,,3/4/25,,,IED,
`,
    columns: {
      title: 'Name',
      askedOn: 'Created At',
      promisedOn: 'Due Date',
      closedOn: 'Completed At',
      status: 'Section/Column',
      tags: 'Tags',
      note: 'Notes',
      sourceKey: 'Task ID',
    },
    items: [
      'Define roles, 2025-02-08 – 2025-02-11 decided (not recorded) (2025-02-08) []',
      'Pick an idea, 2025-02-08 (2025-03-04) []',
    ],
    odd: ['2 noOutcome'],
  },
  Trello: {
    text: `Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,Attachment Count,Attachment Links,Checklist Item Total Count,Checklist Item Completed Count,Vote Count,Comment Count,Last Activity Date,List ID,List Name,Board ID,Board Name,Archived,Start Date,Due Complete,Due Reminder
69f86f8010b2c3d4e5f6a7b8,Order the tiles,https://trello.com/c/abc/1-order,"Bath, 20 m²","Shopping (green), Urgent (red_dark)",ida,2026-10-09T08:00:00.000Z,0,,4,1,0,2,2026-05-05T08:00:00.000Z,l1,Doing,b1,House,false,,false,
69f86f8010b2c3d4e5f6a7b9,Pick a colour,https://trello.com/c/abd/2-pick,,,,,0,,0,0,0,0,2026-05-06T08:00:00.000Z,l2,Done,b1,House,true,,false,
`,
    columns: {
      title: 'Card Name',
      promisedOn: 'Due Date',
      status: 'List Name',
      tags: 'Labels',
      link: 'Card URL',
      note: 'Card Description',
      sourceKey: 'Card ID',
    },
    items: [
      '69f86f8010b2c3d4e5f6a7b8: Order the tiles, 2026-05-04 (2026-10-09) [Shopping Urgent]',
      '69f86f8010b2c3d4e5f6a7b9: Pick a colour, 2026-05-04 (2026-05-06) []',
    ],
    odd: ['3 closedWithoutDay'],
  },
  Todoist: {
    text: [
      'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG',
      'meta,view_style=list,,,,,,,,,,,,',
      'section,Admin,,,,,,,,,,,,',
      'task,Choose a bank @money,Two offers,1,1,Kai (48151623),,2026-10-05,en,Europe/Berlin,,None,,',
      'note,Ask Ida first,,,,Kai (48151623),,,,,,,,',
      ',,,,,,,,,,,,,',
      'task,Renew the lease,,4,1,Kai (48151623),Ida (48151624),Oct 5 2026,en,Europe/Berlin,30,minute,,',
      'task,Water the ferns,,4,1,Kai (48151623),,every monday at 9am,en,Europe/Berlin,,None,,',
      'task,Sell the car,,4,2,Kai (48151623),,,en,Europe/Berlin,,None,,',
    ].join('\r\n'),
    columns: { title: 'CONTENT', askedBy: 'AUTHOR', promisedOn: 'DATE', note: 'DESCRIPTION' },
    items: [
      'Choose a bank @money, 2026-11-25 (2026-10-05) [] Kai',
      'Renew the lease, 2026-11-25 (2026-10-05) [] Kai',
      'Sell the car, 2026-11-25 (2026-11-27) [] Kai',
    ],
    refused: ['2 noItem', '3 noItem', '5 noItem', '8 unreadableDay'],
    odd: ['4 askedToday', '4 promisedBeforeAsked', '7 askedToday', '7 promisedBeforeAsked', '9 askedToday'],
  },
  'Azure DevOps': {
    text: `\ufeffID,Work Item Type,Title,Assigned To,State,Tags,Created Date,Created By,Changed Date,Closed Date,Completed Work,Area Path,Iteration Path,Description,Reason
"4411","Task","Benchmark the planner","Lee Ohm <lee@acme.test>","Closed","research; q2","5/4/2026 9:15:00 AM","Ida Moe <ida@acme.test>","5/13/2026 3:00:00 PM","5/8/2026 3:00:00 PM","12","Shop\\Planning","Sprint 9","<div>An <b>HTML</b> text</div>","Completed"
"4412","Issue","Buy the sensor","","Active",,"5/4/2026 9:15:00 AM","Ida Moe <ida@acme.test>","5/13/2026 3:00:00 PM",,,"Shop","Sprint 9",,"Approved"
"4413","Issue","Rent the lab","","Removed",,"5/4/2026 9:15:00 AM","Ida Moe <ida@acme.test>","5/13/2026 3:00:00 PM","5/6/2026 8:00:00 AM",,"Shop","Sprint 9",,"Removed from the backlog"
`,
    columns: {
      title: 'Title',
      askedOn: 'Created Date',
      askedBy: 'Created By',
      closedOn: 'Closed Date',
      status: 'State',
      outcome: 'Reason',
      tags: 'Tags',
      note: 'Description',
      sourceKey: 'ID',
    },
    items: [
      '4411: Benchmark the planner, 2026-05-04 – 2026-05-08 decided Completed (2026-05-06) [research q2] Ida Moe',
      '4412: Buy the sensor, 2026-05-04 (2026-05-06) [] Ida Moe',
      '4413: Rent the lab, 2026-05-04 – 2026-05-06 withdrawn Removed from the backlog (2026-05-06) [] Ida Moe',
    ],
  },
  Notion: {
    text: `Name,Created time,Created by,Status,Due,Tags,Team,Done,Notes
Align the goals,"May 4, 2026 10:40 AM",Ida Moe,In progress,"May 11, 2026 → May 15, 2026","infra, q2",Ops (https://www.notion.so/Ops-2d5a4e63),No,
Pick the hotel,"May 5, 2026 9:00 AM (GMT+2)",Ida Moe,Done,,,,Yes,cheap
`,
    columns: {
      title: 'Name',
      askedOn: 'Created time',
      askedBy: 'Created by',
      promisedOn: 'Due',
      status: 'Status',
      tags: 'Tags',
      note: 'Notes',
    },
    items: [
      'Align the goals, 2026-05-04 (2026-05-11) [infra q2] Ida Moe',
      'Pick the hotel, 2026-05-05 (2026-05-07) [] Ida Moe',
    ],
    odd: ['2 span', '3 closedWithoutDay'],
  },
};

function itemsOf({ facts }: ImportPlan): string[] {
  const lines: string[] = [];
  const closings = new Map(
    facts.flatMap((fact) => (fact.type !== 'itemCaptured' && 'item' in fact ? [[fact.item, fact]] : [])),
  );
  for (const fact of facts) {
    if (fact.type !== 'itemCaptured') continue;
    const closing = closings.get(fact.item);
    const how =
      closing?.type === 'itemDecided'
        ? ` – ${closing.decidedOn} decided ${closing.outcome}`
        : closing?.type === 'itemWithdrawn'
          ? ` – ${closing.withdrawnOn} withdrawn ${closing.reason}`
          : '';
    const key = fact.sourceKey === undefined ? '' : `${fact.sourceKey}: `;
    const by = fact.askedBy === undefined ? '' : ` ${fact.askedBy}`;
    const tags = `[${(fact.tags ?? []).join(' ')}]`;
    lines.push(`${key}${fact.title}, ${fact.askedOn}${how} (${fact.promisedOn}) ${tags}${by}`);
  }
  return lines;
}

describe('the export of', () => {
  for (const [tool, { text, columns, items, refused = [], odd = [] }] of Object.entries(exports)) {
    it(`${tool} is read by its headers and its values`, () =>
      inTimeZone('Europe/Berlin', () => {
        const table = parseTable(text.replace(/^\ufeff/, ''));
        assert.ok(!('fault' in table));
        const guessed = guessColumns(table);
        assert.deepEqual(guessed, columns);
        const plan = planImport(
          { ...table, encoding: 'utf-8' },
          { ...guessed, title: guessed.title ?? '' },
          {
            fileName: 'export.csv',
            register: new Register(),
            today: '2026-11-25',
            policy,
            idFor: (key) => key,
          },
        );
        assert.deepEqual(itemsOf(plan), items);
        assert.deepEqual(
          plan.refused.map(({ row, reason }) => `${row} ${reason.refused}`),
          refused,
        );
        assert.deepEqual(
          plan.odd.map(({ row, reason }) => `${row} ${reason.odd}`),
          odd,
        );
      }));
  }
});
