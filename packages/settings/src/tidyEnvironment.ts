/** The environment as meant: a copied line break is taken away, and what may be a mistake is refused by name. */

import { nearest } from "./didYouMean.ts"
import { isSetting, kindOf, type SettingKind, settingKinds } from "./settingKind.ts"

/** A placeholder whose value was never put in: a variable that nothing expanded, or an example's own word. */
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
const placeholderIn = (value: string, kind: SettingKind): string | undefined => {
  if (ESCAPE.test(value)) return "ends in a backslash and a letter in place of a line break. Take both away"
  if (EXPANDED_BY_NOBODY.test(value) || (kind === "address" && NAME_IN_ADDRESS.test(value))) {
    return "holds the name of a variable in place of its value. Set the value itself, or see that the name is expanded"
  }
  if (isBracketed(value, kind)) return "holds a place in brackets for the value. Set the value itself"
  return isStandIn(value, kind) || EXAMPLE.test(value)
    ? "holds the words of an example, and no value. Set the value itself"
    : undefined
}

/** Names that look like settings and are none: one that is nearly a setting's was meant as it. */
const names = Object.keys(settingKinds)

const OURS = /^safe[^a-z0-9]?return[^a-z0-9]/i
/** With letters swapped, left out or doubled. */
const NEARLY_OURS = /^s[a-z]{2,4}[^a-z0-9]?r[a-z]{3,7}[^a-z0-9]/i
/** Slack's names are other programs' too. */
const OF_SLACK = /^slack[^a-z0-9]/i

/** So many letters may be wrong before a name is taken for another. Working choices. */
const [MISTAKES_IN_OURS, MISTAKES_IN_SLACKS] = [3, 2]

type UnknownSetting =
  | { readonly _tag: "Misspelt"; readonly message: string }
  /** Perhaps of another version: the start does not fail by it. */
  | { readonly _tag: "Unknown"; readonly message: string }

const inOneStyle = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "_")
    .replace(/^SAFERETURN_/, "SAFE_RETURN_")

const meantBy = (name: string): string | undefined => {
  if (OF_SLACK.test(name)) return nearest(inOneStyle(name), names, MISTAKES_IN_SLACKS)[0]
  return NEARLY_OURS.test(name) ? nearest(inOneStyle(name), names, MISTAKES_IN_OURS)[0] : undefined
}

/** Undefined where it is a setting, or nothing of ours. */
const unknownSetting = (name: string): UnknownSetting | undefined => {
  if (isSetting(name)) return undefined
  const meant = meantBy(name)
  if (meant !== undefined) {
    return { _tag: "Misspelt", message: `is no setting. If ${meant} is meant, set that; if not, take it away` }
  }
  return OURS.test(name)
    ? {
        _tag: "Unknown",
        message: "is no setting of this version, and was not read. Check its spelling, or take it away"
      }
    : undefined
}

export interface TidyEnvironment {
  /** Every variable, ours without what came along; a blank one is not among them. */
  readonly values: Readonly<Record<string, string>>
  /** What cannot be used, by name, in words that repeat nothing of it. */
  readonly problems: ReadonlyMap<string, string>
  /** What was taken away or not read at all, in sentences that repeat nothing of it. */
  readonly notices: ReadonlyArray<string>
}

/** Spaces of every width, control characters, and characters that take no room at all. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{DI}]`
const AROUND = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, "gu")
const INSIDE = new RegExp(UNSEEN, "u")
/** In a text a plain space is a character like any other. */
const INSIDE_TEXT = new RegExp(`(?! )${UNSEEN}`, "u")
/** Between the entries of a list a line break parts as well as a space. */
const INSIDE_LIST = /[\p{Cf}\p{Zl}\p{Zp}\p{DI}]|(?![\t\n\r])\p{Cc}/u

const QUOTED = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|«(.*)»)$/su
const QUOTE = /["'`“”‘’«»]/u
const SCHEME = /^(?:authorization\s*:\s*)?bearer(?:\s+|$)/iu
const PRINTABLE_ASCII = /^[\x21-\x7e]*$/

interface Reading {
  readonly value: string
  readonly without: ReadonlyArray<string>
}

const unquoted = (value: string): string => {
  const groups = QUOTED.exec(value)?.slice(1)
  return groups?.find((inner) => inner !== undefined) ?? value
}

/** Around a key that others hold too, quotes may be part of what they hold. */
const mayBeQuoted = (kind: SettingKind): boolean => kind !== "shared secret"
const mayFollowScheme = (kind: SettingKind): boolean => kind === "token" || kind === "shared secret"

/** Twice, because a value in quotes may have a line break within them. */
const read = (given: string, kind: SettingKind): Reading => {
  let value = given
  const without = new Set<string>()
  const change = (what: string, changed: string) => {
    if (changed === value) return
    value = changed
    without.add(what)
  }
  for (let pass = 0; pass < 2; pass++) {
    change("the spaces, line breaks or unseen characters around it", value.replace(AROUND, ""))
    if (mayBeQuoted(kind)) change("the quotes around it", unquoted(value))
    if (mayFollowScheme(kind)) change("the word Bearer before it", value.replace(SCHEME, ""))
  }
  return { value: value.replace(AROUND, ""), without: [...without] }
}

const COPY_AGAIN = "Copy it again"

const wrongInSecret = (value: string): string | undefined => {
  if (INSIDE.test(value)) return `holds a space, a line break or an unseen character inside. ${COPY_AGAIN}, as one word`
  if (!PRINTABLE_ASCII.test(value)) return `holds a character that is no plain letter, digit or sign. ${COPY_AGAIN}`
  return undefined
}

const wrongIn = (name: string, value: string, kind: SettingKind): string | undefined => {
  if (value.startsWith(`${name}=`)) return "holds its own name before the value. Take the name and = away"
  const placeholder = placeholderIn(value, kind)
  if (placeholder !== undefined) return placeholder
  switch (kind) {
    case "secret":
    case "token":
      return wrongInSecret(value) ?? (QUOTE.test(value) ? `holds a quote. ${COPY_AGAIN}, without quotes` : undefined)
    case "shared secret":
      return (
        wrongInSecret(value) ??
        (unquoted(value) === value
          ? undefined
          : "stands in quotes. Take them away, and make sure that its sender has it without them too")
      )
    case "word":
    case "address":
      return INSIDE.test(value) ? `holds a space, a line break or an unseen character inside. ${COPY_AGAIN}` : undefined
    case "list":
      return INSIDE_LIST.test(value) ? "holds an unseen character inside. Type it again" : undefined
    case "text":
      return INSIDE_TEXT.test(value) ? "holds a line break or an unseen character inside. Type it again" : undefined
  }
}

const isSecret = (kind: SettingKind | undefined): boolean =>
  kind === "token" || kind === "secret" || kind === "shared secret"

/** A secret that stands in two places was copied into one of them by mistake, or lets one party pass for another. */
const sharedSecrets = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const known = new Map<string, string>()
  const shared = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) {
    if (!isSecret(kindOf(name))) continue
    const other = known.get(value)
    if (other === undefined) known.set(value, name)
    else shared.set(name, `has the same value as ${other}. Give each a value of its own`)
  }
  return shared
}

/** A file of variables may begin with a mark of its encoding, or be written for a shell. */
const nameOf = (given: string): string => given.replace(AROUND, "").replace(/^export\s+/, "")

export const tidyEnvironment = (environment: Readonly<Record<string, string | undefined>>): TidyEnvironment => {
  const values: Record<string, string> = {}
  const problems = new Map<string, string>()
  const notices: Array<string> = []
  // A name as it should be goes before the same with something around it.
  const given = Object.entries(environment).toSorted(
    ([one], [other]) => Number(nameOf(one) !== one) - Number(nameOf(other) !== other)
  )
  for (const [asGiven, text = ""] of given) {
    const name = nameOf(asGiven)
    const kind = kindOf(name)
    if (kind === undefined) {
      const unknown = text.trim() === "" ? undefined : unknownSetting(name)
      if (unknown?._tag === "Misspelt") problems.set(name, unknown.message)
      if (unknown?._tag === "Unknown") notices.push(`${name} ${unknown.message}.`)
      if (asGiven !== name || text.trim() === "") continue
      values[name] = text
      continue
    }
    const { value, without } = read(text, kind)
    if (value === "" || name in values) continue
    values[name] = value
    const wrong = wrongIn(name, value, kind)
    if (wrong !== undefined) problems.set(name, wrong)
    else if (without.length > 0) notices.push(`${name} was read without ${without.join(" and ")}.`)
  }
  return { values, problems: new Map([...sharedSecrets(values), ...problems]), notices }
}
