/** One training workspace, running: its clock, its Slack, the real bot on a journal of its own. */
import { join } from "node:path"
import { type Instant, utc } from "@safe-return/domain/calendar"
import { Deliveries, EducationCases, Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Bot, botLayer } from "@safe-return/slack-bot"
import { type SlackWorkspace, startSlackWorkspace } from "@safe-return/slack-testkit"
import { Clock, Context, Effect, Layer, Redacted, Schema } from "effect"
import { openTrainingClock, type TrainingClock } from "../clock/TrainingClock.ts"
import { openRecording, type Recording } from "../scenarios/Recording.ts"
import { makeTour, type TrainingTour } from "../tour/tour.ts"
import { type Opening, openWithCaseload } from "./openingCaseload.ts"
import { everybody, memberOf } from "./personas.ts"
import { app, botConfiguration, channels } from "./place.ts"
import { type TrainingCouncil, usualCouncil } from "./TrainingCouncil.ts"

/** Whose App Home may be out of date: everybody's, once something has happened or time has moved. */
class Homes {
  readonly #current = new Set<string>()

  isStale(person: string): boolean {
    return !this.#current.has(person)
  }

  opened(person: string): void {
    this.#current.add(person)
  }

  somethingHappened(): void {
    this.#current.clear()
  }
}

/** Monday 16 November 2026, 09:00 in London, unless a scenario asks for another. */
export const usualOpening: Opening = { at: utc(2026, 11, 16, 9, 0), caseload: "a-year" }

/** The local Slack could not be started. */
class WorkspaceFailed extends Schema.TaggedError<WorkspaceFailed>()("WorkspaceFailed", {
  reason: Schema.String
}) {
  override get message() {
    return `The training workspace could not be started: ${this.reason}`
  }
}

export interface Training {
  readonly council: TrainingCouncil
  readonly clock: TrainingClock
  readonly workspace: SlackWorkspace
  readonly bot: Context.Service.Shape<typeof Bot>
  /** What happened and what was said of it, so that one explains the other. */
  readonly journal: Context.Service.Shape<typeof Journal>
  readonly deliveries: Context.Service.Shape<typeof Deliveries>
  readonly educationCases: Context.Service.Shape<typeof EducationCases>
  /** What the police prove themselves with at the bot's intake. */
  readonly intakeToken: string
  /** Field errors of the last submission of a view, by view id. */
  readonly fieldErrors: Map<string, Readonly<Record<string, string>>>
  readonly homes: Homes
  readonly tour: TrainingTour
  /** The move of the clock that is being played, if one is. */
  readonly move: { now?: { readonly from: Instant; readonly to: Instant } }
  /** What has been done here, for sharing it as a scenario. */
  readonly recording: Recording
  /** Calls `listener` when anything visible changed, in Slack or in what is told of it beside. */
  readonly onChange: (listener: () => void) => void
}

const slackWorkspace = (folder: string, clock: TrainingClock) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () =>
        startSlackWorkspace({
          team: { name: "Safe Return training", domain: "safe-return-training" },
          members: everybody.map(memberOf),
          channels,
          app,
          recordTo: join(folder, "slack", "calls.jsonl"),
          clock: clock.clock
        }),
      catch: (cause) => new WorkspaceFailed({ reason: cause instanceof Error ? cause.message : String(cause) })
    }),
    (workspace) => Effect.promise(() => workspace.close())
  )

/** Opens the workspace kept in `folder`, or a new one there that begins as `opening` says; it closes with the scope. */
export const openTraining = Effect.fn("openTraining")(function* (folder: string, opening: Opening = usualOpening) {
  // The journal comes first: its lock keeps a second process away from everything else in the folder.
  const kept = yield* Layer.build(lowdbLayer({ directory: join(folder, "journal") }))
  const keeping = Context.get(kept, Deliveries)
  const listeners = new Set<() => void>()
  const tellAll = () => {
    for (const listener of listeners) listener()
  }
  // Its record follows the message, and is shown too: a step of the tour is done once a person is told.
  const deliveries = Deliveries.of({
    ...keeping,
    keep: (subject, delivery) => Effect.tap(keeping.keep(subject, delivery), Effect.sync(tellAll))
  })
  const clock = yield* openTrainingClock({ path: join(folder, "clock.json"), firstStart: opening.at })
  const open = Effect.gen(function* () {
    const workspace = yield* slackWorkspace(folder, clock)
    const isNew = yield* openWithCaseload(folder, opening)
    const council = opening.council ?? usualCouncil
    const configuration = botConfiguration(workspace.slackApiUrl, council)
    const bot = Context.get(yield* Layer.build(botLayer(configuration)), Bot)
    workspace.app.connect(`${bot.url}/slack/events`)
    const journal = yield* Journal
    const training: Training = {
      council,
      clock,
      workspace,
      bot,
      journal,
      deliveries,
      educationCases: Context.get(kept, EducationCases),
      intakeToken: Redacted.value(configuration.intake.bearerToken),
      fieldErrors: new Map(),
      homes: new Homes(),
      tour: makeTour({ folder, journal, deliveries, now: clock.now }),
      move: {},
      recording: yield* openRecording(join(folder, "recording.json"), opening, isNew),
      onChange: (listener) => void listeners.add(listener)
    }
    workspace.onChange((change) => {
      if (change.kind === "messages") training.homes.somethingHappened()
      tellAll()
    })
    return training
  })
  return yield* open.pipe(
    Effect.provide(Context.add(kept, Deliveries, deliveries)),
    Effect.provideService(Clock.Clock, clock.clock)
  )
})

export type TrainingProblem = Effect.Error<ReturnType<typeof openTraining>>
