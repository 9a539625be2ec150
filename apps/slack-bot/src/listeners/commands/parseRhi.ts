/**
 * What was typed after `/rhi`. Forgiving of capitals, spaces, commas and the dashes a phone puts in; people arrive
 * as `<@U123|name>` because the manifest sets `should_escape`.
 */

import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { didYouMean } from "@safe-return/settings"
import type { CaseForm } from "../../forms/CaseForm.ts"
import { formsOpenedBy } from "../../forms/registry.ts"
import { NOT_RECOGNISED, peopleIn, withoutPeople } from "./mentions.ts"
import { type AwayCommand, parseAway, parseBack } from "./parseAway.ts"
import { type HoursCommand, parseHours } from "./parseHours.ts"
import {
  isReference,
  type Meant,
  type Misunderstood,
  meantBy,
  misunderstood,
  referenceAlone,
  referenceFirst,
  subcommandOf,
  wordsOf
} from "./typed.ts"

/** The forms that a word opens. */
export const rhiForms = formsOpenedBy("/rhi")

export type RhiCommand =
  | {
      readonly _tag: "Assign"
      readonly reference: ChildReference
      readonly interviewer: PersonId
      readonly knownAdult: boolean
      /** What was typed after the reference: when it is planned for; empty when nothing was. */
      readonly when: string
    }
  | AwayCommand
  | HoursCommand
  | { readonly _tag: "Queue" }
  | { readonly _tag: "Mine" }
  | { readonly _tag: "Overdue" }
  /** Opens one of the forms about a child's interview. */
  | { readonly _tag: "Form"; readonly form: CaseForm; readonly reference: ChildReference; readonly said?: string }
  | { readonly _tag: "Handover"; readonly from?: PersonId; readonly to?: PersonId }
  /** `meant` is what was most likely meant, where a word was mistyped. */
  | { readonly _tag: "Help"; readonly meant?: Meant }
  | Misunderstood

const KNOWN_ADULT = /(?<![\w-])known[\s_-]*adult(?![\w-])/i
const FILLER = new Set(["to", "for", "from"])

const wordsBesidesPeople = (text: string): ReadonlyArray<string> =>
  wordsOf(withoutPeople(text)).filter((word) => !FILLER.has(word.toLowerCase()))

const ANOTHER_REFERENCE = /(?<![\w-])[a-z]{2,}-\d{3,}/i

const ASSIGN_USAGE = "/rhi assign LCS-10432 @person tomorrow 10am"

/** What stands for a person in a help text, typed as it stands there. */
const PLACEHOLDER = /(?<!\S)@(?:interviewer|person|name|user|worker|somebody|someone)(?![\w-])/gi

const STANDS_FOR_A_PERSON =
  "What you typed after @ stands for a person and names nobody. Choose who carries the interview out."

const TIME_NOT_TAKEN = "The time you typed is not taken over: give it again below."

const CHOOSE_IN_FORM = "Or send `/rhi assign` with the case reference alone: a form opens that shows who can take it."

/** Without a person the form opens, which shows who can take the interview. */
const parseAssign = (typed: string, form: CaseForm | undefined): RhiCommand => {
  const text = typed.replaceAll(PLACEHOLDER, " ")
  const besides = withoutPeople(text)
  const knownAdult = KNOWN_ADULT.test(besides)
  const words = wordsBesidesPeople(besides.replace(KNOWN_ADULT, " "))
  const isNobody = text !== typed
  if (words.some((word) => word.startsWith("@"))) return misunderstood(`${NOT_RECOGNISED} ${CHOOSE_IN_FORM}`)
  const read = referenceFirst(words.join(" "), ASSIGN_USAGE)
  if ("_tag" in read) return read
  if (ANOTHER_REFERENCE.test(read.when)) return misunderstood(`One reference at a time: \`${ASSIGN_USAGE}\`.`)
  const [interviewer, ...others] = peopleIn(text)
  if (interviewer === undefined && form !== undefined && (isNobody || read.when === "")) {
    const said = [...(isNobody ? [STANDS_FOR_A_PERSON] : []), ...(read.when === "" ? [] : [TIME_NOT_TAKEN])].join(" ")
    return { _tag: "Form", form, reference: read.reference, ...(said === "" ? {} : { said }) }
  }
  if (interviewer === undefined)
    return misunderstood(`Say who carries out the interview: \`${ASSIGN_USAGE}\`. ${CHOOSE_IN_FORM}`)
  if (others.length > 0) return misunderstood(`An interview is one person's: \`${ASSIGN_USAGE}\`.`)
  return { _tag: "Assign", ...read, interviewer, knownAdult }
}

const HANDOVER_USAGE = "/rhi handover @from @to"

const parseHandover = (text: string): RhiCommand => {
  const [from, to, ...others] = peopleIn(text)
  const words = wordsBesidesPeople(text)
  if (words.some((word) => word.startsWith("@"))) return misunderstood(NOT_RECOGNISED)
  if (words.length > 0 || others.length > 0)
    return misunderstood(`Name who hands over and who takes over, and nothing else: \`${HANDOVER_USAGE}\`.`)
  return { _tag: "Handover", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

const parseForm = (form: CaseForm, word: string, text: string): RhiCommand => {
  const reference = referenceAlone(text, `/rhi ${word} LCS-10432`)
  return isReference(reference) ? { _tag: "Form", form, reference } : reference
}

export const rhiWords = [
  "queue",
  "mine",
  "overdue",
  "reassign",
  "handover",
  "away",
  "back",
  "hours",
  "help",
  ...rhiForms.keys()
]

export const parseRhi = (text: string): RhiCommand => {
  const [subcommand, rest] = subcommandOf(text)
  const form = rhiForms.get(subcommand)
  if (subcommand === "assign" || subcommand === "reassign") return parseAssign(rest, rhiForms.get("assign"))
  if (form !== undefined) return parseForm(form, subcommand, rest)
  switch (subcommand) {
    case "queue":
      return { _tag: "Queue" }
    case "away":
      return parseAway(rest)
    case "back":
      return parseBack(rest)
    case "hours":
      return parseHours(rest)
    case "handover":
      return parseHandover(rest)
    case "mine":
      return { _tag: "Mine" }
    case "overdue":
      return { _tag: "Overdue" }
    default:
      return { _tag: "Help", ...meantBy(didYouMean(subcommand, rhiWords), rest) }
  }
}
