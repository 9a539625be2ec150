/** What every command reads alike from what was typed: forgiving of spaces, commas and the dashes a phone puts in. */
import { type ChildReference, parseChildReference, plainCharacters } from "@safe-return/domain/pathway"
import { Option } from "effect"

/** The sentence says how to put it right. What was typed is not repeated: it may hold a name. */
export interface Misunderstood {
  readonly _tag: "Misunderstood"
  readonly sentence: string
}

export const misunderstood = (sentence: string): Misunderstood => ({ _tag: "Misunderstood", sentence })

/** The first word, in small letters, and the rest. */
export const subcommandOf = (text: string): readonly [subcommand: string, rest: string] => {
  const tidy = plainCharacters(text).trim()
  const [, subcommand = "", rest = ""] = /^([^\s,]*)([\s\S]*)$/.exec(tidy) ?? []
  return [subcommand.toLowerCase(), rest]
}

export const wordsOf = (text: string): ReadonlyArray<string> => text.split(/[\s,]+/).filter((word) => word !== "")

export const NO_REFERENCE = "Give the case system's reference, such as LCS-10432: no name and no spaces."

export const referenceIn = (word: string): ChildReference | Misunderstood =>
  Option.getOrElse(parseChildReference(word), () => misunderstood(NO_REFERENCE))

export const isReference = (read: ChildReference | Misunderstood): read is ChildReference => typeof read === "string"

/** The first word as the reference, and the rest. */
export const referenceFirst = (
  text: string,
  usage: string
): { readonly reference: ChildReference; readonly when: string } | Misunderstood => {
  // `LCS 50001` is one reference: letters alone are none.
  const [, word = "", rest = ""] = /^[\s,]*((?:[A-Z]+\s+(?=\d))?[^\s,]*)[\s,]*([\s\S]*)$/.exec(text) ?? []
  if (word === "") return misunderstood(`Give the case reference: \`${usage}\`.`)
  const reference = referenceIn(word)
  return isReference(reference) ? { reference, when: rest.trim() } : reference
}

/** What a mistyped word was most likely meant as, and the child that was named with it. */
export interface Meant {
  readonly word: string
  readonly reference?: ChildReference
}

export const meantBy = (word: string | undefined, rest: string): { readonly meant?: Meant } => {
  if (word === undefined || word === "help") return {}
  const read = referenceFirst(rest, word)
  return { meant: { word, ...("_tag" in read ? {} : { reference: read.reference }) } }
}

export const referenceAlone = (text: string, usage: string): ChildReference | Misunderstood => {
  const read = referenceFirst(text, usage)
  if ("_tag" in read) return read
  return read.when === "" ? read.reference : misunderstood(`One reference at a time, and nothing else: \`${usage}\`.`)
}
