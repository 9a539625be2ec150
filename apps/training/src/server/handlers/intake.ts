/** `/intake/…`: what another program sends goes to the bot as it came, and its answer back. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Effect, Option, Schema } from "effect"
import type { Does } from "../../scenarios/Scenario.ts"
import * as steps from "../../scenarios/stepOf.ts"
import { people, type TrainingPerson } from "../../workspace/personas.ts"
import { TrainingHost } from "../../workspace/TrainingHost.ts"
import { recorded } from "../recorded.ts"
import { PoliceBody } from "../requests.ts"

interface IntakeRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** Absent where the method has none. */
  readonly body?: string
}

type Sent = typeof PoliceBody.fields.notification.Type

interface IntakeAddress {
  readonly path: string
  /** In whose name it is a step of what was done. */
  readonly as: TrainingPerson
  readonly stepOf: (sent: Sent) => Does | undefined
}

const addresses: ReadonlyArray<IntakeAddress> = [
  {
    path: "/intake/notifications",
    as: people.mash,
    stepOf: (notification) => steps.notificationStep({ notification })
  },
  { path: "/intake/education", as: people.attendance, stepOf: steps.schoolReturnStep }
]

/** Undefined where nothing is taken. */
export const intakeAt = (path: string): IntakeAddress | undefined => addresses.find((one) => one.path === path)

const Json = Schema.fromJsonString(PoliceBody.fields.notification)

/** What was taken is a step like one that was done in the page. */
export const forwardToIntake = Effect.fnUntraced(function* (
  { path, as: me, stepOf }: IntakeAddress,
  { method, headers, body }: IntakeRequest
) {
  const host = yield* TrainingHost
  const training = yield* host.current
  const asked = { training, me, person: training.workspace.person(me.id) }
  const step = Option.getOrUndefined(Option.map(Schema.decodeUnknownOption(Json)(body), stepOf))
  return yield* host.amongOthers(
    Effect.gen(function* () {
      const answer = yield* Effect.promise(() =>
        fetch(`${training.bot.url}${path}`, { method, headers, ...definedFields({ body }) })
      )
      if (answer.ok) yield* recorded(asked, step, Effect.void)
      return answer
    })
  )
})
