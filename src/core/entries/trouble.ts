/** A problem with the log folder or one of its files. `code` is the file system's; `from` and `to` are bytes. */
export type Trouble =
  | { readonly trouble: 'folderMissing'; readonly folder: string }
  | { readonly trouble: 'folderUnreadable'; readonly folder: string; readonly code: string }
  | { readonly trouble: 'fileUnreadable'; readonly file: string; readonly code: string }
  | { readonly trouble: 'fileGone'; readonly file: string }
  | { readonly trouble: 'fileShrank'; readonly file: string; readonly from: number; readonly to: number }
  | { readonly trouble: 'fileReplaced'; readonly file: string };
