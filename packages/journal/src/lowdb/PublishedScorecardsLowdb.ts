/** The scorecards that were published in one lowdb document. */
import { Effect, Layer, Semaphore } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocument } from "../documents/Document.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { KeptScorecards, PublishedScorecards } from "../PublishedScorecards.ts"

const readAgain = assertRoundTrips(KeptScorecards)

const openScorecards = Effect.gen(function* () {
  const document = yield* openDocument(yield* LockedDirectory, "published-scorecards.json", schemaForm(KeptScorecards))
  const turn = yield* Semaphore.make(1)
  const scorecards = () => document.current()?.scorecards ?? []
  return PublishedScorecards.of({
    all: Effect.sync(scorecards),
    publish: Effect.fn("PublishedScorecards.publish")(
      function* (scorecard) {
        const known = scorecards()
        if (known.some(({ month }) => month === scorecard.month)) return
        const all = [...known, scorecard].toSorted((one, other) => (one.month < other.month ? -1 : 1))
        const readable = yield* readAgain(document.path, { scorecards: all })
        yield* document.replace(() => ({ document: readable }))
      },
      (effect) => turn.withPermit(effect)
    )
  })
})

export const publishedScorecardsInLockedDirectory = Layer.effect(PublishedScorecards, openScorecards)
