/** `/intake/notifications`: what another program sends goes to the bot as it came, and its answer back. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Effect, Option, Schema } from "effect"
import * as steps from "../../scenarios/stepOf.ts"
import { people } from "../../workspace/personas.ts"
import type { Training } from "../../workspace/Training.ts"
import { TrainingHost } from "../../workspace/TrainingHost.ts"
import { recorded } from "../recorded.ts"
import { PoliceBody } from "../requests.ts"

export const INTAKE = "/intake/notifications"

interface IntakeRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** Absent where the method has none. */
  readonly body?: string
}

const Notification = Schema.fromJsonString(PoliceBody.fields.notification)

const send = ({ bot }: Training, { method, headers, body }: IntakeRequest) =>
  Effect.promise(() => fetch(`${bot.url}${INTAKE}`, { method, headers, ...definedFields({ body }) }))

/** A notification that was taken is a step like one that was sent from the page. */
export const forwardToIntake = Effect.fnUntraced(function* (request: IntakeRequest) {
  const host = yield* TrainingHost
  const training = yield* host.current
  const { mash } = people
  const asked = { training, me: mash, person: training.workspace.person(mash.id) }
  const notification = Schema.decodeUnknownOption(Notification)(request.body)
  const step = Option.isSome(notification) ? steps.notificationStep({ notification: notification.value }) : undefined
  return yield* host.amongOthers(
    Effect.gen(function* () {
      const answer = yield* send(training, request)
      if (answer.ok) yield* recorded(asked, step, Effect.void)
      return answer
    })
  )
})
