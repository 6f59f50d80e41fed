/** Why a file cannot be read, independent of its content. */
export type FileFault =
  | { readonly fault: 'missing' | 'folder' | 'notAFile' | 'notAllowed' | 'notText' | 'damagedText' }
  | { readonly fault: 'unreadable'; readonly message: string }
  | { readonly fault: 'tooBig'; readonly megabytes: number; readonly limit: number };
