import { Casework, Council, People } from "@safe-return/casework"
import { type Calendars, Instant } from "@safe-return/domain/calendar"
import { interviewQueue, runningClocksOf } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildState, decide, type Episode, hostOf, interviewOf, type PersonId } from "@safe-return/domain/pathway"
import { caveatsOf, elapsedClockInWords, noClockYet, workingDaysInWords } from "@safe-return/wording"
import { Clock, Effect, Option } from "effect"
import { section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { explain, type Problem } from "../../handlers/explain.ts"
import { allocatedWorkerOf, findEpisode } from "../../handlers/findCase.ts"
import { alsoCoversField } from "../alsoCoversField.ts"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm, viewOf } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalOwed } from "../episodeOwedInterview.ts"
import { type FormValues, InvalidSubmission, personIn } from "../form.ts"
import { assignCommand, assignInterview } from "./assignInterview.ts"
import { ANOTHER_PERSON, ASSIGN_FORM, type Assignment, assignButton, assignView, readAssignment } from "./assignView.ts"
import { availabilityFor, planWarning } from "./availability.ts"
import { knownAdultOf, wishWarning, withWishKept } from "./childsWish.ts"
import { interviewerChoices, whyNobodyThere } from "./interviewerChoices.ts"
import { planAhead } from "./plannedSoFar.ts"
import { workloads } from "./workload.ts"
import { workloadBlocks } from "./workloadBlocks.ts"

/** They are not independent, unless the child asks for them. */
const allocatedTo = ({ allocation }: Episode, inProfile: PersonId | undefined): ReadonlyArray<PersonId> => [
  ...(allocation?._tag === "Allocated" ? [allocation.worker] : []),
  ...(inProfile === undefined ? [] : [inProfile])
]

/** A manager sees by when before they choose. */
const dueLines = (state: ChildState, episode: Episode, calendars: Calendars): ReadonlyArray<string> =>
  Option.match(runningClocksOf(state, episode, calendars), {
    onNone: () => (episode.progress._tag === "Found" ? [noClockYet] : []),
    onSome: (clocks) => [
      elapsedClockInWords(clocks, episode.policy),
      workingDaysInWords(clocks, episode.policy),
      ...caveatsOf(clocks)
    ]
  })

const assignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant: owedOr("NotDone", "Declined"),
  which: { button: assignButton, among: severalOwed },
  records: "AssignInterview",
  open: Effect.fn("assignForm")(function* ({ child, link, state, episode, now }) {
    const casework = yield* Casework
    const { calendars } = yield* Council
    const people = yield* People
    const interviewers = yield* people.holdersOf("interviewer")
    const all = workloads(interviewers, interviewQueue(yield* casework.active, now, calendars))
    const allocated = allocatedTo(episode, yield* allocatedWorkerOf(child))
    const independent = all.filter(({ person }) => interviewers.includes(person) && !allocated.includes(person))
    const choices = yield* interviewerChoices(independent)
    const nobodyThere = yield* whyNobodyThere(choices, now)
    const interview = interviewOf(state, episode.id)
    return assignView(link, interview, {
      ...definedFields({ plan: planAhead(interview, now) }),
      due: dueLines(state, episode, calendars),
      interviewers: choices,
      ...definedFields({ nobodyThere }),
      more: [...alsoCoversField(state, episode), ...workloadBlocks(all, allocated, yield* availabilityFor(episode))],
      ...(hostOf(episode) === undefined ? {} : { suggested: "host-authority" })
    })
  })
}

/** Whose plan for when was warned of. */
const planOf = ({ interviewer, plannedFor }: Assignment): string => `${interviewer} ${plannedFor}`

interface AssignmentWarning {
  readonly link: CaseLink
  readonly assignment: Assignment
  readonly warning: string
  readonly state: ChildState
}

/** The form once more, which says what speaks against the plan and keeps what was filled in: it is no refusal. */
const askAgain = Effect.fn("askAgain")(function* (
  { link, assignment, warning, state }: AssignmentWarning,
  person: Assignment["interviewer"]
) {
  const episode = yield* findEpisode(state, link.episodeId)
  const view = yield* viewOf(assignForm, { child: link.child, state, episode, person })
  const asked = `:warning: *Not assigned yet.* ${warning}\nChoose another time or person, or send it again if it is meant.`
  const again = {
    ...view,
    submit: { type: "plain_text", text: "Assign anyway" } as const,
    blocks: [section(asked), ...view.blocks]
  }
  return yield* asOfNow(again, { ...link, warned: planOf(assignment) })
})

/** What is refused of the interviewer is said beside the input they were chosen in. */
const besideAnotherPerson =
  (values: FormValues) =>
  (problem: Problem): Problem => {
    const { interviewer } = explain(problem).fields
    return interviewer === undefined || personIn(values, ANOTHER_PERSON) === undefined
      ? problem
      : new InvalidSubmission({ fields: { [ANOTHER_PERSON]: interviewer } })
  }

const assignInterviewSubmitted = submissionOf(
  assignForm,
  Effect.fn("assignInterviewSubmitted")(function* ({ link, person, values, expectedVersion }) {
    const { child, episodeId } = link
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const knownAdult = knownAdultOf(state, episodeId)
    const now = Instant(yield* Clock.currentTimeMillis)
    const interview = interviewOf(state, episodeId)
    const before = { interview, plan: planAhead(interview, now) }
    const assignment = withWishKept(yield* Effect.fromResult(readAssignment(values, before)), knownAdult)
    const beside = besideAnotherPerson(values)
    const warnings = [wishWarning(assignment, knownAdult), yield* planWarning(assignment)]
    const warning = warnings.filter((one) => one !== undefined).join("\n")
    if (warning === "" || link.warned === planOf(assignment)) {
      yield* Effect.mapError(assignInterview({ child, episodeId, assignment }, person, expectedVersion), beside)
      return Option.none()
    }
    // What cannot be is said first: nobody confirms a plan that is refused then.
    const command = yield* Effect.mapError(assignCommand({ child, episodeId, assignment }), beside)
    const decided = decide(state, command, { now, by: person })
    yield* Effect.mapError(Effect.fromResult(decided), beside)
    return Option.some(yield* askAgain({ link, assignment, warning, state }, person))
  })
)

export const assign: FormSlice = {
  buttons: { [assignButton.actionId]: buttonFor(assignForm) },
  commands: { "/rhi assign": assignForm },
  submissions: { [ASSIGN_FORM]: assignInterviewSubmitted }
}
