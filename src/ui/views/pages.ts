import * as vscode from 'vscode';
import type { AssignmentRow } from '../../core/assignments/workBoard.ts';
import { titlesIn } from '../../core/register/titles.ts';
import { checkClarity } from '../../core/clarity/check.ts';
import { clarityContext } from '../../core/rules/assign.ts';
import { briefText } from '../../core/reports/brief.ts';
import { startOfText } from '../../core/text/clean.ts';
import { t } from '../../core/text/translate.ts';
import { pageScheme } from '../commandIds.ts';
import type { Services } from '../commandContext.ts';

type PageContext = Pick<Services, 'store' | 'feed' | 'settings'>;

const reports = new Map<string, string>();
const assignmentQuery = 'assignment=';

/** URI of the brief of an assignment. */
export function briefPage(id: string, outcome: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: pageScheme,
    path: `/${pageName(outcome)}.md`,
    query: `${assignmentQuery}${encodeURIComponent(id)}`,
  });
}

/** A title as the name of a page or a file, of at most 60 characters that cannot lead into another folder. */
export function pageName(title: string): string {
  return (
    startOfText(
      title
        .replace(/[^\p{L}\p{N} ,.'()-]/gu, ' ')
        .trim()
        .replace(/^\.+/, ''),
      60,
    ) || t('Item')
  );
}

/** Shows a page in the group to the side; if a preview is active already, in the active group. */
export async function showBeside(page: vscode.Uri): Promise<void> {
  const activeInput = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isToSide = activeInput !== undefined && !isPreview(activeInput);
  await vscode.commands.executeCommand(isToSide ? 'markdown.showPreviewToSide' : 'markdown.showPreview', page);
}

/** The brief of an assignment as Markdown. */
export function briefOf({ store, feed }: PageContext, row: AssignmentRow): string {
  const { register } = store;
  const findings = checkClarity(row.agreement, clarityContext({ register, policy: feed.policy() }));
  return briefText(row, feed.work.today, titlesIn(register), findings);
}

/** Stores a report in memory and returns its URI. A new report of the same name replaces the old one. */
export function reportPage(name: string, text: string): vscode.Uri {
  reports.set(name, text);
  return vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md`, query: 'report' });
}

/** How many pages are kept up to date: more than anybody keeps open. */
const maxTracked = 50;

/**
 * Provides the read-only pages: a brief, or a report. An open page is updated when its subject
 * changes.
 */
export class Pages {
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** URIs of the requested pages, the latest last. */
  readonly #provided = new Map<string, vscode.Uri>();

  /** @param changed fired with the address of each open page whose text may have changed */
  constructor(
    readonly context: PageContext,
    readonly changed: vscode.EventEmitter<vscode.Uri>,
  ) {
    this.#subscriptions = [
      context.feed.onDidChange(() => this.#refresh()),
      // The log may have changed after the text was provided and before VS Code knows the document.
      vscode.workspace.onDidOpenTextDocument((document) => {
        const { uri } = document;
        if (uri.scheme === pageScheme && document.getText() !== this.textOf(uri)) this.changed.fire(uri);
      }),
    ];
  }

  /** The text of a page, in Markdown. */
  textOf(uri: vscode.Uri): string {
    this.#remember(uri);
    return uri.query.startsWith(assignmentQuery)
      ? this.#brief(uri.query.slice(assignmentQuery.length))
      : (reports.get(uri.path.slice(1, -'.md'.length)) ?? '');
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #brief(id: string): string {
    const row = this.context.feed.work.assignments.find((assignment) => assignment.id === id);
    return row === undefined
      ? t('This assignment is not in the log any more: handing it out was undone.')
      : briefOf(this.context, row);
  }

  #remember(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#provided.delete(key);
    this.#provided.set(key, uri);
    for (const oldest of this.#provided.keys()) if (this.#provided.size > maxTracked) this.#provided.delete(oldest);
  }

  #refresh(): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const dropped: vscode.Uri[] = [];
    for (const [key, uri] of this.#provided) {
      if (open.has(key)) this.changed.fire(uri);
      else dropped.push(uri);
    }
    // VS Code closes the document of a preview after some minutes, and then ignores change events for it.
    if (dropped.some(isPreviewed)) void vscode.commands.executeCommand('markdown.preview.refresh');
  }
}

function isPreview(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
}

/** Whether a Markdown preview of the page is open. Only the title of a preview tells which page it shows. */
function isPreviewed({ path }: vscode.Uri): boolean {
  const name = path.slice(1);
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => isPreview(input) && label.includes(name)),
  );
}
