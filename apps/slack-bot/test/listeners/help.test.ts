/** The help, and what a mistyped word was most likely meant as, for each role. */

import type { Role } from "@safe-return/casework"
import { at, child, missing, returned, worker } from "@safe-return/casework/testing"
import { expect, it } from "vitest"
import { columns, everyDoor } from "../people/everyDoor.ts"
import { lastReply, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface } from "./surface.ts"

const readers: ReadonlyArray<readonly [person: string, role: Role]> = [
  ["U0MASH", "mash"],
  ["U0COORDINATOR", "missing-coordinator"],
  ["U0INTERVIEWER", "interviewer"],
  ["U0WORKER", "worker"],
  ["U0HEAD", "head-of-service"]
]

const cellOf = (command: string, role: Role): string | undefined =>
  everyDoor.find(({ door }) => `${door.toLowerCase()} `.startsWith(`${command.toLowerCase()} `))?.cells[
    columns.indexOf(role)
  ]

it.each(readers)("%s reads of the commands that their role lets them in by, and of no other", async (person, role) => {
  await using surface = await openSurface(at(20))
  for (const family of ["/missing", "/rhi"]) {
    await surface.person(person).command(CHANNEL, family, "help")
    const said = lastReply(surface, person)
    const named = [...said.matchAll(/`(\/(?:missing|rhi|findme)(?: [a-z]+)?)/g)].map(([, command = ""]) => command)
    expect(named.length).toBeGreaterThan(3)
    const closed = everyDoor.filter(
      ({ door, cells }) => door.startsWith(family) && cells[columns.indexOf(role)] === "no"
    )
    expect(said.includes("Other words are for other roles.")).toBe(closed.length > 0)
    expect(named.filter((command) => cellOf(command, role) === "no")).toEqual([])
  }
})

it("a person without a role reads who can set them up, and of no command", async () => {
  await using surface = await openSurface(at(20))
  for (const family of ["/missing", "/rhi"]) {
    for (const typed of ["help", "overdeu", "staus LCS-10432"]) {
      await surface.person("U0BYSTANDER").command(CHANNEL, family, typed)
      const said = lastReply(surface, "U0BYSTANDER")
      expect(said).toContain("You are not set up to do this")
      expect(said).not.toMatch(/`\/(?:missing|rhi|findme)/)
    }
  }
})

it("a mistyped word about a child who is not theirs is not read as one that is for their own", async () => {
  await using surface = await openSurface(at(20))
  await withChild(surface, missing(), returned(6))
  surface.profiles.set(child, { child, allocatedWorker: worker })
  await surface.person("U0WORKER").command(CHANNEL, "/missing", "corect LCS-10432")
  expect(lastReply(surface, "U0WORKER")).toContain("Did you mean `/missing correct`?")
  await surface.person("U0WORKER2").command(CHANNEL, "/missing", "corect LCS-10432")
  expect(lastReply(surface, "U0WORKER2")).not.toContain("Did you mean")
  await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "reasign LCS-10432")
  expect(lastReply(surface, "U0INTERVIEWER")).not.toContain("Did you mean")
})

it("a mistyped word is read as one that the reader may use", async () => {
  await using surface = await openSurface(at(20))
  await surface.person("U0MASH").command(CHANNEL, "/missing", "scren LCS-10432")
  expect(lastReply(surface, "U0MASH")).toContain("Did you mean `/missing screen`?")
  await surface.person("U0WORKER").command(CHANNEL, "/missing", "scren LCS-10432")
  expect(lastReply(surface, "U0WORKER")).not.toContain("Did you mean")
})
