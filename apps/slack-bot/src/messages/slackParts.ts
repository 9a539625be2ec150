/** The buttons of each message, and what else Slack shows besides its sentences. */

import { type InterviewOfAbsent, openToChannel } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { isOpenCase } from "@safe-return/domain/education"
import {
  type ChildReference,
  type Episode,
  type EpisodeId,
  interviewOf,
  interviewStatus,
  isOpen,
  laterDisappearance,
  latestEpisode,
  type PersonId,
  waitsForReturnUnder
} from "@safe-return/domain/pathway"
import {
  type AlertAllClear,
  asksToAcknowledge,
  type DeadlineFacts,
  educationLinesShown,
  type Facts,
  hasAnswered,
  interviewsShown,
  isLeft,
  type LateStep,
  leftToHandOver,
  type Message,
  nextInterviewStep,
  type OverdueLine,
  type Renderings,
  standingOf
} from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import { Option } from "effect"
import { actions } from "../blocks/blocks.ts"
import { acknowledgeButtons } from "../forms/acknowledgeButtons.ts"
import { answerIncidentButton } from "../forms/answerIncident/answerIncidentView.ts"
import { assignButton, changeInterviewerButton } from "../forms/assign/assignView.ts"
import { attemptButton } from "../forms/attempt/attemptView.ts"
import { awayButton } from "../forms/away/awayView.ts"
import { cancelEpisodeButton, keepEpisodeButton } from "../forms/cancellation/cancellationView.ts"
import { cardButtons, interviewUndoButtons, reportQuestionButtons } from "../forms/cardButtons.ts"
import { considerationsButton } from "../forms/considerations/considerationsView.ts"
import { confirmDeathButton, takeBackDeathButton } from "../forms/death/deathView.ts"
import { foundButton } from "../forms/found/foundView.ts"
import { handoverButton } from "../forms/handover/handoverView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { answerButton, offerButton } from "../forms/offer/offerView.ts"
import { pupilCaseButton } from "../forms/pupilCase/pupilCase.ts"
import { isOpenTo } from "../forms/registry.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { decideButton, decideHereButton, decidePostedButton } from "../forms/triggerDecisions/triggerDecisionsView.ts"
import { giveUpButton } from "../forms/unassign/unassignView.ts"
import { whyButton } from "../forms/why/whyView.ts"
import type { SlackParts } from "./noticeContent.ts"
import { todoButton } from "./todoButton.ts"

interface Asked {
  readonly child: ChildReference
  readonly episode: Episode
  /** Absent where it goes to the channel. */
  readonly reader?: PersonId
  readonly isAnswered?: boolean
}

/** To one person until they answer, and to a channel until nobody is asked any more. */
export const acknowledgeBlocks = ({ child, episode, reader, isAnswered = false }: Asked): ReadonlyArray<KnownBlock> =>
  isAnswered || !asksToAcknowledge(episode) || (reader !== undefined && hasAnswered(episode, reader))
    ? []
    : [actions("acknowledge", acknowledgeButtons(child, episode))]

const none = (): SlackParts => ({})

interface OfEpisode {
  readonly child: ChildReference
  readonly episode: Pick<Episode, "id">
}

const linkOf = ({ child, episode: { id: episodeId } }: OfEpisode): { child: ChildReference; episodeId: EpisodeId } => ({
  child,
  episodeId
})

const card = (facts: Extract<Message, { readonly _tag: "EpisodeCard" }>): SlackParts => {
  const { alert: _, ...withoutAlert } = facts
  const { readerMay } = facts
  const buttons = cardButtons(facts.state.death === undefined ? facts : withoutAlert, {
    isOpen: ({ actionId }) => readerMay === undefined || isOpenTo(readerMay, actionId),
    isForAll: readerMay === openToChannel
  })
  return { why: whyButton(linkOf(facts)), more: buttons.length === 0 ? [] : [actions("episode", buttons)] }
}

const deadline = (facts: DeadlineFacts): SlackParts => {
  const { episode, interviewer, absence } = facts
  const isNobodyThere = absence !== undefined && absence.cover === undefined
  const link = linkOf(facts)
  if (facts.missingAgainSince !== undefined) return { why: whyButton(link) }
  const buttons = [
    ...(episode.progress._tag === "Found" ? [returnedButton(link)] : []),
    ...(interviewer === undefined ? [assignButton(link, "primary")] : []),
    ...(isNobodyThere ? [changeInterviewerButton(link, "primary")] : []),
    logButton(link, interviewer === undefined || isNobodyThere ? undefined : "primary")
  ]
  return { why: whyButton(link), more: [actions("reminder", buttons)] }
}

const stepButton = (facts: Pick<LateStep, "child" | "episode" | "reminder" | "interviewer" | "absence">): Button => {
  const link = linkOf(facts)
  switch (facts.reminder.stage._tag) {
    case "NoReturnTime":
      return returnedButton(link, "primary")
    case "NoInterviewer":
      return assignButton(link, "primary")
    case "NotOffered":
      if (facts.absence !== undefined && facts.absence.cover === undefined)
        return changeInterviewerButton(link, "primary")
      return facts.interviewer === undefined ? assignButton(link, "primary") : offerButton(link, "primary")
    case "PlanPassed":
      return facts.absence !== undefined && facts.absence.cover === undefined
        ? changeInterviewerButton(link, "primary")
        : logButton(link, "primary")
    case "ConsiderationsUnanswered":
      return considerationsButton(link, "primary")
  }
}

const overdueButton = (line: OverdueLine, { at }: { readonly at: Instant }): Button | undefined =>
  Option.getOrUndefined(
    Option.map(standingOf(line), ({ episode }) => {
      if (!isLeft(line, at)) return undefined
      const what = nextInterviewStep(interviewOf(line.state, episode.id), episode)
      return todoButton({ child: line.child, episodeId: episode.id, what }, "primary")
    })
  )

const besideInterviews = (
  interviews: ReadonlyArray<InterviewOfAbsent>,
  button: (one: InterviewOfAbsent) => Button
): SlackParts => ({ beside: [undefined, ...interviewsShown(interviews).map(button)] })

const changeButton = (one: InterviewOfAbsent): Button => changeInterviewerButton(linkOf(one))

const nextButton = ({ child, episode, interview }: InterviewOfAbsent): Button =>
  todoButton({ child, episodeId: episode.id, what: nextInterviewStep(interview, episode) })

const considerationsIn = (episode: Episode, child: ChildReference): ReadonlyArray<KnownBlock> =>
  isOpen(episode) ? [actions("considerations", [considerationsButton(linkOf({ child, episode }))])] : []

/** Who hears of a find or a return first can say so from the alert itself. */
const movementIn = (episode: Episode, child: ChildReference): ReadonlyArray<KnownBlock> => {
  const link = linkOf({ child, episode })
  return episode.progress._tag === "Missing" && isOpen(episode)
    ? [actions("movement", [foundButton(link), returnedButton(link)])]
    : []
}

/** What is left to do of a child who is found: the return to record, and the interview to assign. */
const allClearButtons = (clear: Facts<AlertAllClear>): ReadonlyArray<Button> => {
  const { state, episode, outcome, isForCoordinator } = clear
  const link = linkOf(clear)
  // What is asked now is asked of the later disappearance.
  if (laterDisappearance(state, episode) !== undefined) return []
  return [
    ...(outcome._tag === "Found" && isOpen(episode) ? [returnedButton(link)] : []),
    ...(isForCoordinator && clear.isAskedLater !== true && interviewStatus(state, episode)._tag === "Unassigned"
      ? [assignButton(link, "primary")]
      : [])
  ]
}

export const slackParts: Renderings<SlackParts> = {
  MissingAlert: (alert) => ({
    more: [
      ...acknowledgeBlocks(alert),
      ...movementIn(alert.episode, alert.child),
      ...considerationsIn(alert.episode, alert.child)
    ]
  }),
  CoordinatorAlert: (alert) => ({
    more: [...acknowledgeBlocks(alert), actions("missing", [foundButton(linkOf(alert)), returnedButton(linkOf(alert))])]
  }),
  RepeatAlert: (alert) => ({
    more: [
      ...acknowledgeBlocks(alert),
      actions("repeat-alert", [foundButton(linkOf(alert)), returnedButton(linkOf(alert))])
    ]
  }),
  MissingAfterAllAlert: (alert) => ({
    more: [
      ...acknowledgeBlocks(alert),
      actions("missing-after-all", [foundButton(linkOf(alert), "primary"), returnedButton(linkOf(alert))])
    ]
  }),
  MovedAlert: (alert) => ({ more: [...acknowledgeBlocks(alert), ...movementIn(alert.episode, alert.child)] }),
  EscalationAlert: (alert) => ({
    more: [
      ...acknowledgeBlocks(alert),
      actions("ladder", [foundButton(linkOf(alert)), returnedButton(linkOf(alert)), whyButton(linkOf(alert))])
    ]
  }),
  OutsideAlert: none,
  UnreachedAlert: (alert) => ({ more: acknowledgeBlocks(alert) }),
  WithheldAlert: none,
  RequestOver: none,
  AlertAllClear: (clear) => {
    const buttons = allClearButtons(clear)
    return buttons.length === 0 ? {} : { more: [actions("all-clear", buttons)] }
  },
  OutsideAllClear: none,
  OutsideAcknowledged: none,
  EpisodeCard: card,
  TimelineEntry: none,
  JoinedEntry: none,
  InterviewDue: deadline,
  InterviewOverdue: deadline,
  LateStep: (step) => ({ why: whyButton(linkOf(step)), more: [actions("reminder", [stepButton(step)])] }),
  OverdueList: (list) => ({ beside: [undefined, ...list.lines.map((line) => overdueButton(line, list))] }),
  DutyList: none,
  InterviewAssignment: (assignment) => {
    const link = linkOf(assignment)
    if (waitsForReturnUnder(assignment.state, assignment.episode) !== undefined) return {}
    if (assignment.isCopy && assignment.absence?.cover === undefined)
      return { more: [actions("interviewer", [changeInterviewerButton(link, "primary"), logButton(link)])] }
    const next = assignment.isOffered
      ? [logButton(link, "primary"), answerButton(link)]
      : [offerButton(link, "primary"), logButton(link)]
    return { more: [actions("interviewer", [...next, attemptButton(link), giveUpButton(link)])] }
  },
  InterviewLost: none,
  InterviewGivenUp: (given) => ({ more: [actions("given-up", [assignButton(linkOf(given), "primary")])] }),
  PlanDropped: none,
  EpisodeHandedOver: (handed) =>
    handed.isAskedLater !== true && interviewStatus(handed.state, handed.episode)._tag === "Unassigned"
      ? { more: [actions("handed-over", [assignButton(linkOf(handed), "primary")])] }
      : {},
  ConsiderationsRequest: (request) => ({
    more: [actions("considerations", [considerationsButton(linkOf(request), "primary")])]
  }),
  TriggerAlert: ({ child, state }) => ({
    more: Option.toArray(latestEpisode(state)).map((episode) =>
      actions("trigger", [decideButton(linkOf({ child, episode }), "primary"), whyButton(linkOf({ child, episode }))])
    )
  }),
  DecisionWaiting: ({ child, episodeId, opens }) => ({
    more: [
      actions("decision", [
        (opens === "everything" ? decideHereButton : decidePostedButton)({ child, episodeId }, "primary")
      ])
    ]
  }),
  DecisionElsewhere: none,
  DecisionUnreached: none,
  DecisionOver: none,
  CancellationQuestion: (question) => ({
    more: [
      actions("cancellation", [keepEpisodeButton(linkOf(question), "primary"), cancelEpisodeButton(linkOf(question))])
    ]
  }),
  CancellationSettled: none,
  ReportQuestion: (question) => ({
    more: [
      actions(
        "report-in-question",
        reportQuestionButtons(question.episode).map((button) => button(linkOf(question)))
      )
    ]
  }),
  ReportSettled: none,
  InterviewQuestion: (question) => ({
    more: [
      actions(
        "interview-in-question",
        interviewUndoButtons(question.state, question.episode).map((button) => button(linkOf(question)))
      )
    ]
  }),
  InterviewSettled: none,
  InterviewOnHold: none,
  DeathNotice: none,
  DeathWithdrawal: none,
  ReportAfterDeath: ({ child, episodeId, report }) => ({
    more:
      report.lookedAt === undefined
        ? [
            actions("after-death", [
              takeBackDeathButton({ child, episodeId }),
              confirmDeathButton({ child, episodeId })
            ])
          ]
        : []
  }),
  EarlyNews: none,
  MisdirectedNews: none,
  RecordsJoined: ({ child, kept, state }) => (state.death === undefined ? { more: movementIn(kept, child) } : {}),
  CoverRequest: none,
  CoverOver: none,
  CoverGone: ({ isOwn, readerMay }) => ({
    afterFirst: isOwn || readerMay?.has("change-availability") === true ? [actions("cover-gone", [awayButton])] : []
  }),
  CoverGoneOver: none,
  CoverHandedBack: none,
  AwayRecorded: none,
  AwayRecordedOver: none,
  DutyGiven: none,
  DutyOff: none,
  EducationCard: ({ educationCase, pupil }) =>
    isOpenCase(educationCase) ? { more: [actions("education-card", [pupilCaseButton(pupil)])] } : {},
  HandoverList: ({ person, interviews, isForCover }) => ({
    ...besideInterviews(interviews, isForCover ? nextButton : changeButton),
    afterFirst: leftToHandOver(interviews) === 0 || isForCover ? [] : [actions("hand-over", [handoverButton(person)])]
  }),
  HandoverOver: ({ interviews }) => besideInterviews(interviews, changeButton),
  ReturnSummary: ({ interviews }) => besideInterviews(interviews, nextButton),
  UndeliveredNotice: none,
  UndeliveredFault: none,
  UndeliveredAlert: none,
  UnreachablePerson: none,
  ReachableAgain: none,
  MorningSummary: none,
  ScorecardPost: none,
  Morning: () => ({ todoButton }),
  EducationMorning: (morning) => ({
    beside: [undefined, ...educationLinesShown(morning).map(({ child }) => pupilCaseButton(child))]
  }),
  CountsReport: none,
  ShadowComparison: none,
  WentLive: none,
  IncidentWarning: none,
  IncidentOver: none,
  DutyWarning: ({ toAnswer }) =>
    toAnswer === undefined ? {} : { more: [actions("incident", [answerIncidentButton(toAnswer, "primary")])] },
  DutyOver: none,
  DutyAllClear: none,
  OutsideNotice: none,
  EarlierIncidentOver: none,
  Heartbeat: none
}
