/** Random facts and links of few enough children that they meet. Nobody here exists. */
import fc from "fast-check"
import { CivilDay, civilDay } from "../../src/calendar/index.ts"
import { PupilReference } from "../../src/education/index.ts"
import { type LinkEvent, LinkId, type StrandFact, type SystemReference, strands } from "../../src/joinedUp/index.ts"
import { ChildReference, PersonId } from "../../src/pathway/index.ts"

const day = fc.integer({ min: civilDay(2026, 1, 1), max: civilDay(2026, 2, 1) }).map((number) => CivilDay(number))

const inEducation = fc.constantFrom("EDU-1", "edu1", "EDU-2", "EDU-3", "A-1", "A-2", "A-3")
const inSocialCare = fc.constantFrom("LCS-1", "lcs-1", "LCS-2", "LCS-3", "A-1", "A-2", "A-3")

const education: fc.Arbitrary<SystemReference> = inEducation.map((reference) => ({ system: "education", reference }))
const socialCare: fc.Arbitrary<SystemReference> = inSocialCare.map((reference) => ({
  system: "social-care",
  reference
}))

/** Strands of schools know the one reference, and may write the other beside it. */
const fact: fc.Arbitrary<StrandFact> = fc.constantFrom(...strands).chain((strand) => {
  const ofSchool = strand === "education" || strand === "exclusion"
  return fc
    .record({
      child: ofSchool ? education : socialCare,
      what: fc.constantFrom("open", "missing"),
      from: fc.option(day, { nil: undefined }),
      source: fc.constantFrom("", "C1", "C2"),
      beside: ofSchool ? fc.option(socialCare, { nil: undefined }) : fc.constant(undefined)
    })
    .map(
      ({ from, beside, ...known }): StrandFact => ({
        strand,
        ...known,
        ...(from === undefined ? {} : { from }),
        ...(beside === undefined ? {} : { beside })
      })
    )
})

export const facts = fc.array(fact, { maxLength: 30 })

const linkId = fc.constantFrom("L1", "L2", "L3", "L4").map((id) => LinkId.make(id))
const person = PersonId.make("U1")

const confirmed = fc.record({ linkId, education: inEducation, socialCare: inSocialCare, confirmedOn: day }).map(
  ({ education: one, socialCare: other, ...known }): LinkEvent => ({
    _tag: "LinkConfirmed",
    ...known,
    educationReference: PupilReference.make(one),
    socialCareReference: ChildReference.make(other),
    confirmedBy: person
  })
)

const undone = fc
  .record({ linkId, undoneOn: day })
  .map((known): LinkEvent => ({ _tag: "LinkUndone", ...known, undoneBy: person }))

export const links = fc.array(fc.oneof({ weight: 3, arbitrary: confirmed }, { weight: 1, arbitrary: undone }), {
  maxLength: 8
})
