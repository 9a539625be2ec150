import { Casework } from "@safe-return/casework"
import type { ChildState } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { section } from "../../messages/blocks.ts"
import type { CaseLink } from "../../messages/caseLink.ts"
import { asOfNow, submissionOf } from "../CaseForm.ts"
import { precheck } from "../precheck.ts"
import { assignForm } from "./assign.ts"
import { assignCommand, assignInterview } from "./assignInterview.ts"
import { type Assignment, readAssignment } from "./assignView.ts"
import { planWarning } from "./availability.ts"

/** Whose plan for when was warned of. */
const planOf = ({ interviewer, plannedFor }: Assignment): string => `${interviewer} ${plannedFor}`

interface Warned {
  readonly link: CaseLink
  readonly assignment: Assignment
  readonly warning: string
  readonly state: ChildState
}

/** The form once more, which says what speaks against the plan and keeps what was filled in: it is no refusal. */
const askAgain = Effect.fn("askAgain")(function* (
  { link, assignment, warning, state }: Warned,
  person: Assignment["interviewer"]
) {
  const episode = yield* findEpisode(state, link.episodeId)
  const view = yield* assignForm.open({ child: link.child, state, episode, person })
  const asked = `:warning: *Not assigned yet.* ${warning}\nChoose another time or person, or send it again if it is meant.`
  const again = {
    ...view,
    submit: { type: "plain_text", text: "Assign anyway" } as const,
    blocks: [section(asked), ...view.blocks]
  }
  return yield* asOfNow(again, { ...link, warned: planOf(assignment) })
})

export const assignInterviewSubmitted = submissionOf(
  assignForm,
  Effect.fn("assignInterviewSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const { child, episodeId } = link
    const assignment = yield* Effect.fromResult(readAssignment(values))
    const warning = yield* planWarning(assignment)
    if (warning === undefined || link.warned === planOf(assignment)) {
      yield* assignInterview({ child, episodeId, assignment }, person)
      return Option.none()
    }
    const casework = yield* Casework
    const state = yield* casework.get(child)
    // What cannot be is said first: nobody confirms a plan that is refused then.
    yield* precheck(state, yield* assignCommand({ child, episodeId, assignment }))
    return Option.some(yield* askAgain({ link, assignment, warning, state }, person))
  })
)
