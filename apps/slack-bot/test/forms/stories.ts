/** Stories of the made-up child: between them, each form can be filled in so that it is taken. */

import {
  assigned,
  at,
  completed,
  decidedTriggers,
  episodeId,
  found,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { CaseSystemReference, type Command, EpisodeId } from "@safe-return/domain/pathway"

const byManager = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })

const second = EpisodeId.make("episode-2")
const reference = CaseSystemReference.make("LL-1")
const interviewed = [missing(), found(5), returned(6), assigned(7), offered(8, "accepted"), completed(9)]
const written = [
  ...interviewed,
  byManager(10, { _tag: "RecordCaseReference", episodeId, reference }),
  byManager(10, { _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  byManager(10, { _tag: "HandOver", episodeId, coordinator: manager }),
  byManager(10, { _tag: "RecordInterviewReference", episodeId, reference })
]
const ready = [...written, ...decidedTriggers(tell(written).state, at(10))]
const threeTimes = [1, 2, 3].flatMap((nth) => {
  const id = EpisodeId.make(`episode-${nth}`)
  const from = (nth - 1) * 30
  return [missing(from, { id, reference: `SYP-2026-000000${nth}` }), returned(from + 6, id)]
})
const twice = [missing(), missing(2, { id: second, reference: "SYP-2026-0000002" })]
const died = [missing(), byManager(3, { _tag: "RecordDeath", knownFrom: at(2), by: manager })]

export const stories: ReadonlyArray<ReadonlyArray<Told>> = [
  [missing()],
  [missing(), found(5), byManager(6, { _tag: "RecordPlacement", episodeId, placement: { _tag: "OwnArea" } })],
  [missing(), found(5), returned(6)],
  [missing(), returned(6), assigned(7)],
  [missing(), returned(6), offered(8, "declined")],
  interviewed,
  ready,
  [...ready, byManager(11, { _tag: "CloseEpisode", episodeId })],
  threeTimes,
  twice,
  [...twice, byManager(4, { _tag: "MergeDuplicate", duplicateId: second, episodeId })],
  died
]
