/**
 * npm run l10n: writes l10n/bundle.l10n.json, every message that passes through `t` or `counted`, for translators. A copy
 * of it as bundle.l10n.<language>.json, with the second of each pair translated, is what VS Code shows in that language.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { bundleFile, bundleText, extractMessages } from './lib/messages.mjs';

const { messages, hidden } = extractMessages();
for (const place of hidden) console.error(`${place}: the message is no literal, so nobody could translate it.`);
writeFileSync(bundleFile, bundleText(messages));
console.log(`${messages.length} messages in ${bundleFile}`);
process.exitCode = hidden.length === 0 ? 0 : 1;
