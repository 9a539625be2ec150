import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { civilDay } from "@safe-return/domain/calendar"
import { derbyshire, packs, rotherham } from "@safe-return/domain/policy"
import { Result } from "effect"
import { expect, test } from "vitest"
import { policiesNamed } from "../src/policySetting.ts"
import { complete, settings } from "./madeUpSettings.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-"))
const fileOf = (name: string, value: unknown): string => {
  const file = join(folder, name)
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value, null, 2))
  return file
}
const policy = (id: string, effectiveFrom: string, effectiveTo?: string) =>
  fileOf(`${id}.json`, { ...derbyshire, id, effectiveFrom, ...(effectiveTo === undefined ? {} : { effectiveTo }) })

const today = civilDay(2027, 3, 1)
const faultsOf = (text: string): string => {
  const named = policiesNamed(text, today)
  return Result.isFailure(named) ? named.failure.join("\n") : "no fault"
}

test("a council that names no policy works by Rotherham's, and is called so", () => {
  const { configuration } = Result.getOrThrow(settings(complete))
  expect(configuration.policy).toEqual(rotherham)
  expect(configuration.authority).toBe("Rotherham")
})

test.for(Object.keys(packs) as ReadonlyArray<keyof typeof packs>)("the pack %s is taken by its name", (name) => {
  const { configuration } = Result.getOrThrow(settings({ ...complete, SAFE_RETURN_POLICY: name }))
  expect(configuration.policy).toEqual(packs[name])
  expect(configuration.authority).toBe(packs[name].title)
})

test("a policy file is taken by its path", () => {
  const { configuration } = Result.getOrThrow(
    settings({ ...complete, SAFE_RETURN_POLICY: policy("own", "2026-01-01") })
  )
  expect(configuration.policy.id).toBe("own")
})

test("every fault of a policy file is listed with line and field, beside other settings' faults", () => {
  const file = fileOf("faults.json", {
    ...rotherham,
    id: "",
    reminders: { ...rotherham.reminders, atBreach: 7 },
    intervew: {}
  })
  const refused = settings({ ...complete, SAFE_RETURN_POLICY: file, PORT: "http" })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  const { message } = refused.failure
  expect(message).toContain("PORT must be")
  expect(message).toContain(`SAFE_RETURN_POLICY ${file}, line 2, id: `)
  expect(message).toMatch(/line \d+, reminders\.atBreach: /)
  expect(message).toMatch(/line \d+, intervew: There is no such field here/)
})

test("an unknown pack is refused with the names of the packs", () => {
  for (const name of Object.keys(packs)) expect(faultsOf("rotheram")).toContain(name)
})

test("a file that is not there or no JSON is refused in words", () => {
  expect(faultsOf(join(folder, "none.json"))).toContain("names a file that cannot be read")
  expect(faultsOf(`rotherham,${join(folder, "none.json")}`)).toContain("as number 2 of 2")
  expect(faultsOf(fileOf("broken.json", '{\n  "id": x\n}'))).toContain("broken.json, line 2, column 9: ")
  expect(faultsOf(" , ")).toContain("names no policy")
})

test("a policy that has not begun is refused with the day on which it begins", () => {
  const later = policy("later", "2027-04-01")
  expect(faultsOf(later)).toMatch(/no policy that is in force today, 2027-03-01: later begins on 2027-04-01/)
  expect(faultsOf(policy("over", "2026-01-01", "2026-12-31"))).toContain("over ended on 2026-12-31")
})

test("one policy takes over from another on its first day", () => {
  const both = `${policy("later", "2027-04-01")}, ${policy("now", "2026-12-01", "2027-03-31")}`
  expect(Result.getOrThrow(policiesNamed(both, today)).policy.id).toBe("now")
  expect(Result.getOrThrow(policiesNamed(both, civilDay(2027, 4, 1))).policy.id).toBe("later")
  expect(Result.getOrThrow(policiesNamed(both, today)).policies.map(({ id }) => id)).toEqual(["now", "later"])
})

test("days between two policies are refused as a gap, by their dates", () => {
  const both = `${policy("first", "2026-12-01", "2027-03-31")},${policy("second", "2027-05-01")}`
  expect(faultsOf(both)).toContain("no policy is in force from 2027-04-01 to 2027-04-30")
})

test("policies that nobody can tell apart, or of two nations, are refused", () => {
  expect(faultsOf(`${policy("one", "2027-01-01")},${policy("two", "2027-01-01")}`)).toContain("begin on 2027-01-01")
  const again = fileOf("again.json", { ...derbyshire, id: "one", effectiveFrom: "2027-02-01" })
  expect(faultsOf(`${policy("one", "2027-01-01")},${again}`)).toContain("two policies with the id one")
  const calendar = { value: "scotland", source: "Our reading: made up", verified: false }
  const scots = fileOf("scots.json", {
    ...derbyshire,
    id: "scots",
    effectiveFrom: "2027-02-01",
    interview: { ...derbyshire.interview, calendar }
  })
  expect(faultsOf(`${policy("one", "2027-01-01")},${scots}`)).toContain("bank holidays of two nations")
})

test("a policy that ends with none to follow is named in the log, and the bot starts", () => {
  const { notices } = Result.getOrThrow(policiesNamed(policy("ends", "2027-01-01", "2027-06-30"), today))
  expect(notices).toEqual([expect.stringContaining("ends ends on 2027-06-30, and no policy follows it")])
})
