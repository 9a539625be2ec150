import { describe, expect, it } from "vitest"
import { type EpisodeId, interviewOf, offerOf } from "../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  episodeId,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordFound,
  recordReturned
} from "./madeUpChild.ts"
import { secondEpisode } from "./stageExamples.ts"

/** Back at hour 10, gone again at hour 30, found at hour 40 and back at hour 50. */
const twiceBack = play(
  notify(missing()),
  recordReturned(at(10)),
  notify(missing({ policeReference: police(2), missingAt: at(30), reportedAt: at(30) }), secondEpisode),
  recordFound(at(40), secondEpisode),
  recordReturned(at(50), secondEpisode)
)

const offersFor = (hour: number) => {
  const state = playFrom(
    twiceBack,
    assign({ episodeId }),
    log({ episodeId, offeredAt: at(hour) }),
    about("ExtendInterview", { alsoCovers: [secondEpisode] })
  )
  const offer = (id: EpisodeId) =>
    state.episodes.flatMap((one) => (one.id === id ? [offerOf(interviewOf(state, id), one)._tag] : []))
  return [...offer(episodeId), ...offer(secondEpisode)]
}

describe("the offer of an interview about two returns", () => {
  it.each([
    [10, "Offered", "OfferedBefore"],
    [39, "Offered", "OfferedBefore"],
    [40, "Offered", "Offered"],
    [60, "Offered", "Offered"]
  ])("at hour %i is %s to the first and %s to the second", (hour, first, second) => {
    expect(offersFor(hour)).toEqual([first, second])
  })

  it("is measured from the disappearance where nobody recorded the finding", () => {
    const [first] = twiceBack.episodes
    const offered = (hour: number) =>
      first &&
      offerOf(
        {
          id: "made-up" as never,
          episodeIds: [episodeId],
          interviewer: "someone" as never,
          knownAdult: false,
          offeredAt: at(hour)
        },
        first
      )
    expect(offered(-1)).toEqual({ _tag: "OfferedBefore", offeredAt: at(-1) })
    expect(offered(0)).toEqual({ _tag: "Offered", offeredAt: at(0) })
  })

  it("is none where there is no interview, or none was offered", () => {
    const [, second] = playFrom(twiceBack, assign({ episodeId })).episodes
    expect(second && offerOf(undefined, second)).toEqual({ _tag: "NotOffered" })
  })
})
