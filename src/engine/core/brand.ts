declare const brand: unique symbol;

/** A plain value that may only be used where its name is asked for: ids, instants, durations and numbers are never bare. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
