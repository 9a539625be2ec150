import { Effect, type Layer, type Scope } from "effect"
import type {
  Audit,
  Availabilities,
  Deliveries,
  EducationCases,
  Erasures,
  Holds,
  JoinedUpRecords,
  Journal,
  JournalUnavailable,
  Profiles,
  Reveals
} from "../src/index.ts"

/**
 * A journal in a new place of its own. Providing the layer again opens the same place again: that is the restart of
 * the process.
 */
export type FreshJournal = Effect.Effect<Layer.Layer<Journal, JournalUnavailable>, never, Scope.Scope>

/** The same for all that is kept in one place. */
export interface Place {
  readonly layer: Layer.Layer<
    | Audit
    | Availabilities
    | EducationCases
    | Erasures
    | Holds
    | JoinedUpRecords
    | Journal
    | Deliveries
    | Profiles
    | Reveals,
    JournalUnavailable
  >
  /** Lets the time pass for which claims of an instance stand that has ended without a word. */
  readonly leasesRunOut: Effect.Effect<void>
}

export type FreshPlace = Effect.Effect<Place, never, Scope.Scope>

/** Runs something between one start and the next. */
export const restarted =
  <Services, Refused = JournalUnavailable>(layer: Layer.Layer<Services, Refused>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.provide(effect, layer, { local: true })
