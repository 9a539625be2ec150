/** What was typed after `/missing`: a word, the case reference, and for some words a time. */

import type { ChildReference } from "@safe-return/domain/pathway"
import { didYouMean } from "@safe-return/settings"
import type { CaseForm } from "../../forms/CaseForm.ts"
import { formsOpenedBy } from "../../forms/registry.ts"
import {
  isReference,
  type Meant,
  type Misunderstood,
  meantBy,
  referenceAlone,
  referenceFirst,
  subcommandOf
} from "./typed.ts"

/** The forms that a word opens. */
export const missingForms = formsOpenedBy("/missing")

export type MissingCommand =
  /** Opens the form, filled in as far as was typed. */
  | { readonly _tag: "Report"; readonly reference?: ChildReference; readonly when: string }
  /** `when` is what was typed after the reference; empty when the form is to ask for the time. */
  | { readonly _tag: "Found" | "Returned"; readonly reference: ChildReference; readonly when: string }
  | { readonly _tag: "Status" | "Reveal"; readonly reference: ChildReference }
  | { readonly _tag: "Open" }
  | { readonly _tag: "Form"; readonly form: CaseForm; readonly reference: ChildReference }
  /** `meant` is what was most likely meant, where a word was mistyped. */
  | { readonly _tag: "Help"; readonly meant?: Meant }
  | Misunderstood

export const missingWords = ["report", "found", "returned", "status", "open", "reveal", "help", ...missingForms.keys()]

const movements = { found: "Found", returned: "Returned" } as const

export const parseMissing = (text: string): MissingCommand => {
  const [subcommand, rest] = subcommandOf(text)
  const form = missingForms.get(subcommand)
  if (form !== undefined) {
    const reference = referenceAlone(rest, `/missing ${subcommand} LCS-10432`)
    return isReference(reference) ? { _tag: "Form", form, reference } : reference
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
    default:
      return { _tag: "Help", ...meantBy(didYouMean(subcommand, missingWords), rest) }
  }
}
