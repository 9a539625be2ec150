import { expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted, Stream } from "effect"
import { Audit } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { addAll, auditContract, readBack } from "../auditContract.ts"
import { entriesFrom, madeUpEntry } from "../madeUpEntry.ts"
import { restarted } from "../restart.ts"
import { freshDatabase, newCouncil } from "./freshDatabase.ts"
import { postgresPlace } from "./freshPlace.ts"

auditContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)

it.live("one chain holds what several instances add at once", () =>
  Effect.gen(function* () {
    const restart = restarted((yield* postgresPlace).layer)
    const instances = [0, 100, 200].map((from) => restart(addAll(entriesFrom(from, 100))))
    yield* Effect.all(instances, { concurrency: "unbounded" })
    const records = yield* restart(readBack)
    expect(records.map((record) => (record._tag === "Entry" ? record.number : record.reason))).toEqual(
      Array.from({ length: 300 }, (_, index) => index + 1)
    )
  }).pipe(Effect.scoped)
)

it.live("an entry that the database's owner edits, takes out or cuts off is named", () =>
  Effect.gen(function* () {
    const database = yield* freshDatabase
    const place = { url: Redacted.make(database.as(database.owner)), council: "Nowhereshire" }
    const restart = restarted(postgresLayer(place))
    yield* restart(addAll(entriesFrom(0, 9)))
    const superuser = yield* connectedAs(database.as("postgres"))
    yield* superuser`update safe_return.audit set line = replace(line, 'UMADEUP1', 'UMADEUP5') where number = 2`
    yield* superuser`delete from safe_return.audit where number in (5, 8, 9)`
    const records = yield* restart(Effect.flatMap(Audit, (audit) => Stream.runCollect(audit.read)))
    expect(records.flatMap((record) => (record._tag === "Damage" ? [record.reason] : []))).toEqual([
      "entry 2 is not as it was written, or the one before it is not",
      "entry 5 is missing",
      "entries 8 to 9 of the audit are missing"
    ])
    yield* restart(addAll(entriesFrom(9, 1)))
    expect((yield* restart(readBack)).at(-1)).toMatchObject({ _tag: "Entry", number: 10 })
  }).pipe(Effect.scoped)
)

it.live("an entry that is refused for a reason without a name is answered, and so is the next", () =>
  Effect.gen(function* () {
    const council = yield* newCouncil
    const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
    yield* Effect.gen(function* () {
      const add = (number: number) =>
        Effect.flatMap(Audit, (audit) => Effect.timeout(audit.add(madeUpEntry(number)), "5 seconds"))
      const refusal = `alter table safe_return.audit add constraint refusal check (council <> '${council.council}') not valid`
      yield* superuser.unsafe(refusal)
      const refused = yield* Effect.flip(add(1))
      expect(refused).toMatchObject({ _tag: "NotAudited", reason: expect.stringContaining("refusal") })
      expect(refused).not.toHaveProperty("fault")
      yield* superuser`alter table safe_return.audit drop constraint refusal`
      yield* add(2)
      expect(yield* readBack).toMatchObject([{ _tag: "Entry", number: 1, entry: madeUpEntry(2) }])
    }).pipe(Effect.provide(postgresLayer(council)))
  }).pipe(Effect.scoped)
)
