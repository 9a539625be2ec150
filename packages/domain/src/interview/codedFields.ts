/** The fields of the coded interview record, each with what of it may go to chat and where it comes from. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { HarmDisclosed } from "../vocabulary/caseWords.ts"
import { AuthorityName, PersonId } from "../vocabulary/identifiers.ts"
import { coded } from "./field.ts"
import {
  cameBackWords,
  communicationNeedWords,
  gradeWords,
  harmKindWords,
  interviewerTypeWords,
  lawfulReasonWords,
  placeWords,
  presentWords,
  pullWords,
  pushWords,
  recipientWords,
  riskKindWords,
  thinksMissingWords
} from "./interviewWords.ts"

const CROYDON = "Croydon key messages sheet"
const KNOWSLEY = "Knowsley return interview form"
const MISSING_PEOPLE = "Missing People return interview template"
const OURS = "Our own addition: no form seen has it"

/** One answer for each code of a list; a code left out was not answered. */
const each = <Code extends string, S extends Schema.Top>(codes: ReadonlyArray<Code>, answer: S) =>
  Schema.Struct(
    Object.fromEntries(codes.map((code) => [code, Schema.optionalKey(answer)])) as Record<Code, Schema.optionalKey<S>>
  )

const codesOf = <Words extends Record<string, string>>({ words }: { readonly words: Words }) =>
  Object.keys(words) as ReadonlyArray<keyof Words & string>

/** One act of sharing what the interview brought out: with which person, when, on what ground, and whether the child knows. */
export const Sharing = Schema.Struct({
  with: recipientWords.schema,
  sharedAt: InstantFromIso,
  lawfulReason: lawfulReasonWords.schema,
  childInformed: Schema.Boolean
})

export const codedFields = {
  responsibleAuthority: coded(AuthorityName, {
    group: "link",
    label: "Responsible authority",
    chat: "allowed",
    source: "Derby and Derbyshire return interview form"
  }),
  hostAuthority: coded(AuthorityName, {
    group: "link",
    label: "Host authority",
    chat: "allowed",
    source: "Derby and Derbyshire return interview form"
  }),
  placedByOtherAuthority: coded(Schema.Boolean, {
    group: "link",
    label: "Placed here by another authority",
    chat: "code",
    source: "Derby and Derbyshire return interview form"
  }),
  present: coded(Schema.Array(presentWords.schema), {
    group: "interview",
    label: "Who was present",
    chat: "code",
    source: CROYDON
  }),
  communicationNeed: coded(communicationNeedWords.schema, {
    group: "interview",
    label: "Communication need",
    chat: "never",
    source: MISSING_PEOPLE
  }),
  interviewerType: coded(interviewerTypeWords.schema, {
    group: "interviewer",
    label: "Kind of interviewer",
    chat: "code",
    source: "Freedom of information set put to every council"
  }),
  independent: coded(Schema.Boolean, {
    group: "interviewer",
    label: "Independent of care and case",
    chat: "code",
    source: "Rotherham operating guidance, section 3"
  }),
  push: coded(Schema.Array(pushWords.schema), {
    group: "before",
    label: "What drove the child away",
    chat: "never",
    source: CROYDON
  }),
  pull: coded(Schema.Array(pullWords.schema), {
    group: "before",
    label: "What drew the child",
    chat: "never",
    source: CROYDON
  }),
  stayed: coded(Schema.Array(placeWords.schema), {
    group: "during",
    label: "Kinds of place stayed at",
    chat: "never",
    source: KNOWSLEY
  }),
  cameBack: coded(cameBackWords.schema, {
    group: "during",
    label: "How the child came back",
    chat: "never",
    source: KNOWSLEY
  }),
  harm: coded(each(codesOf(harmKindWords), HarmDisclosed), {
    group: "during",
    label: "Harm while missing",
    chat: "never",
    source: KNOWSLEY
  }),
  risks: coded(each(codesOf(riskKindWords), gradeWords.schema), {
    group: "risks",
    label: "Risks",
    chat: "never",
    source: CROYDON
  }),
  thinksMissing: coded(thinksMissingWords.schema, {
    group: "voice",
    label: "Does the child think they were missing",
    chat: "never",
    source: "Boulton and others 2023, study of 113 return home interviews"
  }),
  safetyAdviceGiven: coded(Schema.Boolean, {
    group: "voice",
    label: "Safety advice given",
    chat: "code",
    source: CROYDON
  }),
  helplineGiven: coded(Schema.Boolean, {
    group: "voice",
    label: "Helpline 116 000 given",
    chat: "code",
    source: CROYDON
  }),
  carerToldUs: coded(Schema.Boolean, {
    group: "carer",
    label: "The parent or carer gave information",
    chat: "code",
    source: MISSING_PEOPLE
  }),
  shared: coded(Schema.Array(Sharing), {
    group: "sharing",
    label: "Shared with",
    chat: "never",
    source: "Written answer of 23 October 2020 on sharing return home interviews"
  }),
  writtenAt: coded(InstantFromIso, { group: "quality", label: "Written up at", chat: "allowed", source: OURS }),
  signedOffBy: coded(PersonId, { group: "quality", label: "Signed off by", chat: "allowed", source: OURS })
} as const
