import { t } from '../../core/text/translate.ts';

export function settingNotADay(setting: string, value: string): string {
  return t('Setting {0}: “{1}” is not a day that exists, so it is left out. Write YYYY-MM-DD.', setting, value);
}

export function settingNotANumber(setting: string, value: string, used: number): string {
  return t('Setting {0}: “{1}” is not a number of working days, so {2} is used.', setting, value, used);
}

export function settingNotASwitch(setting: string, value: string, used: boolean): string {
  return t('Setting {0}: “{1}” is neither true nor false, so {2} is used.', setting, value, String(used));
}

export function settingNoWorkingDay(): string {
  return t('Setting pacesetter.workingDays names no working day, so Monday to Friday is used.');
}

export function settingNotAWeekday(value: string): string {
  return t('Setting pacesetter.workingDays: “{0}” is not the English name of a weekday, so it is left out.', value);
}

export function settingNotAListOfWeekdays(value: string): string {
  return t('Setting pacesetter.workingDays: “{0}” is not a list of weekdays, so Monday to Friday is used.', value);
}

export function settingNotAListOfDays(setting: string, value: string): string {
  return t('Setting {0}: “{1}” is not a list of days, so none of it is used.', setting, value);
}

export function settingNotAChoice(setting: string, value: string, choices: readonly string[], used: string): string {
  return t('Setting {0}: “{1}” is not one of {2}, so {3} is used.', setting, value, choices.join(', '), used);
}

/** @param used the folder that captures go to instead */
export function settingNotAFolder(setting: string, value: string, used: string): string {
  return t(
    'Setting {0}: “{1}” is not used, because it is not a full path (from the root or ~). What you capture goes to {2}.',
    setting,
    value,
    used,
  );
}

export function settingNotALimit(setting: string, value: string, used: number): string {
  return t('Setting {0}: “{1}” is not a whole number from 1 to 20, so {2} is used.', setting, value, used);
}

export function settingNotWords(setting: string, value: string): string {
  return t('Setting {0}: “{1}” is not a list of words, so the usual ones are used.', setting, value);
}
