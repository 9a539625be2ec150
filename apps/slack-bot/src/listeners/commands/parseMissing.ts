/** What was typed after `/missing`: a word, the case reference, and for some words a time. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { didYouMean } from "@safe-return/settings"
import { isReference, type Misunderstood, referenceAlone, referenceFirst, subcommandOf } from "./typed.ts"

/** The words that open a form, as typed. */
export const missingForms = [
  "screen",
  "worker",
  "whereabouts",
  "placement",
  "absence",
  "correct",
  "close",
  "reopen",
  "death"
] as const
export type MissingForm = (typeof missingForms)[number]

const isForm = (word: string): word is MissingForm => (missingForms as ReadonlyArray<string>).includes(word)

export type MissingCommand =
  /** Opens the form, filled in as far as was typed. */
  | { readonly _tag: "Report"; readonly reference?: ChildReference; readonly when: string }
  /** `when` is what was typed after the reference; empty when the form is to ask for the time. */
  | { readonly _tag: "Found" | "Returned"; readonly reference: ChildReference; readonly when: string }
  | { readonly _tag: "Status" | "Reveal"; readonly reference: ChildReference }
  | { readonly _tag: "Open" }
  | { readonly _tag: "Form"; readonly form: MissingForm; readonly reference: ChildReference }
  /** `meant` is the word that was most likely meant, where one was mistyped. */
  | { readonly _tag: "Help"; readonly meant?: string }
  | Misunderstood

const missingWords = ["report", "found", "returned", "status", "open", "reveal", "help", ...missingForms]

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
    case "status": {
      const reference = referenceAlone(rest, "/missing status LCS-10432")
      return isReference(reference) ? { _tag: "Status", reference } : reference
    }
    case "reveal": {
      const reference = referenceAlone(rest, "/missing reveal LCS-10432")
      return isReference(reference) ? { _tag: "Reveal", reference } : reference
    }
    case "open":
      return { _tag: "Open" }
    default: {
      const meant = didYouMean(subcommand, missingWords)
      return meant === undefined || meant === "help" ? { _tag: "Help" } : { _tag: "Help", meant }
    }
  }
}
