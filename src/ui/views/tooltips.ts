import * as vscode from 'vscode';
import { assignmentSentences } from '../../core/assignments/assignmentSentences.ts';
import type { AssignmentRow } from '../../core/assignments/workBoard.ts';
import { sayLetters } from '../../core/board/letterText.ts';
import type { BoardRow } from '../../core/board/row.ts';
import { itemSentences } from '../../core/items/itemSentences.ts';
import { escapeMarkdown } from '../../core/text/markdown.ts';
import type { Day } from '../../core/time/day.ts';
import { contextValueOf } from './waiting/contextValue.ts';

/** All that is to be said about an item, and the letters that do something with it. */
export function itemTooltip(row: BoardRow, today: Day): vscode.MarkdownString {
  return tooltipOf([...itemSentences(row, today).map(escapeMarkdown), sayLetters(contextValueOf(row))]);
}

/** All that is to be said about an assignment. */
export function assignmentTooltip(row: AssignmentRow, today: Day): vscode.MarkdownString {
  return tooltipOf(assignmentSentences(row, today).map(escapeMarkdown));
}

function tooltipOf([title = '', ...facts]: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString([`**${title}**`, ...facts].join('\n\n'));
}
