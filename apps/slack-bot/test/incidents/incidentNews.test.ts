/** What people read of what is wrong with the bot itself, over the local Slack and no journal at all. */

import { councilLayer } from "@safe-return/casework"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import {
  type Incident,
  IncidentNews,
  Incidents,
  incidentNewsLayer,
  outsideSlackLayer,
  Reachability
} from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { Clock, Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { IntakeTrouble, intakeTroubleLayer } from "../../src/intake/IntakeTrouble.ts"
import { peopleLayer } from "../../src/people/peopleLayer.ts"
import { accountsLayer } from "../../src/slack/accountsLayer.ts"
import { missingChannelLayer } from "../../src/slack/missingChannelLayer.ts"
import { OurInstallation } from "../../src/slack/OurInstallation.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { transportsLayer } from "../../src/slack/transportsLayer.ts"
import { postedMessages, postedTwice } from "../endToEnd/postedMessages.ts"
import { directMessagesOf, textOf } from "../endToEnd/slackReading.ts"
import { CHANNEL, configurationFor, people, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"

/** A Friday morning in office hours. */
const morning = utc(2026, 11, 27, 10)

const full: Incident = {
  kind: "journal-unwritable",
  what: "Nothing can be recorded: the disk is full.",
  remedy: "Make room on the disk."
}

const notRecorded: Incident = {
  kind: "report-not-recorded",
  what: "1 report could not be recorded.",
  remedy: "See why the journal cannot be written.",
  duty: {
    sentence: "A report could not be recorded: ring the police.",
    inChannel: true,
    outsideSlack: "A report of a missing child could not be recorded. Ring the police."
  }
}

const ringsAgain: Incident = {
  ...notRecorded,
  duty: { sentence: "A report could not be recorded: ring the police.", ringsAgain: true, inChannel: true }
}

/** One running process as far as incidents go; several of them share the workspace. */
const startInstance = (configuration: BotConfiguration, startedAt: Instant = morning) => {
  const clock = movableClock(startedAt)
  const layer = incidentNewsLayer.pipe(
    Layer.provide(transportsLayer),
    Layer.provide(outsideSlackLayer(configuration.notify)),
    Layer.provide(missingChannelLayer(CHANNEL)),
    Layer.provide(peopleLayer(configuration.roles)),
    Layer.provide(Layer.mergeAll(accountsLayer, Reachability.layer)),
    Layer.provide(councilLayer(configuration)),
    Layer.provide(OurInstallation.layer()),
    Layer.provide(SlackApi.layer(configuration.slack)),
    Layer.provideMerge(intakeTroubleLayer),
    Layer.provideMerge(Incidents.layer),
    // Both clocks move together, as on a machine whose clock nobody puts right.
    Layer.provideMerge(
      Layer.succeed(Clock.Clock, {
        ...clock.clock,
        monotonicTimeNanosUnsafe: clock.clock.currentTimeNanosUnsafe,
        monotonicTimeNanos: clock.clock.currentTimeNanos
      })
    )
  )
  const runtime = ManagedRuntime.make(layer)
  const run = (act: (incidents: Incidents["Service"]) => Effect.Effect<void>) =>
    runtime.runPromise(
      Effect.gen(function* () {
        yield* act(yield* Incidents)
        yield* (yield* IncidentNews).tellNow
      })
    )
  return {
    /** The police report so many children at once, numbered from the first. */
    reported: (first: number, many: number) =>
      runtime.runPromise(
        Effect.gen(function* () {
          const { reported } = yield* IntakeTrouble
          for (let child = first; child < first + many; child += 1) {
            yield* reported("police", { child: ChildReference.make(`LCS-${child}`), isHighRisk: false })
          }
          yield* (yield* IncidentNews).tellNow
        })
      ),
    raise: (incident: Incident) => run(({ raise }) => raise(incident)),
    end: (incident: Incident, outcome: string) => run(({ end }) => end(incident.kind, outcome, incident.place)),
    look: () => run(() => Effect.void),
    later: (minutes: number) => {
      clock.moveTo(addHours(clock.now(), minutes / 60))
      return run(() => Effect.void)
    },
    [Symbol.asyncDispose]: () => runtime.dispose()
  }
}

describe("an incident's news", () => {
  let notify: Awaited<ReturnType<typeof startNotify>>
  beforeAll(async () => {
    notify = await startNotify()
  })
  afterAll(() => notify[Symbol.asyncDispose]())

  const open = async (clock?: Clock.Clock) => {
    const workspace: SlackWorkspace = await startCouncilWorkspace(clock)
    notify.sent.length = 0
    const configuration = { ...configurationFor(workspace.slackApiUrl), notify: notifyFor(notify.url) }
    const read = async (person: string) => (await directMessagesOf(workspace.person(person))).map(textOf)
    return {
      workspace,
      read,
      channel: async () => (await workspace.person(people.mash).messages(CHANNEL)).map(textOf),
      start: (more: Partial<BotConfiguration> = {}, startedAt?: Instant) =>
        startInstance({ ...configuration, ...more }, startedAt),
      [Symbol.asyncDispose]: () => workspace.close()
    }
  }

  it("is one message to each administrator, changed with its words and ended in words", async () => {
    await using council = await open()
    await using bot = council.start()
    await bot.raise(full)
    await bot.raise({ ...full, what: "Nothing can be recorded: 3 writes refused." })
    const [first, ...others] = await council.read(people.administrator)
    expect(others).toEqual([])
    expect(first).toContain("3 writes refused")
    expect(first).toContain("Make room on the disk.")
    await bot.end(full, "The journal can be written again.")
    const [ended, ...more] = await council.read(people.administrator)
    expect(more).toEqual([])
    expect(ended).toMatch(/^Over since Fri 27 Nov, 10:00\. The journal can be written again\./)
    expect(await council.read(people.manager)).toEqual([])
    expect(await council.read(people.mash)).toEqual([])
  })

  it("goes to team managers where there is no administrator", async () => {
    await using council = await open()
    const { roles } = configurationFor(council.workspace.slackApiUrl)
    await using bot = council.start({ roles: { ...roles, administrator: [] } })
    await bot.raise(full)
    expect(await council.read(people.manager)).toHaveLength(1)
  })

  it("tells those on duty what to do, in the channel and outside Slack too, and each of its end", async () => {
    await using council = await open()
    await using bot = council.start()
    await bot.raise(notRecorded)
    for (const person of [people.mash, people.coordinator]) {
      expect(await council.read(person)).toEqual([expect.stringContaining("ring the police")])
    }
    expect(await council.channel()).toEqual([expect.stringContaining("ring the police")])
    // In office hours the telephone of the out-of-hours duty is left alone.
    expect(notify.sent.map(({ to, personalisation }) => [to, personalisation["case_reference"]])).toEqual([
      ["managers@council.example", "Safe Return"]
    ])
    await bot.end(notRecorded, "Reports are recorded again.")
    const [changed, news] = await council.read(people.mash)
    expect(changed).toMatch(/^Over since/)
    expect(news).toContain("Reports are recorded again.")
    expect(await council.channel()).toHaveLength(2)
    expect(notify.sent.map(({ personalisation }) => personalisation["what_to_do"])).toEqual([
      "A report of a missing child could not be recorded. Ring the police.",
      "Reports are recorded again."
    ])
  })

  it("is a new message to those on duty when it is raised again after some minutes", async () => {
    await using council = await open()
    await using bot = council.start()
    const { duty } = notRecorded
    const again: Incident = { ...notRecorded, ...(duty === undefined ? {} : { duty: { ...duty, ringsAgain: true } }) }
    await bot.raise(again)
    await bot.raise(again)
    expect(await council.read(people.mash)).toHaveLength(1)
    // What was raised a second time may be about another child.
    await bot.later(11)
    await bot.later(11)
    expect(await council.read(people.mash)).toHaveLength(2)
    expect(await council.channel()).toHaveLength(2)
    expect(notify.sent).toHaveLength(2)
    // Administrators read the newest figures in the one message that they have.
    expect(await council.read(people.administrator)).toHaveLength(1)
    await bot.end(again, "Reports are recorded again.")
    const [first, second, news] = await council.read(people.mash)
    expect([first, second]).toEqual([expect.stringMatching(/^Over since/), expect.stringMatching(/^Over since/)])
    expect(news).toContain("Reports are recorded again.")
  })

  it("rings the duty telephone out of hours", async () => {
    await using council = await open()
    await using bot = council.start()
    await bot.later(12 * 60)
    await bot.raise(notRecorded)
    expect(notify.sent.map(({ to }) => to)).toEqual(["+447700900123", "managers@council.example"])
  })

  it("reaches people once Slack answers again", async () => {
    await using council = await open()
    await using bot = council.start()
    council.workspace.failNext("conversations.open", { status: 503 })
    await bot.raise(full)
    expect(await council.read(people.administrator)).toEqual([])
    await bot.look()
    expect(await council.read(people.administrator)).toHaveLength(1)
  })

  it("is one message of several instances, open until the last of them sees it over", async () => {
    await using council = await open()
    await using one = council.start()
    await using other = council.start()
    await one.raise(full)
    await other.raise(full)
    await other.look()
    expect(await council.read(people.administrator)).toHaveLength(1)
    await one.end(full, "The journal can be written again.")
    await other.later(2)
    const [stillOpen, ...more] = await council.read(people.administrator)
    expect(more).toEqual([])
    expect(stillOpen).toContain("Make room on the disk.")
    await other.end(full, "The journal can be written again.")
    expect(await council.read(people.administrator)).toEqual([expect.stringMatching(/^Over since/)])
  })

  it("of a process that died is ended in words by the next one", async () => {
    await using council = await open()
    {
      await using dead = council.start()
      await dead.raise(full)
    }
    await using next = council.start()
    await next.look()
    await next.later(11)
    expect(await council.read(people.administrator)).toEqual([expect.stringContaining("Make room on the disk.")])
    await next.later(11)
    expect(await council.read(people.administrator)).toEqual([expect.stringContaining("was started again")])
  })

  it("of each burst of reports is a message of its own, though the bot was killed between", async () => {
    const slack = movableClock(morning)
    await using council = await open(slack.clock)
    const { posted, collect } = postedMessages(council.workspace)
    for (const [life, hours] of [0, 0.1, 1, 20].entries()) {
      slack.moveTo(addHours(morning, hours))
      await using bot = council.start({}, slack.now())
      await bot.reported(10 * (life + 1), 6)
      await bot.reported(10 * (life + 1) + 6, 1)
    }
    const lists = [10, 20, 30, 40].map((first) => expect.stringContaining(`: LCS-${first}, LCS-${first + 1}`))
    expect(await council.read(people.mash)).toEqual(lists)
    expect(await council.channel()).toEqual(lists)
    collect()
    expect(postedTwice(posted)).toEqual([])
  })

  it("of another report that could not be recorded rings though the bot was killed between", async () => {
    const slack = movableClock(morning)
    await using council = await open(slack.clock)
    const { posted, collect } = postedMessages(council.workspace)
    for (const minutes of [0, 3, 25]) {
      slack.moveTo(addHours(morning, minutes / 60))
      await using bot = council.start({}, slack.now())
      await bot.raise(ringsAgain)
    }
    // What came three minutes after the first message is in it.
    expect(await council.read(people.mash)).toHaveLength(2)
    expect(await council.channel()).toHaveLength(2)
    expect(await council.read(people.administrator)).toHaveLength(1)
    collect()
    expect(postedTwice(posted)).toEqual([])
    // The last one goes on, and ends only what is over.
    await using last = council.start({}, slack.now())
    await last.raise(ringsAgain)
    await last.later(11)
    await last.later(11)
    expect(await council.read(people.mash)).toEqual([expect.stringContaining("ring"), expect.stringContaining("ring")])
  })
})
