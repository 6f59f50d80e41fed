import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BoardRow } from '../../src/core/board/row.ts';

/** A table with one row per row of the board and an index by rank. Each commit is durable. */
export function openSqlite(folder: string, rows: readonly BoardRow[]): Database.Database {
  const database = new Database(join(folder, 'items.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    `create table item (id text primary key, title text, kind text, askedOn text, promisedOn text, waiting text,
      isOpen integer, hurt integer, waited integer);
    create index worst on item (isOpen desc, hurt desc, waited desc, askedOn, id);`,
  );
  const insert = prepareInsert(database);
  database.transaction(() => {
    for (const row of rows) insert(row);
  })();
  return database;
}

export function prepareInsert(database: Database.Database): (row: BoardRow) => void {
  const insert = database.prepare('insert into item values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return ({ id, title, kind, askedOn, promisedOn, waiting, closing, hurt, workingDaysWaited }) => {
    const isOpen = closing === undefined ? 1 : 0;
    insert.run(id, title, kind, askedOn, promisedOn, JSON.stringify(waiting), isOpen, hurt, workingDaysWaited);
  };
}
