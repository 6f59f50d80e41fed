import * as vscode from 'vscode';
import { type Disposable, Emitter } from '../app/emitter.ts';
import { Calendar } from '../core/calendar.ts';
import { type Day, isDay } from '../core/day.ts';
import { type Policy, type Targets, defaultTargets } from '../core/policy.ts';
import { settingNotADay, settingNotANumber, settingNoWorkingDay } from '../core/wording/settings.ts';

const statusBarModes = ['always', 'whenOverdue', 'never'] as const;
export type StatusBarMode = (typeof statusBarModes)[number];

const section = 'pacesetter';
/** In the order of ISO weekdays: Monday is 1. */
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const mondayToFriday = [1, 2, 3, 4, 5];

/** The leader's settings, parsed once at each change. What cannot be used is left out and complained about. */
export class Settings {
  readonly #changed = new Emitter();
  readonly #subscription: vscode.Disposable;
  #policy: Policy;
  #complaints: readonly string[] = [];

  constructor() {
    this.#policy = this.#read();
    this.#subscription = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(section)) return;
      this.#policy = this.#read();
      this.#changed.fire();
    });
  }

  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  get policy(): Policy {
    return this.#policy;
  }

  /** One sentence for each setting that cannot be used as it is. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  get statusBar(): StatusBarMode {
    return statusBarModes.find((mode) => mode === this.#value('statusBar')) ?? 'always';
  }

  /** A folder of the leader's choice; undefined for the extension's own storage on this machine. */
  get logFolder(): string | undefined {
    const folder = this.#value('logFolder');
    return (typeof folder === 'string' && folder.trim()) || undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #value(name: string): unknown {
    return vscode.workspace.getConfiguration(section).get(name);
  }

  #read(): Policy {
    const complaints: string[] = [];
    const policy = { calendar: this.#readCalendar(complaints), targets: this.#readTargets(complaints) };
    this.#complaints = complaints;
    return policy;
  }

  #readCalendar(complaints: string[]): Calendar {
    const names = asList(this.#value('workingDays'));
    const weekdays = weekdayNames.flatMap((name, index) => (names.includes(name) ? [index + 1] : []));
    if (weekdays.length === 0) complaints.push(settingNoWorkingDay());
    const holidays: Day[] = [];
    for (const holiday of asList(this.#value('holidays'))) {
      if (isDay(holiday)) holidays.push(holiday);
      else complaints.push(settingNotADay('pacesetter.holidays', String(holiday)));
    }
    return new Calendar({ weekdays: weekdays.length > 0 ? weekdays : mondayToFriday, holidays });
  }

  #readTargets(complaints: string[]): Targets {
    const read = (name: keyof Targets): number => {
      const value = this.#value(`targets.${name}`) ?? defaultTargets[name];
      if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 365) return value as number;
      complaints.push(settingNotANumber(`pacesetter.targets.${name}`, JSON.stringify(value), defaultTargets[name]));
      return defaultTargets[name];
    };
    return {
      approval: read('approval'),
      twoWayDecision: read('twoWayDecision'),
      oneWayDecision: read('oneWayDecision'),
      dependency: read('dependency'),
    };
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
