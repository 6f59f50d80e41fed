import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Today } from '../../../src/app/clock.ts';
import { EntryStore } from '../../../src/app/entryStore.ts';
import { uuids } from '../../../src/app/ids.ts';
import { planImport } from '../../../src/core/exchange/csv/planCsvImport.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { isRefusal, type Refusal } from '../../../src/core/rules/refusal.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import { parseTable } from '../../../src/files/csvFileTable.ts';
import { Device } from '../../../src/log/device.ts';
import { Log } from '../../../src/log/log.ts';
import { FrozenClock } from '../../support/entryStores.ts';
import { Books } from './books.ts';
import { type Deed, inForce, upTo } from './diary.ts';
import { present } from './page.ts';
import { localDay, type PlainDay, type PlainWeek } from './plainDays.ts';

/** One of the leader's machines, with its own copy of the log folder. */
export interface Machine {
  readonly name: string;
  /** Where it stands. */
  zone: string;
  readonly root: string;
  readonly store: EntryStore;
  /** The deeds that its log holds: its own, and what the merges brought. */
  readonly seen: Set<Deed>;
  /** When it last heard of the other machine. */
  heard: Date;
}

/** The week and the targets that books and product are both told. */
export interface Setting {
  readonly week: PlainWeek;
  readonly policy: Policy;
}

/** A row of a file that is imported. */
export interface ImportedRow {
  readonly title: string;
  readonly asked: PlainDay;
  readonly closed?: PlainDay;
  readonly waiting: readonly string[];
}

/** A leader with two machines and one clock that only moves on. Everything done goes through the real engine. */
export class Leader {
  readonly clock: FrozenClock;
  readonly diary: Deed[] = [];
  /** What the rules refused. */
  readonly refusals: Refusal['refused'][] = [];

  constructor(
    readonly place: string,
    begins: Date,
    readonly setting: Setting,
  ) {
    this.clock = new FrozenClock(begins);
  }

  /** A machine over its own, empty folder. */
  machine(name: string, zone: string): Machine {
    const root = join(this.place, name, 'root');
    const log = new Log(root, Device.load(join(this.place, name, 'storage')));
    log.prepare();
    const today = new Today(this.clock);
    today.dispose();
    return {
      name,
      zone,
      root,
      store: new EntryStore(log, uuids, today, () => this.setting.policy),
      seen: new Set(),
      heard: new Date(0),
    };
  }

  today({ zone }: Machine): PlainDay {
    return localDay(this.clock.time, zone);
  }

  books({ seen }: Machine): Books {
    return new Books([...seen], this.setting.week, this.setting.policy.targets);
  }

  /** What was known at the end of that day. */
  booksAsOf({ seen }: Machine, day: PlainDay): Books {
    return new Books(upTo(inForce([...seen]), day), this.setting.week, this.setting.policy.targets);
  }

  /** Does something on a machine and notes it in the diary. */
  async act(machine: Machine, intent: Intent, chosen?: string): Promise<Deed | undefined> {
    this.clock.pass(60_000);
    process.env['TZ'] = machine.zone;
    const today = this.today(machine);
    const isAboutPriorities = intent.type === 'addPriority' || intent.type === 'rankPriorities';
    const subject = 'id' in intent ? intent.id : isAboutPriorities ? 'priorities' : undefined;
    const books = this.books(machine);
    const on = books.dated(subject, today);
    const page = books.pages.get(subject ?? '');
    const result = await machine.store.act((context) => rule(intent, context));
    if (isRefusal(result)) {
      this.refusals.push(result.refused);
      return undefined;
    }
    if (result.facts.length === 0) return undefined;
    const holes = new Map(
      result.facts.flatMap((fact) => (fact.type === 'clarityOwed' ? [[fact.item, fact.hole]] : [])),
    );
    const deed: Deed = {
      act: result.act,
      machine: machine.name,
      at: this.clock.time,
      today,
      on,
      heard: machine.heard,
      intent,
      holes: intent.type === 'closeAssignment' ? books.holesOn(intent.id, intent.closedOn ?? on) : [],
      waiting: page === undefined ? [] : present(page).map(({ name }) => name),
      chosen,
      undoes: result.facts.flatMap((fact) => (fact.type === 'actUndone' ? [fact.undoes] : []))[0],
      brought: result.facts.flatMap((fact) =>
        fact.type === 'itemCaptured' ? [{ item: fact.item, hole: holes.get(fact.item) }] : [],
      ),
      made: result.facts.flatMap((fact) =>
        fact.type === 'assignmentMade' ? [fact.assignment] : fact.type === 'priorityAdded' ? [fact.priority] : [],
      )[0],
    };
    this.diary.push(deed);
    machine.seen.add(deed);
    return deed;
  }

  /** Imports a CSV file, as one act; an open row is like a capture, a closed one like a capture and a decision. */
  async bring(machine: Machine, rows: readonly ImportedRow[]): Promise<void> {
    this.clock.pass(60_000);
    process.env['TZ'] = machine.zone;
    const today = this.today(machine);
    const lines = rows.map(({ title, asked, closed = '', waiting }) =>
      [title, asked, closed, waiting.join('; ')].join(),
    );
    const table = parseTable(['title,asked,closed,waiting', ...lines].join('\n'));
    if ('fault' in table) throw new Error(table.fault);
    const { store } = machine;
    const columns = { title: 'title', askedOn: 'asked', closedOn: 'closed', waiting: 'waiting' };
    const context = { fileName: 'asked.csv', register: store.register, today, policy: this.setting.policy };
    const plan = planImport({ encoding: 'utf-8', ...table }, columns, {
      ...context,
      idFor: (key) => store.ids.named(key),
    });
    const result = await store.act(() => plan.facts);
    if (isRefusal(result)) throw new Error(result.refused);
    const noted = { act: result.act, machine: machine.name, today, heard: machine.heard } as const;
    for (const fact of result.facts) {
      const row = rows.find(({ title }) => fact.type === 'itemCaptured' && fact.title === title);
      if (fact.type !== 'itemCaptured' || row === undefined) continue;
      const { title, asked, closed, waiting } = row;
      const id = fact.item;
      const note = (intent: Intent, on: PlainDay, brought: Deed['brought']) => {
        const at = new Date(this.clock.time.getTime() + this.diary.length);
        const deed = {
          ...noted,
          at,
          on,
          intent,
          brought,
          holes: [],
          waiting: [],
          undoes: undefined,
          chosen: undefined,
          made: undefined,
        };
        this.diary.push(deed);
        machine.seen.add(deed);
      };
      note({ type: 'capture', title, askedOn: asked, waiting }, asked, [{ item: id, hole: undefined }]);
      if (closed !== undefined) note({ type: 'decide', id, outcome: 'done', decidedOn: closed }, closed, []);
    }
  }

  /** Copies what each wrote into the folder of the other, as a sync tool does. */
  async merge(one: Machine, other: Machine): Promise<void> {
    if (one.seen.size === this.diary.length && other.seen.size === this.diary.length) return;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = from.store.log.file;
      const folder = join(to.root, 'log');
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(join(from.root, 'log'))) {
        if (own.endsWith(name)) copyFileSync(own, join(folder, name));
      }
    }
    const all = new Set([...one.seen, ...other.seen]);
    for (const machine of [one, other]) {
      process.env['TZ'] = machine.zone;
      for (const deed of all) machine.seen.add(deed);
      machine.heard = this.clock.time;
      await machine.store.refresh();
    }
  }

  /** Whether the last act of the machine can be taken back without pulling the ground from under the other machine. */
  mayTakeBack({ name, seen }: Machine): boolean {
    const deeds = [...seen].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const mine = inForce(deeds).findLast(({ machine }) => machine === name);
    const last = deeds.findLast(({ machine }) => machine === name);
    const at = Math.min(mine?.at.getTime() ?? 0, last?.at.getTime() ?? 0);
    return !deeds.some((deed) => deed.machine !== name && deed.at.getTime() > at);
  }
}
