import type { ChildReference } from "../../vocabulary/identifiers.ts"
import type { RecordMissingTogether, RecordNotMissingTogether } from "../commands.ts"
import type { Episode } from "../state.ts"
import { accept, type Decision } from "./decision.ts"

type References = ReadonlyArray<ChildReference>

const known = ({ missingTogether = [] }: Episode): References => missingTogether

/** The others this child is missing with; those who are named already are not named again. */
export const recordMissingTogether = (episode: Episode, { others }: RecordMissingTogether): Decision => {
  const [first, ...rest] = [...new Set(others)].filter((other) => !known(episode).includes(other))
  if (first === undefined) return accept()
  return accept({ _tag: "MissingTogether", episodeId: episode.id, others: [first, ...rest] })
}

export const recordNotMissingTogether = (episode: Episode, { others, reason }: RecordNotMissingTogether): Decision => {
  const [first, ...rest] = known(episode).filter((other) => others.includes(other))
  if (first === undefined) return accept()
  return accept({ _tag: "NotMissingTogether", episodeId: episode.id, others: [first, ...rest], reason })
}
