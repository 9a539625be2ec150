/** What was typed after `/missing`: a word, the case reference, and for some words a time. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { isReference, type Misunderstood, misunderstood, referenceIn, subcommandOf } from "./typed.ts"

/** The words that open a form, as typed. */
export const missingForms = ["correct"] as const
export type MissingForm = (typeof missingForms)[number]

const isForm = (word: string): word is MissingForm => (missingForms as ReadonlyArray<string>).includes(word)

export type MissingCommand =
  /** Opens the form, filled in as far as was typed. */
  | { readonly _tag: "Report"; readonly reference?: ChildReference; readonly when: string }
  /** `when` is what was typed after the reference; empty when the form is to ask for the time. */
  | { readonly _tag: "Found" | "Returned"; readonly reference: ChildReference; readonly when: string }
  | { readonly _tag: "Form"; readonly form: MissingForm; readonly reference: ChildReference }
  | { readonly _tag: "Help" }
  | Misunderstood

/** The first word as the reference, and the rest. */
const referenceFirst = (
  text: string,
  usage: string
): { readonly reference: ChildReference; readonly when: string } | Misunderstood => {
  const [, word = "", rest = ""] = /^[\s,]*([^\s,]*)[\s,]*([\s\S]*)$/.exec(text) ?? []
  if (word === "") return misunderstood(`Give the case reference: \`${usage}\`.`)
  const reference = referenceIn(word)
  return isReference(reference) ? { reference, when: rest.trim() } : reference
}

const referenceAlone = (text: string, usage: string): ChildReference | Misunderstood => {
  const read = referenceFirst(text, usage)
  if ("_tag" in read) return read
  return read.when === "" ? read.reference : misunderstood(`One reference at a time, and nothing else: \`${usage}\`.`)
}

const movements = { found: "Found", returned: "Returned" } as const

export const parseMissing = (text: string): MissingCommand => {
  const [subcommand, rest] = subcommandOf(text)
  if (isForm(subcommand)) {
    const reference = referenceAlone(rest, `/missing ${subcommand} LCS-10432`)
    return isReference(reference) ? { _tag: "Form", form: subcommand, reference } : reference
  }
  switch (subcommand) {
    case "report": {
      if (rest.trim() === "") return { _tag: "Report", when: "" }
      const read = referenceFirst(rest, "/missing report LCS-10432")
      return "_tag" in read ? read : { _tag: "Report", ...read }
    }
    case "found":
    case "returned": {
      const read = referenceFirst(rest, `/missing ${subcommand} LCS-10432 yesterday 23:40`)
      return "_tag" in read ? read : { _tag: movements[subcommand], ...read }
    }
    default:
      return { _tag: "Help" }
  }
}
