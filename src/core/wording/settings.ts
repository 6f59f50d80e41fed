import { t } from './translate.ts';

export function settingNotADay(setting: string, value: string): string {
  return t('Setting {0}: “{1}” is not a day that exists, so it is left out. Write YYYY-MM-DD.', setting, value);
}

export function settingNotANumber(setting: string, value: string, used: number): string {
  return t('Setting {0}: “{1}” is not a number of working days, so {2} is used.', setting, value, used);
}

export function settingNoWorkingDay(): string {
  return t('Setting pacesetter.workingDays names no working day, so Monday to Friday is used.');
}
