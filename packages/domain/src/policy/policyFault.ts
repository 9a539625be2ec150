/** Where in a policy something stands. */
export type FieldPath = ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>

/** Such as `triggers[0].count.value`. */
export const fieldOf = (path: FieldPath): string =>
  path
    .map((part) => (typeof part === "object" ? part.key : part))
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")

/** What is wrong with one field of a policy, in words. */
export interface PolicyFault {
  /** Such as `triggers[0].count.value`; empty for the whole. */
  readonly field: string
  readonly message: string
}
