import * as vscode from 'vscode';
import { type Disposable, Emitter } from '../app/emitter.ts';
import type { Policy } from '../core/policy.ts';
import { settingNotAFolder } from '../core/wording/settings.ts';
import { type Grouping, type ReadSettings, readSettings, type StatusBarMode } from './readSettings.ts';

const section = 'pacesetter';

/** The leader's settings, parsed once at each change. What cannot be used is left out and complained about. */
export class Settings {
  readonly #changed = new Emitter();
  readonly #subscription: vscode.Disposable;
  /** The folder the log is kept in, named at the start: a later change is for the next start. */
  readonly logFolder: string;
  #read: ReadSettings;

  /** @param storage the extension's own folder on this machine, where the log is when no other folder is named */
  constructor(readonly storage: string) {
    this.#read = readAll();
    this.logFolder = this.#read.logFolder.path ?? storage;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(section)) return;
      this.#read = readAll();
      this.#changed.fire();
    });
  }

  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  get policy(): Policy {
    return this.#read.policy;
  }

  get statusBar(): StatusBarMode {
    return this.#read.statusBar;
  }

  get grouping(): Grouping {
    return this.#read.grouping;
  }

  /** One sentence for each setting that cannot be used as it is. */
  get complaints(): readonly string[] {
    const { complaints, logFolder } = this.#read;
    if (logFolder.wrong === undefined) return complaints;
    return [settingNotAFolder('pacesetter.logFolder', logFolder.wrong, this.logFolder), ...complaints];
  }

  /** Whether another log folder is named by now than the one in use. */
  get isLogFolderChanged(): boolean {
    const { path, wrong } = this.#read.logFolder;
    return wrong === undefined && (path ?? this.storage) !== this.logFolder;
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
