import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlOfMarkdown } from '../../../support/renderedMarkdown.ts';
import { describe, it } from 'mocha';
import { cleanText } from '../../../../src/core/text/clean.ts';
import { escapeMarkdown, escapeTableCell } from '../../../../src/core/text/markdown.ts';

/** What is left of a text: no white space but single spaces. */
const lineOf = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ').trim();
const htmlOf = (text: string): string =>
  lineOf(text).replaceAll(
    /[&<>"']/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;',
  );
/** The HTML of a parser, with white space as a page shows it. */
const render = (markdown: string): string =>
  htmlOfMarkdown(markdown)
    .replaceAll(/ +/gu, ' ')
    .replaceAll(/(?<=<(?:p|h1|li|td [^>]*)>) | (?=<\/)/gu, '');

/** Each place where people's words stand in our Markdown, and what a parser has to make of it. */
const places: readonly (readonly [name: string, markdown: (text: string) => string, html: (text: string) => string])[] =
  [
    ['a paragraph', escapeMarkdown, (html) => `<p>${html}</p>\n`],
    ['a heading', (text) => `# ${escapeMarkdown(text)}`, (html) => `<h1>${html}</h1>\n`],
    ['a list', (text) => `- ${escapeMarkdown(text)}`, (html) => `<ul>\n<li>${html}</li>\n</ul>\n`],
    ['a sentence', (text) => `Owner: ${escapeMarkdown(text)} · due`, (html) => `<p>Owner: ${html} · due</p>\n`],
    [
      'a table',
      (text) => `| a |\n|:--|\n| ${escapeTableCell(text)} |`,
      (html) =>
        `<table>\n<thead>\n<tr>\n<th align="left">a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td align="left">${html}</td>\n</tr>\n</tbody></table>\n`,
    ],
  ];

const hostile = [
  ...[
    '[x](command:workbench.action.quit)',
    '![x](https://evil.test/a.png)',
    '[x]: https://evil.test',
    '[x][y]',
    '[ ] done',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '</p>',
    '<!-- x -->',
    '<https://evil.test>',
    '<a@evil.test>',
    '&lt;b&gt;',
    '&#60;b',
    '&#x3c;b',
  ],
  ...['https://evil.test', 'see HTTP://evil.test_a_', 'www.evil.test', 'anna@evil.test', 'ftp://evil.test'],
  ...[
    '# h',
    '## h ##',
    'h #',
    '#',
    '- x',
    '+ x',
    '* x',
    '1. x',
    '12) x',
    '> x',
    '>x',
    '---',
    '* * *',
    '___',
    '===',
    '- - -',
  ],
  ...['`code`', '``` js', '~~~', '~~struck~~', 'a~b~', '*b*', '**b**', '_i_', '__b__', 'a*b*c', '_a_b_', '***'],
  ...[
    '| a | b |',
    '|---|',
    ':--',
    '--|--',
    '$(trash)',
    '$x$',
    '$$x$$',
    'a\\',
    '\\',
    '\\[x](y)',
    'a\\*b*',
    '\\\\*b*',
    '    code',
  ],
];
const signs = [
  '\t',
  '\n',
  'a',
  'é',
  '漢',
  '1',
  '😀',
  ...String.raw`\ ${'`'} * _ { } [ ] ( ) < > # + - . ! | ~ $ & : @ =`.split(' '),
  ' ',
];
const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...hostile, ...signs), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  },
  fc.string({ unit: 'binary' }),
  fc.string(),
);

describe('people’s words inside Markdown', () => {
  for (const [name, markdown, html] of places) {
    it(`are the same words in ${name}, and nothing but words`, () => {
      for (const text of hostile) assert.equal(render(markdown(text)), html(htmlOf(text)), text);
      fc.assert(
        fc.property(words, (text) => {
          if (lineOf(text) !== '') assert.equal(render(markdown(text)), html(htmlOf(text)));
        }),
        { numRuns: 2_000 },
      );
    });
  }

  it('stay as they are where no parser would misread them', () => {
    for (const text of [
      'Pick the on-call vendor (again!), or not?',
      'Anna’s plan: 50 % of $5, R&D, C#, a/b, 3 * 4 = 12; ~3 days; "quoted", \'so\'',
      'Rename snake_case to kebab-case + ship it. v1.2 {draft} a < b > c ^ d',
      '#platform - not #1',
      '2 vendors. 3 left',
      'C:\\temp, @anna | @sam',
      '-5 degrees',
      '1.5 days',
      'Is <3 more than &?',
    ]) {
      assert.equal(escapeMarkdown(text), text);
    }
  });

  it('lose line breaks and what hides or reorders text', () => {
    assert.equal(escapeMarkdown('a\u2028b\r\nc\t d\u202e'), 'a b c d');
  });
});
