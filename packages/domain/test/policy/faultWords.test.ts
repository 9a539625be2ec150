/** Every field of a policy given wrongly in every way: what is said of it is for the person who wrote it. */
import { Result } from "effect"
import { expect, test } from "vitest"
import { checkPolicy, derbyshire, nationalMinimum, type Policy, rotherham } from "../../src/policy/index.ts"

type Path = ReadonlyArray<string | number>

const pathsIn = (value: unknown, path: Path = []): ReadonlyArray<Path> =>
  typeof value === "object" && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, part]) =>
          pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key])
        )
      ]
    : [path]

const withValue = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
  if (key === undefined) return to
  const copy: Record<string | number, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) }
  copy[key] = withValue(copy[key], rest, to)
  return copy
}

const messagesOf = (policy: unknown): ReadonlyArray<string> =>
  Result.match(checkPolicy(policy), {
    onSuccess: () => [],
    onFailure: (faults) => faults.map(({ field, message }) => `${field}: ${message}`)
  })

/** What only a programmer reads. */
const programmers = /RegExp|template literal|\{|readonly|undefined|=>|\bkey\b|\bfilter\b|matching/

const wrongValues = [-1, 1.5, "", "!!", "close-of-business", null, {}]

test.each<[string, Policy]>([
  ["Rotherham", rotherham],
  ["Derbyshire", derbyshire],
  ["the national minimum", nationalMinimum]
])("every fault of a policy like that of %s is said in words for people", (_, policy) => {
  const said = pathsIn(policy)
    .slice(1)
    .flatMap((path) => wrongValues.flatMap((value) => messagesOf(withValue(policy, path, value))))
  expect(said.length).toBeGreaterThan(500)
  expect([...new Set(said.filter((message) => programmers.test(message)))]).toEqual([])
})

test("a field that a policy does not have is answered with the fields that it has", () => {
  const wording = { "team-manager": { one: "a practice supervisor", many: "practice supervisors" }, interviewer: {} }
  expect(messagesOf({ ...rotherham, wording })).toEqual([
    "wording.interviewer: There is no such field here. The fields are mash, missing-coordinator, team-manager, head-of-service, allocated-worker, out-of-hours-duty, missing-team, exploitation-team"
  ])
})

test.each(["the evening desk", "The evening desk", "an evening desk"])("a team is not called “%s”", (team) => {
  const wording = { "out-of-hours-duty": { one: "an evening worker", team } }
  expect(messagesOf({ ...rotherham, wording })).toEqual([
    "wording.out-of-hours-duty.team: Expected its name as it stands after “the”, without an article"
  ])
})

test("a reminder that would be due before the return is refused", () => {
  const hoursBefore = { value: [24, 72], source: "Made up", verified: false } as const
  expect(messagesOf({ ...rotherham, reminders: { ...rotherham.reminders, hoursBefore } })).toEqual([
    "reminders.hoursBefore.value[1]: Give fewer than the 72 hours of the interview: it would be due before the return"
  ])
})

test("an owner that names no role is listed, and refuses nothing", () => {
  const [first, ...others] = rotherham.triggers ?? []
  const named = { ...rotherham, triggers: [{ ...first, owner: "Chief Wizard" }, ...others] }
  expect(Result.getOrThrow(checkPolicy(named)).unknownOwners).toEqual([
    { field: "triggers[0].owner", owner: "Chief Wizard" }
  ])
  expect(Result.getOrThrow(checkPolicy(rotherham)).unknownOwners).toEqual([])
})
