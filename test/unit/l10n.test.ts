import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parseSync, Visitor } from 'oxc-parser';
import { bundleFile, bundleText, extractMessages } from '../../scripts/lib/messages.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { manifest } from '../support/manifest.ts';

describe('the messages for translators', () => {
  const { messages, hidden } = extractMessages();

  it('are all that pass through t and counted: run "npm run l10n" after changing one', () => {
    assert.equal(manifest.l10n, './l10n');
    assert.ok(messages.length > 500);
    assert.equal(readFileSync(bundleFile, 'utf8'), bundleText(messages));
  });

  it('are literals wherever they are used, so that none is missed', () => {
    assert.deepEqual(hidden, []);
  });

  it('number their holes from {0} on, without a gap', () => {
    for (const message of messages) {
      const holes = new Set([...message.matchAll(/\{([^}]*)\}/g)].map(([, hole]) => hole ?? ''));
      // A plural form may leave out the number.
      const first = holes.has('0') ? 0 : 1;
      assert.deepEqual(
        [...holes].toSorted(),
        [...holes].map((_, index) => String(index + first)),
        message,
      );
    }
  });

  it('say “held” of what is held on purpose only: the answer to a check is that it stood', () => {
    const onPurpose =
      /\bon hold\b|\bheld until\b|\b(?:a|the) hold\b|\bthat you held\b|^Hold\b|^(?:Held|Not held|Held or Not)$/i;
    const ids = /“held” or “reversed”/;
    assert.deepEqual(
      messages.filter((text) => /\b(?:held|hold)\b/i.test(text.replace(ids, '')) && !onPurpose.test(text)),
      [],
    );
  });

  it('are all the sentences there are: none stands in the source without passing through t', () => {
    const files = ['src/core', 'src/app', 'src/files', 'src/ui', 'src/webview', 'src/extension.ts'].flatMap(sourcesIn);
    assert.deepEqual(
      files.flatMap((file) => sentencesOutside(file).map((sentence) => `${file}: ${sentence}`)),
      [],
    );
  });
});

function sourcesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  // The sample's texts belong to its leader, as any title does. Decision records use the words of their format in every
  // language, so that other programs can read them.
  return readdirSync(join(projectFolder, path), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !/sample[/\\](?:items|work|pastWork)\.ts$|exchange[/\\]madr[/\\]/.test(name),
    )
    .map((name) => `${path}/${name}`);
}

/** Calls whose texts are translated or are meant for developers. */
const translatedCalls = /^(?:t|counted|(?!Human)\w*Error|(?:this\.#context|context)?\.?output\.\w+|console\.\w+)$/;

/**
 * Files in which nearly every text is shown to a person. Elsewhere a sentence starts with a capital; identifiers do
 * not.
 */
const textFiles =
  /^src\/(?:core\/.*(?:Text|Sentences)\.ts$|core\/(?:capture\/(?:preview|remarks)|reports\/(?:brief|itemPage))\.ts$|ui\/(?:commands|import|prompts)\/|webview\/(?:view|wording)\/)/;

/** Texts of at least two words that are not passed to the translator. */
function sentencesOutside(file: string): string[] {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  const spans: [number, number][] = [];
  const found: { start: number; words: string }[] = [];
  new Visitor({
    CallExpression({ callee, start, end }) {
      if (translatedCalls.test(text.slice(callee.start, callee.end))) spans.push([start, end]);
    },
    NewExpression({ callee, start, end }) {
      if (translatedCalls.test(text.slice(callee.start, callee.end))) spans.push([start, end]);
    },
    Literal({ value, start }) {
      if (typeof value === 'string') found.push({ start, words: value });
    },
    TemplateLiteral({ quasis, start }) {
      found.push({
        start,
        words: quasis
          .map(({ value }) => value.raw)
          .join('0')
          .replaceAll(/<[^>]*>/g, ' '),
      });
    },
  }).visit(parseSync(file, text).program);
  return found.flatMap(({ start, words }) => {
    const isTranslated = spans.some(([from, to]) => from <= start && start < to);
    const sentence = textFiles.test(file) ? /\p{L}{2,},? \p{L}{2,}/u : /^\P{L}*\p{Lu}\p{L}*,? (?:.* )?\p{L}{2,}/u;
    return isTranslated || !sentence.test(words) ? [] : [words.trim()];
  });
}
