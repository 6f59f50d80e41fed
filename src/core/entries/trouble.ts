/** Something about the log that the person should know. */
export type Trouble =
  | { readonly trouble: 'folderMissing'; readonly folder: string }
  | { readonly trouble: 'folderUnreadable'; readonly folder: string; readonly code: string }
  | { readonly trouble: 'fileUnreadable'; readonly file: string; readonly code: string }
  | { readonly trouble: 'fileGone'; readonly file: string }
  | { readonly trouble: 'fileShrank'; readonly file: string; readonly from: number; readonly to: number }
  | { readonly trouble: 'fileReplaced'; readonly file: string };
