import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { projectFolder } from './projectFolder.mjs';

/** How many arguments from the first one on are messages, and where the first one stands. */
const messagesOf = new Map([
  ['t', { first: 0, count: 1 }],
  ['counted', { first: 1, count: 2 }],
]);

export const bundleFile = join(projectFolder, 'l10n', 'bundle.l10n.json');

/**
 * @typedef {{ messages: string[], hidden: string[] }} Extracted hidden: places of calls whose message is no literal, so
 *   that nobody could translate it
 */

/** @returns {Extracted} every message in src, sorted */
export function extractMessages() {
  const folder = join(projectFolder, 'src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const all = names.filter((name) => basename(name) !== 'translate.ts').map((name) => messagesIn(join(folder, name)));
  return {
    messages: [...new Set(all.flatMap(({ messages }) => messages))].sort(),
    hidden: all.flatMap(({ hidden }) => hidden),
  };
}

/**
 * @param {string} file
 * @returns {Extracted}
 */
function messagesIn(file) {
  const text = readFileSync(file, 'utf8');
  /** @type {Extracted} */
  const found = { messages: [], hidden: [] };
  new Visitor({
    CallExpression({ callee, arguments: given, start }) {
      const place = callee.type === 'Identifier' ? messagesOf.get(callee.name) : undefined;
      if (place === undefined) return;
      for (const argument of given.slice(place.first, place.first + place.count)) {
        const literals = literalsOf(argument);
        if (literals === undefined) found.hidden.push(`${file}:${text.slice(0, start).split('\n').length}`);
        else found.messages.push(...literals);
      }
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/**
 * @param {import('oxc-parser').Argument} argument
 * @returns {string[] | undefined} the texts it can be; undefined where that is known only when it runs
 */
function literalsOf(argument) {
  if (argument.type === 'Literal' && typeof argument.value === 'string') return [argument.value];
  if (argument.type !== 'ConditionalExpression') return undefined;
  const [yes, no] = [literalsOf(argument.consequent), literalsOf(argument.alternate)];
  return yes && no && [...yes, ...no];
}

/** @param {readonly string[]} messages */
export function bundleText(messages) {
  return `${JSON.stringify(Object.fromEntries(messages.map((message) => [message, message])), null, 2)}\n`;
}
