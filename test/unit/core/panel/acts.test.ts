import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { actsOf } from '../../../../src/core/panel/acts.ts';
import { actOfLetterOn } from '../../../../src/core/panel/acts.ts';
import { itemsOf } from '../../../support/manifest.ts';

/** The offers of items in every state, as `contextValueOf` writes them. */
const states = [
  'item readOnly',
  'item open decidable mine',
  'item open decidable mine unanswered',
  'item open clearable mine blocked',
  'item open settleable mine unanswered defaulted',
  'item open decidable sentBack',
  'item open decidable handedOver defaultDue',
  'item closed reopenable',
  'item closed',
  'item closed reopenable checkable',
  'item closed reopenable checkable awaited',
  'item closed reopenable checkable awaited due',
];

/** The commands of the menu that an act with a letter stands for, depending on the item. */
const meant: Readonly<Record<string, string>> = {
  clear: 'decide',
  settleClarity: 'decide',
  markReturned: 'sendBack',
};

describe('the acts of an item in the panel', () => {
  it('are those of its menu', () => {
    const menu = itemsOf('webview/context');
    for (const offers of states) {
      const shown = menu
        .filter(({ when = '' }) => {
          const [, words = ''] = /pacesetterItem =~ \/\\b(.*?)\\b\//.exec(when.replaceAll('\\\\b', '\\b')) ?? [];
          return new RegExp(`\\b${words}\\b`).test(offers);
        })
        .map(({ command }) => command.replace('pacesetter.', ''))
        .map((act) => (act === 'answerCheck' && offers.includes('due') ? 'decide' : (meant[act] ?? act)))
        .filter((act) => act !== 'openItem' && act !== 'copyLink');
      const acts = actsOf({ offers }).map(({ act }) => act);
      assert.deepEqual(acts.toSorted(), [...new Set(shown)].toSorted(), offers);
    }
  });

  it('have at most one for each letter', () => {
    for (const offers of states) {
      const letters = actsOf({ offers }).flatMap(({ letter }) => letter ?? []);
      assert.equal(new Set(letters).size, letters.length, offers);
    }
    assert.equal(actOfLetterOn({ offers: 'item open decidable mine' }, 'x'), 'withdraw');
    assert.equal(actOfLetterOn({ offers: 'item closed reopenable' }, 'x'), undefined);
  });
});
