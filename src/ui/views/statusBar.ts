import * as vscode from 'vscode';
import type { Board } from '../../core/board/board.ts';
import { overdueSentence, sayChecksDue, statusLabel, statusText } from '../../core/figures/figureText.ts';
import { waitingRows } from '../../core/board/order.ts';
import { rowFacts, sayAge } from '../../core/items/itemText.ts';
import { sayTrouble, sayTroubleShortly } from '../../core/log/troubleText.ts';
import { escapeMarkdown } from '../../core/text/markdown.ts';
import type { Trouble } from '../../core/entries/trouble.ts';
import { t } from '../../core/text/translate.ts';
import { commandIds, waitingViewId } from '../commandIds.ts';
import type { Services } from '../commandContext.ts';

/** How many items the tooltip lists; or how many troubles. */
const listedItems = 5;

/**
 * The status bar item: the number of overdue items; or what is wrong with the log, since then no count can be trusted.
 */
export class StatusBar {
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(readonly context: Pick<Services, 'feed' | 'settings'>) {
    this.#item = vscode.window.createStatusBarItem('pacesetter.overdue', vscode.StatusBarAlignment.Left, 0);
    this.#item.name = t('Pacesetter: overdue');
    this.#item.command = `${waitingViewId}.focus`;
    this.#subscriptions = [this.#item, context.feed.onDidChange((board) => this.#update(board))];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #update(board: Board): void {
    const { overdue } = board.totals;
    const mode = this.context.settings.statusBar;
    const [trouble, ...more] = this.context.feed.store?.log.troubles ?? [];
    if (mode !== 'never' && trouble !== undefined) return this.#showTroubles([trouble, ...more]);
    if (mode === 'never' || (mode === 'whenOverdue' && overdue === 0)) return this.#item.hide();
    this.#item.text = `$(law) ${statusText(board.totals)}`;
    this.#item.accessibilityInformation = { label: statusLabel(board), role: 'button' };
    this.#item.tooltip = tooltip(board);
    this.#item.backgroundColor = overdue > 0 ? new vscode.ThemeColor(warning) : undefined;
    this.#item.show();
  }

  #showTroubles(troubles: readonly [Trouble, ...Trouble[]]): void {
    const sentences = troubles.slice(0, listedItems).map(sayTrouble);
    this.#item.text = `$(warning) ${sayTroubleShortly(troubles[0])}`;
    this.#item.accessibilityInformation = { label: t('Pacesetter: {0}', sentences.join(' ')), role: 'button' };
    this.#item.tooltip = new vscode.MarkdownString(sentences.map(escapeMarkdown).join('\n\n'));
    this.#item.backgroundColor = new vscode.ThemeColor(warning);
    this.#item.show();
  }
}

const warning = 'statusBarItem.warningBackground';

function tooltip(board: Board): vscode.MarkdownString {
  const lines = [`**${overdueSentence(board.totals)}**`, ''];
  const checks = sayChecksDue(board.totals);
  if (checks !== undefined) lines.push(checks, '');
  // Under the number of overdue items stand overdue items only; without any, what comes next.
  const waiting = waitingRows(board);
  const those = board.totals.overdue > 0 ? waiting.filter(({ overdue }) => overdue) : waiting;
  const listed = those.slice(0, listedItems);
  if (listed.length > 0) {
    lines.push('| | | |', '|:--|:--|--:|');
    for (const row of listed) {
      const open = encodeURIComponent(JSON.stringify([{ id: row.id }]));
      const title = `[${escapeMarkdown(row.title)}](command:${commandIds.openItem}?${open})`;
      const facts = escapeMarkdown(rowFacts(row, board.today));
      lines.push(`| ${title} | ${facts} | ${row.closing === undefined ? sayAge(row.ageInDays) : ''} |`);
    }
    lines.push('');
  }
  if (those.length > listed.length) lines.push(t('and {0} more', those.length - listed.length), '');
  lines.push(`[${t('Capture')}](command:${commandIds.capture})`);
  const text = new vscode.MarkdownString(lines.join('\n'));
  // Only these two commands: they show or ask, and change nothing by themselves. Titles are escaped above.
  text.isTrusted = { enabledCommands: [commandIds.openItem, commandIds.capture] };
  return text;
}
