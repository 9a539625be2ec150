/** What the form of the record is filled in with: what was recorded before, and what the log already says. */
import { harmKindWords, type InterviewRecord, riskKindWords } from "@safe-return/domain/interview"
import { AuthorityName, type Episode, hostOf, type Interview, type PersonId } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"
import { type KindsField, type RecordInput, sharingInputs } from "./recordSteps.ts"

/** By the id of an input. */
export type RecordedAnswers = Readonly<Record<string, unknown>>

type Kinds = Readonly<Partial<Record<string, string>>>

/** The answers are shown to the person who heard the child alone, and not to all who may log. */
export const mayReadAnswers = ({ interviewer, completed }: Interview, person: PersonId): boolean =>
  person === (completed?.interviewer ?? interviewer)

const harmIn = ({ completed }: Interview): Kinds => {
  const disclosed = completed?.harmDisclosed
  if (disclosed === undefined || disclosed === "yes") return {}
  return Object.fromEntries(Object.keys(harmKindWords.words).map((kind) => [kind, disclosed]))
}

/** What the log names as an indicator is suspected until the person says more. */
const risksIn = ({ completed }: Interview): Kinds =>
  Object.fromEntries(
    (completed?.exploitation ?? []).flatMap((indicator) =>
      indicator in riskKindWords.words ? [[indicator, "suspected"]] : []
    )
  )

const nameOf = (text: string | undefined): string | undefined =>
  Option.getOrUndefined(Schema.decodeUnknownOption(AuthorityName)(text))

const ofLog = (interview: Interview, episode: Episode, authority: string): RecordedAnswers => ({
  independent: interview.completed === undefined || interview.knownAdult ? undefined : true,
  responsibleAuthority: nameOf(authority),
  hostAuthority: hostOf(episode)?.authority,
  harm: harmIn(interview),
  risks: risksIn(interview)
})

export const recordedAnswers = (interview: Interview, episode: Episode, authority: string): RecordedAnswers => {
  const { harm, risks, ...held }: InterviewRecord = interview.record ?? {}
  const log = ofLog(interview, episode, authority)
  const kindsOf = (field: KindsField, recorded: Kinds | undefined): Kinds => ({ ...(log[field] as Kinds), ...recorded })
  return { ...log, ...held, harm: kindsOf("harm", harm), risks: kindsOf("risks", risks) }
}

/** Acts of sharing add up, so that none of them is sent again. */
const addsUp = new Set<string>(Object.values(sharingInputs).map(({ id }) => id))

/** What one input is filled in with; undefined where it stays empty. */
export const answerIn = (answers: RecordedAnswers, input: RecordInput): unknown => {
  if (input.kind === "reference" || addsUp.has(input.id)) return undefined
  if (input.kind !== "kinds") return answers[input.id]
  const kinds = Object.entries((answers[input.of] ?? {}) as Kinds)
  return kinds.flatMap(([kind, answer]) => (answer === input.answer ? [kind] : []))
}
