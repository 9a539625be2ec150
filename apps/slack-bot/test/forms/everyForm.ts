/** Every form the bot can open about an episode, whatever its state. */

import {
  EducationCasework,
  factsOf,
  type PupilFile,
  permissions,
  undecidedConfidentialTriggers,
  undecidedTriggers
} from "@safe-return/casework"
import {
  absentPupil,
  joinedPupil,
  oneOpenEducationCase,
  otherPupil,
  pupil,
  standingLink
} from "@safe-return/casework/testing"
import { type CivilDay, calendars, civilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { unseenReturnsOf } from "@safe-return/domain/education"
import { foldRota } from "@safe-return/domain/escalation"
import { planStanding } from "@safe-return/domain/findMePlan"
import { childJoinedUp, LinkId } from "@safe-return/domain/joinedUp"
import {
  type ChildReference,
  type ChildState,
  type Consideration,
  considerationWords,
  type Episode,
  InterviewId,
  interviewOf,
  interviewStatus,
  PersonId,
  reportsAfterDeath
} from "@safe-return/domain/pathway"
import { triggersFired, triggersNotKnown } from "@safe-return/domain/risk"
import { Initials } from "@safe-return/journal"
import type { ModalView } from "@slack/types"
import { Effect } from "effect"
import type { CaseLink } from "../../src/blocks/caseLink.ts"
import { absenceChangeView } from "../../src/forms/absenceChange/absenceChangeView.ts"
import { allocatedWorkerView } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { alsoCoversField } from "../../src/forms/alsoCoversField.ts"
import { answerIncidentView } from "../../src/forms/answerIncident/answerIncidentView.ts"
import { assignButton, assignView } from "../../src/forms/assign/assignView.ts"
import { workloads } from "../../src/forms/assign/workload.ts"
import { workloadBlocks } from "../../src/forms/assign/workloadBlocks.ts"
import { attemptView } from "../../src/forms/attempt/attemptView.ts"
import { awayView } from "../../src/forms/away/awayView.ts"
import { cancelEpisodeView, keepEpisodeView } from "../../src/forms/cancellation/cancellationView.ts"
import { carerOfferView } from "../../src/forms/carerOffer/carerOfferView.ts"
import { closeView } from "../../src/forms/close/closeView.ts"
import { considerationsView } from "../../src/forms/considerations/considerationsView.ts"
import { CorrectionChoice, correctionChoiceView } from "../../src/forms/correct/correctView.ts"
import { correctEpisodeView } from "../../src/forms/correctEpisode/correctEpisodeView.ts"
import { correctInterviewView, isCorrectable } from "../../src/forms/correctInterview/correctInterviewView.ts"
import { confirmDeathView, deathView, takeBackDeathView } from "../../src/forms/death/deathView.ts"
import { duplicateView, otherRecords } from "../../src/forms/duplicate/duplicateView.ts"
import { giveDutyView, takeBackDutyView } from "../../src/forms/dutyRota/dutyRotaView.ts"
import { findMePlanView } from "../../src/forms/findMePlan/findMePlanView.ts"
import { foundView } from "../../src/forms/found/foundView.ts"
import { furtherSessionView } from "../../src/forms/furtherSession/furtherSessionView.ts"
import { type HandedOver, handoverListView, handoverView } from "../../src/forms/handover/handoverView.ts"
import { hoursView } from "../../src/forms/hours/hoursView.ts"
import { keepRecordedView } from "../../src/forms/keepRecorded/keepRecordedView.ts"
import { logInterviewView } from "../../src/forms/logInterview/logInterviewView.ts"
import { referenceView } from "../../src/forms/logInterview/referenceView.ts"
import { moreView } from "../../src/forms/more/moreView.ts"
import { noInterviewView } from "../../src/forms/noInterview/noInterviewView.ts"
import { noticeView } from "../../src/forms/noticeView.ts"
import { offerView } from "../../src/forms/offer/offerView.ts"
import { caseMeant, encodePupilLink } from "../../src/forms/PupilForm.ts"
import { placementView } from "../../src/forms/placement/placementView.ts"
import { changedMeanwhileView, profileView } from "../../src/forms/profile/profileView.ts"
import { pupilReferralView } from "../../src/forms/pupilReferral/pupilReferralView.ts"
import { pupilReturnView } from "../../src/forms/pupilReturn/pupilReturn.ts"
import { reachedView } from "../../src/forms/reached/reachedView.ts"
import { recordSteps } from "../../src/forms/record/recordSteps.ts"
import { recordView } from "../../src/forms/record/recordView.ts"
import { usualExamples } from "../../src/forms/referenceExamples.ts"
import { pupilForms } from "../../src/forms/registry.ts"
import { reopenView } from "../../src/forms/reopen/reopenView.ts"
import { reportView } from "../../src/forms/report/reportView.ts"
import { returnedView } from "../../src/forms/returned/returnedView.ts"
import { screenView } from "../../src/forms/screen/screenView.ts"
import { joinedRecords, separateView } from "../../src/forms/separate/separateView.ts"
import { linkView, undoView } from "../../src/forms/strandLink/strandLinkView.ts"
import { togetherView } from "../../src/forms/together/togetherView.ts"
import {
  everyDecisionWords,
  openDecisionWords,
  quietDecisionWords,
  triggerDecisionsView
} from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { unassignView } from "../../src/forms/unassign/unassignView.ts"
import { unbornView } from "../../src/forms/unborn/unbornView.ts"
import { returnedToView, whereaboutsView } from "../../src/forms/whereabouts/whereaboutsView.ts"
import { whichEpisodeView } from "../../src/forms/whichEpisode.ts"
import { whyView } from "../../src/forms/why/whyView.ts"
import { withdrawEntryView } from "../../src/forms/withdrawEntry/withdrawEntryView.ts"
import {
  withdrawableOf,
  withdrawFromInterviewView
} from "../../src/forms/withdrawFromInterview/withdrawFromInterviewView.ts"
import { wrongChildView } from "../../src/forms/wrongChild/wrongChildView.ts"
import { dutyChanges } from "../people/scene.ts"

const permissionOf = () => "see-cases" as const
const everything = { may: new Set(permissions), permissionOf }
const nothing = { may: new Set<never>(), permissionOf }

const rota = foldRota(dutyChanges)

const [ada, ben] = [PersonId.make("U0ADA"), PersonId.make("U0BEN")]

/** More interviewers than a section has room for. */
const many = Array.from({ length: 90 }, (_, index) => PersonId.make(`U${String(index).padStart(20, "0")}`))

/** More interviews than one list takes. */
const handedOver = (child: ChildReference, state: ChildState, now: Instant): ReadonlyArray<HandedOver> =>
  interviewQueue(new Map([[child, state]]), now, calendars).flatMap((line) =>
    Array.from({ length: 120 }, (_, index) => ({
      id: InterviewId.make(`interview-${line.episode.id}-${index}`),
      line,
      knownAdult: index % 2 === 0
    }))
  )

/** The children on record in {@link oneOpenEducationCase}. */
const files: ReadonlyArray<PupilFile> = await Effect.runPromise(
  Effect.flatMap(EducationCasework, ({ file }) =>
    Effect.forEach([pupil, otherPupil, joinedPupil, absentPupil], file)
  ).pipe(Effect.provide(oneOpenEducationCase))
)

/** The forms about links, of a child with none and of one with a link on record. */
const linkViews = (): ReadonlyArray<ModalView> => {
  const view = (reference: string) =>
    childJoinedUp({ facts: [], links: [standingLink] }, { system: "education", reference })
  return [
    linkView({ system: "education", reference: pupil }, view(pupil), LinkId.make("link-2"), "LCS-10432"),
    undoView({ system: "education", reference: joinedPupil }, view(joinedPupil))
  ]
}

const pupilViews = (today: CivilDay): ReadonlyArray<ModalView> => [
  { ...pupilReferralView(today, "EDU-10432"), private_metadata: JSON.stringify({ caseId: "case-3" }) },
  ...files.filter(({ state }) => unseenReturnsOf(state).length > 0).map(pupilReturnView),
  ...[...pupilForms.values()].flatMap((form) =>
    files.flatMap(({ child, state, version }) => {
      const educationCase = caseMeant(state, form)
      if (educationCase === undefined) return []
      const link = { pupil: child, caseId: educationCase.id, seen: version, newId: "enquiry-1" }
      return [{ ...form.open({ link, educationCase, state, today }), private_metadata: encodePupilLink(link) }]
    })
  )
]

export const everyForm = (
  about: {
    readonly child: ChildReference
    readonly state: ChildState
    readonly person: PersonId
    readonly allocatedWorker?: PersonId | undefined
  },
  episode: Episode,
  now: Instant
): ReadonlyArray<ModalView> => {
  const { child, state, person } = about
  const link: CaseLink = { child, episodeId: episode.id, seen: Number.MAX_SAFE_INTEGER }
  const interview = interviewOf(state, episode.id)
  const standing = interviewStatus(state, episode)
  const undecided = undecidedTriggers(state, now, calendars)
  const confidential = undecidedConfidentialTriggers(state, now, calendars, factsOf(undefined))
  const theirs = handedOver(child, state, now)
  const alsoCovers = alsoCoversField(state, episode)
  const progress = episode.progress
  const quiet = {
    fired: triggersFired(state, { calendars, now }),
    notKnown: triggersNotKnown(state, { calendars, now })
  }
  return [
    reportView(now, usualExamples, { reference: child, missingAt: episode.missingAt }),
    screenView(link, episode, usualExamples),
    closeView(link),
    reopenView(link, episode),
    cancelEpisodeView(link, episode),
    ...[ada, ben].map((reader) => unassignView(link, episode, { interviewer: ada, reader })),
    ...(withdrawableOf(state, episode).length === 0 ? [] : [withdrawFromInterviewView(link, state, episode)]),
    keepEpisodeView(link, episode),
    keepRecordedView(link, {
      ...episode,
      progress: { _tag: "Missing" },
      questionedReports: [{ kind: "found", reason: "out-of-order", reportedTime: now }]
    }),
    whereaboutsView(link, state, episode, now),
    returnedToView(link),
    absenceChangeView(link, episode, now),
    placementView(link, episode),
    withdrawEntryView(link, { ...episode, placements: [{ placement: { _tag: "OwnArea" } }] }),
    reachedView(link),
    togetherView(link, episode, usualExamples),
    unbornView(link, episode),
    deathView(link, now),
    confirmDeathView(link, reportsAfterDeath(state.death)),
    takeBackDeathView(link),
    findMePlanView({
      examples: usualExamples,
      link: { child, seen: Number.MAX_SAFE_INTEGER },
      plan: state.findMePlan,
      standing: planStanding(state, now),
      missing: { partTwo: progress._tag === "Missing" ? progress.partTwo : undefined }
    }),
    profileView(
      { child, allocatedWorker: person, bornOn: civilDay(2012, 2, 29), caseStatus: "other-authority" },
      { ...quiet, toDecide: link },
      true
    ),
    profileView({ child }, { ...quiet, fired: [] }, false),
    changedMeanwhileView({ child, initials: Initials.make("ZZZZ"), caseStatus: "looked-after" }, {}),
    correctionChoiceView(link, episode, CorrectionChoice.literals, true),
    correctEpisodeView(link, episode),
    ...(isCorrectable(interview, episode) ? [correctInterviewView(link, episode, interview)] : []),
    ...(standing._tag === "Completed" ? [furtherSessionView(link, standing.interview, person)] : []),
    whichEpisodeView(child, state, state.episodes, assignButton),
    ...(joinedRecords(state, episode).length === 0 ? [] : [separateView(link, state, episode)]),
    wrongChildView(link, episode, usualExamples),
    ...(otherRecords(state, episode, { now }).length === 0 ? [] : [duplicateView(link, state, episode, { now })]),
    foundView(link, state, episode, now),
    returnedView(link, episode, now),
    assignView(link, interview, { interviewers: { U0INTERVIEWER: "One", U0INTERVIEWER2: "Two" }, more: alsoCovers }),
    assignView(link, interview, {
      plan: now,
      more: [
        ...alsoCovers,
        ...workloadBlocks(workloads(many, interviewQueue(new Map([[child, state]]), now, calendars)), many)
      ]
    }),
    logInterviewView(link, episode, interview, person, alsoCovers),
    offerView(link, episode, interview, now),
    carerOfferView(link, now),
    noInterviewView(link, interview?.offeredAt, person),
    attemptView(link, interview, now),
    ...(["worker", "apart"] as const).map((answeredBy) =>
      considerationsView(link, Object.keys(considerationWords.words) as ReadonlyArray<Consideration>, {
        explanation: "Answer those you can now.",
        kind:
          answeredBy === "worker" && about.allocatedWorker !== undefined && episode.allocation?._tag !== "Allocated",
        answeredBy
      })
    ),
    ...(interview === undefined ? [] : recordSteps.map((step) => recordView(link, step, interview, usualExamples))),
    ...(undecided.length === 0
      ? []
      : [openDecisionWords, everyDecisionWords].map((words) =>
          triggerDecisionsView(link, undecided, state, words === openDecisionWords, words)
        )),
    ...(confidential.length === 0 ? [] : [triggerDecisionsView(link, confidential, state, false, quietDecisionWords)]),
    handoverView({ from: person, to: person }),
    ...(theirs.length === 0 ? [] : [handoverListView({ from: person, to: person }, theirs)]),
    moreView({ calendars, child, state, episode, now }, everything),
    moreView({ calendars, child, state, episode, now, allocatedWorker: person }, nothing),
    whyView(child, state, episode, now, calendars),
    allocatedWorkerView(link, person),
    referenceView(usualExamples),
    awayView({ person, from: londonDayOf(now), isTyped: true }),
    giveDutyView(rota),
    answerIncidentView({ kind: "report-refused", place: "police" }, "A report could not be taken: ring the police."),
    takeBackDutyView(rota, rota.duties, () => "n".repeat(100)),
    hoursView(person, { monday: { opens: "09:00", closes: "17:00" } }),
    ...pupilViews(londonDayOf(now)),
    ...linkViews(),
    noticeView("Nothing was recorded.")
  ]
}
