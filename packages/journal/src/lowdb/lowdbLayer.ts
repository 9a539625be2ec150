/** What the rest of the project provides itself with: everything this package keeps, on disk. */

import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema } from "effect"
import type { Audit } from "../Audit.ts"
import type { Availabilities } from "../Availabilities.ts"
import { auditInLockedDirectory } from "../audit/AuditFiles.ts"
import type { Deliveries } from "../Deliveries.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { tryToWrite } from "../documents/durableFile.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import type { Sealing } from "../documents/sealing.ts"
import type { EducationCases } from "../EducationCases.ts"
import type { Erasures } from "../Erasures.ts"
import type { Holds } from "../Holds.ts"
import type { JoinedUpRecords } from "../JoinedUpRecords.ts"
import type { Journal, JournalUnavailable } from "../Journal.ts"
import type { Profiles } from "../Profiles.ts"
import { KeptReveal, Reveals } from "../Reveals.ts"
import { WriteCheck } from "../WriteCheck.ts"
import { availabilitiesInLockedDirectory } from "./AvailabilitiesLowdb.ts"
import { deliveriesInLockedDirectory } from "./DeliveriesLowdb.ts"
import { dutyRotasInLockedDirectory } from "./DutyRotasLowdb.ts"
import { educationCasesInLockedDirectory } from "./EducationCasesLowdb.ts"
import { erasuresInLockedDirectory } from "./ErasuresLowdb.ts"
import { FinishedChildren } from "./FinishedChildren.ts"
import { holdsInLockedDirectory } from "./HoldsLowdb.ts"
import { joinedUpRecordsInLockedDirectory } from "./JoinedUpRecordsLowdb.ts"
import { journalInLockedDirectory } from "./JournalLowdb.ts"
import { profilesInLockedDirectory } from "./ProfilesLowdb.ts"
import { publishedScorecardsInLockedDirectory } from "./PublishedScorecardsLowdb.ts"

/** As much as a child's document of some years holds: a disk with less room left refuses the next report. */
const BYTES = 64 * 1024

const writeCheckInLockedDirectory = Layer.effect(
  WriteCheck,
  Effect.map(LockedDirectory, ({ path, write }) => WriteCheck.of({ run: write(path, () => tryToWrite(path, BYTES)) }))
)

/** Reveals in lowdb documents, one a child. */
const RevealsDocument = Schema.Struct({
  child: ChildReference,
  reveals: Schema.Array(KeptReveal)
})

const openReveals = Effect.gen(function* () {
  const { isFinished } = yield* FinishedChildren
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "reveals", schemaForm(RevealsDocument), {
    isLeftUnread: isFinished
  })
  return Reveals.of({
    of: (child) => Effect.map(folder.read(child), (document) => document?.reveals ?? []),
    bring: (child, reveals) => folder.inTurn(child)(folder.replace(child, () => ({ document: { child, reveals } })))
  })
})

const revealsInLockedDirectory = Layer.effect(Reveals, openReveals)

/** The directory, once an erasure that a crash cut short is finished: what it was to remove is read by nobody. */
const inOrder = (directory: string, sealing?: Sealing) =>
  erasuresInLockedDirectory.pipe(
    Layer.provideMerge(holdsInLockedDirectory),
    Layer.provideMerge(FinishedChildren.layer),
    Layer.provideMerge(LockedDirectory.layer(directory, sealing))
  )

/** All in one directory under one lock; a second process or an unreadable document fails it and changes no file. */
export const lowdbLayer = (place: {
  readonly directory: string
  /** How the texts are kept; without it, unencrypted. */
  readonly sealing?: Sealing
}): Layer.Layer<
  | Audit
  | Availabilities
  | Deliveries
  | EducationCases
  | Erasures
  | Holds
  | JoinedUpRecords
  | Journal
  | Profiles
  | Reveals
  | WriteCheck,
  JournalUnavailable
> =>
  Layer.mergeAll(
    deliveriesInLockedDirectory,
    profilesInLockedDirectory,
    revealsInLockedDirectory,
    availabilitiesInLockedDirectory,
    dutyRotasInLockedDirectory,
    publishedScorecardsInLockedDirectory,
    educationCasesInLockedDirectory,
    joinedUpRecordsInLockedDirectory,
    auditInLockedDirectory,
    writeCheckInLockedDirectory
  ).pipe(
    // First, because it judges which children's documents the others leave unread.
    Layer.provideMerge(journalInLockedDirectory),
    Layer.provideMerge(inOrder(place.directory, place.sealing))
  )

/** The journal alone. */
export const journalLowdb = (directory: string): Layer.Layer<Journal, JournalUnavailable> =>
  journalInLockedDirectory.pipe(Layer.provide(inOrder(directory)))
