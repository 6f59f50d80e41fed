/** Why a file cannot be read, whatever it holds. */
export type FileFault =
  | { readonly fault: 'missing' | 'folder' | 'notAFile' | 'notAllowed' }
  | { readonly fault: 'unreadable'; readonly message: string }
  | { readonly fault: 'tooBig'; readonly megabytes: number; readonly limit: number };
