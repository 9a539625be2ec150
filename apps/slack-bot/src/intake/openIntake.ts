import type { BotConfiguration } from "@safe-return/settings"
import { Effect } from "effect"
import type { Intake } from "../http/intakeRequests.ts"
import { IntakeTrouble } from "./IntakeTrouble.ts"
import type { Reply } from "./Problem.ts"
import { type Sender, SenderBook } from "./SenderBook.ts"

/** The senders as the council names them, with what becomes of the notifications and returns they send. */
export const openIntake = Effect.fn("openIntake")(function* <R, S>(
  { intake }: Pick<BotConfiguration, "intake">,
  take: (sender: Sender, body: Buffer) => Effect.Effect<Reply, never, R>,
  takeReturn: (sender: Sender, body: Buffer) => Effect.Effect<Reply, never, S>
): Effect.fn.Return<Intake, never, IntakeTrouble | R | S> {
  const trouble = yield* IntakeTrouble
  const run = Effect.runPromiseWith(yield* Effect.context<R | S>())
  const senders = new SenderBook(intake)
  if (senders.senders.length > 0 && senders.problem !== undefined) yield* trouble.sendersFile(senders.problem)
  return {
    senders,
    take: (sender, body) => run(take(sender, body)),
    refused: ({ name }) => run(trouble.refused(name)),
    returns: {
      take: (sender, body) => run(takeReturn(sender, body)),
      refused: ({ name }) => run(trouble.returnRefused(name))
    },
    unknownSender: (looksLikeReport) => run(trouble.unknownSender(looksLikeReport)),
    sendersFile: (problem) => run(trouble.sendersFile(problem))
  }
})
