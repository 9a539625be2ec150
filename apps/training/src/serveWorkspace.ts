/** Serves the training workspace until it is stopped. */
import { join } from "node:path"
import { runUntilStopped } from "@safe-return/slack-bot"
import { Effect, Layer } from "effect"
import { ScenarioPlayer } from "./scenarios/ScenarioPlayer.ts"
import { serveTraining } from "./server/server.ts"
import { openingSize } from "./workspace/openingCaseload.ts"
import { usualOpening } from "./workspace/Training.ts"
import { folderOf, trainingCouncil } from "./workspace/TrainingCouncil.ts"
import { TrainingHost } from "./workspace/TrainingHost.ts"

const serving = Effect.fnUntraced(function* (folder: string) {
  const address = yield* serveTraining(process.env["PORT"])
  process.stdout.write(
    [
      "The training workspace is open. Everybody in it is made up.",
      "Open this address in a browser on this machine:",
      `  ${address}`,
      "Stop it with Ctrl+C. What was done is kept, and goes on at the next start, in",
      `  ${folder}`,
      ""
    ].join("\n")
  )
  return yield* Effect.never
}, Effect.scoped)

const training = Effect.gen(function* () {
  const council = yield* trainingCouncil(process.env)
  const size = yield* openingSize(process.env)
  const folder = join(process.cwd(), ".safe-return", folderOf(council))
  const host = TrainingHost.layer(folder, { ...usualOpening, size, council })
  return yield* serving(folder).pipe(Effect.provide(ScenarioPlayer.layer.pipe(Layer.provideMerge(host))))
})

runUntilStopped(training)
