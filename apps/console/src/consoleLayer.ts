/** The same casework and outreach as the Slack bot's, with a file in the place of Slack. */
import {
  type CouncilSettings,
  caseworkLayer,
  councilLayer,
  NewIds,
  notificationsLayer,
  notSetUp,
  People,
  type Role,
  reachOf
} from "@safe-return/casework"
import { PersonId } from "@safe-return/domain/pathway"
import {
  Accounts,
  deliveryRecordLayer,
  Incidents,
  morningDigestLayer,
  outreachLayer,
  outsideSlackLayer,
  Reachability,
  RecordStanding,
  Transports,
  teamOutreachLayer,
  usualPatience,
  watchedRecordLayer
} from "@safe-return/outreach"
import { inCouncilWords } from "@safe-return/wording"
import { Effect, Layer } from "effect"
import { letterFile } from "./LetterFile.ts"

interface ConsoleSettings extends CouncilSettings {
  /** Who holds which role. */
  readonly roles: Readonly<Partial<Record<Role, ReadonlyArray<string>>>>
  /** Where the letters are written. */
  readonly letters: string
}

/** Roles from the settings alone: a person who reads the file is known to the machine it lies on. */
const peopleIn = ({ roles }: ConsoleSettings) => {
  const rolesOf = (person: PersonId): ReadonlySet<Role> =>
    new Set((Object.keys(roles) as ReadonlyArray<Role>).filter((role) => roles[role]?.includes(person)))
  return Layer.succeed(
    People,
    People.of({
      rolesOf: (person) => Effect.succeed(rolesOf(person)),
      holdersOf: (role) => Effect.succeed((roles[role] ?? []).map((person) => PersonId.make(person))),
      nameOf: () => Effect.undefined,
      allow: (person, permission) => {
        const reach = reachOf(rolesOf(person), permission)
        return reach === "none" ? Effect.fail(notSetUp(permission)) : Effect.succeed(reach)
      }
    })
  )
}

const accounts = Layer.succeed(
  Accounts,
  Accounts.of({ whyNoMember: () => Effect.undefined, nameOf: () => Effect.undefined, invalidate: () => Effect.void })
)

/** Needs a journal; what is owed waits for `Outreach.sweep` or `Outreach.watch`. */
export const consoleLayer = (settings: ConsoleSettings) =>
  Layer.mergeAll(morningDigestLayer, teamOutreachLayer, notificationsLayer).pipe(
    Layer.provideMerge(outreachLayer(usualPatience)),
    Layer.provideMerge(caseworkLayer),
    Layer.provide(Layer.mergeAll(deliveryRecordLayer, watchedRecordLayer)),
    Layer.provide(
      Layer.sync(Transports, () => {
        const letters = letterFile(settings.letters, inCouncilWords(settings.policy))
        return Transports.of({ of: () => letters })
      })
    ),
    Layer.provideMerge(Layer.mergeAll(peopleIn(settings), councilLayer(settings), NewIds.layer)),
    Layer.provide(Layer.mergeAll(accounts, Reachability.layer, outsideSlackLayer(undefined))),
    Layer.provide(RecordStanding.layer),
    Layer.provideMerge(Incidents.layer)
  )
