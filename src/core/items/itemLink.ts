/** The path of a link that shows an item: `vscode://pacesetter-dev.pacesetter/item/<id>`. */
const itemPath = /^\/item\/(?<id>[^/]+)\/?$/u;

/** Where the link of an item leads within the extension. */
export function itemLinkPath(id: string): string {
  return `/item/${encodeURIComponent(id)}`;
}

/**
 * The id a link names; undefined when it names none. Whether there is such an item is another question.
 *
 * @param path of the link, decoded once as VS Code hands it over
 */
export function itemOfLink(path: string): string | undefined {
  return itemPath.exec(path)?.groups?.['id'];
}
