/** Where in a value something stands. */
export type FieldPath = ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>

/** Such as `triggers[0].count.value`. */
export const fieldOf = (path: FieldPath): string =>
  path
    .map((part) => (typeof part === "object" ? part.key : part))
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")
