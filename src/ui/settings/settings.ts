import * as vscode from 'vscode';
import { type Disposable, Emitter } from '../../app/emitter.ts';
import type { Policy } from '../../core/policy.ts';
import { settingNotAFolder } from './settingsText.ts';
import { type Grouping, type ReadSettings, readSettings, type StatusBarMode } from './readSettings.ts';

const section = 'pacesetter';

/**
 * The leader's settings, parsed at each change. A value that cannot be used is replaced by its default, or left out,
 * and reported in {@link complaints}.
 */
export class Settings {
  readonly #changed = new Emitter();
  readonly #subscription: vscode.Disposable;
  #read: ReadSettings;

  /** @param storage the extension's own folder on this machine, where the log is when no other folder is named */
  constructor(readonly storage: string) {
    this.#read = readAll();
    this.#subscription = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(section)) return;
      this.#read = readAll();
      this.#changed.fire();
    });
  }

  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  /** The folder the log is kept in. */
  get logFolder(): string {
    return this.#read.logFolder.path ?? this.storage;
  }

  get policy(): Policy {
    return this.#read.policy;
  }

  get statusBar(): StatusBarMode {
    return this.#read.statusBar;
  }

  get grouping(): Grouping {
    return this.#read.grouping;
  }

  get isLensOn(): boolean {
    return this.#read.isLensOn;
  }

  /** One sentence for each setting that cannot be used as it is. */
  get complaints(): readonly string[] {
    const { complaints, logFolder } = this.#read;
    if (logFolder.wrong === undefined) return complaints;
    return [settingNotAFolder('pacesetter.logFolder', logFolder.wrong, this.logFolder), ...complaints];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function readAll(): ReadSettings {
  const settings = vscode.workspace.getConfiguration(section);
  return readSettings((name) => settings.get(name));
}
