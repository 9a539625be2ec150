import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  Absence,
  absenceWords,
  type CorrectEpisode,
  CorrectionReason,
  correctionReasonWords,
  type Episode,
  type EpisodeId,
  LastSeen,
  lastSeenWords,
  MissingFrom,
  missingFromWords,
  Risk,
  riskWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { InputBlock, ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { divider, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const CORRECT_EPISODE_FORM = "correct-episode"

const Withdrawn = Schema.Literals(["found", "returned"])

const times = {
  missingAt: "Last seen at",
  reportedAt: "Reported to the police at",
  foundAt: "Found at",
  returnedAt: "Returned at"
} as const
type Time = keyof typeof times

/** What is recorded; a find or return that is not recorded cannot be corrected. */
const recordedTimes = (episode: Episode): Partial<Record<Time, Instant>> => {
  const { missingAt, reportedAt, progress } = episode
  return {
    missingAt,
    reportedAt,
    ...("foundAt" in progress && progress.foundAt !== undefined ? { foundAt: progress.foundAt } : {}),
    ...(progress._tag === "Returned" ? { returnedAt: progress.returnedAt } : {})
  }
}

const timeFields = (episode: Episode): ReadonlyArray<InputBlock> =>
  Object.entries(recordedTimes(episode)).map(([time, at]) =>
    dateTimeField({ id: time, label: times[time as Time], hint: `Recorded: ${londonDateTime(at)}`, optional: true })
  )

const withdrawal = ({ progress }: Episode): ReadonlyArray<InputBlock> => {
  const choices: Readonly<Record<string, string>> = {
    ...("foundAt" in progress && progress.foundAt !== undefined ? { found: "The child was not found after all" } : {}),
    ...(progress._tag === "Returned" ? { returned: "The child was not back after all" } : {})
  }
  return Object.keys(choices).length === 0
    ? []
    : [radioField({ id: "withdrawn", label: "Take back", optional: true }, choices)]
}

/** What is right instead; nothing is filled in, because an untouched value could undo another's correction. */
export const correctEpisodeView = (link: CaseLink, episode: Episode): ModalView =>
  form({
    callbackId: CORRECT_EPISODE_FORM,
    title: "Correct the record",
    submit: "Correct",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Fill in what is wrong and leave the rest empty. Deadlines follow; what stood before is kept.`
      ),
      radioField({ id: "reason", label: "Why" }, correctionReasonWords.words),
      divider,
      ...timeFields(episode),
      ...withdrawal(episode),
      selectField(
        { id: "absence", label: "Absence", hint: `Recorded: ${absenceWords.words[episode.absence]}`, optional: true },
        absenceWords.words
      ),
      selectField(
        {
          id: "missingFrom",
          label: "Missing from",
          hint: `Recorded: ${missingFromWords.words[episode.missingFrom]}`,
          optional: true
        },
        missingFromWords.words
      ),
      selectField(
        {
          id: "lastSeen",
          label: "Where last seen",
          ...(episode.lastSeen === undefined ? {} : { hint: `Recorded: ${lastSeenWords.words[episode.lastSeen]}` }),
          optional: true
        },
        lastSeenWords.words
      ),
      selectField({ id: "risk", label: "Risk grade given by the police", optional: true }, riskWords.words)
    ]
  })

const givenTimes = (values: FormValues): Partial<Record<Time, Instant>> =>
  Object.fromEntries(
    Object.keys(times).flatMap((time) => {
      const given = instantIn(values, time)
      return given === undefined ? [] : [[time, given]]
    })
  )

/** What can be judged of it already, without its reason too. */
export const correctionToJudge = (episodeId: EpisodeId, values: FormValues): CorrectEpisode => {
  const withdrawn = choiceIn(values, "withdrawn", Withdrawn)
  const absence = choiceIn(values, "absence", Absence)
  const missingFrom = choiceIn(values, "missingFrom", MissingFrom)
  const lastSeen = choiceIn(values, "lastSeen", LastSeen)
  const risk = choiceIn(values, "risk", Risk)
  const reason = choiceIn(values, "reason", CorrectionReason) ?? "mistyped"
  const changes = { ...givenTimes(values), ...definedFields({ withdrawn, absence, missingFrom, lastSeen, risk }) }
  return { _tag: "CorrectEpisode", episodeId, reason, ...changes }
}

/** The correction, or every field that is missing. */
export const readCorrection = (
  episodeId: EpisodeId,
  values: FormValues
): Result.Result<CorrectEpisode, InvalidSubmission> => {
  const correction = correctionToJudge(episodeId, values)
  const { _tag, episodeId: _, reason: __, ...changes } = correction
  const fields = {
    ...(choiceIn(values, "reason", CorrectionReason) === undefined ? { reason: "Choose why it is corrected." } : {}),
    ...(Object.keys(changes).length === 0 ? { missingAt: "Nothing is filled in yet. Give what is right." } : {})
  }
  return Object.keys(fields).length === 0 ? Result.succeed(correction) : Result.fail(new InvalidSubmission({ fields }))
}
