import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import {
  assignmentsViewId,
  commandIds,
  contextKeys,
  prioritiesViewId,
  waitingViewId,
  walkthroughId,
} from '../../src/ui/commandIds.ts';
import { readRequestSettings } from '../../src/ui/requests/requestSettings.ts';
import { readSettings } from '../../src/ui/settings/readSettings.ts';
import { itemsOf, manifest, manifestText, readText, strings } from '../support/manifest.ts';

const { contributes } = manifest;
const commands: readonly string[] = Object.values(commandIds);
const views = Object.values(contributes.views).flat();
/** Name and schema of each setting. */
const settings = Object.entries(contributes.configuration.properties);

describe('the manifest', () => {
  it('is what the gallery needs', () => {
    assert.deepEqual(
      [manifest.publisher, manifest.name, manifest.license, manifest.pricing, strings['displayName']],
      ['pacesetter-dev', 'pacesetter', 'MIT', 'Free', 'Pacesetter'],
    );
    assert.deepEqual(manifest.categories, ['Visualization', 'Other']);
    assert.ok(manifest.keywords.length > 0 && manifest.keywords.length < 10);
    assert.equal(manifest.dependencies, undefined, 'everything that ships is bundled');
  });

  it('has a PNG of at least 128 pixels for an icon', function () {
    assert.match(manifest.icon, /\.png$/);
    const file = join(projectFolder, manifest.icon);
    const png = readFileSync(file);
    assert.equal(png.toString('latin1', 0, 8), '\x89PNG\r\n\x1a\n');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width >= 128 && width === height, `${width} × ${height}`);
  });

  it('starts after the window, on the leader’s own machine first, anywhere', () => {
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
    assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('asks for the version of VS Code whose types it is checked with', () => {
    assert.equal(manifest.engines.vscode, '^1.110.0');
    const types = JSON.parse(readText('node_modules/@types/vscode/package.json')) as { version: string };
    assert.match(types.version, /^1\.110\./);
  });

  it('has a string for every key it names, and names every string', () => {
    const named = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(named)].toSorted(), Object.keys(strings).toSorted());
    for (const [key, text] of Object.entries(strings)) assert.equal(text, text.trim(), key);
  });

  it('leaves no sentence for people outside the strings', () => {
    const sentences = [
      ...contributes.commands.map(({ title }) => title),
      ...views.map(({ name }) => name),
      ...contributes.viewsContainers.activitybar.map(({ title }) => title),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...contributes.walkthroughs.flatMap(({ title, description, steps }) => [
        title,
        description,
        ...steps.flatMap(({ title, description, media }) => [title, description, media.altText]),
      ]),
      ...settings.flatMap(([, { markdownDescription, markdownEnumDescriptions }]) => [
        markdownDescription ?? '',
        ...(markdownEnumDescriptions ?? []),
      ]),
    ];
    for (const sentence of sentences) assert.match(sentence, /^%[\w.]+%$/);
  });
});

describe('the commands of the manifest', () => {
  it('are those of the table, and each once', () => {
    const declared = contributes.commands.map(({ command }) => command);
    assert.deepEqual(declared.toSorted(), commands.toSorted());
    // The table is typed by the same ids: a command without a function does not compile.
    for (const name of Object.keys(commandIds))
      assert.ok(readText('src/ui/commandTable.ts').includes(`[commandIds.${name}]:`), name);
  });

  it('are named for their ids, under one category, with titles that differ', () => {
    for (const [name, id] of Object.entries(commandIds)) assert.equal(id, `pacesetter.${name}`);
    const titles = contributes.commands.map(({ command, title, category }) => {
      assert.equal(category, 'Pacesetter');
      assert.equal(title, `%command.${command.slice('pacesetter.'.length)}.title%`);
      return strings[title.slice(1, -1)] ?? '';
    });
    for (const title of titles) assert.match(title, /^[A-Z][^.]*$/);
    assert.equal(new Set(titles).size, titles.length);
  });

  it('have an icon wherever they stand as a button', () => {
    const buttons = Object.keys(contributes.menus)
      .flatMap(itemsOf)
      .filter(({ group }) => /^(?:inline|navigation@)/.test(group ?? ''));
    assert.ok(buttons.length > 0);
    for (const { command } of buttons) {
      assert.match(
        contributes.commands.find((declared) => declared.command === command)?.icon ?? '',
        /^\$\([\w-]+\)$/,
        command,
      );
    }
  });

  it('are all in the palette but those that only return figures, and second ways to do one thing', () => {
    const hidden = itemsOf('commandPalette').filter(({ when }) => when === 'false');
    assert.deepEqual(
      hidden.map(({ command }) => command),
      [
        ...[commandIds.getBoard, commandIds.getFigures, commandIds.checkClarity, commandIds.getWork],
        commandIds.getPerson,
        // Jump to Item opens an item, and Rank Priorities moves a priority.
        ...[commandIds.openItem, commandIds.raisePriority, commandIds.lowerPriority],
      ],
    );
  });
});

describe('a command that a sentence names', () => {
  it('is in the palette by that name at any time, but for what ends what the sentence offers', () => {
    const sentences = Object.values(JSON.parse(readText('l10n/bundle.l10n.json')) as Record<string, string>);
    const titleOf = new Map(contributes.commands.map(({ command, title }) => [command, strings[title.slice(1, -1)]!]));
    const named = itemsOf('commandPalette').filter(({ command, when }) => {
      const title = titleOf.get(command) ?? '';
      return when !== undefined && title.includes(' ') && sentences.some((one) => one.includes(title) && one !== title);
    });
    assert.deepEqual(
      named.map(({ command }) => command),
      [commandIds.disconnectGitHub],
    );
  });
});

describe('the views of the manifest', () => {
  it('are those the code fills, each with a short name and an icon that is there', () => {
    assert.deepEqual(
      views.map(({ id }) => id),
      [waitingViewId, prioritiesViewId, assignmentsViewId],
    );
    assert.equal(strings['view.waiting.name'], 'Waiting on You');
    for (const { icon } of [...views, ...contributes.viewsContainers.activitybar]) {
      assert.ok(existsSync(join(projectFolder, icon)), icon);
    }
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
  });

  it('welcome with one sentence and one button for a command there is', () => {
    for (const { view, contents, when } of contributes.viewsWelcome) {
      assert.equal(when, contextKeys.hasBoard, 'an empty view says that there is nothing');
      assert.ok(
        views.some(({ id }) => id === view),
        view,
      );
      // A line that is only a link is rendered as a button.
      const [sentence = '', button = ''] = (strings[contents.slice(1, -1)] ?? '').split('\n');
      assert.deepEqual(commandsLinkedIn(sentence), []);
      assert.match(button, /^\[[^\]]+\]\(command:[\w.]+\)$/);
      for (const command of commandsLinkedIn(strings[contents.slice(1, -1)]))
        assert.ok(commands.includes(command), command);
    }
  });

  it('when nothing waits, also offer the sample and the walkthrough', () => {
    assert.deepEqual(commandsLinkedIn(strings['view.waiting.welcome']).slice(1), [
      commandIds.addSampleItems,
      commandIds.openWalkthrough,
    ]);
  });
});

describe('the walkthrough of the manifest', () => {
  const { walkthroughs } = contributes;
  const steps = walkthroughs.flatMap(({ steps }) => steps);

  it('is one, of five steps, there only while we are running: VS Code would open it at once on installing', () => {
    assert.deepEqual(
      walkthroughs.map(({ id, when }) => [id, when]),
      [[walkthroughId, contextKeys.isRunning]],
    );
    assert.equal(steps.length, 5);
    assert.equal(new Set(steps.map(({ id }) => id)).size, 5);
  });

  it('has in each step a button, a picture with words for it, and something that ticks it off', () => {
    for (const { id, description, media, completionEvents } of steps) {
      const text = strings[description.slice(1, -1)] ?? '';
      assert.ok(text.length < 350, `${id} is short`);
      assert.match(text, /^\[[^\]]+\]\(command:[\w.]+\)$/m);
      for (const command of commandsLinkedIn(text)) {
        assert.ok(commands.includes(command) || command === `${waitingViewId}.focus`, command);
      }
      assert.ok((strings[media.altText.slice(1, -1)] ?? '').length > 30, id);
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(':');
        assert.ok(kind === 'onCommand' ? commands.includes(what) : what === waitingViewId, event);
      }
    }
  });

  it('draws its pictures in the colours of the theme, small, and with nothing that runs or loads', () => {
    for (const { media } of steps) {
      const svg = readText(media.svg);
      assert.ok(svg.length < 5_000, media.svg);
      assert.doesNotMatch(svg, /#[0-9a-f]{3}|rgb|<script|<image|<style|style=|href|on\w+=/i, media.svg);
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g))
        assert.match(colour ?? '', /^(?:none|var\(--vscode-.+\))$/);
    }
  });
});

function commandsLinkedIn(text = ''): string[] {
  return [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, command]) => command ?? '');
}

describe('the settings of the manifest', () => {
  it('are about a dozen at most, each described, with a default, in an order of their own', () => {
    assert.ok(settings.length <= 16);
    for (const [name, setting] of settings) {
      assert.match(name, /^pacesetter\./);
      assert.ok(setting.default !== undefined, name);
      assert.ok((strings[setting.markdownDescription?.slice(1, -1) ?? ''] ?? '').length > 20, name);
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length, name);
    }
    assert.deepEqual(
      settings.map(([, { order }]) => order),
      settings.map((_, index) => index + 1),
    );
  });

  it('say of which type they are, and what they take', () => {
    for (const [name, { type, minimum, maximum, uniqueItems, items, enum: choices }] of settings) {
      assert.match(type ?? '', /^(?:integer|string|array|boolean)$/, name);
      if (type === 'integer') assert.ok(Number.isInteger(minimum) && Number.isInteger(maximum), name);
      if (type === 'array') assert.deepEqual([uniqueItems, items?.type], [true, 'string'], name);
      if (choices !== undefined) assert.equal(new Set(choices).size, choices.length, name);
      for (const pattern of [items?.pattern ?? '']) assert.ok(pattern === '' || items?.patternErrorMessage, name);
    }
  });

  it('belong to the leader and not to a workspace; a path belongs to the machine and is not synced', () => {
    for (const [name, { scope, ignoreSync }] of settings) {
      const isPath = /folder|file|path/i.test(name);
      assert.equal(scope, isPath ? 'machine' : 'application', name);
      assert.equal(ignoreSync, isPath ? true : undefined, name);
    }
  });

  it('are those the code reads', () => {
    const read: string[] = [];
    for (const each of [readSettings, readRequestSettings]) each((name) => void read.push(`pacesetter.${name}`));
    assert.deepEqual(read.toSorted(), settings.map(([name]) => name).toSorted());
    const linked = Object.values(strings).flatMap((text) =>
      [...text.matchAll(/`#(pacesetter[^#`]+)#`/g)].map(([, name]) => name),
    );
    for (const name of linked)
      assert.ok(
        settings.some(([setting]) => setting === name),
        name,
      );
  });
});
