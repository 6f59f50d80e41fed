import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/ui/ids.ts';
import { type Keybinding, manifest, type MenuItem, readText, keybindings } from '../support/manifest.ts';

const { contributes } = manifest;
const commands: readonly string[] = Object.values(commandIds);
const views = new Set(
  Object.values(contributes.views)
    .flat()
    .map(({ id }) => id),
);
const menuItems = Object.entries(contributes.menus).flatMap(([menu, items]) =>
  items.map((item) => ({ menu, ...item })),
);
const itemActions = contributes.menus['view/item/context'] ?? [];

/** What the tree says about its nodes: every text that can become a `contextValue`. */
const contexts = [...readText('src/ui/waiting/waitingTree.ts').matchAll(/'((?:item [a-zA-Z ]+)|group|notice)'/g)].map(
  ([, context]) => context ?? '',
);

/** The parts of a `when` clause that ours are made of; anything else is a mistake until it is known here. */
const known: readonly RegExp[] = [
  /^view == (?<view>[\w.]+)$/,
  /^focusedView == (?<view>[\w.]+)$/,
  /^viewItem =~ \/(?<context>.+)\/$/,
  /^listFocus$/,
  /^!inputFocus$/,
  /^false$/,
];

function partsOf({ when = '' }: Pick<MenuItem, 'when'>): { view?: string; context?: string }[] {
  return when.split(' && ').map((part) => {
    const match = known.map((pattern) => pattern.exec(part)).find((found) => found !== null);
    assert.ok(match, `“${part}” in “${when}”`);
    return { ...match.groups };
  });
}

/** Whether the action is offered on a node with this context. */
function isOffered(action: MenuItem, context: string): boolean {
  return partsOf(action).every((part) => part.context === undefined || new RegExp(part.context).test(context));
}
const offered = (context: string, group: RegExp) =>
  itemActions
    .filter((action) => group.test(action.group ?? '') && isOffered(action, context))
    .map(({ command }) => command);

describe('menus and keys', () => {
  it('name commands and views that are there, and nothing in a when clause that is not known', () => {
    const conditional = [...menuItems, ...keybindings];
    assert.ok(conditional.length > 20);
    for (const entry of conditional) {
      assert.ok(commands.includes(entry.command), entry.command);
      if (entry.when === undefined) continue;
      for (const { view } of partsOf(entry)) if (view !== undefined) assert.ok(views.has(view), view);
    }
  });

  it('ask only for words that the tree says about its items', () => {
    assert.deepEqual(contexts.filter((context) => context.startsWith('item')).toSorted(), [
      'item closed',
      'item open clearable',
      'item open decidable',
      'item readOnly',
    ]);
    const words = new Set(contexts.flatMap((context) => context.split(' ')));
    for (const action of itemActions) {
      const asked = partsOf(action).flatMap(
        ({ context }) => context?.replaceAll(String.raw`\b`, ' ').match(/[a-zA-Z]+/g) ?? [],
      );
      assert.ok(asked.length > 0, `${action.command} asks what kind of node it is on`);
      for (const word of asked) assert.ok(words.has(word), word);
      assert.ok(
        contexts.some((context) => isOffered(action, context)),
        `${action.command} is offered somewhere`,
      );
    }
  });

  it('keep to one view, so that no other extension’s items get our actions', () => {
    for (const { menu, when } of menuItems) {
      if (menu.startsWith('view/')) assert.match(when ?? '', /^view == pacesetter\.\w+/);
    }
  });

  it('show at most three actions inline on any item', () => {
    for (const context of contexts) {
      const inline = offered(context, /^inline/);
      assert.ok(inline.length <= 3, `${context}: ${inline.join(', ')}`);
    }
  });

  it('offer on each item what may be done with it, in the groups of the design', () => {
    const shown = (context: string) =>
      offered(context, /^(?!inline)/).map((command) => command.slice('pacesetter.'.length));
    const plan = ['movePromise', 'changeWaiting', 'edit'];
    assert.deepEqual(shown('item open decidable'), ['openItem', 'decide', ...plan, 'withdraw']);
    assert.deepEqual(shown('item open clearable'), ['openItem', 'clear', ...plan, 'withdraw']);
    assert.deepEqual(shown('item closed'), ['openItem', 'reopen', 'edit']);
    assert.deepEqual(shown('item readOnly'), ['openItem']);
    assert.deepEqual([...shown('group'), ...shown('notice')], []);
    for (const { group } of itemActions) {
      assert.match(group ?? '', /^(?:inline|navigation|1_close|2_plan|3_copy|9_remove)@\d$/);
    }
  });

  it('offer inline nothing that the menu of the item does not offer too', () => {
    for (const context of contexts) {
      const menu = offered(context, /^(?!inline)/);
      for (const command of offered(context, /^inline/)) assert.ok(menu.includes(command), `${command} on ${context}`);
    }
  });
});

describe('keys', () => {
  /** Free in VS Code's keymaps for Linux, Windows and macOS; the only keys taken outside our own tree. */
  const chords: readonly Partial<Keybinding>[] = [
    { command: 'pacesetter.capture', key: 'ctrl+k l', mac: 'cmd+k l' },
    { command: 'pacesetter.jump', key: 'ctrl+k j', mac: 'cmd+k j' },
  ];

  it('outside our tree are the two chords and no other', () => {
    const everywhere = keybindings.filter(({ when }) => when === undefined);
    assert.deepEqual(everywhere[0], chords[0]);
    for (const binding of everywhere)
      assert.ok(
        chords.some(({ key, mac }) => key === binding.key && mac === binding.mac),
        binding.key,
      );
  });

  it('in our tree work only while it has the focus and nobody is typing', () => {
    const inTree = keybindings.filter(({ when }) => when !== undefined);
    assert.ok(inTree.length > 0);
    for (const { when, command } of inTree) {
      const parts = (when ?? '').split(' && ');
      assert.ok(parts.includes('focusedView == pacesetter.waiting') && parts.includes('!inputFocus'), command);
    }
  });

  it('are those of the design, and no key means two things', () => {
    const keys = Object.fromEntries(keybindings.map(({ key, command }) => [key, command]));
    assert.equal(Object.keys(keys).length, keybindings.length);
    const designed = {
      d: commandIds.decide,
      p: commandIds.movePromise,
      w: commandIds.changeWaiting,
      delete: commandIds.withdraw,
      'ctrl+z': commandIds.undo,
    };
    assert.deepEqual({ ...keys, ...designed }, keys);
  });
});
