import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'mocha';
import { buildBoard } from '../../src/core/board/board.ts';
import { actLetters, keepLetter, type LetteredAct, letteredActs, offersAct } from '../../src/core/board/itemLetters.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import { Register } from '../../src/core/register/register.ts';
import {
  assignmentsViewId,
  commandIds,
  contextKeys,
  panelViewType,
  prioritiesViewId,
  reviewLetterId,
  rowCommandIds,
  waitingViewId,
} from '../../src/ui/commandIds.ts';
import { contextValueOf } from '../../src/ui/views/waiting/contextValue.ts';
import { captured, decided, logged, type TestFact, withdrawn } from '../support/facts.ts';
import { mondayToFriday } from '../support/givenWhenThen.ts';
import { itemsOf, type Keybinding, manifest, type MenuItem, keybindings } from '../support/manifest.ts';

const { contributes } = manifest;
const commands: readonly string[] = Object.values(commandIds);
const views = new Set(
  Object.values(contributes.views)
    .flat()
    .map(({ id }) => id),
);
const menuItems = Object.keys(contributes.menus).flatMap((menu) => itemsOf(menu).map((item) => ({ menu, ...item })));
const actionsIn = (view: string) =>
  itemsOf('view/item/context').filter(({ when }) => when?.startsWith(`view == ${view} `));
const itemActions = actionsIn('pacesetter.waiting');

const acknowledged = { type: 'itemAcknowledged', item: 'vendor', acknowledgedOn: '2026-03-03' } as const;
const sentBack = { type: 'itemSentBack', item: 'vendor', question: 'which?', sentBackOn: '2026-03-03' } as const;
const handedOver = { type: 'itemHandedOver', item: 'vendor', to: 'tom', handedOverOn: '2026-03-03' } as const;
const blocked = { type: 'blockerNamed', item: 'vendor', blocker: 'other', namedOn: '2026-03-03' } as const;
const stated = {
  type: 'defaultStated',
  item: 'vendor',
  outcome: 'none',
  takesEffectOn: '2026-03-06',
  statedOn: '2026-03-03',
} as const;
const checked = { type: 'checkDaySet', item: 'vendor', checkOn: '2026-03-09', setOn: '2026-03-03' } as const;
const reversed = {
  type: 'itemReversed',
  item: 'vendor',
  reason: 'wrong',
  successor: 'next',
  answeredOn: '2026-03-06',
} as const;

const request = { kind: 'approval', sourceSystem: 'github.com', sourceKey: 'PR_1', via: 'github' } as const;

/** Items that differ in the actions the tree offers. */
const items: Readonly<Record<string, readonly TestFact[]>> = {
  'a decision': [captured()],
  'a dependency': [captured({ kind: 'dependency' })],
  'an answered one': [captured(), acknowledged],
  'one that was sent back': [captured(), sentBack],
  'one that was handed over': [captured(), handedOver],
  'a blocked one': [captured(), captured({ item: 'other' }), blocked],
  'one with a default': [captured(), { ...stated, takesEffectOn: '2026-04-01' }],
  'one whose default is due': [captured(), stated],
  'a hole': [captured({ kind: 'clarity' })],
  'a decided one': [captured(), decided],
  'one whose check is due': [captured(), decided, { ...checked, checkOn: '2026-03-05' }],
  'one that two machines decided': [captured(), decided, { ...decided, device: 'desktop', outcome: 'another' }],
  'a withdrawn one': [captured(), withdrawn],
  'a reversed one': [captured(), decided, reversed],
  'a request on GitHub': [captured(request)],
  'an answered request': [captured(request), { ...decided, via: 'github' }],
};

/** The `contextValue` of each of these items in the tree. */
const itemContexts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(items).map(([name, facts]) => [name, contextValueOf(rowOf(facts))])),
  'one of a newer version': contextValueOf({ ...rowOf([captured()]), readOnly: true }),
};
/** Every `contextValue` in the tree, those of other nodes included. */
const contexts = [...Object.values(itemContexts), 'group', 'group person', 'notice'];

function rowOf(facts: readonly TestFact[]): BoardRow {
  const register = new Register();
  register.add(logged(...facts));
  const row = buildBoard(register.items, '2026-03-09', { calendar: mondayToFriday }).rows.find(
    ({ id }) => id === 'vendor',
  );
  assert.ok(row);
  return row;
}

/** The `when` conditions that we use. Any other is treated as a mistake. */
const knownConditions: readonly RegExp[] = [
  /^view == (?<view>[\w.]+)$/,
  /^focusedView == (?<view>[\w.]+)$/,
  /^webviewId == pacesetter\.panel$/,
  /^pacesetterItem =~ \/(?<context>.+)\/$/,
  /^viewItem =~ \/(?<context>.+)\/$/,
  /^listFocus$/,
  /^editorHasSelection$/,
  /^terminalTextSelected$/,
  /^!inputFocus$/,
  /^treeElementHasParent$/,
  /^listHasSelectionOrFocus$/,
  new RegExp(`^!?${contextKeys.hasSample}$`),
  new RegExp(`^!?${contextKeys.isConnected}$`),
  /^editorIsOpen$/,
  /^terminalIsOpen$/,
  /^config\.pacesetter\.logFolder$/,
  new RegExp(`^${contextKeys.possible} =~ /.+/$`),
  /^false$/,
];

function partsOf({ when = '' }: Pick<MenuItem, 'when'>): { view?: string; context?: string }[] {
  return when.split(' && ').map((part) => {
    const match = knownConditions.map((pattern) => pattern.exec(part)).find((found) => found !== null);
    assert.ok(match, `“${part}” in “${when}”`);
    return { ...match.groups };
  });
}

/** Whether the action is offered on a node with this `contextValue`. */
function isOffered(action: MenuItem, context: string): boolean {
  return partsOf(action).every((part) => part.context === undefined || new RegExp(part.context).test(context));
}
const offered = (context: string, group: RegExp, actions = itemActions) =>
  actions
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

  it('offer in the palette what fits something there is, by the words of the tree’s own menus', () => {
    const prefix = `${contextKeys.possible} =~ `;
    const inPalette = new Map(
      itemsOf('commandPalette').flatMap(({ command, when }) =>
        when?.startsWith(prefix) ? [[command, when.slice(prefix.length)] as const] : [],
      ),
    );
    for (const { command, when } of itemActions.filter(({ group }) => /^[0-9]/.test(group ?? ''))) {
      const words = when?.split('viewItem =~ ')[1];
      if (words !== String.raw`/\bitem\b/`) assert.equal(inPalette.get(command), words, command);
    }
    assert.ok(inPalette.size > 30);
  });

  it('lead to menus that are there, in the view’s own menu', () => {
    const led = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      items.flatMap((item) => ('submenu' in item ? [[menu, item.submenu, item.when]] : [])),
    );
    const ids = contributes.submenus.map(({ id }) => id);
    assert.deepEqual(
      led,
      ids.map((id) => ['view/title', id, 'view == pacesetter.waiting']),
    );
    for (const id of ids) assert.ok(itemsOf(id).length > 1, id);
  });

  it('ask only for words that the tree says about its items', () => {
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

  it('of editors, terminals and changed files offer to capture, at the foot and only where there is something', () => {
    const outside = menuItems.filter(({ menu }) => !/^(?:view\/|webview\/|commandPalette$|pacesetter\.)/.test(menu));
    assert.deepEqual(
      outside.map(({ menu, command, when }) => [menu, command, when]),
      [
        ['editor/context', commandIds.captureSelection, 'editorHasSelection'],
        ['terminal/context', commandIds.captureTerminalSelection, 'terminalTextSelected'],
        ['scm/resourceState/context', commandIds.captureChange, undefined],
      ],
    );
    for (const { group } of outside) assert.match(group ?? '', /^z_pacesetter@\d$/);
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
    const actionsFor = (name: string) => shown(itemContexts[name] ?? '').join(' ');
    const mine = 'deliberate sendBack movePromise handOver';
    assert.deepEqual(Object.fromEntries(Object.keys(itemContexts).map((name) => [name, actionsFor(name)])), {
      'a decision': `openItem decide acknowledge ${mine} block stateDefault changeWaiting edit copyLink withdraw`,
      'a dependency': `openItem clear acknowledge ${mine} chase block changeWaiting edit copyLink withdraw`,
      'an answered one': `openItem decide ${mine} block stateDefault changeWaiting edit copyLink withdraw`,
      'one that was sent back':
        'openItem decide markReturned movePromise handOver block stateDefault changeWaiting edit copyLink withdraw',
      'one that was handed over':
        'openItem openPerson decide markReturned block stateDefault changeWaiting edit copyLink withdraw',
      'a blocked one': `openItem decide acknowledge ${mine} block unblock verifyBlocker stateDefault changeWaiting edit copyLink withdraw`,
      'one with a default': `openItem decide acknowledge ${mine} block stateDefault dropDefault changeWaiting edit copyLink withdraw`,
      'one whose default is due': `openItem decide confirmDefault acknowledge ${mine} block stateDefault dropDefault changeWaiting edit copyLink withdraw`,
      'a hole': `openItem settleClarity acknowledge ${mine} block changeWaiting edit copyLink withdraw`,
      'a decided one': 'openItem answerCheck reopen setCheckDay edit copyLink',
      'one whose check is due': 'openItem answerCheck reopen setCheckDay edit copyLink',
      'one that two machines decided': 'openItem answerCheck settleDisagreement reopen setCheckDay edit copyLink',
      'a withdrawn one': 'openItem reopen edit copyLink',
      'a reversed one': 'openItem edit copyLink',
      'a request on GitHub': `openItem openRequest decide acknowledge ${mine} block stateDefault changeWaiting edit copyLink withdraw takeBackRequest`,
      'an answered request': 'openItem openRequest answerCheck reopen setCheckDay edit copyLink takeBackRequest',
      'one of a newer version': 'openItem copyLink',
    });
    assert.deepEqual([...shown('group'), ...shown('notice')], []);
    assert.deepEqual(shown('group person'), ['openPerson', 'markDiscussed', 'samePerson']);
    for (const { group } of itemActions) {
      assert.match(group ?? '', /^(?:inline|navigation|1_close|2_plan|3_copy|9_remove)@\d{1,2}$/);
    }
  });

  it('offer on each priority, assignment and draft what may be done with it', () => {
    const shown = (view: string, context: string, group = /^(?!inline)/) =>
      offered(context, group, actionsIn(view))
        .map((command) => command.slice('pacesetter.'.length))
        .join(' ');
    const actionsFor = (context: string) => shown(assignmentsViewId, context);
    assert.equal(
      shown(prioritiesViewId, 'priority'),
      'raisePriority lowerPriority rankPriorities renamePriority retirePriority',
    );
    assert.equal(
      actionsFor('assignment open'),
      'openBrief openPerson closeAssignment changeAssignment reassign copyBrief saveBrief',
    );
    assert.equal(actionsFor('assignment closed'), 'openBrief openPerson copyBrief saveBrief');
    assert.equal(actionsFor('assignment readOnly'), 'openBrief openPerson copyBrief saveBrief');
    assert.equal(actionsFor('draft'), 'assign dropDraft');
    assert.equal(actionsFor('owner'), '');
    for (const context of ['priority', 'assignment open', 'draft']) {
      const view = context === 'priority' ? prioritiesViewId : assignmentsViewId;
      const inline = shown(view, context, /^inline/).split(' ');
      assert.ok(inline.length <= 3);
      for (const command of inline) assert.ok(shown(view, context).includes(command), `${command} on ${context}`);
    }
  });

  it('of the panel offer for an item what the tree offers', () => {
    const asInTree = itemsOf('webview/context').map(({ when = '', ...item }) => ({
      ...item,
      when: when
        .replace(`webviewId == ${panelViewType}`, 'view == pacesetter.waiting')
        .replace('pacesetterItem', 'viewItem'),
    }));
    assert.deepEqual(
      asInTree.map((item) => JSON.stringify(item, ['command', 'when', 'group'])),
      itemActions
        // The group of a person is in the tree only.
        .filter(({ group, when }) => group?.startsWith('inline') !== true && when?.includes('person') !== true)
        .map((item) => JSON.stringify(item, ['command', 'when', 'group'])),
    );
  });

  it('offer inline nothing that the menu of the item does not offer too', () => {
    for (const context of contexts) {
      const menu = offered(context, /^(?!inline)/);
      for (const command of offered(context, /^inline/)) assert.ok(menu.includes(command), `${command} on ${context}`);
    }
  });
});

/** Whether it was closed and its check is not due. */
function isEarly(context: string): boolean {
  return /\bclosed\b/.test(context) && !/\b(?:due|disputed)\b/.test(context);
}

describe('keys', () => {
  const declared = manifest.contributes.keybindings;
  /** Free in VS Code's default keymaps on Linux, Windows and macOS. We take no other keys outside our views. */
  const chords: readonly Partial<Keybinding>[] = [
    { command: 'pacesetter.capture', key: 'ctrl+k l', mac: 'cmd+k l' },
    { command: 'pacesetter.jump', key: 'ctrl+k j', mac: 'cmd+k j' },
  ];

  it('outside our tree are the two chords and no other', () => {
    const everywhere = keybindings.filter(({ when }) => when === undefined);
    assert.deepEqual(everywhere, chords);
  });

  it('in our trees work only while one has the focus and nobody is typing', () => {
    const inTree = keybindings.filter(({ when }) => when !== undefined);
    assert.ok(inTree.length > 0);
    for (const { when, command } of inTree) {
      const parts = (when ?? '').split(' && ');
      assert.match(parts[0] ?? '', /^focusedView == pacesetter\.(?:waiting|priorities|assignments)$/, command);
      assert.ok(parts.includes('listFocus') && parts.includes('!inputFocus'), command);
    }
  });

  it('on a row choose it, and say what for; elsewhere in the list they call the same command', () => {
    const onRows = declared.filter(({ command }) => command === 'runCommands');
    assert.ok(onRows.length > 10);
    for (const { key, mac, when = '', args } of onRows) {
      const command = typeof args === 'object' ? args.commands[1].args : '';
      assert.deepEqual(args, { commands: ['list.select', { command: rowCommandIds.pressKey, args: command }] });
      // Priorities are in no groups, but there may be none.
      const isOnRow = when.includes(prioritiesViewId) ? 'listHasSelectionOrFocus' : 'treeElementHasParent';
      const [place = '', ...rest] = when.split(` && ${isOnRow}`);
      assert.deepEqual(rest, [''], when);
      const elsewhere = { command, key, ...(mac !== undefined && { mac }), when: `${place} && !${isOnRow}` };
      assert.ok(
        declared.some((binding) => isDeepStrictEqual(binding, elsewhere)),
        `${key}: ${when}`,
      );
    }
  });

  it('of the items are the letters of the one table, in the tree and in a review', () => {
    const inTree = keybindings.filter(({ key, when }) => key.length === 1 && when?.includes(`== ${waitingViewId} `));
    const letters = Object.entries(actLetters).map(([act, letter]) => [`pacesetter.${act}`, letter]);
    assert.deepEqual(
      inTree.filter(({ command }) => command !== commandIds.review).map(({ command, key }) => [command, key]),
      letters,
    );
    assert.equal(inTree.find(({ command }) => command === commandIds.review)?.key, 'r');
    const inReview = declared.filter(({ command }) => command === reviewLetterId);
    assert.deepEqual(
      inReview,
      [...Object.values(actLetters), keepLetter].map((letter) => ({
        command: reviewLetterId,
        key: letter,
        when: `${contextKeys.isReviewing} && inQuickInput`,
        args: letter,
      })),
    );
    assert.equal(new Set(inReview.map(({ key }) => key)).size, inReview.length);
  });

  it('of an act that has several commands are named in the menus of all of them', () => {
    const named = declared.filter(({ when }) => when?.startsWith('view == '));
    assert.deepEqual(
      named.map(({ command, key }) => [command, key]),
      [
        [commandIds.clear, actLetters.decide],
        [commandIds.settleClarity, actLetters.decide],
        [commandIds.answerCheck, actLetters.decide],
        [commandIds.settleDisagreement, actLetters.decide],
        [commandIds.markReturned, actLetters.sendBack],
      ],
    );
  });

  it('act on every item whose menu offers the act, and on no other', () => {
    const menus: Partial<Record<LetteredAct, readonly string[]>> = {
      decide: [
        commandIds.decide,
        commandIds.clear,
        commandIds.settleClarity,
        commandIds.answerCheck,
        commandIds.settleDisagreement,
      ],
      sendBack: [commandIds.sendBack, commandIds.markReturned],
    };
    for (const [name, context] of Object.entries(itemContexts)) {
      const inMenu = offered(context, /^(?!inline)/);
      for (const act of letteredActs) {
        const commandsOfAct = menus[act] ?? [commandIds[act]];
        // Of what was closed the menu also offers to answer a check before its day.
        const expected = commandsOfAct.some((id) => inMenu.includes(id)) && !(act === 'decide' && isEarly(context));
        assert.equal(offersAct(act, context), expected, `${act} on ${name}`);
      }
    }
  });

  it('are those of the design, and no key means two things in one place', () => {
    const places = keybindings.map(({ key, when }) => `${key} ${when ?? ''}`);
    assert.equal(new Set(places).size, places.length);
    const inView = (view: string) =>
      Object.fromEntries(
        keybindings.filter(({ when }) => when?.includes(`== ${view} `)).map(({ key, command }) => [key, command]),
      );
    const designed = {
      d: commandIds.decide,
      s: commandIds.sendBack,
      p: commandIds.movePromise,
      w: commandIds.changeWaiting,
      x: commandIds.withdraw,
      delete: commandIds.withdraw,
      'ctrl+z': commandIds.undo,
      'ctrl+shift+z': commandIds.redo,
      'ctrl+y': commandIds.redo,
    };
    const keys = inView(waitingViewId);
    assert.deepEqual({ ...keys, ...designed }, keys);
    assert.equal(inView(prioritiesViewId)['alt+up'], commandIds.raisePriority);
    assert.equal(inView(assignmentsViewId)['d'], commandIds.closeAssignment);
  });
});
