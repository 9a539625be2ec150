/** What stands where a value was to be put in, and was not: a variable that nothing expanded, or an example's own word. */
import type { SettingKind } from "./settingKind.ts"

const ESCAPE = /\\[nrt]$/
const EXPANDED_BY_NOBODY = /^\$[A-Za-z_]\w*$|^%[A-Za-z_]\w*%$|\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}/
const NAME_IN_ADDRESS = /[:/@]\$[A-Z_][A-Z0-9_]*(?=$|[:/@])/
const IN_BRACKETS = /^[<[].*[>\]]$/
const BRACKETS_INSIDE = /<[^<>@]+>/
const NO_WORD = /^(?:null|undefined|none|nil|n\/a|to-?do|tb[acd]|fixme|x+|…|-+)$/i
const STAND_IN = /change[-_ ]?me|replace[-_ ]?(?:me|this)|place[-_ ]?holder|(?:^|[-_/])your[-_ ]|x{5}|\.{3}|^\.+$/i
/** From the messages and pages that say what a setting looks like. */
const EXAMPLE = /\b[CSTU]012AB3CD\b|\/\/user:password@host\b/

/** In a name or a file much may stand, and a secret that people make up may hold any sign. */
const isStandIn = (value: string, kind: SettingKind): boolean => {
  if (NO_WORD.test(value)) return true
  if (kind === "text") return /^(?:change[-_ ]?me|replace[-_ ]?me|place[-_ ]?holder|your[-_ ].*)$/i.test(value)
  return STAND_IN.test(value)
}

const isBracketed = (value: string, kind: SettingKind): boolean =>
  IN_BRACKETS.test(value) || (kind !== "shared secret" && BRACKETS_INSIDE.test(value))

/** Why the value can only be a mistake, in words that repeat nothing of it. */
export const placeholderIn = (value: string, kind: SettingKind): string | undefined => {
  if (ESCAPE.test(value)) return "ends in a backslash and a letter that were to be a line break. Take both away"
  if (EXPANDED_BY_NOBODY.test(value) || (kind === "address" && NAME_IN_ADDRESS.test(value))) {
    return "holds the name of a variable in place of its value. Set the value itself, or see that the name is expanded"
  }
  if (isBracketed(value, kind))
    return "holds a place in brackets where the value was to be put in. Set the value itself"
  return isStandIn(value, kind) || EXAMPLE.test(value)
    ? "holds the words of an example, and no value. Set the value itself"
    : undefined
}
