/** What was told against what is recorded, until a person has judged it or what is recorded says the same. */
import * as Equal from "effect/Equal"
import type { QuestionedReport } from "../setAside.ts"
import type { Episode } from "../state.ts"

const withReports = (
  { questionedReports: _, ...episode }: Episode,
  reports: ReadonlyArray<QuestionedReport>
): Episode => (reports.length === 0 ? episode : { ...episode, questionedReports: reports })

/** An episode of which a person has said what stands. */
export const withoutQuestions = (episode: Episode): Episode => withReports(episode, [])

/** With what was told against it, or against a record that is joined to it. */
export const withQuestionsOf = (
  episode: Episode,
  { questionedReports = [] }: Pick<Episode, "questionedReports">
): Episode => {
  const before = episode.questionedReports ?? []
  const news = questionedReports.filter((report) => !before.some((one) => Equal.equals(one, report)))
  return news.length === 0 ? episode : withReports(episode, [...before, ...news])
}

/** Of a record that was joined to it, they are that record's again. */
export const withoutQuestionsOf = (episode: Episode, { questionedReports: theirs = [] }: Episode): Episode => {
  const { questionedReports: before = [] } = episode
  return withReports(
    episode,
    before.filter((report) => !theirs.some((one) => Equal.equals(one, report)))
  )
}

/** The time that is recorded of what it tells. */
const recordedTime = ({ progress, missingAt }: Episode, { kind }: QuestionedReport) => {
  switch (kind) {
    case "missing":
    case "cancelled":
      return undefined
    case "updated":
      return missingAt
    case "found":
      return "foundAt" in progress ? progress.foundAt : undefined
    case "returned":
      return "returnedAt" in progress ? progress.returnedAt : undefined
  }
}

/** What is recorded by now says the same as some of them. */
export const withoutApplied = (episode: Episode): Episode => {
  const { questionedReports: before } = episode
  if (before === undefined) return episode
  const left = before.filter((report) => {
    const time = recordedTime(episode, report)
    return time === undefined || time !== report.reportedTime
  })
  return left.length === before.length ? episode : withReports(episode, left)
}
