import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Calendar } from '../../core/time/calendar.ts';
import { type Day, isDay } from '../../core/time/day.ts';
import { defaultWords } from '../../core/clarity/words.ts';
import { type Policy, type Targets, defaultPriorityLimit, defaultTargets, forTargetKinds } from '../../core/policy.ts';
import {
  settingNotAChoice,
  settingNotADay,
  settingNotAListOfDays,
  settingNotAListOfWeekdays,
  settingNotALimit,
  settingNotANumber,
  settingNotASwitch,
  settingNotWords,
  settingNotAWeekday,
  settingNoWorkingDay,
} from './settingsText.ts';

const statusBarModes = ['always', 'whenOverdue', 'never'] as const;
export type StatusBarMode = (typeof statusBarModes)[number];

const groupings = ['state', 'person', 'kind'] as const;
/** What the *Waiting on You* tree is grouped by. */
export type Grouping = (typeof groupings)[number];

/** The parsed settings, each in a form that can be used. */
export interface ReadSettings {
  readonly policy: Policy;
  readonly statusBar: StatusBarMode;
  readonly grouping: Grouping;
  /** Whether a file shows which open items link to it. */
  readonly isLensOn: boolean;
  readonly logFolder: ReadFolder;
  /** One sentence for each setting that cannot be used as it is, except the log folder. */
  readonly complaints: readonly string[];
}

/** `path` is undefined if no folder is set; `wrong` is a value that is not an absolute path. */
interface ReadFolder {
  readonly path?: string;
  readonly wrong?: string;
}

/** In the order of ISO weekdays: Monday is 1. */
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const mondayToFriday = [1, 2, 3, 4, 5];

/**
 * Parses the leader's settings. VS Code returns whatever is in the file, of any type.
 *
 * @param valueOf returns a setting by its name without `pacesetter.`; undefined or null if it is not set
 */
export function readSettings(valueOf: (name: string) => unknown): ReadSettings {
  const complaints: string[] = [];
  const get = (name: string): unknown => valueOf(name) ?? undefined;
  const calendar = new Calendar({
    weekdays: readWeekdays(get('workingDays'), complaints),
    holidays: readHolidays(get('holidays'), complaints),
  });
  return {
    policy: {
      calendar,
      targets: readTargets(get, complaints),
      priorityLimit: readLimit(get('priorityLimit'), complaints),
      words: {
        vague: readWords('vagueWords', get('vagueWords'), defaultWords.vague, complaints),
        teams: readWords('teamWords', get('teamWords'), defaultWords.teams, complaints),
      },
    },
    statusBar: readChoice('statusBar', get('statusBar'), statusBarModes, complaints),
    grouping: readChoice('groupBy', get('groupBy'), groupings, complaints),
    isLensOn: readSwitch('lens', get('lens'), true, complaints),
    logFolder: readFolder(get('logFolder')),
    complaints,
  };
}

/** Names are matched without regard to case. Monday is 1. */
function readWeekdays(value: unknown, complaints: string[]): readonly number[] {
  if (value === undefined) return mondayToFriday;
  if (!Array.isArray(value)) {
    complaints.push(settingNotAListOfWeekdays(asWritten(value)));
    return mondayToFriday;
  }
  const weekdays = new Set<number>();
  for (const name of value as readonly unknown[]) {
    const index = typeof name === 'string' ? weekdayNames.indexOf(name.trim().toLowerCase()) : -1;
    if (index >= 0) weekdays.add(index + 1);
    else complaints.push(settingNotAWeekday(asWritten(name)));
  }
  if (weekdays.size > 0) return [...weekdays].toSorted((a, b) => a - b);
  complaints.push(settingNoWorkingDay());
  return mondayToFriday;
}

function readHolidays(value: unknown, complaints: string[]): readonly Day[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    complaints.push(settingNotAListOfDays('pacesetter.holidays', asWritten(value)));
    return [];
  }
  const holidays: Day[] = [];
  for (const holiday of value as readonly unknown[]) {
    if (isDay(holiday)) holidays.push(holiday);
    else complaints.push(settingNotADay('pacesetter.holidays', asWritten(holiday)));
  }
  return holidays;
}

function readTargets(get: (name: string) => unknown, complaints: string[]): Targets {
  return forTargetKinds((kind) => {
    const [value, fallback] = [get(`targets.${kind}`), defaultTargets[kind]];
    if (value === undefined || isWholeNumber(value, 0, 365)) return value ?? fallback;
    complaints.push(settingNotANumber(`pacesetter.targets.${kind}`, asWritten(value), fallback));
    return fallback;
  });
}

function readLimit(value: unknown, complaints: string[]): number {
  if (value === undefined || isWholeNumber(value, 1, 20)) return value ?? defaultPriorityLimit;
  complaints.push(settingNotALimit('pacesetter.priorityLimit', asWritten(value), defaultPriorityLimit));
  return defaultPriorityLimit;
}

function isWholeNumber(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function readWords(name: string, value: unknown, fallback: readonly string[], complaints: string[]): readonly string[] {
  if (value === undefined) return fallback;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  complaints.push(settingNotWords(`pacesetter.${name}`, asWritten(value)));
  return fallback;
}

function readSwitch(name: string, value: unknown, fallback: boolean, complaints: string[]): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? fallback;
  complaints.push(settingNotASwitch(`pacesetter.${name}`, asWritten(value), fallback));
  return fallback;
}

/** The first choice is the default. */
function readChoice<T extends string>(
  name: string,
  value: unknown,
  choices: readonly [T, ...T[]],
  complaints: string[],
): T {
  const [fallback] = choices;
  if (value === undefined) return fallback;
  const choice = choices.find((name) => name === value);
  if (choice === undefined)
    complaints.push(settingNotAChoice(`pacesetter.${name}`, asWritten(value), choices, fallback));
  return choice ?? fallback;
}

/** A relative path would mean another folder in each window, so it is not accepted. */
function readFolder(value: unknown): ReadFolder {
  if (value === undefined) return {};
  if (typeof value !== 'string') return { wrong: asWritten(value) };
  const written = value.trim();
  if (written === '') return {};
  const path = /^~(?:$|[/\\])/.test(written) ? join(homedir(), written.slice(1)) : written;
  return isAbsolute(path) ? { path: resolve(path) } : { wrong: written };
}

/** A value of a setting as a sentence about it quotes it. */
export function asWritten(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
