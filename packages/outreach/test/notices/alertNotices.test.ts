/** A child who is away without authorisation is announced as that, to each who is alerted. */
import { at, missing, tell, worker } from "@safe-return/casework/testing"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const { render } = makePlainTextRenderer((person) => person)

it.each(["missing", "away"] as const)("who is alerted reads that the child is %s", (absence) => {
  const snapshot = caseSnapshot([missing(0)], { allocatedWorker: worker, now: at(0.1) })
  const episodes = tell([missing(0)]).state.episodes.map((episode) => ({ ...episode, absence }))
  const owed = owedMessages({ ...snapshot, state: { ...snapshot.state, episodes } })
  const alerts = owed.filter(({ key }) => key.startsWith("worker-alert:")).map(({ message }) => render(message()))
  const words = alerts.map(({ subject, lines }) => [subject, ...lines].join(" "))
  expect(words).toHaveLength(1)
  expect(/away from placement without authorisation/i.test(words.join())).toBe(absence === "away")
  expect(/reported missing/i.test(words.join())).toBe(absence === "missing")
})
