import type * as vscode from 'vscode';
import { itemOfLink } from '../../core/items/itemLink.ts';
import { t } from '../../core/text/translate.ts';
import type { Services } from '../commandContext.ts';
import { sayInformation } from '../notifications.ts';

/**
 * Shows the item a link names. A link may come from anywhere, so it only shows and never changes anything; its query is
 * ignored.
 */
export async function openLink(
  { store, loaded, panels }: Pick<Services, 'store' | 'loaded' | 'panels'>,
  uri: vscode.Uri,
): Promise<void> {
  await loaded;
  const id = itemOfLink(uri.path);
  // The item may have been captured in another window a moment ago.
  await store.refresh();
  if (id === undefined) void sayInformation(t('This link names no item.'));
  else if (!store.register.items.has(id)) void sayInformation(t('The item of this link is not in this machine’s log.'));
  else await panels.openItem(id);
}
