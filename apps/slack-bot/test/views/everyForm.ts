/** Every form the bot can open about an episode, whatever its state. */
import type { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Consideration,
  considerationWords,
  type Episode,
  interviewOf,
  type PersonId
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import type { CaseLink } from "../../src/messages/caseLink.ts"
import { allocatedWorkerView } from "../../src/views/allocatedWorkerView.ts"
import { alsoCoversField } from "../../src/views/alsoCoversField.ts"
import { assignView } from "../../src/views/assignView.ts"
import { attemptView } from "../../src/views/attemptView.ts"
import { carerOfferView } from "../../src/views/carerOfferView.ts"
import { considerationsView } from "../../src/views/considerationsView.ts"
import { foundView } from "../../src/views/foundView.ts"
import { logInterviewView } from "../../src/views/logInterviewView.ts"
import { noInterviewView } from "../../src/views/noInterviewView.ts"
import { noticeView } from "../../src/views/noticeView.ts"
import { offerView } from "../../src/views/offerView.ts"
import { referenceView } from "../../src/views/referenceView.ts"
import { returnedView } from "../../src/views/returnedView.ts"

export const everyForm = (
  about: { readonly child: ChildReference; readonly state: ChildState; readonly person: PersonId },
  episode: Episode,
  now: Instant
): ReadonlyArray<ModalView> => {
  const { child, state, person } = about
  const link: CaseLink = { child, episodeId: episode.id, seen: Number.MAX_SAFE_INTEGER }
  const interview = interviewOf(state, episode.id)
  const alsoCovers = alsoCoversField(state, episode)
  return [
    foundView(link, episode, now),
    returnedView(link, episode, now),
    assignView(link, interview, alsoCovers),
    logInterviewView(link, interview, person, alsoCovers),
    offerView(link, interview, now),
    carerOfferView(link, now),
    noInterviewView(link, interview, person),
    ...(interview === undefined ? [] : [attemptView(link, interview, now)]),
    considerationsView(link, Object.keys(considerationWords.words) as ReadonlyArray<Consideration>, {
      explanation: "Answer those you can now.",
      kind: true
    }),
    allocatedWorkerView(link, person),
    referenceView(),
    noticeView("Nothing was recorded.")
  ]
}
