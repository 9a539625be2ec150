import { Effect, type Layer, type Scope } from "effect"
import type { Journal, JournalUnavailable } from "../src/index.ts"

/**
 * A journal in a new place of its own. Providing the layer again opens the same place again: that is the restart of
 * the process.
 */
export type FreshJournal = Effect.Effect<Layer.Layer<Journal, JournalUnavailable>, never, Scope.Scope>

/** Runs something between one start and the next. */
export const restarted =
  <Services>(layer: Layer.Layer<Services, JournalUnavailable>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.provide(effect, layer, { local: true })
