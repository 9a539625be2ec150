/** What was typed after `/cme`: a word, and for most words the child's education reference. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import { didYouMean } from "@safe-return/settings"
import type { PupilForm } from "../../forms/PupilForm.ts"
import { pupilForms } from "../../forms/registry.ts"
import { readDayPhrase } from "./dayPhrase.ts"
import { type Misunderstood, misunderstood, referenceFirst, subcommandOf } from "./typed.ts"

export type CmeCommand =
  | { readonly _tag: "Refer"; readonly reference?: PupilReference }
  | { readonly _tag: "Form"; readonly form: PupilForm; readonly reference: PupilReference }
  | { readonly _tag: "List" }
  | { readonly _tag: "Look"; readonly reference: PupilReference }
  | { readonly _tag: "Why"; readonly reference: PupilReference }
  /** Of today where no day was typed. */
  | { readonly _tag: "Return"; readonly censusDay: CivilDay }
  /** The word that was most likely meant, where one was mistyped. */
  | { readonly _tag: "Help"; readonly meant?: string }
  | Misunderstood

export const cmeWords = ["refer", ...pupilForms.keys(), "look", "list", "why", "return", "help"]

const NO_PUPIL = "Give the education system's reference, such as EDU-10432: no name and no spaces."

const pupilAlone = (text: string, usage: string): PupilReference | Misunderstood => {
  const read = referenceFirst(text, usage)
  if ("_tag" in read)
    return misunderstood(text.trim() === "" ? `Give the education reference: \`${usage}\`.` : NO_PUPIL)
  if (read.when !== "") return misunderstood(`One reference at a time, and nothing else: \`${usage}\`.`)
  return PupilReference.make(read.reference)
}

const isPupil = (read: PupilReference | Misunderstood): read is PupilReference => typeof read === "string"

const parseReturn = (text: string, today: CivilDay): CmeCommand => {
  if (text.trim() === "") return { _tag: "Return", censusDay: today }
  const phrase = readDayPhrase(text.trim().toLowerCase(), today, "past")
  if (phrase === undefined) return misunderstood("Give the census day, such as `/cme return 1 October 2026`.")
  return phrase._tag === "Doubtful" ? misunderstood(phrase.sentence) : { _tag: "Return", censusDay: phrase.day }
}

export const parseCme = (text: string, today: CivilDay): CmeCommand => {
  const [word, rest] = subcommandOf(text)
  const form = pupilForms.get(word)
  if (form !== undefined) {
    const reference = pupilAlone(rest, `/cme ${word} EDU-10432`)
    return isPupil(reference) ? { _tag: "Form", form, reference } : reference
  }
  switch (word) {
    case "refer": {
      if (rest.trim() === "") return { _tag: "Refer" }
      const reference = pupilAlone(rest, "/cme refer EDU-10432")
      return isPupil(reference) ? { _tag: "Refer", reference } : reference
    }
    case "why": {
      const reference = pupilAlone(rest, "/cme why EDU-10432")
      return isPupil(reference) ? { _tag: "Why", reference } : reference
    }
    case "look": {
      const reference = pupilAlone(rest, "/cme look EDU-10432")
      return isPupil(reference) ? { _tag: "Look", reference } : reference
    }
    case "list":
      return { _tag: "List" }
    case "return":
      return parseReturn(rest, today)
    default: {
      const meant = didYouMean(word, cmeWords)
      return { _tag: "Help", ...(meant === undefined || meant === "help" ? {} : { meant }) }
    }
  }
}
