/** Putting a record right. The first form asks what is wrong; each answer has a form of its own. */
import { Effect } from "effect"
import { People } from "../../people/People.ts"
import { reachOf } from "../../people/roles.ts"
import { correctEpisodeView } from "../../views/correctEpisodeView.ts"
import { type CorrectionChoice, correctionChoiceView } from "../../views/correctionChoiceView.ts"
import { duplicateView, otherRecords } from "../../views/duplicateView.ts"
import { wrongChildView } from "../../views/wrongChildView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

const episodeMeant = latestAt("Missing", "Found", "Returned")

export const correctForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: Effect.fn("correctForm")(function* ({ child, state, episode, person }) {
    // It changes nothing, so it is refused only where no correction is open.
    yield* refusalBeforehand(state, { _tag: "CorrectEpisode", episodeId: episode.id, reason: "mistyped" })
    const people = yield* People
    const mayMove = reachOf(yield* people.rolesOf(person), "move-or-join-records") === "any"
    const choices: ReadonlyArray<CorrectionChoice> = [
      "facts",
      ...(mayMove ? (["wrong-child"] as const) : []),
      ...(mayMove && otherRecords(state, episode).length > 0 ? (["duplicate"] as const) : [])
    ]
    return correctionChoiceView({ child, episodeId: episode.id }, episode, choices)
  })
}

export const correctFactsForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: ({ child, episode }) => Effect.succeed(correctEpisodeView({ child, episodeId: episode.id }, episode))
}

export const wrongChildForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant,
  open: ({ child, episode }) => Effect.succeed(wrongChildView({ child, episodeId: episode.id }, episode))
}

export const duplicateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant,
  open: ({ child, state, episode }) => Effect.succeed(duplicateView({ child, episodeId: episode.id }, state, episode))
}
