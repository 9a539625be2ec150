/** The environment as meant: a copied line break is taken away, and what may be a mistake is refused by name. */
import { placeholderIn } from "./placeholder.ts"
import { kindOf, type SettingKind } from "./settingKind.ts"
import { unknownSetting } from "./unknownSetting.ts"

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
