import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { letterOfKey } from '../../../src/webview/table/letterOfKey.ts';

/** What a key types, where it stands, and the letter it is. */
const keys: readonly (readonly [layout: string, key: string, code: string, letter: string | undefined])[] = [
  ['English', 'd', 'KeyD', 'd'],
  ['English with Caps Lock', 'D', 'KeyD', 'd'],
  ['Dvorak', 'e', 'KeyD', 'e'],
  ['Dvorak', ',', 'KeyW', undefined],
  ['Dvorak', '.', 'KeyE', undefined],
  ['Colemak', ';', 'KeyP', undefined],
  ['French', 'w', 'KeyZ', 'w'],
  ['French', 'W', 'KeyZ', 'w'],
  ['Bépo', 'é', 'KeyW', undefined],
  ['German', 'ß', 'Minus', undefined],
  ['Turkish', 'ı', 'KeyI', undefined],
  ['Vietnamese', 'đ', 'Digit0', undefined],
  ['Russian', 'в', 'KeyD', 'd'],
  ['Russian with Caps Lock', 'В', 'KeyD', 'd'],
  ['Russian', 'ы', 'KeyS', 's'],
  ['Russian', 'ж', 'Semicolon', undefined],
  ['Greek', 'δ', 'KeyD', 'd'],
  ['Hebrew', 'ג', 'KeyD', 'd'],
  ['Hebrew', "'", 'KeyW', 'w'],
  ['Dvorak', "'", 'KeyQ', undefined],
  ['Arabic', 'ي', 'KeyD', 'd'],
  ['Arabic', 'لا', 'KeyB', 'b'],
  ['Hindi', '्', 'KeyD', 'd'],
  ['Hindi', 'ै', 'KeyW', 'w'],
  ['Thai', 'ำ', 'KeyE', 'e'],
  ['Georgian', 'დ', 'KeyD', 'd'],
  ['Korean', 'ㅇ', 'KeyD', 'd'],
  ['Japanese kana', 'し', 'KeyD', 'd'],
  ['Japanese full width', 'ｄ', 'KeyD', 'd'],
  ['an input method', 'Process', 'KeyD', 'd'],
  ['any', 'Enter', 'Enter', undefined],
  ['any', 'Delete', 'Delete', undefined],
  ['any', '1', 'Digit1', undefined],
  ['any', 'Dead', 'KeyE', undefined],
];

describe('the letter of a key', () => {
  it('is what it types, or what stands on it where a layout has no Latin letters', () => {
    for (const [layout, key, code, letter] of keys) {
      assert.equal(letterOfKey({ key, code }), letter, `${layout}: ${key} on ${code}`);
    }
  });
});
