import * as vscode from 'vscode';
import { sayLetters } from '../../../core/board/letterText.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { itemSentences } from '../../../core/items/itemSentences.ts';
import { escapeMarkdown } from '../../../core/text/markdown.ts';
import type { Day } from '../../../core/time/day.ts';
import { contextValueOf } from './contextValue.ts';

/** All that is to be said about an item, and the letters that do something with it. */
export function itemTooltip(row: BoardRow, today: Day): vscode.MarkdownString {
  const [title = '', ...facts] = itemSentences(row, today).map(escapeMarkdown);
  return new vscode.MarkdownString([`**${title}**`, ...facts, sayLetters(contextValueOf(row))].join('\n\n'));
}
