import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { groupNames } from '../../src/core/board/groups.ts';
import { sayGroup } from '../../src/core/board/groupText.ts';
import { clarityRules } from '../../src/core/clarity/check.ts';
import { itemStates } from '../../src/core/board/row.ts';
import { panelTabs } from '../../src/webview/state/viewState.ts';
import { sayTab } from '../../src/webview/wording/panel.ts';
import { keybindings, manifest, manifestText, readText, type Setting, strings } from '../support/manifest.ts';
import { pageOf, readPage, tableRows } from '../support/markdownPage.ts';

const { contributes } = manifest;
const views = Object.values(contributes.views).flat();
const settings = Object.entries(contributes.configuration.properties);
const commands = contributes.commands.map(({ command }) => command);
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .toSorted(),
].map(readPage);
const pageAt = (path: string) => pages.find((each) => each.path === path);
const page = (path: string) => pageAt(path)!;
const guide = page('docs/guide.md');
const shippedFiles = readText('test/support/shippedFiles.txt').trim().split('\n');

/** Headings that a page keeps: a section must not be lost without somebody taking it from this list. */
const sections: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['Pacesetter', 'The day', 'Your data', 'More', 'For developers'],
  'docs/guide.md': [
    'The first steps',
    'Words',
    'Capture',
    'Marks',
    'Days',
    'Completion',
    'Capture from where you are',
    'Jump to an item',
    'See what waits',
    'Move it on',
    'Close it',
    'Review',
    'People',
    'Priorities',
    'Assign work',
    'The clarity check',
    'The brief',
    'After work is handed out',
    'Undo and redo',
    'The panel',
    'Reports to hand on',
    'Import and export',
    'Links',
    'Notifications',
    'Keys',
    'Settings',
    'Word lists',
    'Language',
  ],
  'docs/figures.md': [
    'Days',
    'Working days',
    'Whose day it is',
    'One item',
    'Totals',
    'The last 90 days',
    'Friction',
    'Over time',
    'The ageing chart',
    'What you hand out',
    'Reports',
    'Sources',
  ],
  'docs/log.md': [
    'Where it lies',
    'The shape of a line',
    'What is promised',
    'What is kept beside the log',
    'How to back it up',
    'Several machines',
    'Delete all data',
    'Nothing runs, nothing leaves',
    'What was tried, and what was lost',
  ],
  'docs/commands.md': [
    'What leaves the log',
    'The board',
    'The figures',
    'What was handed out',
    'A person',
    'Import',
    'Export, and import of what was exported',
    'Capture from elsewhere',
    'Links',
    'Keys',
  ],
  'docs/architecture.md': [
    'Where is …',
    'Rooms',
    'Who may import whom',
    'How data moves',
    'Where to start from',
    'Glossary',
    'Names',
    'Habits',
    'Testing',
    'Building',
    'Packaging',
    'Translating',
    'The lock file',
    'Decisions',
  ],
  'docs/benchmarks.md': ['Where the aims bind', 'Beyond that size', 'Notes'],
};

describe('the pages of the documentation', () => {
  it('lead with each link to a file, a picture and a heading that are there', () => {
    const lost = pages.flatMap(({ path, targets }) =>
      targets
        .filter((target) => !/^(?:https?|mailto):/.test(target))
        .filter((target) => {
          const [file = '', anchor] = target.split('#');
          const named = file === '' ? path : posix.join(posix.dirname(path), file);
          if (file.startsWith('/') || named.startsWith('..') || !existsSync(join(projectFolder, named))) return true;
          return anchor !== undefined && !pageAt(named)?.anchors.has(anchor);
        })
        .map((target) => `${path} → ${target}`),
    );
    assert.deepEqual(lost, []);
  });

  it('lead, where they ship, to what ships too; only the part for developers needs the repository', () => {
    const forUsers = readText('README.md').split('### For developers')[0] ?? '';
    const shipped = pages.filter(({ path }) => shippedFiles.includes(path));
    assert.ok(shipped.length > 1);
    const lost = [pageOf('README.md', forUsers), ...shipped].flatMap(({ path, targets }) =>
      targets
        .map((target) => target.split('#')[0] ?? '')
        .filter((file) => file !== '' && !/^https?:/.test(file))
        .map((file) => posix.join(posix.dirname(path), file))
        .filter((file) => !shippedFiles.includes(file))
        .map((file) => `${path} → ${file}`),
    );
    assert.deepEqual(lost, []);
    assert.deepEqual(
      [...readText('.vscodeignore').matchAll(/^!(docs\/.+)$/gm)].map(([, file]) => file),
      shippedFiles.filter((file) => file.startsWith('docs/')),
    );
  });

  it('keep every section', () => {
    for (const [path, headings] of Object.entries(sections)) {
      const lost = headings.filter((heading) => !page(path).headings.includes(heading));
      assert.deepEqual(lost, [], path);
    }
    const unlisted = pages.map(({ path }) => path).filter((path) => !/CHANGELOG|decisions\//.test(path));
    assert.deepEqual(unlisted.toSorted(), Object.keys(sections).toSorted());
  });

  it('name only files and folders that are there, and what is said to be in a file is in it', () => {
    const lost = pages.flatMap(({ path, codes, text }) => [
      ...codes
        .filter((code) => /^(?:src|test|scripts|docs|media|l10n|\.github|\.ci)(?:\/[\w.-]+)+$/.test(code))
        .filter((code) => !existsSync(join(projectFolder, code)))
        .map((code) => `${path}: ${code}`),
      ...[...text.matchAll(/`(\w+)` in `((?:src|test|scripts)\/[\w./-]+\.\w+)`/g)]
        .filter(([, name = '', file = '']) => !readText(file).includes(name))
        .map(([said]) => `${path}: ${said}`),
    ]);
    assert.deepEqual(lost, []);
  });

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(manifestText) as { scripts: object };
    const named = pages.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it('name only settings, commands and views that the manifest has', () => {
    const known = new Set([...settings.map(([name]) => name), ...commands, ...views.map(({ id }) => id)]);
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w-]\.|[\w/-])pacesetter\.[a-z][\w.]*\w/gi)]
        .map(([name]) => name)
        .filter((name) => !known.has(name))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('emphasise as a name only what something is called', () => {
    const known = new Set([...Object.values(strings), ...panelTabs.map(sayTab), ...groupNames.map(sayGroup)]);
    const unknown = pages
      .filter(({ path }) => !path.includes('decisions/'))
      .flatMap(({ path, emphasised }) =>
        emphasised
          .filter((name) => /^(?:[\w-]+ )+[\w-]+$/.test(name) && (name.match(/(?:^| )[A-Z]/g) ?? []).length > 1)
          .filter((name) => !known.has(name))
          .map((name) => `${path}: ${name}`),
      );
    assert.deepEqual(unknown, []);
  });
});

describe('the guide', () => {
  it('has every setting of the manifest, in its order, with its default', () => {
    assert.deepEqual(
      tableRows(guide, 'setting').map(([name, usual]) => [name, usual]),
      settings.map(([name, setting]) => [`\`${name}\``, sayDefault(setting)]),
    );
    for (const [name, { default: usual }] of settings) {
      if (isWordList(usual)) assert.ok(guide.text.includes(`\n\`${name}\`: ${usual.join(', ')}.\n`), name);
    }
  });

  it('has every key of the manifest where it works, and no other', () => {
    const everywhere = 'everywhere';
    const viewNamed = new Map(views.map(({ id, name }) => [`in _${strings[name.slice(1, -1)]}_`, id]));
    const inGuide = tableRows(guide, 'key');
    const told = (part: 0 | 1): string[] =>
      inGuide.flatMap(([keys = '', where = '']) => {
        const places = where === 'in each view' ? views.map(({ id }) => id) : [viewNamed.get(where) ?? where];
        const named = keysIn(keys.split('(macOS')[part] ?? '').filter((key) => key !== 'enter');
        return places.flatMap((place) => named.map((key) => `${key} ${place}`));
      });
    const placeOf = (when: string | undefined): string => /focusedView == ([\w.]+)/.exec(when ?? '')?.[1] ?? everywhere;
    assert.deepEqual(told(0).toSorted(), keybindings.map(({ key, when }) => `${key} ${placeOf(when)}`).toSorted());
    assert.deepEqual(
      told(1).toSorted(),
      keybindings.flatMap(({ mac, when }) => (mac === undefined ? [] : [`${mac} ${placeOf(when)}`])).toSorted(),
    );
  });

  it('and the other pages name no key with Ctrl, Cmd, Alt or Shift that does nothing', () => {
    const known = new Set(keybindings.flatMap(({ key, mac }) => [key, mac]));
    const unknown = pages.flatMap(({ path, codes }) =>
      codes
        .filter((code) => /^(?:Ctrl|Cmd|Alt|Shift)\+/.test(code) && !known.has(code.toLowerCase()))
        .map((code) => `${path}: ${code}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('has the groups of the tree, in their order', () => {
    assert.deepEqual(
      tableRows(guide, 'group').map(([name]) => name),
      groupNames.map(sayGroup),
    );
  });
});

describe('the page of commands', () => {
  const { text } = page('docs/commands.md');

  it('has every command of the manifest once, and no other', () => {
    const rows = tableRows(page('docs/commands.md'), 'command');
    const named = rows.flatMap(([cell = '']) => [...cell.matchAll(/`(pacesetter\.\w+)`/g)].map(([, id = '']) => id));
    assert.deepEqual(named.toSorted(), commands.toSorted());
  });

  it('has the states of an item and the rules of the clarity check', () => {
    assert.deepEqual(statesIn(text), itemStates.toSorted());
    for (const rule of clarityRules) assert.ok(text.includes(`\`${rule}\``), rule);
  });
});

/** A default as the table of the guide writes it. */
function sayDefault({ default: usual }: Setting): string {
  if (isWordList(usual)) return '[list](#word-lists)';
  if (usual === '' || (Array.isArray(usual) && usual.length === 0)) return 'empty';
  return (Array.isArray(usual) ? (usual as unknown[]) : [usual]).map((value) => `\`${String(value)}\``).join(' ');
}

/** Too long for a cell. */
function isWordList(usual: unknown): usual is string[] {
  return Array.isArray(usual) && usual.length > 10;
}

function keysIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key.toLowerCase());
}

function statesIn(text: string): string[] {
  return (/state, \/\/ (.+)/.exec(text)?.[1] ?? '').split(' | ').toSorted();
}
