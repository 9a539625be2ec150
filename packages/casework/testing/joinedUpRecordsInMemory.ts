import { civilDay, utc } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import { LinkId } from "@safe-return/domain/joinedUp"
import { ChildReference, EventId, PersonId, referenceKey } from "@safe-return/domain/pathway"
import { JoinedUpRecords, type JoinedUpStream, type StreamReferences, withJoinedUpEntries } from "@safe-return/journal"
import { Effect, Layer } from "effect"

const keyOf = ({ education = "", socialCare = "" }: { readonly education?: string; readonly socialCare?: string }) =>
  `${referenceKey(education)} ${referenceKey(socialCare)}`

/** Links and rows that are kept for as long as the test runs. */
const recordsWith = (before: ReadonlyArray<JoinedUpStream>) =>
  Layer.sync(JoinedUpRecords, () => {
    const streams = new Map(before.map((stream) => [keyOf(stream.about), stream]))
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

export const joinedUpRecordsInMemory = recordsWith([])

/** A link that a person confirmed. */
export const standingLink = {
  _tag: "LinkConfirmed",
  linkId: LinkId.make("link-1"),
  educationReference: PupilReference.make("EDU-10440"),
  socialCareReference: ChildReference.make("LCS-10477"),
  confirmedBy: PersonId.make("U0LEAD"),
  confirmedOn: civilDay(2026, 11, 3)
} as const

/** The same with {@link standingLink} on record. */
export const oneLinkInMemory = recordsWith([
  {
    about: { education: standingLink.educationReference, socialCare: standingLink.socialCareReference },
    version: 1,
    entries: [
      {
        id: EventId.make("link-1-confirmed"),
        recorded: { recordedAt: utc(2026, 11, 3, 9), recordedBy: standingLink.confirmedBy, event: standingLink }
      }
    ]
  }
])
