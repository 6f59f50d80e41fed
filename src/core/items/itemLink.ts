/** The path of a link that shows an item: `vscode://pacesetter-dev.pacesetter/item/<id>`. */
const itemPath = /^\/item\/(?<id>[^/]+)\/?$/u;

/** The path of the link that shows the item. */
export function itemLinkPath(id: string): string {
  return `/item/${encodeURIComponent(id)}`;
}

/**
 * The id in a link; undefined when there is none. Does not check that the item exists.
 *
 * @param path of the link, already decoded once by VS Code
 */
export function itemOfLink(path: string): string | undefined {
  return itemPath.exec(path)?.groups?.['id'];
}
