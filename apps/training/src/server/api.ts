/** Finds the handler of a request under `/api/`, checks who asks and what they send, and makes the reply. */
import { Effect, Schema } from "effect"
import { parseAddress } from "../address/address.ts"
import type { ScenarioPlayer } from "../scenarios/ScenarioPlayer.ts"
import * as steps from "../scenarios/stepOf.ts"
import { personOf } from "../workspace/personas.ts"
import { TrainingHost } from "../workspace/TrainingHost.ts"
import { moveClock } from "./handlers/clock.ts"
import { closeView, runAction, runCommand, runShortcut, submitView, suggest } from "./handlers/interactions.ts"
import { notify } from "./handlers/police.ts"
import * as scenarios from "./handlers/scenarios.ts"
import { readSeen } from "./handlers/seen.ts"
import type { ManifestEntries } from "./manifest.ts"
import { done, Refused } from "./Refused.ts"
import type { Requester } from "./Requester.ts"
import { recorded } from "./recorded.ts"
import * as bodies from "./requests.ts"

/** `POST /api/tour/start`, `POST /api/tour/leave`: the guided tour, begun and left. */
export const startTour = ({ training }: Requester) => Effect.as(training.tour.start, done)

export const leaveTour = ({ training }: Requester) => Effect.as(training.tour.leave, done)

interface ApiRequest {
  readonly method: string
  readonly url: URL
  /** Empty for a GET. */
  readonly body: string
}

interface ApiReply {
  readonly status: number
  readonly body: unknown
}

const decoded = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, body: string) =>
  Schema.decodeUnknownEffect(Schema.fromJsonString(schema))(body).pipe(
    Effect.mapError(
      (failed) => new Refused({ status: 400, message: `The request is not understood: ${failed.message}` })
    )
  )

/** The person who asks, as the running workspace knows them. */
const asking = Effect.fnUntraced(function* (url: URL) {
  const host = yield* TrainingHost
  const training = yield* host.current
  const me = personOf(url.searchParams.get("as"))
  if (me === undefined) return yield* new Refused({ status: 404, message: "Nobody here has that id." })
  const asked: Requester = { training, me, person: training.workspace.person(me.id) }
  return asked
})

const get = Effect.fnUntraced(function* (url: URL, offered: ManifestEntries) {
  const asked = yield* asking(url)
  if (url.pathname === "/api/seen") return yield* readSeen(asked, parseAddress(url.search), offered)
  if (url.pathname === "/api/scenarios/file") {
    return yield* scenarios.readScenarioFile(url.searchParams.get("id") ?? "")
  }
  if (url.pathname === "/api/scenarios/recorded") return yield* scenarios.readRecording(asked)
  return yield* new Refused({ status: 404, message: "There is no such address." })
})

/** What a person does in Slack, or the police send. */
const act = Effect.fnUntraced(function* ({ url, body }: ApiRequest, offered: ManifestEntries) {
  const asked = yield* asking(url)
  switch (url.pathname) {
    case "/api/command": {
      const given = yield* decoded(bodies.CommandBody, body)
      return yield* recorded(asked, steps.commandStep(given), runCommand(asked, given))
    }
    case "/api/action": {
      const given = yield* decoded(bodies.ActionBody, body)
      return yield* recorded(asked, steps.actionStep(asked, given), runAction(asked, given))
    }
    case "/api/shortcut": {
      const given = yield* decoded(bodies.ShortcutBody, body)
      return yield* recorded(asked, steps.shortcutStep(offered, given), runShortcut(asked, given))
    }
    case "/api/suggestions":
      return yield* suggest(asked, yield* decoded(bodies.SuggestionsBody, body))
    case "/api/view/submit": {
      const given = yield* decoded(bodies.ViewBody, body)
      return yield* recorded(asked, steps.submissionStep(asked, given), submitView(asked, given))
    }
    case "/api/view/close": {
      const given = yield* decoded(bodies.ViewBody, body)
      return yield* recorded(asked, { close: "form" }, closeView(asked, given))
    }
    case "/api/police": {
      const given = yield* decoded(bodies.PoliceBody, body)
      return yield* recorded(asked, steps.notificationStep(given), notify(asked, given))
    }
    default:
      return yield* new Refused({ status: 404, message: "There is no such address." })
  }
})

const post = Effect.fnUntraced(function* (request: ApiRequest, offered: ManifestEntries) {
  const { url, body } = request
  const host = yield* TrainingHost
  switch (url.pathname) {
    case "/api/reset":
      yield* host.reset()
      return done
    case "/api/tour/start":
      return yield* startTour(yield* asking(url))
    case "/api/tour/leave":
      return yield* leaveTour(yield* asking(url))
    case "/api/clock": {
      const move = yield* decoded(bodies.ClockBody, body)
      const moving = Effect.flatMap(asking(url), (asked) => recorded(asked, "time passes", moveClock(asked, move)))
      return yield* Effect.ensuring(host.alone(moving), host.changed)
    }
    case "/api/scenarios/open":
      return yield* scenarios.openScenario(yield* decoded(scenarios.OpenBody, body))
    case "/api/scenarios/play":
      return yield* scenarios.playScenario(yield* decoded(scenarios.PlayBody, body))
    case "/api/scenarios/check":
      return yield* scenarios.checkScenario
    case "/api/scenarios/leave":
      return yield* scenarios.leaveScenario
    default:
      return yield* host.amongOthers(act(request, offered))
  }
})

/** Never fails: what cannot be done is said in the reply. */
export const answer = (
  request: ApiRequest,
  offered: ManifestEntries
): Effect.Effect<ApiReply, never, TrainingHost | ScenarioPlayer> => {
  const handled = Effect.gen(function* () {
    const body: unknown = request.method === "POST" ? yield* post(request, offered) : yield* get(request.url, offered)
    return replyWith(200, body)
  })
  return handled.pipe(
    Effect.catch((failed) => Effect.succeed(replyWith(statusOf(failed), { ok: false, problem: failed.message }))),
    Effect.catchDefect((defect) =>
      Effect.as(
        Effect.logError(`${request.method} ${request.url.pathname} went wrong`, defect),
        replyWith(500, { ok: false, problem: "Something went wrong on the training server. Its window says what." })
      )
    )
  )
}

const replyWith = (status: number, body: unknown): ApiReply => ({ status, body })

const statusOf = (failed: { readonly _tag: string; readonly status?: number }): number =>
  failed.status ?? (failed._tag === "BeingReset" ? 503 : failed._tag === "ClockGoesForward" ? 400 : 500)
