import { t } from '../../core/text/translate.ts';
import { asWritten } from '../settings/readSettings.ts';
import { settingNotASwitch } from '../settings/settingsText.ts';

/** What arrives from GitHub. Read with each refresh, so that nothing of it is loaded before there is one. */
export interface RequestSettings {
  readonly withTeams: boolean;
  /** Repositories that are left out, in lower case: `acme/shop`, or `acme/*` for all of an owner. */
  readonly leftOut: readonly string[];
  /** One sentence for each value that cannot be used as it is. */
  readonly complaints: readonly string[];
}

/** @param valueOf returns a setting by its name without `pacesetter.`; undefined or null if it is not set */
export function readRequestSettings(valueOf: (name: string) => unknown): RequestSettings {
  const [teams, repositories] = [valueOf('github.teamRequests') ?? true, valueOf('github.leftOut') ?? []];
  const complaints: string[] = [];
  if (typeof teams !== 'boolean') {
    complaints.push(settingNotASwitch('pacesetter.github.teamRequests', asWritten(teams), true));
  }
  const names: readonly unknown[] = Array.isArray(repositories) ? repositories : [repositories];
  const leftOut = names.flatMap((name) => {
    if (typeof name === 'string' && repositoryShape.test(name.trim())) return [name.trim().toLowerCase()];
    complaints.push(notARepository('pacesetter.github.leftOut', asWritten(name)));
    return [];
  });
  return { withTeams: teams !== false, leftOut, complaints };
}

const repositoryShape = /^[\w.-]+\/(?:[\w.-]+|\*)$/;

function notARepository(setting: string, value: string): string {
  return t(
    'Setting {0}: “{1}” is no repository, so it leaves nothing out. Write owner/name or owner/*.',
    setting,
    value,
  );
}
