import type { WithdrawnEntry } from "./caseFacts.ts"
import type { CmeCase } from "./caseState.ts"

type Without<Tag extends WithdrawnEntry["_tag"]> = (
  one: CmeCase,
  entry: Extract<WithdrawnEntry, { readonly _tag: Tag }>
) => CmeCase

/** The case without one entry of a list. */
const without: { readonly [Tag in WithdrawnEntry["_tag"]]: Without<Tag> } = {
  Enquiry: (one, { enquiryId }) => ({ ...one, enquiries: one.enquiries.filter(({ id }) => id !== enquiryId) }),
  Whereabouts: (one, { whereabouts, asOf }) => ({
    ...one,
    whereabouts: one.whereabouts.filter((known) => known.whereabouts !== whereabouts || known.asOf !== asOf)
  }),
  Application: (one, { school, appliedOn }) => ({
    ...one,
    applications: one.applications.filter((known) => known.school !== school || known.appliedOn !== appliedOn)
  }),
  OrderStep: (one, { step, on }) => ({
    ...one,
    orderSteps: one.orderSteps.filter((known) => known.step !== step || known.on !== on)
  })
}

export const withoutEntries = (one: CmeCase, entries: ReadonlyArray<WithdrawnEntry>): CmeCase =>
  entries.reduce((left, entry) => (without[entry._tag] as Without<WithdrawnEntry["_tag"]>)(left, entry), one)

/** How many entries the lists of a case have. */
const entriesIn = ({ enquiries, whereabouts, applications, orderSteps }: CmeCase): number =>
  enquiries.length + whereabouts.length + applications.length + orderSteps.length

/** Whether none of these entries is on the case any more. */
export const areWithdrawn = (one: CmeCase, entries: ReadonlyArray<WithdrawnEntry>): boolean =>
  entriesIn(withoutEntries(one, entries)) === entriesIn(one)

/** The steps of an order rest on one another, so they are taken back from the last. */
export const areStepsInTurn = (one: CmeCase, entries: ReadonlyArray<WithdrawnEntry>): boolean => {
  const left = withoutEntries(one, entries).orderSteps
  return left.every(({ step, on }, place) => {
    const before = one.orderSteps[place]
    return before?.step === step && before.on === on
  })
}
