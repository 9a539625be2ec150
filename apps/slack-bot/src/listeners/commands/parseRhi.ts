/**
 * What was typed after `/rhi`. Forgiving of capitals, spaces, commas and the dashes a phone puts in; people arrive
 * as `<@U123|name>` because the manifest sets `should_escape`.
 */
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"

export type RhiCommand =
  | {
      readonly _tag: "Assign"
      readonly reference: ChildReference
      readonly interviewer: PersonId
      readonly knownAdult: boolean
    }
  | { readonly _tag: "Queue" }
  | { readonly _tag: "Log"; readonly reference: ChildReference }
  | { readonly _tag: "Help" }
  /** The sentence says how to put it right. What was typed is not repeated: it may hold a name. */
  | { readonly _tag: "Misunderstood"; readonly sentence: string }

const PERSON = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/gi
const KNOWN_ADULT = /(?<![\w-])known[\s_-]*adult(?![\w-])/i
const DASHES = /[\u2010-\u2015\u2212]/g
const FILLER = new Set(["to", "for"])

const misunderstood = (sentence: string): RhiCommand => ({ _tag: "Misunderstood", sentence })

const NO_REFERENCE = "Give the case system's reference, such as LCS-10432: no name and no spaces."

/** The one reference among the words, or the sentence that asks for it. */
const readReference = (words: ReadonlyArray<string>, usage: string): ChildReference | RhiCommand => {
  const [word, ...more] = words
  if (word === undefined) return misunderstood(`Give the case reference: \`${usage}\`.`)
  if (more.length > 0) return misunderstood(`One reference at a time, and nothing else: \`${usage}\`.`)
  return Option.getOrElse(Schema.decodeUnknownOption(ChildReference)(word), () => misunderstood(NO_REFERENCE))
}

const isReference = (read: ChildReference | RhiCommand): read is ChildReference => typeof read === "string"

const ASSIGN_USAGE = "/rhi assign LCS-10432 @person"

const parseAssign = (text: string): RhiCommand => {
  const people = new Set([...text.matchAll(PERSON)].map(([, id = ""]) => id.toUpperCase()))
  const withoutPeople = text.replaceAll(PERSON, " ")
  const knownAdult = KNOWN_ADULT.test(withoutPeople)
  const words = wordsOf(withoutPeople.replace(KNOWN_ADULT, " ")).filter((word) => !FILLER.has(word.toLowerCase()))
  if (words.some((word) => word.startsWith("@"))) {
    return misunderstood(
      "Slack did not recognise the person. Type @ and the first letters, pick the person from the list that opens, then send again."
    )
  }
  const reference = readReference(words, ASSIGN_USAGE)
  if (!isReference(reference)) return reference
  const [interviewer, ...others] = people
  if (interviewer === undefined) return misunderstood(`Say who carries out the interview: \`${ASSIGN_USAGE}\`.`)
  if (others.length > 0) return misunderstood(`An interview is one person's: \`${ASSIGN_USAGE}\`.`)
  return { _tag: "Assign", reference, interviewer: PersonId.make(interviewer), knownAdult }
}

const parseLog = (text: string): RhiCommand => {
  const reference = readReference(wordsOf(text), "/rhi log LCS-10432")
  return isReference(reference) ? { _tag: "Log", reference } : reference
}

const wordsOf = (text: string): ReadonlyArray<string> => text.split(/[\s,]+/).filter((word) => word !== "")

export const parseRhi = (text: string): RhiCommand => {
  const tidy = text.replaceAll(DASHES, "-").trim()
  const [, subcommand = "", rest = ""] = /^([^\s,]*)([\s\S]*)$/.exec(tidy) ?? []
  switch (subcommand.toLowerCase()) {
    case "assign":
      return parseAssign(rest)
    case "queue":
      return { _tag: "Queue" }
    case "log":
      return parseLog(rest)
    default:
      return { _tag: "Help" }
  }
}
