import { beforeAll, describe, expect, it } from "vitest"
import { differences, lookAround, type Surroundings } from "../src/surroundings.ts"
import { runFixtures } from "./fixtures/runFixtures.ts"

const leaving = {
  environment: /the environment variable LEFT_BEHIND was undefined, now yes/,
  global: /the global Math\.random is another one/,
  workingDirectory: /the working directory was/,
  listener: /listeners of process on SIGWINCH: 0 before, 1 now/,
  running: /[123] of (Timeout|TCPServerWrap) still running\n- [123] of (Timeout|TCPServerWrap) still running/
} as const

describe("the check after each test file", () => {
  let outcomes: ReadonlyMap<string, string>
  beforeAll(async () => {
    outcomes = await runFixtures([...Object.keys(leaving), "tidy"])
  })

  it.each(Object.entries(leaving))("fails a file that leaves this behind: %s", (fixture, sentence) => {
    expect(outcomes.get(fixture)).toContain(`${fixture}.fixture.ts leaves its process other than it found it:`)
    expect(outcomes.get(fixture)).toMatch(sentence)
  })

  it("passes a file whose stubs, spies and fake timers are put back for it", () => {
    expect(outcomes.get("tidy")).toBe("")
  })
})

describe("two looks around", () => {
  it("say nothing where nothing changed", () => {
    const before = lookAround()
    expect(differences(before, lookAround())).toEqual([])
  })

  it.each<[string, Partial<Surroundings>, string]>([
    ["the umask", { umask: 0o777 }, "the umask was"],
    ["the exit code", { exitCode: 3 }, "the exit code was"],
    ["a variable that is gone", { environment: {} }, "the environment variable PATH was"],
    ["a global that is gone", { globals: new Map() }, "the global fetch is another one"]
  ])("name %s", (_, change, sentence) => {
    const before = lookAround()
    const found = differences(before, { ...before, ...change })
    expect(found.filter((each) => each.startsWith(sentence))).toHaveLength(1)
  })
})
