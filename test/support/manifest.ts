import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

/** The parts of package.json that the tests read. */
export interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly displayName: string;
  readonly license: string;
  readonly icon: string;
  readonly pricing: string;
  readonly l10n: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: unknown;
  readonly dependencies?: object;
  readonly contributes: {
    readonly commands: readonly {
      command: string;
      title: string;
      category: string;
      icon?: string;
      enablement?: string;
    }[];
    readonly viewsContainers: { readonly activitybar: readonly { id: string; title: string; icon: string }[] };
    readonly views: Readonly<Record<string, readonly { id: string; name: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string; when: string }[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly submenus: readonly { id: string; label: string }[];
    readonly menus: Readonly<Record<string, readonly (MenuItem | SubmenuItem)[]>>;
    readonly keybindings: readonly Keybinding[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

export interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly icon: string;
  readonly when: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: { readonly svg: string; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}
/** An entry that opens a submenu. */
export interface SubmenuItem {
  readonly submenu: string;
  readonly when?: string;
  readonly group?: string;
}
export interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
export interface Keybinding {
  readonly command: string;
  /** A letter key on a row opens the row, and says what to do with it instead. In a review it is the letter itself. */
  readonly args?:
    { readonly commands: readonly [string, { readonly command: string; readonly args: string }] } | string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}
export interface Setting {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly uniqueItems?: boolean;
  readonly items?: { readonly type?: string; readonly pattern?: string; readonly patternErrorMessage?: string };
  readonly scope?: string;
  readonly ignoreSync?: boolean;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly default?: unknown;
}

export const manifestText = readText('package.json');
export const manifest = JSON.parse(manifestText) as Manifest;
/**
 * All keybindings, each with our command; not those on groups and in empty lists, which have no row to pass, not those
 * of a review, and not those that are only named in menus.
 */
export const keybindings: readonly Keybinding[] = manifest.contributes.keybindings
  .filter(
    ({ when = '' }) => !/ && !(?:treeElementHasParent|listHasSelectionOrFocus)$|^view == |inQuickInput/.test(when),
  )
  .map((binding) => ({ ...binding, command: commandOf(binding) }));
/** The strings that package.json names as `%key%`. */
export const strings = JSON.parse(readText('package.nls.json')) as Readonly<Record<string, string>>;

/** Our command that the key runs on a row, or else the one that is bound. */
function commandOf({ command, args }: Keybinding): string {
  return typeof args === 'object' ? args.commands[1].args : command;
}

export function readText(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}

/** The commands a menu offers. */
export function itemsOf(menu: string): MenuItem[] {
  return (manifest.contributes.menus[menu] ?? []).filter((item) => 'command' in item);
}
