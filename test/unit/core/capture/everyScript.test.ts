import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCaptureLine } from '../../../../src/core/capture/captureLine.ts';
import { captureOf } from '../../../../src/core/capture/origin.ts';
import { sayCaptured } from '../../../../src/core/capture/preview.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captureAs } from '../../../../src/core/rules/capture.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { logged } from '../../../support/facts.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';

const today = '2026-11-25';
const read = (line: string) => readCaptureLine(line, { today, calendar: policy.calendar });

/** A part of a line, and what must become of it. */
interface Part {
  readonly typed: string;
  /** What stays in the title. */
  readonly kept?: string;
  /** What a remark names. */
  readonly named?: string;
  readonly waits?: string;
  readonly tag?: string;
}

/** Words and names in eight scripts, and how they end a word. */
const scripts = [
  { words: ['Pick', 'vendor', 'Café'], names: ["O'Brien", 'Zoë', 'Jean-Luc'], comma: ', ' },
  { words: ['Выбрать', 'поставщика'], names: ['Аня', 'Ёлка'], comma: ', ' },
  { words: ['Διάλεξε', 'προμηθευτή'], names: ['Άννα', 'Γιώργος'], comma: ', ' },
  { words: ['اختر', 'المورّد'], names: ['محمد', 'لیلا'], comma: '، ' },
  { words: ['בחר', 'ספק'], names: ['אנה', 'צ׳רלי'], comma: ', ' },
  { words: ['विक्रेता', 'चुनें'], names: ['अनीता', 'राजेश'], comma: ', ' },
  { words: ['选择', '供应商'], names: ['王芳', '李明'], comma: '、' },
  { words: ['ベンダー', 'を決める'], names: ['佐藤さん', 'ジョン・スミス'], comma: '、' },
  { words: ['업체를', '고르기'], names: ['김철수', '박영희'], comma: ', ' },
  { words: ['เลือก', 'ผู้ขาย'], names: ['สมชาย', 'มาลี'], comma: ' ' },
];

const part: fc.Arbitrary<Part> = fc.constantFrom(...scripts).chain(({ words, names, comma }) => {
  const name = fc.constantFrom(...names);
  const sign = fc.constantFrom('@', '＠');
  const around = fc.constantFrom(
    ...[
      ['', ''],
      ['(', ')'],
      ['（', '）'],
      ['[', ']'],
      ['【', '】'],
      ['(cc ', ')'],
      ['', '\u200f'],
      ['\u2067', '\u2069'],
    ],
    ...[
      ['', comma.trimEnd()],
      ['', '\u200b'],
    ],
  );
  const tag = fc.constantFrom('ops', 'größe', '基盤', 'платформа', 'قاعدة');
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words).map((word): Part => ({ typed: word, kept: word })) },
    fc.tuple(sign, name, around).map(([at, waits, [before, after]]): Part => ({
      typed: `${before}${at}${waits}${after}`,
      waits,
    })),
    fc.tuple(sign, name).map(([at, who]): Part => ({ typed: `${at}“${who} ${who}”`, waits: `${who} ${who}` })),
    fc.tuple(fc.constantFrom('#', '＃'), tag).map(([hash, text]): Part => ({ typed: `${hash}${text}`, tag: text })),
    name.map((who): Part => ({ typed: `«@${who}»`, kept: `«@${who}»`, named: `«@${who}»` })),
    name.map((who): Part => ({ typed: `by ${who}`, kept: `by ${who}`, named: `by ${who}` })),
  );
});

const mark = fc.constantFrom('by +3wd', '(by 2026-12-01)', 'due fri 5pm', 'asked 3 days ago', '!oneway', 'owes @"Ops"');
const unread = fc.constantFrom<readonly [typed: string, named: string]>(
  ...([
    ['@2x', '@2x'],
    ['#4711', '#4711'],
    ['by tomorow', 'tomorow'],
    ['by 5m', '5m'],
    ['!now', '!now'],
  ] as const),
  ...([
    ['by fri or mon', 'fri or mon'],
    ['@anna’s note', '@anna’s'],
    ['by early december', 'early december'],
  ] as const),
);
const anyPart = fc.oneof(
  { weight: 5, arbitrary: part },
  mark.map((typed): Part => ({ typed })),
  unread.map(([typed, named]): Part => ({ typed, kept: typed, named })),
);

describe('a thousand capture lines in ten scripts', () => {
  it('lose nothing, leave nothing unsaid, and are saved as the preview shows them', () => {
    let saved = 0;
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 9 }), (parts) => {
        const line = parts.map(({ typed }) => typed).join(' ');
        const draft = read(line);
        const kept = parts.flatMap((each) => each.kept ?? []);
        assert.equal(draft.title, kept.join(' '), line);
        const names = new Set(parts.flatMap(({ waits }) => waits ?? []));
        assert.deepEqual(new Set(draft.waiting), names, line);
        assert.deepEqual(new Set(draft.tags), new Set(parts.flatMap(({ tag }) => tag ?? [])), line);
        const said = new Set(draft.remarks.map((remark) => ('words' in remark ? remark.words : '')));
        for (const { named } of parts) assert.ok(named === undefined || said.has(named), `${line}: ${named}`);

        const intent = captureOf(draft, { line: '' });
        const previewed = captureAs('', intent, { today, policy });
        const ruling = rule(intent, { register: new Register(), today, policy, device: 'laptop', newId: () => 'new' });
        if (isRefusal(previewed) || isRefusal(ruling)) {
          assert.deepEqual(ruling, previewed);
          return;
        }
        const register = new Register();
        register.add(logged(...ruling));
        const item = register.items.get('new');
        assert.ok(item);
        assert.equal(item.title, draft.title);
        const sentence = sayCaptured(previewed, today);
        assert.ok(sentence.startsWith(`“${item.title}” · `), sentence);
        assert.equal(sayCaptured({ ...item, type: 'itemCaptured', item: item.id }, today), sentence);
        for (const name of item.waiting) assert.ok(sentence.includes(name.slice(1)), sentence);
        saved++;
      }),
      { numRuns: 1_000, seed: 20_261_125 },
    );
    assert.ok(saved > 800, `${saved} saved: otherwise this would prove less than it says`);
  });

  it('stay the title as they are where nothing was taken, but for white space, control and direction characters', () => {
    const sign = fc.constantFrom(
      ...'@#!＠＃“”«»()（）、،.,;:/\'’"—'.split(''),
      'by ',
      ' asked ',
      'due ',
      '\u200f',
      '\u200b',
      '\0',
    );
    const text = fc
      .array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom(' ', 'fri', '5m', 'anna')))
      .map((some) => some.join('').replaceAll('\\', ''));
    let untouched = 0;
    fc.assert(
      fc.property(text, (line) => {
        const { title, remarks, ...fields } = read(line);
        if (Object.keys(fields).length > 3 || fields.waiting.length > 0 || fields.tags.length > 0) return;
        const plain = line
          .replaceAll(/\p{Bidi_Control}/gu, '')
          .replaceAll(/[\s\p{Cc}]+/gu, ' ')
          .trim();
        assert.equal(title, plain, JSON.stringify(remarks));
        untouched++;
      }),
      { numRuns: 2_000 },
    );
    assert.ok(untouched > 500, `${untouched} untouched`);
  });
});
