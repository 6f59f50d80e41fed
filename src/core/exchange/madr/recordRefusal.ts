/** Something unusual in a record that goes in all the same; worded in `recordImportText.ts`. */
export type RecordRemark =
  | { readonly remark: 'noStatus' }
  | { readonly remark: 'frontMatter'; readonly line: string }
  | { readonly remark: 'monthOnly' | 'unreadDay'; readonly told: string };

/** Why a record is refused; worded in `recordImportText.ts`. */
export type RecordRefusal =
  | { readonly refused: 'noTitle' | 'template' | 'noDay' | 'noOutcome' }
  | { readonly refused: 'unreadableDay' | 'ambiguousDay'; readonly told: string }
  | { readonly refused: 'notDecided' | 'unknownStatus'; readonly status: string };
