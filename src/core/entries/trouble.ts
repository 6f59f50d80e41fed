/** What can have the name of a log file and is none. */
export type NoFile = 'link' | 'folder' | 'pipe' | 'socket' | 'device';

/** A problem with the log folder or one of its files. `code` is the file system's; `from` and `to` are bytes. */
export type Trouble =
  | { readonly trouble: 'folderMissing'; readonly folder: string }
  | { readonly trouble: 'folderUnreadable'; readonly folder: string; readonly code: string }
  | { readonly trouble: 'fileUnreadable'; readonly file: string; readonly code: string }
  /** Never opened, because it is no regular file. `isOwn`: this machine cannot write there. */
  | { readonly trouble: 'noFile'; readonly file: string; readonly is: NoFile; readonly isOwn: boolean }
  /** Files of the folder that are not even looked at: `left` more than `most`. */
  | { readonly trouble: 'tooManyFiles'; readonly folder: string; readonly left: number; readonly most: number }
  /** Only the first `read` bytes count: the files of other machines are larger than `most` bytes together. */
  | { readonly trouble: 'fileTooLarge'; readonly file: string; readonly read: number; readonly most: number }
  | { readonly trouble: 'fileGone'; readonly file: string }
  | { readonly trouble: 'fileShrank'; readonly file: string; readonly from: number; readonly to: number }
  | { readonly trouble: 'fileReplaced'; readonly file: string };

/** The first troubles of each kind, and how many more there are: a folder can hold a thousand that are all alike. */
export function firstOfEachKind(troubles: readonly Trouble[], most: number): { first: Trouble[]; left: number } {
  const kinds = Map.groupBy(troubles, ({ trouble }) => trouble);
  const first = [...kinds.values()].flatMap((alike) => alike.slice(0, most));
  return { first, left: troubles.length - first.length };
}
