/** Coded interview records with any of their fields, for properties. */
import fc from "fast-check"
import type { InterviewRecord } from "../../src/interview/index.ts"
import * as words from "../../src/interview/index.ts"
import { AuthorityName, PersonId } from "../../src/pathway/index.ts"
import { at } from "../pathway/madeUpChild.ts"

const codesOf = <Code extends string>({ words }: { readonly words: Readonly<Record<Code, string>> }) =>
  Object.keys(words) as unknown as ReadonlyArray<Code>

const one = <Code extends string>(list: { readonly words: Readonly<Record<Code, string>> }) =>
  fc.constantFrom(...codesOf(list))

const some = <Code extends string>(list: { readonly words: Readonly<Record<Code, string>> }) =>
  fc.subarray([...codesOf(list)])

const each = <Code extends string, Answer>(
  list: { readonly words: Readonly<Record<Code, string>> },
  answer: fc.Arbitrary<Answer>
) =>
  fc.record(Object.fromEntries(codesOf(list).map((code) => [code, answer])) as Record<Code, fc.Arbitrary<Answer>>, {
    requiredKeys: [],
    noNullPrototype: true
  })

const authority = fc
  .constantFrom("Sheffield City Council", "Leeds City Council")
  .map((name) => AuthorityName.make(name))
const moment = fc.integer({ min: 0, max: 500 }).map(at)

const fields: { readonly [Name in keyof Required<InterviewRecord>]: fc.Arbitrary<Required<InterviewRecord>[Name]> } = {
  responsibleAuthority: authority,
  hostAuthority: authority,
  placedByOtherAuthority: fc.boolean(),
  present: some(words.presentWords),
  communicationNeed: one(words.communicationNeedWords),
  interviewerType: one(words.interviewerTypeWords),
  independent: fc.boolean(),
  push: some(words.pushWords),
  pull: some(words.pullWords),
  stayed: some(words.placeWords),
  cameBack: one(words.cameBackWords),
  harm: each(words.harmKindWords, fc.constantFrom("no", "yes", "not-disclosed")),
  risks: each(words.riskKindWords, one(words.gradeWords)),
  thinksMissing: one(words.thinksMissingWords),
  safetyAdviceGiven: fc.boolean(),
  helplineGiven: fc.boolean(),
  carerToldUs: fc.boolean(),
  shared: fc.array(
    fc.record(
      {
        with: one(words.recipientWords),
        sharedAt: moment,
        lawfulReason: one(words.lawfulReasonWords),
        childInformed: fc.boolean()
      },
      { noNullPrototype: true }
    ),
    { maxLength: 3 }
  ),
  writtenAt: moment,
  signedOffBy: fc.constant(PersonId.make("team-manager"))
}

export const records: fc.Arbitrary<InterviewRecord> = fc.record(fields, { requiredKeys: [], noNullPrototype: true })
