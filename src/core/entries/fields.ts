/** Any of the fields. */
export type Some<T> = { readonly [F in keyof T]?: T[F] | undefined };

/** A change to any of the fields. An absent field is unchanged, `null` clears it. */
export type Change<T> = { readonly [F in keyof T]?: T[F] | null | undefined };
