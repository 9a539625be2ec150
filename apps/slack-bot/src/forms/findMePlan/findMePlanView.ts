import { type Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import {
  FactQuality,
  type FindMePlan,
  factQualityWords,
  type PartTwo,
  type PlanFact,
  PlanKind,
  type PlanStanding,
  planFactWords,
  planKindWords
} from "@safe-return/domain/findMePlan"
import { CaseSystemReference } from "@safe-return/domain/pathway"
import { planInWords } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { context, divider, escapeSlack, section } from "../../blocks/blocks.ts"
import { type ChildLink, encodeChildLink } from "../../blocks/caseLink.ts"
import { dateField, selectField, textField } from "../fields.ts"
import { choiceIn, dayIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const FIND_ME_PLAN_FORM = "find-me-plan"

const planFacts = Object.keys(planFactWords.words) as ReadonlyArray<PlanFact>

const referenceField = (
  id: string,
  label: string,
  more: { readonly placeholder: string; readonly initial?: string; readonly optional?: boolean }
) => textField({ id, label, maxLength: 64, ...more })

/** Part two is added when the child is actually missing. */
const partTwoFields = (partTwo: PartTwo | undefined, placeholder: string): ReadonlyArray<KnownBlock> => [
  divider,
  section("*Part two, because the child is missing now.* Leave the reference empty if it is not written yet."),
  referenceField("partTwoReference", "Part two's reference in the case system", {
    placeholder,
    optional: true,
    ...(partTwo === undefined ? {} : { initial: partTwo.reference })
  }),
  selectField(
    { id: "clothing", label: "What the child was wearing", optional: true },
    factQualityWords.words,
    partTwo?.clothing
  ),
  selectField(
    { id: "last-seen", label: "Where and when last seen", optional: true },
    factQualityWords.words,
    partTwo?.["last-seen"]
  )
]

interface PlanFacts {
  readonly link: ChildLink
  readonly plan: FindMePlan | undefined
  readonly standing: PlanStanding
  /** Whether the child is missing now, and what is recorded of part two. */
  readonly missing: { readonly partTwo: PartTwo | undefined } | undefined
  readonly examples: ReferenceExamples
}

/** Where the plan is and what it holds; never what it says. */
export const findMePlanView = ({ link, plan, standing, missing, examples }: PlanFacts): ModalView => ({
  ...form({
    callbackId: FIND_ME_PLAN_FORM,
    title: "Find Me Plan",
    submit: "Record",
    blocks: [
      section(`*${escapeSlack(link.child)}* · Find Me Plan: ${planInWords(standing)}`),
      context("What the plan says stays in the case system: only where it is and what it holds is recorded here."),
      ...(plan === undefined ? [] : [context(`In the case system: ${escapeSlack(plan.reference)}`)]),
      selectField({ id: "kind", label: "Kind of plan" }, planKindWords.words, plan?.kind),
      referenceField("reference", "Its reference in the case system", {
        placeholder: examples.caseSystem,
        ...(plan === undefined ? {} : { initial: plan.reference })
      }),
      ...planFacts.map((fact) =>
        selectField({ id: fact, label: planFactWords.words[fact] }, factQualityWords.words, plan?.facts[fact])
      ),
      dateField({ id: "reviewDueAt", label: "Due for review on" }, plan && londonDayOf(plan.reviewDueAt)),
      ...(missing === undefined ? [] : partTwoFields(missing.partTwo, examples.caseSystem))
    ]
  }),
  private_metadata: encodeChildLink(link)
})

const referenceIn = (values: FormValues, id: string) =>
  Option.getOrUndefined(Schema.decodeUnknownOption(CaseSystemReference)(textIn(values, id)))

const NO_REFERENCE = "Give the case system's reference: letters and digits, no spaces and no name."

const readPartTwo = (values: FormValues): Result.Result<PartTwo | undefined, InvalidSubmission> => {
  if (textIn(values, "partTwoReference") === "") return Result.succeed(undefined)
  const reference = referenceIn(values, "partTwoReference")
  if (reference === undefined) return Result.fail(new InvalidSubmission({ fields: { partTwoReference: NO_REFERENCE } }))
  return Result.succeed({
    reference,
    clothing: choiceIn(values, "clothing", FactQuality) ?? "absent",
    "last-seen": choiceIn(values, "last-seen", FactQuality) ?? "absent"
  })
}

const readHeld = (values: FormValues): FindMePlan["facts"] | undefined => {
  const held = planFacts.map((fact) => [fact, choiceIn(values, fact, FactQuality)] as const)
  return held.some(([, how]) => how === undefined) ? undefined : (Object.fromEntries(held) as FindMePlan["facts"])
}

interface PlanGiven {
  readonly plan: FindMePlan
  readonly partTwo: PartTwo | undefined
}

export const readFindMePlan = (values: FormValues): Result.Result<PlanGiven, InvalidSubmission> => {
  const kind = choiceIn(values, "kind", PlanKind)
  const reference = referenceIn(values, "reference")
  const facts = readHeld(values)
  const review = dayIn(values, "reviewDueAt")
  if (kind === undefined || reference === undefined || facts === undefined || review === undefined) {
    const missing = planFacts.filter((fact) => choiceIn(values, fact, FactQuality) === undefined)
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(kind === undefined ? { kind: "Choose the kind of plan." } : {}),
          ...(reference === undefined ? { reference: NO_REFERENCE } : {}),
          ...Object.fromEntries(missing.map((fact) => [fact, "Say whether the plan holds this."])),
          ...(review === undefined ? { reviewDueAt: "Give the day it is due for review." } : {})
        }
      })
    )
  }
  const reviewDueAt: Instant = startOfLondonDay(review)
  return Result.map(readPartTwo(values), (partTwo) => ({ plan: { kind, reference, facts, reviewDueAt }, partTwo }))
}
