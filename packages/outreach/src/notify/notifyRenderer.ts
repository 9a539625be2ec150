/** What fills GOV.UK Notify's template: what to do, and nothing about a child, whose reference goes beside it. */

import type { Message } from "../message/Message.ts"
import { makePlainTextRenderer } from "../plainText/plainTextRenderer.ts"
import type { Renderer } from "../sending/Renderer.ts"
import { MAY_BE_REPEATED } from "../sending/Renderer.ts"

export interface NotifyFields {
  readonly what_to_do: string
}

type Tag = Message["_tag"]

/** Written for readers outside Slack, so that it holds nothing of a case. */
type SaidOutside = "OutsideAlert" | "OutsideAcknowledged" | "OutsideAllClear" | "OutsideNotice"

/** Every other message stays in Slack: outside it, people read only that it is there. */
type StaysInSlack = Exclude<Tag, SaidOutside>

const outside: Readonly<Record<SaidOutside, "own words"> & Record<StaysInSlack, "waits in Slack">> = {
  OutsideAlert: "own words",
  OutsideAcknowledged: "own words",
  OutsideAllClear: "own words",
  OutsideNotice: "own words",
  MissingAlert: "waits in Slack",
  CoordinatorAlert: "waits in Slack",
  EpisodeHandedOver: "waits in Slack",
  RepeatAlert: "waits in Slack",
  MissingAfterAllAlert: "waits in Slack",
  MovedAlert: "waits in Slack",
  EscalationAlert: "waits in Slack",
  UnreachedAlert: "waits in Slack",
  WithheldAlert: "waits in Slack",
  RequestOver: "waits in Slack",
  AlertAllClear: "waits in Slack",
  EpisodeCard: "waits in Slack",
  TimelineEntry: "waits in Slack",
  JoinedEntry: "waits in Slack",
  InterviewDue: "waits in Slack",
  InterviewOverdue: "waits in Slack",
  LateStep: "waits in Slack",
  OverdueList: "waits in Slack",
  DutyList: "waits in Slack",
  InterviewAssignment: "waits in Slack",
  InterviewLost: "waits in Slack",
  InterviewGivenUp: "waits in Slack",
  PlanDropped: "waits in Slack",
  ConsiderationsRequest: "waits in Slack",
  TriggerAlert: "waits in Slack",
  DecisionWaiting: "waits in Slack",
  DecisionElsewhere: "waits in Slack",
  DecisionUnreached: "waits in Slack",
  DecisionOver: "waits in Slack",
  CancellationQuestion: "waits in Slack",
  CancellationSettled: "waits in Slack",
  ReportQuestion: "waits in Slack",
  ReportSettled: "waits in Slack",
  InterviewQuestion: "waits in Slack",
  InterviewSettled: "waits in Slack",
  InterviewOnHold: "waits in Slack",
  DeathNotice: "waits in Slack",
  DeathWithdrawal: "waits in Slack",
  ReportAfterDeath: "waits in Slack",
  EarlyNews: "waits in Slack",
  MisdirectedNews: "waits in Slack",
  RecordsJoined: "waits in Slack",
  CoverRequest: "waits in Slack",
  CoverOver: "waits in Slack",
  CoverGone: "waits in Slack",
  CoverGoneOver: "waits in Slack",
  CoverHandedBack: "waits in Slack",
  AwayRecorded: "waits in Slack",
  AwayRecordedOver: "waits in Slack",
  DutyGiven: "waits in Slack",
  DutyOff: "waits in Slack",
  EducationCard: "waits in Slack",
  HandoverList: "waits in Slack",
  HandoverOver: "waits in Slack",
  ReturnSummary: "waits in Slack",
  UndeliveredNotice: "waits in Slack",
  UndeliveredFault: "waits in Slack",
  UndeliveredAlert: "waits in Slack",
  UnreachablePerson: "waits in Slack",
  ReachableAgain: "waits in Slack",
  MorningSummary: "waits in Slack",
  ScorecardPost: "waits in Slack",
  Morning: "waits in Slack",
  EducationMorning: "waits in Slack",
  CountsReport: "waits in Slack",
  ShadowComparison: "waits in Slack",
  WentLive: "waits in Slack",
  IncidentWarning: "waits in Slack",
  IncidentOver: "waits in Slack",
  DutyWarning: "waits in Slack",
  DutyOver: "waits in Slack",
  DutyAllClear: "waits in Slack",
  EarlierIncidentOver: "waits in Slack",
  Heartbeat: "waits in Slack"
}

const WAITS = "A message waits for you in Slack."

/** @param say puts our sentences into the council's own words */
export const makeNotifyRenderer = (say?: (text: string) => string): Renderer<NotifyFields> => {
  // Nobody is named outside Slack.
  const plainText = makePlainTextRenderer(() => "a colleague", "Slack", say)
  return {
    render: (message, { mayBeRepeated = false } = {}) => {
      const words = outside[message._tag] === "own words" ? plainText.render(message).subject : WAITS
      return { what_to_do: mayBeRepeated ? `${words} (${MAY_BE_REPEATED})` : words }
    }
  }
}
