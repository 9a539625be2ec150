import { referenceKey } from "@safe-return/domain/pathway"
import { JoinedUpRecords, type JoinedUpStream, type StreamReferences, withJoinedUpEntries } from "@safe-return/journal"
import { Effect, Layer } from "effect"

const keyOf = ({ education = "", socialCare = "" }: { readonly education?: string; readonly socialCare?: string }) =>
  `${referenceKey(education)} ${referenceKey(socialCare)}`

/** Links and rows that are kept for as long as the test runs. */
export const joinedUpRecordsInMemory = Layer.sync(JoinedUpRecords, () => {
  const streams = new Map<string, JoinedUpStream>()
  const read = (about: StreamReferences): JoinedUpStream =>
    streams.get(keyOf(about)) ?? { about, version: 0, entries: [] }
  // Others have their turn between a look and what is decided on it.
  const later = <A>(answer: () => A) => Effect.andThen(Effect.yieldNow, Effect.sync(answer))
  return JoinedUpRecords.of({
    append: (about, expected, events) =>
      Effect.suspend(() =>
        Effect.tap(Effect.fromResult(withJoinedUpEntries(read(about), expected, events)), (after) =>
          Effect.sync(() => void streams.set(keyOf(about), after))
        )
      ),
    read: (about) => later(() => read(about)),
    naming: (one) => {
      const asked = keyOf(one)
      const isNamed = ({ education = "", socialCare = "" }: Parameters<typeof keyOf>[0]) =>
        "education" in one ? keyOf({ education }) === asked : keyOf({ socialCare }) === asked
      return later(() => [...streams.values()].filter(({ about }) => isNamed(about)))
    },
    all: later(() => [...streams.values()])
  })
})
