import { badInput } from "@safe-return/exchange/reading"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { print } from "../../output/print.ts"
import { council, namedDatabase } from "./options.ts"

const role = Flag.String("role").pipe(
  Flag.withDescription("A role of the database, made beforehand, that is neither superuser nor bypassrls")
)

export const admit = Command.make(
  "admit",
  { role, council },
  Effect.fn("admit")(function* (given) {
    const owner = yield* namedDatabase("SAFE_RETURN_DATABASE_URL")
    const { admitCouncil } = yield* Effect.promise(() => import("@safe-return/journal/postgres"))
    yield* admitCouncil(owner, given.role, given.council).pipe(
      Effect.catchTag("DatabaseAddressRefused", ({ message }) =>
        Effect.fail(badInput({ field: "SAFE_RETURN_DATABASE_URL", message }))
      )
    )
    yield* print(`The role ${given.role} speaks for ${given.council} and sees no other council's records.`)
  })
).pipe(
  Command.withDescription(
    "Lets a role of the PostgreSQL that SAFE_RETURN_DATABASE_URL names speak for a council; run as the database's owner"
  ),
  Command.withExamples([
    {
      command: "safe-return journal admit --role safe_return_rotherham --council Rotherham",
      description: "One council of several in one database"
    }
  ])
)
