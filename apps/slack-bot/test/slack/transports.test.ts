import { Council, councilOn } from "@safe-return/casework"
import { calendars } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { OutsideSlack, outsideSlackLayer } from "@safe-return/outreach"
import { transportContract } from "@safe-return/outreach/transportContract"
import { Effect, ManagedRuntime } from "effect"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { makeSlackTransport } from "../../src/slack/slackTransport.ts"
import { CHANNEL, configurationFor, people, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"

const missingChannel = MissingChannel.of({ id: CHANNEL, mayPost: Effect.succeed(true), lookAgain: () => Effect.void })

transportContract("Slack", async () => {
  const workspace = await startCouncilWorkspace()
  const runtime = ManagedRuntime.make(SlackApi.layer(configurationFor(workspace.slackApiUrl).slack))
  return {
    start: () =>
      runtime.runPromise(
        makeSlackTransport.pipe(
          Effect.provideService(MissingChannel, missingChannel),
          Effect.provideService(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars))
        )
      ),
    place: { _tag: "Person", person: PersonId.make(people.mash) },
    [Symbol.asyncDispose]: async () => {
      await runtime.dispose()
      await workspace.close()
    }
  }
})

transportContract("GOV.UK Notify", async () => {
  const notify = await startNotify()
  const start = () =>
    Effect.runPromise(Effect.provide(Effect.service(OutsideSlack), outsideSlackLayer(notifyFor(notify.url))))
  return {
    start: async () => (await start()).carrier,
    place: { _tag: "Outside", way: "sms", role: "out-of-hours-duty", nth: 0 },
    [Symbol.asyncDispose]: () => notify[Symbol.asyncDispose]()
  }
})
