type AbsentKey<Fields, Key extends keyof Fields> = undefined extends Fields[Key] ? Key : never

/** The same fields, those that may be undefined as optional ones. */
export type DefinedFields<Fields> = {
  readonly [Key in keyof Fields as Exclude<Key, AbsentKey<Fields, Key>>]: Fields[Key]
} & { readonly [Key in keyof Fields as AbsentKey<Fields, Key>]?: Exclude<Fields[Key], undefined> }

/**
 * Without the fields that are undefined: commands, events and policies leave out what they do not say. Only own
 * enumerable fields are copied; what they hold is not.
 *
 * @example
 * ```ts
 * import { definedFields } from "@safe-return/domain/definedFields"
 *
 * definedFields({ reason: "other", note: undefined }) // {"reason":"other"}
 * ```
 */
export const definedFields = <Fields extends object>(fields: Fields): DefinedFields<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as DefinedFields<Fields>
