import type { historyEvents } from "../events/historyEvents.ts"
import type { ImportedEpisode } from "../importedEpisode.ts"
import type { ChangesOf } from "./change.ts"

const inOrder = ({ row: one }: ImportedEpisode, { row: other }: ImportedEpisode): number =>
  (one.missing_at ?? -Infinity) - (other.missing_at ?? -Infinity) || (one.episode_id < other.episode_id ? -1 : 1)

export const onHistory: ChangesOf<typeof historyEvents> = {
  HistoryImported: (draft, { rows, policy }) => {
    const { at } = draft
    const byId = new Map(draft.imported?.map((one) => [one.row.episode_id, one]))
    for (const row of rows) byId.set(row.episode_id, { row, policy, ...(at === undefined ? {} : { importedAt: at }) })
    draft.imported = [...byId.values()].sort(inOrder)
  }
}
