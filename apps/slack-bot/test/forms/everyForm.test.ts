import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewer,
  missing,
  offered,
  onlyEpisode,
  returned,
  tell
} from "@safe-return/casework/testing"
import { type Consideration, considerationWords, EpisodeId, emptyChildState } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { checkView } from "@safe-return/slack-testkit"
import { Option } from "effect"
import { describe, expect, it } from "vitest"
import type { CaseLink } from "../../src/blocks/caseLink.ts"
import { allocatedWorkerView } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignView } from "../../src/forms/assign/assignView.ts"
import { attemptView } from "../../src/forms/attempt/attemptView.ts"
import { carerOfferView } from "../../src/forms/carerOffer/carerOfferView.ts"
import { considerationsView } from "../../src/forms/considerations/considerationsView.ts"
import { correctionChoiceView } from "../../src/forms/correct/correctView.ts"
import { correctEpisodeView } from "../../src/forms/correctEpisode/correctEpisodeView.ts"
import { duplicateView } from "../../src/forms/duplicate/duplicateView.ts"
import { findMePlanView } from "../../src/forms/findMePlan/findMePlanView.ts"
import { foundView } from "../../src/forms/found/foundView.ts"
import { furtherSessionView } from "../../src/forms/furtherSession/furtherSessionView.ts"
import { logInterviewView } from "../../src/forms/logInterview/logInterviewView.ts"
import { referenceView } from "../../src/forms/logInterview/referenceView.ts"
import { noInterviewView } from "../../src/forms/noInterview/noInterviewView.ts"
import { noticeView } from "../../src/forms/noticeView.ts"
import { offerView } from "../../src/forms/offer/offerView.ts"
import { usualExamples } from "../../src/forms/referenceExamples.ts"
import { reportView } from "../../src/forms/report/reportView.ts"
import { returnedView } from "../../src/forms/returned/returnedView.ts"
import { screenView } from "../../src/forms/screen/screenView.ts"
import { wrongChildView } from "../../src/forms/wrongChild/wrongChildView.ts"
import { homeWithout } from "../../src/home/homeView.ts"
import { everyHome } from "../home/everyHome.ts"

const link: CaseLink = { child, episodeId }
const told = tell([missing(), returned(6), assigned(7), offered(8, "no-answer")])
const episode = onlyEpisode(told)
const [interview] = told.state.interviews

const attempts = Array.from({ length: 9 }, () => ({ attemptedAt: at(8), method: "phone", result: "no-reply" }) as const)
const tried = { ...Option.getOrThrow(Option.fromNullishOr(interview)), attempts }

const held = Option.getOrThrow(
  Option.fromNullishOr(tell([missing(), returned(6), assigned(7), offered(8), completed(9)]).state.interviews[0])
)

const twice = tell([missing(), missing(1, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })])
const forms = {
  screen: screenView(link, episode, usualExamples),
  "Find Me Plan": findMePlanView({
    examples: usualExamples,
    link: { child, seen: 0 },
    plan: undefined,
    standing: { _tag: "NoPlan" },
    missing: { partTwo: undefined }
  }),
  report: reportView(at(2), usualExamples, { reference: child, missingAt: at(1) }),
  "correction choice": correctionChoiceView(link, episode, ["facts", "wrong-child", "duplicate"], true),
  "correct episode": correctEpisodeView(link, episode),
  "wrong child": wrongChildView(link, episode, usualExamples),
  duplicate: duplicateView(link, twice.state, onlyEpisode(twice), { now: at(2) }),
  found: foundView(link, twice.state, episode, at(2)),
  returned: returnedView(link, episode, at(2)),
  assign: assignView(link, interview),
  log: logInterviewView(link, episode, interview, interviewer),
  "log without an interview": logInterviewView(link, episode, undefined, undefined),
  offer: offerView(link, episode, undefined, at(8)),
  "offer with an answer": offerView(link, episode, interview, at(8)),
  "offer to the carer": carerOfferView(link, at(8)),
  attempt: attemptView(link, tried, at(8)),
  "further session": furtherSessionView(link, held, interviewer),
  "no interview": noInterviewView(link, interview?.offeredAt, interviewer),
  "no interview and no offer": noInterviewView(link, undefined, interviewer),
  considerations: considerationsView(link, Object.keys(considerationWords.words) as ReadonlyArray<Consideration>, {
    explanation: "Answer those you can now.",
    kind: true,
    answeredBy: "worker"
  }),
  "allocated worker": allocatedWorkerView(link),
  reference: referenceView(usualExamples),
  notice: noticeView("Nothing was recorded.")
}

describe("every form", () => {
  it.each(Object.entries(forms))("%s is one that Slack takes", (_, view) => {
    expect(checkView(view, "modal")).toEqual([])
  })

  it.each(Object.entries(forms))("%s carries ids and nothing else behind it", (_, view) => {
    const hidden = JSON.parse(view.private_metadata ?? "{}")
    expect(["{}", JSON.stringify({ child, episodeId }), JSON.stringify({ child, seen: 0 })]).toContain(
      JSON.stringify(hidden)
    )
  })

  it.each(Object.entries(forms))("%s has no room for a narrative", (_, view) => {
    expect(wordsOf(view)).not.toContain("multiline")
  })
})

describe("App Home", () => {
  it("is one that Slack takes, with a queue and without", () => {
    for (const home of everyHome(emptyChildState, at(2))) expect(checkView(home)).toEqual([])
    expect(checkView(homeWithout("This is only for full members."))).toEqual([])
  })
})

describe("what is filled in beforehand", () => {
  const initial = (view: (typeof forms)["found"], id: string) => {
    const block = view.blocks.find((candidate) => candidate.block_id === id)
    return block !== undefined && "element" in block ? block.element : undefined
  }

  it("is now, in whole minutes", () => {
    const view = foundView(link, twice.state, episode, (at(2) + 59_999) as typeof episode.missingAt)
    expect(initial(view, "foundAt")).toMatchObject({ initial_date_time: at(2) / 1_000 })
  })

  it("is the assigned interviewer and the recorded answer, never the recorded offer", () => {
    expect(initial(forms.log, "interviewer")).toMatchObject({ initial_user: interviewer })
    expect(initial(forms.log, "response")).toMatchObject({ initial_option: { value: "no-answer" } })
    expect(initial(forms.log, "offeredAt")).not.toHaveProperty("initial_date_time")
    expect(wordsOf(forms.log)).toContain("Already recorded: offered Tue 24 Nov 2026, 02:00")
  })
})
