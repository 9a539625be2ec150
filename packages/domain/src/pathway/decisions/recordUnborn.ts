import type { Command, EndUnborn } from "../commands.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision } from "./decision.ts"

/** The episode is one of an unborn child. A child who was interviewed is born: the table refuses that. */
export const recordUnborn = ({ id: episodeId, unborn }: Episode): Decision =>
  acceptUnless(unborn === "unborn", { _tag: "UnbornRecorded", episodeId })

/** What is said stands already where the episode is of no unborn child, or the birth after it is known. */
export const endUnborn = ({ id: episodeId, unborn }: Episode, { because }: EndUnborn): Decision =>
  acceptUnless(unborn === undefined || (unborn === "born-since" && because === "born"), {
    _tag: "UnbornEnded",
    episodeId,
    because
  })

const ofInterview: ReadonlyArray<Command["_tag"]> = [
  "AssignInterview",
  "LogInterview",
  "OfferToCarer",
  "RecordAttempt",
  "RecordNotDone"
]

/** Whether a command is about an interview that is to come, of which there is none with an unborn child. */
export const asksForInterview = (tag: Command["_tag"]): boolean => ofInterview.includes(tag)
